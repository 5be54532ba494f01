import type { settings as englishSettings, setup as english } from '../en/setup.ts';

export const setup: typeof english = {
  title: 'Te damos la bienvenida',
  intro: 'Dos minutos, una sola vez: tu organización y tú, que serás quien la administre.',
  organization: 'Tu organización',
  organizationName: 'Su nombre',
  organizationExample: 'Por ejemplo: Universidad de Campo Norte',
  domain: 'Su dominio web',
  domainHint: 'Ayuda a reconocerla a colegas y socios, por ejemplo camponorte.edu.',
  you: 'Tú',
  language: 'Idioma',
  zone: 'Zona horaria',
  zoneHint: 'En ella se muestran todas las fechas y horas.',
  start: 'Empezar',
  done: 'Este servidor ya está preparado.',
};

export const settings: typeof englishSettings = {
  title: 'Tus ajustes',
  name: 'Nombre',
  nameHint: 'Como lo ven socios y colegas.',
  email: 'Correo electrónico',
  language: 'Idioma',
  languageHint: 'De estas páginas y de los correos que recibes.',
  zone: 'Zona horaria',
  zoneNow: (p) => `Allí son ahora las ${p.time}.`,
  theme: 'Claro u oscuro',
  you: 'Tú',
  password: {
    title: 'Contraseña',
    now: 'Tu contraseña de ahora',
    nowHint: 'Déjala vacía si acabas de entrar con un enlace del correo.',
    fresh: 'Nueva contraseña',
    change: 'Cambiar la contraseña',
    changed: 'La nueva contraseña vale desde ahora.',
  },
  devices: {
    title: 'Otros dispositivos',
    text: 'Cierra tu sesión aquí y en todos los demás sitios.',
    signOut: 'Cerrar sesión en todas partes',
  },
  roleIn: (p) => `papel: ${p.role}`,
  memberships: 'Tus organizaciones',
  newOrganization: 'Nueva organización',
  newOrganizationHint: 'Serás la primera persona que la administre.',
};
