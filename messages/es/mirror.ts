import { plural, spanSaid } from '../format.ts';
import type { mirror as english } from '../en/mirror.ts';

const ofAll = (of: number | null) => (of === null ? '' : ` de ${of}`);
const span = (hours: number | null) => (hours === null ? '' : spanSaid(hours, 'es'));
const promises = (n: number) => plural(n, 'promesa', 'promesas');
const times = (n: number) => plural(n, 'vez', 'veces');

export const mirror: typeof english = {
  title: 'Espejo',
  lead: 'Cómo cumple su palabra tu organización. Es para miraros vosotros: nadie más ve esta página y a nadie se le pone por encima de nadie.',
  loading: 'el espejo',
  stretch: { label: 'Mirar', '30': 'el último mes', '90': 'los últimos tres meses', '365': 'el último año' },
  review: {
    open: 'Repaso del mes',
    title: (p) => `Repaso de ${p.month}`,
    lead: 'Lo que salió bien, lo que hay que reparar, y dónde.',
    loading: 'el repaso',
    back: 'Volver al espejo',
    earlier: 'Mes anterior',
    later: 'Mes siguiente',
    well: 'Bien hecho',
    mend: 'Por reparar',
    wellNone: 'Nada que señalar este mes.',
    mendNone: 'Nada que reparar este mes.',
    empty: 'Este mes no pasó nada.',
    emptyHint: 'El repaso se escribe con promesas y respuestas. Se llena solo.',
    wellItems: {
      kept: (p) =>
        `${p.count}${ofAll(p.of)} ${promises(p.of ?? p.count)} se ${plural(p.count, 'cumplió', 'cumplieron')} en su fecha.`,
      'made-good': (p) => `${p.count} ${plural(p.count, 'promesa rota se reparó', 'promesas rotas se repararon')}.`,
      warned: (p) => `${p.count} ${times(p.count)} avisasteis pronto de que algo podía retrasarse.`,
      retracted: (p) => `${p.count} ${times(p.count)} dijisteis vosotros mismos que aún no estaba hecho.`,
      answered: (p) => `La mitad de vuestras ${p.count} respuestas llegó en ${span(p.hours)} o menos.`,
      'showed-up': (p) =>
        `Acudisteis a ${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'reunión', 'reuniones')} que habíais aceptado.`,
      reviewed: (p) => `${p.count} ${plural(p.count, 'entrega se miró', 'entregas se miraron')} a tiempo.`,
      amended: (p) => `${p.count} ${plural(p.count, 'cambio se pidió', 'cambios se pidieron')} antes de la fecha.`,
      forgave: (p) => `${p.count} ${times(p.count)} perdonasteis lo que se había reparado.`,
      'let-off': (p) => `${p.count} ${times(p.count)} liberasteis a un socio.`,
      rhythm: (p) =>
        `Seguisteis en contacto con ${p.count} ${plural(p.count, 'socio', 'socios')}, sin largos silencios.`,
    },
    mendItems: {
      broken: (p) =>
        `${p.count}${ofAll(p.of)} ${promises(p.of ?? p.count)} no se ${plural(p.count, 'cumplió', 'cumplieron')}.`,
      silent: (p) =>
        `${p.count}${ofAll(p.of)} ${promises(p.of ?? p.count)} ${plural(p.count, 'pasó', 'pasaron')} de fecha sin una palabra.`,
      late: (p) =>
        `${p.count}${ofAll(p.of)} ${promises(p.of ?? p.count)} se ${plural(p.count, 'cumplió', 'cumplieron')} con retraso.`,
      'not-shown': (p) =>
        `Nadie de los vuestros acudió a ${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'reunión', 'reuniones')} que habíais aceptado.`,
      unanswered: (p) =>
        `${p.count} ${plural(p.count, 'vez', 'veces')} no llegó vuestra respuesta en la fecha acordada.`,
      'slow-answers': (p) => `La mitad de vuestras ${p.count} respuestas tardó más de ${span(p.hours)}.`,
      'slow-reviews': (p) =>
        `${p.count} ${plural(p.count, 'entrega se miró', 'entregas se miraron')} más tarde de lo acordado.`,
      'cancelled-late': (p) =>
        `${p.count} ${plural(p.count, 'petición se anuló', 'peticiones se anularon')} menos de tres días antes, o después.`,
      'called-off-late': (p) =>
        `${p.count} ${plural(p.count, 'reunión anulada', 'reuniones anuladas')} con menos de un día.`,
      'antecedent-missed': (p) =>
        `${p.count} ${plural(p.count, 'socio espera', 'socios esperan')} lo que ibais a hacer primero.`,
      'amended-late': (p) => `${p.count} ${plural(p.count, 'cambio se pidió', 'cambios se pidieron')} pasada la fecha.`,
      'long-silence': (p) => `El silencio más largo con un socio fue de ${p.days ?? 0} días.`,
    },
  },
  both: {
    title: 'Las dos caras del espejo',
    lead: 'Las mismas cuentas para las dos partes, con lo que veis ambas. Primero la vuestra.',
    open: 'Cómo cumplen su palabra las dos partes',
    ours: 'Nosotros',
    theirs: (p) => p.partner,
  },
  few: 'aún es pronto para decirlo',
  trend: { better: 'mejor que antes', same: 'como antes', worse: 'menos que antes' },
  interval: (p) => `probablemente entre ${p.low} y ${p.high}`,
  answers: {
    title: 'Comunicación',
    median: 'La mitad de las respuestas llegó en',
    p90: (p) => `nueve de cada diez en ${p.span}`,
    asked: (p) => `${p.asked} ${plural(p.asked, 'vez', 'veces')} se esperaba una respuesta`,
    unanswered: 'Sin respuesta',
    unansweredOf: (p) => `${p.n} de ${p.asked}`,
  },
  rhythm: {
    title: 'Constancia',
    share: 'En contacto',
    hint: (p) => `del tiempo, con una palabra de las dos partes en los últimos ${p.days} días`,
    longest: (p) => `silencio más largo: ${p.days} ${plural(p.days, 'día', 'días')}`,
  },
  promises: {
    title: 'Promesas',
    kept: 'Cumplidas en su fecha',
    of: (p) => `${p.kept} de ${p.due} que vencían`,
    notKept: 'No en su fecha',
    parts: {
      lateWithNotice: (p) => `${p.n} con retraso y con aviso`,
      late: (p) => `${p.n} con retraso`,
      silent: (p) => `${p.n} sin una palabra`,
      broken: (p) => `${p.n} sin cumplir`,
    },
    spoken: 'De lo que se habló',
    warned: (p) => `${p.n} ${plural(p.n, 'aviso temprano', 'avisos tempranos')}`,
    amendedBefore: (p) => `${p.n} ${plural(p.n, 'cambio pedido', 'cambios pedidos')} antes de la fecha`,
    amendedAfter: (p) => `${p.n} después`,
    causes: 'Por qué se retrasaron promesas',
    causesNone: 'Nadie dijo una razón.',
    cause: (p) => `${p.cause}: ${p.n}`,
    none: 'No vencía nada.',
  },
  showing: {
    title: 'Acudir',
    came: 'Asistencia',
    of: (p) => `a ${p.came} de ${p.meetings} ${plural(p.meetings, 'reunión aceptada', 'reuniones aceptadas')}`,
    calledOff: 'Reuniones anuladas',
    calledOffLate: (p) => `${p.n}${p.late === 0 ? '' : `, de ellas ${p.late} con menos de un día`}`,
    none: 'Aún no hay ninguna reunión aceptada de la que se sepa quién acudió.',
  },
  customer: {
    title: 'Pedir bien',
    prompt: 'Lo entregado, mirado a tiempo',
    of: (p) => `${p.prompt} de ${p.reviews} entregas`,
    median: (p) => `la mitad en ${p.span}`,
    cancelled: 'Anuladas',
    cancelledLate: (p) => `${p.n}${p.late === 0 ? '' : `, de ellas ${p.late} tarde`}`,
    antecedents: 'La propia parte, hecha primero',
    antecedentsOf: (p) => `${p.met} de ${p.all} a tiempo`,
    letOff: (p) => `${p.n} ${times(p.n)} se liberó a un socio`,
    none: 'No se pidió nada.',
  },
  where: 'Dónde',
  nothing: {
    title: 'Aún no hay nada que ver',
    text: 'El espejo se llena con promesas y respuestas: lo que vencía, lo que se cumplió, lo pronto que contestasteis.',
    example: '11 de 12 promesas cumplidas en su fecha; la mitad de las respuestas en 5 horas',
    exampleLabel: 'Ejemplo',
    act: 'Ver a quién le toca',
  },
};
