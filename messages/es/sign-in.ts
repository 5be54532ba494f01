import type { invitation as englishInvitation, signIn as english } from '../en/sign-in.ts';

export const signIn: typeof english = {
  title: 'Entrar',
  welcome: 'Promesas entre dos organizaciones, cumplidas a la vista.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  submit: 'Entrar',
  or: 'o',
  linkInstead: 'Enviarme un enlace de acceso',
  passwordInstead: 'Usar mi contraseña',
  linkHint: 'No hace falta contraseña: el enlace te da acceso en este dispositivo.',
  linkSent: {
    title: 'Mira tu correo',
    text: (p) => `Si aquí conocemos ${p.email}, ya va un enlace de camino. Sirve una vez, durante unos minutos.`,
    local:
      '¿Nada después de unos minutos? Pregunta a quien administra este servidor: si no tiene servicio de correo, guarda allí el enlace.',
    again: 'Usar otra dirección',
  },
  demo: {
    title: 'Demostración: elige quién eres',
    text: 'Un pequeño mundo inventado. Pulsa un nombre y mira con sus ojos.',
    as: (p) => `${p.name}, ${p.organization}`,
    signInAs: (p) => `Entrar como ${p.name}`,
    password: (p) => `Todos usan la contraseña «${p.password}».`,
    now: (p) => `En este mundo es ${p.date}.`,
  },
  opening: {
    title: 'Entrando',
    press: 'Entrar ahora',
    text: 'Has abierto un enlace de acceso. Sirve una vez, en este dispositivo.',
  },
  needInvitation: '¿Aún no tienes cuenta? Pide a alguien de tu organización que te invite.',
  newPasswordHint: 'Al menos 10 caracteres. Una frase corta se recuerda bien.',
  yourName: 'Tu nombre',
};

export const invitation: typeof englishInvitation = {
  title: (p) => `Únete a ${p.organization}`,
  text: (p) => `${p.inviter} te invita a trabajar aquí con ${p.organization}, con el papel de ${p.role}.`,
  as: (p) => `Has entrado como ${p.name}.`,
  join: 'Unirme',
  createAndJoin: 'Crear mi cuenta y unirme',
  forEmail: (p) => `La invitación es para ${p.email}.`,
  otherAccount: (p) =>
    `Es para ${p.invited} y has entrado como ${p.name}. Puedes unirte con esta cuenta de todos modos.`,
  joinAnyway: 'Unirme con esta cuenta',
  haveAccount: 'Entrar y unirme',
  accountExists: (p) => `${p.email} ya tiene cuenta aquí: entra con ella y únete después.`,
  notMe: 'No soy yo: cerrar sesión',
};
