import type { calendars as english } from '../en/calendars.ts';

const time = (p: { title: string; partner: string }) => `«${p.title}» con ${p.partner}`;

export const calendars: typeof english = {
  title: 'Calendarios',
  intro: 'Vuestras reuniones en el calendario que miráis de todos modos. Lo que hay aquí solo lo ves tú.',
  settingsText: 'Ten tus reuniones en tu propio calendario, y aquí lo que cambies en él.',
  open: 'Abrir los calendarios',
  account: {
    title: 'Tu propio calendario',
    note: 'Tu calendario tiene la última palabra por ti: lo que mueves allí se mueve aquí, lo que contestas allí es tu respuesta. Si algo desaparece de él, antes se te pregunta.',
    none: 'No hay ningún calendario conectado.',
    works:
      'Funciona con calendarios que hablan CalDAV: Apple iCloud, Fastmail, Nextcloud, Zimbra, Synology y muchos otros. Google y Outlook no dejan entrar con contraseña: suscríbete allí a la dirección de abajo.',
    connect: 'Conectar un calendario',
    server: 'Servidor',
    serverHint:
      'Por ejemplo https://caldav.icloud.com, https://caldav.fastmail.com o https://nube.example.org/remote.php/dav',
    user: 'Nombre con el que entras allí',
    password: 'Contraseña de aplicación',
    passwordHint:
      'Crea una para Entente en los ajustes de tu calendario, mejor que la tuya. Se guarda cifrada y se olvida al desconectar.',
    find: 'Buscar mis calendarios',
    finding: 'Preguntando al servidor…',
    choose: '¿En qué calendario quieres tener tus reuniones?',
    chooseHint:
      'El que usas para trabajar. Lo demás que haya en él solo se mira cuando pides horas libres, y nunca se guarda.',
    none_found: 'No hay ningún calendario en el que quepan reuniones. Crea uno allí e inténtalo de nuevo.',
    use: 'Usar este calendario',
    back: 'Otro servidor',
    connected: 'Tus reuniones ya están en tu calendario.',
    in: 'Último cambio visto en tu calendario',
    out: 'Última reunión escrita en él',
    looked: 'Mirado por última vez',
    never: 'nada todavía',
    next: 'Se vuelve a mirar',
    calendar: 'Calendario',
    look: 'Mirar ahora',
    looked_now: 'Tu calendario está mirado.',
    disconnect: 'Desconectar',
    disconnectMeans:
      'La contraseña se olvida. Las reuniones que están en tu calendario se quedan allí y ya no se ponen al día.',
    disconnected: 'El calendario está desconectado.',
    trouble: 'Tu calendario no responde como debería',
    since: 'desde',
    serverSays: (p) => `El servidor dice: ${p.words}`,
    again: 'Conectarlo de nuevo',
  },
  problems: {
    password: {
      title: 'El servidor rechaza el nombre o la contraseña.',
      next: 'Crea allí una contraseña de aplicación nueva y conecta otra vez.',
    },
    forbidden: { title: 'No puedes escribir en este calendario.', next: 'Elige un calendario tuyo.' },
    gone: { title: 'El calendario ya no está.', next: 'Elige otro.' },
    full: { title: 'Al servidor no le queda sitio.', next: 'Haz sitio allí. Se vuelve a intentar solo.' },
    private: {
      title: 'Este servidor está en una red privada.',
      next: 'Quien administra Entente puede permitirlo con el ajuste PRIVATE_HOSTS.',
    },
    address: {
      title: 'Esta no es la dirección de un servidor de calendarios.',
      next: 'Empieza por https://. Mira si hay algún error.',
    },
    unreachable: {
      title: 'Ahora mismo no se llega al servidor.',
      next: 'No se pierde nada. Se vuelve a intentar solo.',
    },
    slow: { title: 'El servidor no contesta a tiempo.', next: 'No se pierde nada. Se vuelve a intentar solo.' },
    'too-big': { title: 'El servidor contesta con más de lo que cabe.', next: 'Elige un calendario más pequeño.' },
    redirects: {
      title: 'El servidor manda de una dirección a otra sin fin.',
      next: 'Da la dirección del propio calendario.',
    },
    conflict: { title: 'El calendario se cambió al mismo tiempo.', next: 'Se vuelve a intentar solo.' },
    broken: {
      title: 'Ahí no contesta ningún servidor de calendarios.',
      next: 'Revisa la dirección. Tu proveedor la llama CalDAV.',
    },
    secret: { title: 'La contraseña ya no se puede leer.', next: 'Conecta el calendario otra vez.' },
  },
  feed: {
    title: 'Una dirección para suscribirse',
    note: 'Para cualquier programa de calendario, también Google y Outlook: muestra tus reuniones y no puede cambiarlas. Quien tenga la dirección las ve, así que guárdala para ti.',
    make: 'Crear la dirección',
    renew: 'Crear una nueva',
    renewMeans: 'La dirección que tienes ahora deja de funcionar enseguida.',
    revoke: 'Retirarla',
    revoked: 'La dirección ya no funciona.',
    label: 'Dirección de tus reuniones',
    once: 'Cópiala ahora: solo se muestra esta vez.',
    made: 'Creada',
    read: 'Recogida por un programa por última vez',
    notYet: 'todavía no',
    how: 'Cómo suscribirse',
    google:
      'Google Calendar: junto a «Otros calendarios» pulsa + y luego «Desde URL». Google busca cambios unas pocas veces al día.',
    outlook: 'Outlook: «Agregar calendario» y luego «Suscribirse desde la web».',
    apple:
      'Apple: en Calendario, «Archivo» y luego «Nueva suscripción a calendario»; en el teléfono, en Ajustes, «Calendario», «Cuentas», «Añadir cuenta», «Otra».',
  },
  questions: {
    title: 'Tu calendario dice otra cosa',
    note: 'No se ha hecho nada. Decides tú.',
    said: {
      cancel: (p) => `Has quitado ${time(p)} de tu calendario. ¿Suspender la reunión?`,
      decline: (p) => `Has quitado ${time(p)} de tu calendario. ¿Decir que no vas?`,
      propose: (p) => `Has movido ${time(p)} en tu calendario. ¿Proponer la nueva hora a quien invita?`,
      move: (p) => `Se pide otra hora para ${time(p)}. ¿Mover la reunión?`,
      'partner-cancel': (p) =>
        `El calendario de la otra organización dice que ${time(p)} no se hace. ¿Suspender la reunión?`,
    },
    by: (p) => `De ${p.name}`,
    only: 'Solo esta vez:',
    newTime: 'La nueva hora:',
    done: {
      cancel: 'Suspenderla',
      decline: 'No voy',
      propose: 'Proponer esta hora',
      move: 'Moverla',
      'partner-cancel': 'Suspenderla',
    },
    tells: 'Se avisará a todos los que están invitados.',
    left: 'Dejarlo como estaba',
    did: 'Hecho, y los demás lo saben.',
    kept: 'No ha cambiado nada. Tu calendario se vuelve a poner en su sitio.',
  },
};
