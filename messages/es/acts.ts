import type { acts as english, ActWords } from '../en/acts.ts';

const para = (date: string | undefined) => (date ? ` para ${date}` : '');

export const acts: Record<keyof typeof english, ActWords> = {
  request: {
    button: 'Pedir algo',
    means: (p) =>
      `${p.partner} recibirá la petición y podrá decir que sí, que no o «sí, pero…». Aún no hay ninguna promesa.`,
    said: (p) => `${p.who} pidió algo`,
  },
  offer: {
    button: 'Ofrecer algo',
    means: (p) => `${p.partner} puede aceptarlo o rechazarlo. Solo te obliga cuando digan que sí.`,
    said: (p) => `${p.who} ofreció algo`,
  },
  counter: {
    button: 'Sí, pero…',
    means: (p) => `Propones otras condiciones. Después le toca a ${p.partner}; aún no hay ninguna promesa.`,
    said: (p) => `${p.who} dijo: sí, pero…`,
  },
  defer: {
    button: 'Contestaré antes del…',
    means: (p) => `Prometes a ${p.partner} una respuesta, no la cosa en sí. Si contestas ese día, cuenta a tu favor.`,
    said: (p) => `${p.who} contestará más adelante`,
  },
  'agree-performer': {
    button: 'Sí, lo prometo',
    means: (p) => `Prometes entregarlo${para(p.due)}. Si surge alguna duda, avisa pronto: cuenta a tu favor.`,
    said: (p) => `${p.who} lo prometió`,
  },
  'agree-customer': {
    button: 'Sí, adelante',
    means: (p) => `${p.partner} te lo deberá${para(p.due)}, y tú dirás si está como se acordó.`,
    said: (p) => `${p.who} dijo: sí, adelante`,
  },
  decline: {
    button: 'No, gracias',
    means: (p) => `La conversación termina aquí. Un no a tiempo ayuda a ${p.partner} y nunca cuenta en tu contra.`,
    said: (p) => `${p.who} dijo: no, gracias`,
  },
  withdraw: {
    button: 'Lo retiro',
    means: (p) => `${p.partner} ya no tiene que contestar. No había ninguna promesa y nada cuenta.`,
    said: (p) => `${p.who} lo retiró`,
  },
  fulfil: {
    button: 'Nuestra parte está hecha',
    means: (p) => `Le dices a ${p.partner} que está hecho lo que tenías que hacer primero. Desde aquí corre su plazo.`,
    said: (p) => `${p.who} hizo lo que iba primero`,
  },
  progress: {
    button: 'Cómo va',
    means: (p) => `${p.partner} ve cómo van las cosas. La promesa sigue igual.`,
    said: (p) => `${p.who} contó cómo va`,
  },
  'progress-at-risk': {
    button: 'Puede retrasarse',
    means: (p) => `Avisas pronto a ${p.partner}. La promesa sigue igual y el aviso cuenta a tu favor.`,
    said: (p) => `${p.who} avisó de que puede retrasarse`,
  },
  report: {
    button: 'Está hecho',
    means: (p) => `Dices que se cumple cada condición. Después ${p.partner} lo mira y contesta.`,
    said: (p) => `${p.who} dijo que está hecho`,
  },
  retract: {
    button: 'Aún no está, en realidad',
    means: (p) => `Retiras tu aviso antes de que ${p.partner} conteste. La fecha sigue siendo la acordada.`,
    said: (p) => `${p.who} retiró su aviso`,
  },
  accept: {
    button: 'Aceptar',
    means: (p) => `Dices que está como se acordó. Con esto se cierra la promesa, y cuenta a favor de ${p.partner}.`,
    said: (p) => `${p.who} lo aceptó`,
  },
  return: {
    button: 'No es lo acordado',
    means: (p) => `Señalas las condiciones que no se cumplen. ${p.partner} puede corregirlo o verlo de otra manera.`,
    said: (p) => `${p.who} dijo: no es lo acordado`,
  },
  contest: {
    button: 'Yo lo veo de otra manera',
    means: (p) =>
      `Das tu versión y las condiciones en que te apoyas. Después buscáis juntos una salida tú y ${p.partner}.`,
    said: (p) => `${p.who} lo vio de otra manera`,
  },
  settle: {
    button: 'Proponer una salida',
    means: (p) => `Propones cómo termina esto o cómo sigue. Solo vale si ${p.partner} está de acuerdo.`,
    said: (p) => `${p.who} propuso una salida`,
  },
  'propose-amend': {
    button: 'Pedir un cambio',
    means: (p) => `La promesa anterior obliga hasta que ${p.partner} acepte las nuevas condiciones.`,
    said: (p) => `${p.who} pidió un cambio`,
  },
  'propose-release': {
    button: 'Pedir que me liberen',
    means: (p) => `La promesa obliga hasta que ${p.partner} la suelte. Si lo hace, termina sin culpa de nadie.`,
    said: (p) => `${p.who} pidió que lo liberen`,
  },
  'propose-pause': {
    button: 'Pedir una pausa',
    means: (p) => `Si ${p.partner} está de acuerdo, el trabajo descansa hasta el día que digas.`,
    said: (p) => `${p.who} pidió una pausa`,
  },
  'propose-hand-over': {
    button: 'Pedir que lo haga otra persona',
    means: (p) => `Otra organización asumiría la promesa, si ${p.partner} y ella están de acuerdo.`,
    said: (p) => `${p.who} pidió que lo haga otra organización`,
  },
  'propose-assign': {
    button: 'Pedir que lo reciba otra persona',
    means: (p) => `Otra organización ocuparía tu lugar, si ${p.partner} y ella están de acuerdo.`,
    said: (p) => `${p.who} pidió que lo reciba otra organización`,
  },
  'propose-end-together': {
    button: 'Terminémoslo de común acuerdo',
    means: (p) => `Si ${p.partner} está de acuerdo, termina para las dos partes sin culpa de nadie.`,
    said: (p) => `${p.who} propuso terminarlo de común acuerdo`,
  },
  'propose-reopen': {
    button: 'Al final surgió algo',
    means: (p) => `Si ${p.partner} está de acuerdo, la promesa se reabre hasta el día que digas.`,
    said: (p) => `${p.who} pidió reabrirlo`,
  },
  consent: {
    button: 'De acuerdo',
    means: (p) => `Lo que propuso ${p.partner} entra en vigor.`,
    said: (p) => `${p.who} estuvo de acuerdo`,
  },
  refuse: {
    button: 'Que quede como está',
    means: () => 'Nada cambia: lo acordado antes sigue obligando.',
    said: (p) => `${p.who} lo dejó como estaba`,
  },
  'take-back': {
    button: 'Déjalo, no importa',
    means: (p) => `Retiras tu propuesta. ${p.partner} ya no tiene que contestarla.`,
    said: (p) => `${p.who} retiró la propuesta`,
  },
  resume: {
    button: 'Seguir',
    means: () => 'La pausa termina y el trabajo sigue con lo acordado.',
    said: (p) => `${p.who} lo reanudó`,
  },
  cancel: {
    button: 'Ya no hace falta',
    means: (p) => `Liberas a ${p.partner} de la promesa. Nunca cuenta en su contra.`,
    said: (p) => `${p.who} dijo que ya no hace falta`,
  },
  renege: {
    button: 'No puedo cumplirlo',
    means: (p) =>
      `Rompes la promesa y dices por qué. Cuanto antes lo sepa ${p.partner}, mejor podrá arreglarse, y puedes repararlo.`,
    said: (p) => `${p.who} no pudo cumplirlo`,
  },
  stop: {
    button: 'Terminar: no se entregó',
    means: (p) => `Lo cierras como no entregado. La versión de ${p.partner} queda junto a la tuya.`,
    said: (p) => `${p.who} lo cerró como no entregado`,
  },
  'close-unconfirmed': {
    button: 'Cerrar sin respuesta',
    means: (p) =>
      `${p.partner} no contestó. Se cierra como entregado, nunca como satisfecho; todavía pueden aceptarlo.`,
    said: (p) => `${p.who} lo cerró sin respuesta`,
  },
  judge: {
    button: '¿Qué tal fue?',
    means: (p) => `¿Fue justo, fue fluido, lo repetirías? Solo lo veis tú y ${p.partner}.`,
    said: (p) => `${p.who} dijo qué tal fue`,
  },
  'make-good': {
    button: 'Repararlo',
    means: (p) => `Le cuentas a ${p.partner} qué has hecho o harás para arreglarlo.`,
    said: (p) => `${p.who} lo reparó`,
  },
  forgive: {
    button: 'Perdonar',
    means: (p) => `Lo dejas atrás. Lo ocurrido queda en la historia; ya no pesa sobre ${p.partner}.`,
    said: (p) => `${p.who} lo dejó atrás`,
  },
  say: {
    button: 'Escribir',
    means: (p) => `${p.partner} lo lee. No se promete ni cambia nada.`,
    said: (p) => `${p.who} escribió`,
  },
  'stand-in': {
    button: 'Otra persona de nuestro lado',
    means: (p) => `Desde ahora respondes tú de esto. ${p.partner} ve que eres tú.`,
    said: (p) => `${p.who} lo asumió por su lado`,
  },
  'link-supports': {
    button: 'Necesito ayuda con esto',
    means: () => 'Lo unes a la promesa que ayuda a cumplir. Si una se retrasa, la otra queda señalada enseguida.',
    said: (p) => `${p.who} lo unió a otra promesa`,
  },
  'link-exchange': {
    button: 'A cambio…',
    means: () => 'Unes dos promesas opuestas en un intercambio. Soltar una nunca suelta la otra.',
    said: (p) => `${p.who} unió dos promesas en un intercambio`,
  },
  confirm: {
    button: 'Revisar lo anotado por nosotros',
    means: (p) => `${p.partner} anotó lo que dijo tu lado. Tú dices qué es correcto.`,
    said: (p) => `${p.who} revisó lo anotado`,
  },
};
