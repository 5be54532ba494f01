import type { guest as english } from '../en/guest.ts';

export const guest: typeof english = {
  title: (p) => `${p.partner} te ha escrito`,
  hello: (p) => `Hola, ${p.name}`,
  noAccount: 'No necesitas cuenta. Este enlace es solo para ti: quien lo tenga puede contestar en tu nombre.',
  usedTitle: 'Tu respuesta ha llegado',
  used: 'Este enlace ya ha dado su respuesta. Aquí puedes seguir leyendo; para la siguiente, pide uno nuevo.',
  freshLink: 'Envíame un enlace nuevo',
  freshSent: (p) => `Un enlace nuevo va en camino a ${p.address}. Puedes cerrar esta página.`,
  gone: {
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Los enlaces valen un tiempo limitado, para que los correos viejos no abran nada.',
    },
    revoked: {
      title: 'Este enlace se ha retirado',
      text: 'Quien lo envió lo ha retirado. Pregúntale si te sorprende.',
    },
    replaced: { title: 'Hay un enlace más nuevo', text: 'Busca el último correo o pide uno nuevo.' },
    used: {
      title: 'Este enlace ya se ha usado',
      text: 'Dio su respuesta. Se puede enviar uno nuevo a la misma dirección.',
    },
    unknown: {
      title: 'Este enlace no lleva a ningún sitio',
      text: 'Quizá se cortó una parte de la dirección. Ábrelo otra vez desde el correo.',
    },
  },
  confirmTitle: 'Se anotó algo por vuestra parte',
  confirmText: (p) => `${p.partner} anotó lo que dijisteis en otro lugar. Di, por favor, de cada cosa si es correcta.`,
  home: {
    quiet: '¿Te gustaría tener aquí tu propia casa?',
    text: 'Tu organización puede asumir su lado, con toda la historia. Es gratis, y la otra parte tiene que estar de acuerdo.',
    email: 'Tu correo de trabajo',
    ask: 'Pedirlo',
    asked: (p) => `Se lo hemos pedido a ${p.partner}. Recibirás un correo.`,
  },
};
