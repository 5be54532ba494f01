import { plural } from '../format.ts';
import type { mails as en } from '../en/mails.ts';

export const mails: typeof en = {
  subject: (p) => `${p.title} (${p.partner})`,
  hello: (p) => `Hola, ${p.name}:`,
  helloNobody: 'Hola:',
  from: (p) => `${p.who} a través de Entente`,
  who: (p) => `${p.name}, ${p.organization}`,

  move: {
    answer: (p) => `Se espera tu respuesta para ${p.by}.`,
    question: (p) => `Te han preguntado algo. Se espera tu respuesta para ${p.by}.`,
    antecedent: (p) => `Primero te toca a ti: tu parte es para ${p.by}.`,
    work: (p) => `Te toca a ti: lo prometiste para ${p.by}.`,
    rework: (p) => `Te toca a ti: completa lo que falta para ${p.by}.`,
    review: (p) => `Te toca a ti: míralo y di para ${p.by} si está como se acordó.`,
    settlement: (p) => `Os toca a las dos partes: buscad una salida para ${p.by}.`,
    proposal: (p) => `Te han propuesto algo. Se espera tu respuesta para ${p.by}; hasta entonces vale lo acordado.`,
    resume: (p) => `Está en pausa hasta ${p.by}; después cualquiera de las partes puede reanudarlo.`,
  },
  theirs: {
    answer: (p) => `Ahora responde ${p.whose}, para ${p.by}. No tienes que hacer nada.`,
    question: (p) => `Ahora ${p.whose} responde a la pregunta, para ${p.by}. No tienes que hacer nada.`,
    antecedent: (p) => `Ahora le toca a ${p.whose}: su parte va primero, para ${p.by}.`,
    work: (p) => `${p.whose} lo ha prometido para ${p.by}. Ahora no tienes que hacer nada.`,
    rework: (p) => `${p.whose} completa lo que falta, para ${p.by}. Ahora no tienes que hacer nada.`,
    review: (p) => `Ahora lo mira ${p.whose}, para ${p.by}. No tienes que hacer nada.`,
    settlement: (p) => `Las dos partes buscan una salida, para ${p.by}.`,
    proposal: (p) => `Ahora ${p.whose} responde a la propuesta, para ${p.by}.`,
    resume: (p) => `Está en pausa hasta ${p.by}.`,
  },
  nobodysMove: 'Ya no se espera nada más de nadie.',
  yourMove: 'Te toca a ti',
  forYourInformation: 'Para tu información',

  saidByYou: 'Tú',
  recorded: (p) => `${p.by} ha anotado en tu nombre: ${p.what}`,
  recordedCheck: 'Si no es lo que dijiste, dilo en la página: tu palabra vale más que lo anotado.',
  deniedSome: (p) =>
    p.count === 1 ? 'Una cosa anotada no es lo que dijeron.' : `${p.count} cosas anotadas no son lo que dijeron.`,
  asksYou: 'Preguntan, y el plazo para responder se detiene hasta que contestes.',
  files: (p) =>
    p.count === 1 ? 'Hay un archivo adjunto en la página.' : `Hay ${p.count} archivos adjuntos en la página.`,
  until: (p) => `Hasta ${p.date}`,
  expected: (p) => `Ahora se espera para ${p.date}`,
  satisfaction: (p) => `Satisfacción: ${p.value} de 5`,

  terms: {
    title: 'Los términos',
    what: 'Qué',
    conditions: 'Está hecho cuando',
    due: 'Para',
    dueDays: (p) => (p.days === 1 ? 'un día después de acordarlo' : `${p.days} días después de acordarlo`),
    noDue: 'sin fecha todavía: propón una',
    work: 'Tipo de trabajo',
    effort: 'Esfuerzo',
    price: 'Precio',
    antecedent: 'Primero el cliente',
    antecedentBy: (p) => `${p.text} (para ${p.by})`,
    replyBy: 'Respuesta para',
    reported: 'Lo que se hizo',
    unmet: 'Aún sin cumplir',
    verdicts: 'Revisado',
    met: 'cumplida',
    waived: 'dispensada',
    cause: 'Por qué',
  },

  outcome: {
    satisfied: 'Cerrado: como se acordó.',
    'satisfied-with-waivers': 'Cerrado: aceptado, con algunas condiciones dispensadas.',
    declined: 'Cerrado: rechazado. No se prometió nada.',
    withdrawn: 'Cerrado: retirado. No se prometió nada.',
    lapsed: 'Cerrado: venció sin respuesta.',
    released: 'Cerrado: liberado sin culpa.',
    cancelled: 'Cerrado: ya no hace falta.',
    'ended-together': 'Cerrado: terminado de común acuerdo, sin culpa.',
    superseded: 'Cerrado: otra conversación ocupa su lugar.',
    expired: 'Cerrado: lo que tenía que ir primero no llegó.',
    reneged: 'Cerrado: la promesa no se cumplió.',
    failed: 'Cerrado: no entregado.',
    unconfirmed: 'Cerrado sin respuesta. Todavía puedes aceptarlo.',
  },

  ring: { prepared: 'Preparado', agreed: 'Acordado', done: 'Hecho', accepted: 'Aceptado' },
  ringMark: { open: 'abierto', closed: 'completo', broken: 'roto', repaired: 'reparado', faded: 'terminado' },

  choose: '¿Qué quieres hacer?',
  chooseHint: 'Un botón abre la página. No ocurre nada hasta que lo pulses allí.',
  alsoPossible: 'También es posible',
  openPage: 'Abrir la conversación',
  reply: 'Responde en la página: aquí no se leen las respuestas a este correo.',
  replyHere:
    'También puedes responder sin más a este correo: tus palabras vuelven al mismo sitio. Solo los botones prometen o aceptan algo.',
  guestLink: (p) =>
    `Este enlace es solo para ti y funciona hasta ${p.date}. Sirve para una respuesta vinculante; después la página te ofrece uno nuevo. No necesitas cuenta.`,
  why: (p) => `Recibes este correo porque participas en esta conversación por ${p.organization}.`,
  whyGuest: (p) => `Recibes este correo porque ${p.organization} trabaja contigo en esto.`,

  magicLink: {
    subject: 'Tu enlace para entrar',
    lead: 'Entrar en Entente',
    text: 'Has pedido un enlace para entrar. Funciona una sola vez.',
    button: 'Entrar',
    ignore: 'Si no lo has pedido, no hagas nada: nadie puede entrar sin él.',
  },
  invitation: {
    subject: (p) => `Únete a ${p.organization} en Entente`,
    lead: (p) => `${p.by} te invita a trabajar en ${p.organization} en Entente.`,
    text: 'En Entente las organizaciones se hacen promesas que ambas partes ven, y las cumplen.',
    button: 'Unirme',
  },
  guest: {
    lead: (p) => `${p.who} quiere acordar algo contigo.`,
    fresh: 'Aquí tienes el enlace nuevo que pediste.',
    text: 'La página muestra toda la conversación y te deja responder. No necesitas cuenta.',
  },
  claim: {
    subject: (p) => `Un espacio propio para ${p.partner} en Entente`,
    lead: (p) => `${p.who} ofrece a ${p.partner} que lleve su propio lado.`,
    text: (p) =>
      `Hasta ahora ${p.organization} ha llevado el registro de las dos partes. Si aceptas, tu organización lleva su propio lado con toda su historia y habla por sí misma.`,
    button: 'Ver la oferta',
  },
  claimRequest: {
    subject: (p) => `${p.partner} quiere llevar su propio lado`,
    lead: (p) => `${p.who} pide llevar el lado de ${p.partner}, con su historia.`,
    text: 'Hasta ahora lo lleváis vosotros. Mira la petición y respóndela.',
    button: 'Responder a la petición',
  },
  message: {
    lead: (p) => `${p.who} ha escrito:`,
    button: 'Responder',
  },
  stage: {
    subject: (p) => `Etapa: ${p.stage} (${p.partner})`,
    proposed: (p) => `${p.who} propone un paso en vuestra colaboración: de ${p.from} a ${p.to}.`,
    agreed: (p) => `${p.who} está de acuerdo: vuestra colaboración ha pasado de ${p.from} a ${p.to}.`,
    refused: (p) =>
      `${p.who} prefiere dejarlo como está: vuestra colaboración sigue en ${p.from} y por ahora no pasa a ${p.to}.`,
    'taken-back': (p) => `${p.who} ha retirado el paso de ${p.from} a ${p.to}. No ha cambiado nada.`,
    asked: 'Se espera vuestra respuesta. Hasta que aceptéis, todo sigue como está.',
  },
  review: {
    subject: (p) => `${p.organization}: repaso de ${p.month}`,
    lead: (p) => `Qué hizo bien ${p.organization} en ${p.month}, y qué queda por reparar`,
    links: 'Dónde',
    button: 'Ver el repaso',
    why: (p) => `Recibes esto una vez al mes porque diriges ${p.organization} en Entente. Solo lo ve tu organización.`,
  },
  suggestion: {
    lead: (p) => `¿Cuenta tu respuesta como «${p.button}»?`,
    wrote: 'Gracias por tu respuesta. Escribiste:',
    reads: (p) =>
      `Tus palabras ya están en la conversación. Se leen como «${p.button}», y solo tú puedes decir si es lo que quieres decir.`,
    readsWithDay: (p) =>
      `Tus palabras ya están en la conversación. Se leen como «${p.button}», con el día ${p.day}, y solo tú puedes decir si es lo que quieres decir.`,
    hint: 'El botón abre la página con ello ya rellenado. No pasa nada hasta que lo envíes allí.',
    leave:
      'Si no querías decir más de lo que escribiste, no tienes que hacer nada: un correo por sí solo no promete ni acepta nada. Esta pregunta llega una sola vez.',
  },
  limits: {
    subject: (p) => `No ha entrado entero: ${p.subject}`,
    leadNothing: 'Tu correo era demasiado grande para entrar.',
    leadFiles: (p) =>
      p.count === 1
        ? 'Un archivo de tu correo no ha podido entrar.'
        : `${p.count} archivos de tu correo no han podido entrar.`,
    nothing: (p) =>
      `Llegó con ${p.size}. Nada de lo que dice se ha puesto en ninguna parte ni se ha avisado a nadie; solo queda anotado que llegó.`,
    files: (p) =>
      p.taken === 0
        ? 'Tus palabras están donde deben, sin ningún archivo.'
        : `Tus palabras están donde deben, con ${p.taken} ${p.taken === 1 ? 'archivo' : 'archivos'}. ${p.left === 1 ? 'El otro era demasiado grande o sobraba' : `Los otros ${p.left} eran demasiado grandes o sobraban`}.`,
    most: (p) =>
      `Aquí un correo puede tener hasta ${p.mail}, con un máximo de ${p.files} archivos de hasta ${p.file} cada uno.`,
    again: 'Envíalo otra vez con archivos más pequeños, o en varios correos.',
    againOrPage: 'Envíalo otra vez con archivos más pequeños, o en varios correos; o pon los archivos en la página.',
    why: 'Recibes este correo porque tu programa de correo puede creer que llegó todo. Tu correo no se ha borrado: sigue entre los que enviaste.',
  },
  probe: {
    subject: (p) => `${p.organization}: ¿vuelve el correo?`,
    text: 'Entente se ha enviado este correo a sí mismo para ver si vuelve. Nadie tiene que hacer nada.',
  },
  digest: {
    subject: (p) =>
      p.count === 1 ? `Una cosa que mirar (${p.organization})` : `${p.count} cosas que mirar (${p.organization})`,
    lead: (p) => `Lo que te espera en ${p.organization}`,
    follow: 'Para que no se olvide',
    moves: 'Te toca mover',
    messages: 'Mensajes nuevos',
    meetings: 'Reuniones',
    meeting: {
      asked: (p) => `con ${p.partner}: di qué horas te convienen`,
      slots: (p) => `con ${p.partner}: toma una de las horas libres`,
      answered: (p) => `con ${p.partner}: ${p.count} ${plural(p.count, 'persona ha', 'personas han')} respondido`,
      off: (p) => `con ${p.partner}: anulada`,
      minutes: (p) => `con ${p.partner}: el acta está escrita`,
      coming: (p) => `con ${p.partner}, ${p.date}`,
    },
    by: (p) => `${p.partner}, antes de ${p.date}`,
    more: (p) => (p.count === 1 ? 'Y una cosa más.' : `Y ${p.count} cosas más.`),
    open: 'Dónde',
    button: 'Abrir Hoy',
    why: (p) =>
      `Recibes esto a las horas que elegiste en «Avisos y correo». Solo lo ven las personas de ${p.organization}; allí también puedes desactivarlo.`,
  },
  worksUntil: (p) => `El enlace funciona hasta ${p.date}.`,
  button: 'Abrir',
  redacted: '[el enlace estaba en el correo enviado]',

  page: {
    title: 'Correos',
    intro: 'Todo lo que Entente ha escrito a otras personas en nombre de tu organización.',
    local:
      'No hay servidor de correo, así que los correos se guardan aquí en vez de enviarse. Pasa sus enlaces a mano o configura SMTP_URL.',
    empty: 'Todavía no hay correos',
    emptyHint: 'En cuanto algo le toque a alguien, el correo que lo cuenta aparecerá aquí.',
    filter: 'Mostrar',
    all: 'Todos',
    state: { queued: 'En espera', sent: 'Enviado', failed: 'No enviado', local: 'Guardado aquí' },
    to: 'Para',
    about: 'Asunto',
    when: 'Cuándo',
    attempts: (p) => (p.count === 1 ? 'un intento' : `${p.count} intentos`),
    nextTry: (p) => `siguiente intento ${p.when}`,
    retry: 'Intentar de nuevo',
    retried: 'Está otra vez en la cola.',
    open: 'Abrir',
    back: 'Todos los correos',
    html: 'Como lo muestra un programa de correo',
    text: 'Como texto',
    more: 'Mostrar más',
    preview: (p) => `Correo: ${p.subject}`,
    notYet: 'Este correo todavía no se ha escrito.',
    forbidden: 'Los correos de una organización los ven sus gestores y administradores.',
    system: 'Correos de este servidor a tu gente',
    systemHint:
      'Enlaces para entrar, de personas que solo pertenecen a tu organización. Se muestran porque no hay servidor de correo.',
  },
  failures: {
    address: 'No se puede enviar correo a esa dirección.',
    expired: 'El enlace venció antes de que se pudiera enviar.',
    gaveUp: (p) => `No se pudo contactar con el servidor de correo durante días: ${p.reason}`,
  },
};
