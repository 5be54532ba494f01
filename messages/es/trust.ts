import { plural } from '../format.ts';
import type { trust as english } from '../en/trust.ts';

export const trust: typeof english = {
  title: 'Confianza',
  open: 'La confianza y de dónde sale',
  pageTitle: (p) => `Confianza: ${p.partner}`,
  lead: 'Qué probable es que se cumpla la próxima promesa, según las que hubo antes. Cada parte se abre y enseña de qué está hecha.',
  back: (p) => `Volver a ${p.partner}`,
  loading: 'la confianza',

  inThem: (p) => `Nuestra confianza en ${p.partner}`,
  inUs: (p) => `La confianza de ${p.partner} en nosotros, hasta donde la muestra el registro compartido`,
  between: (p) => `Lo que ${p.customer} puede esperar de ${p.performer}`,
  whoSees: {
    ours: 'Esto solo lo ve tu organización: incluye lo que sabéis por otros socios.',
    shared: (p) => `Aquí veis lo mismo ${p.partner} y vosotros. Lo que saben por otros es suyo.`,
    sharedAlone: (p) => `Según esta sala por sí sola: lo que vería ${p.partner} si tuviera aquí su casa.`,
    sharedBetween: 'Según lo anotado entre las dos organizaciones.',
  },
  sharedAlone: (p) => `El registro compartido por sí solo dice ${p.value}.`,
  sharedAloneNone: 'El registro compartido por sí solo aún no dice nada.',

  standing: {
    'too-early': 'Aún es pronto para decirlo',
    'too-long-ago': 'Hace demasiado para decirlo',
  },
  tooEarlyHint: (p) =>
    p.count === 0
      ? `Aún no se ha resuelto ninguna promesa. A partir de ${p.from} se da un número.`
      : `${plural(p.count, 'Se ha resuelto', 'Se han resuelto')} ${p.count} ${plural(p.count, 'promesa', 'promesas')}. A partir de ${p.from} se da un número, mientras el margen no sea demasiado ancho.`,
  tooLongAgoHint: 'Lo que hubo es ya demasiado antiguo para decir algo de hoy.',
  level: {
    dependable: 'De fiar',
    mostly: 'Casi siempre cumplidas',
    mixed: 'Unas sí y otras no',
    rarely: 'A menudo sin cumplir',
  },
  ofTen: (p) =>
    p.from === p.to
      ? `De las próximas diez promesas, cabe esperar que se ${plural(p.from, 'cumpla', 'cumplan')} ${p.from}.`
      : `De las próximas diez promesas, cabe esperar que se cumplan de ${p.from} a ${p.to}.`,
  figure: (p) => `${p.value}, probablemente entre ${p.low} y ${p.high}`,
  counted: (p) => `${p.kept} de ${p.count} cumplidas entre las que se resolvieron entre vosotros`,
  small: {
    stated: (p) => `${p.level}: ${p.value} según ${p.count} ${plural(p.count, 'promesa', 'promesas')}`,
    none: (p) =>
      p.count < p.from
        ? `Aún es pronto para decirlo: ${p.count} de ${p.from} promesas`
        : 'Aún es pronto para decirlo: el margen es todavía demasiado amplio',
  },

  trend: {
    title: 'Con el tiempo',
    name: (p) => `La confianza en ${p.performer} con el tiempo`,
    none: 'La línea empieza cuando se puede decir una cifra.',
    unknown: 'aún es pronto para decirlo',
    marks: { kept: 'cumplida', broken: 'sin cumplir', repaired: 'reparada y perdonada' },
    table: {
      show: 'Ver como tabla',
      at: 'Cuándo',
      value: 'Confianza',
      interval: 'Margen probable',
      what: 'Qué pasó',
    },
  },

  changed: {
    title: 'Qué ha cambiado',
    since: 'Desde',
    choices: { '30': 'hace un mes', '90': 'hace tres meses', '365': 'hace un año' },
    moved: (p) => `De ${p.before} a ${p.after} (${p.by} puntos)`,
    same: 'No ha cambiado nada.',
    became: 'Entonces no se podía decir nada.',
    by: (p) => `${p.by} puntos`,
    settled: 'Lo que se ha resuelto desde entonces',
    ageing: 'Donde no se resolvió nada, lo antiguo cuenta cada día un poco menos.',
  },

  shares: {
    title: 'De dónde sale el número',
    name: 'Partes del número',
    note: 'El ancho es cuánto pesa una parte; la altura rellena, cuánto se cumplió de ella. La superficie rellena es el número.',
    own: 'Lo que se resolvió entre vosotros',
    ownBetween: 'Lo que se resolvió entre las dos organizaciones',
    work: 'Este tipo de trabajo',
    counterparty: (p) => `Lo que ${p.party} vivió con ellos`,
    elsewhere: (p) => `Lo que se resolvió con ${p.party}`,
    population: 'Las promesas de todos a todos los que ves',
    start: 'La mitad, antes de saber nada',
    startHint: 'Es un supuesto, no un registro: no hay nada detrás.',
    adds: (p) => `añade ${p.points} de ${p.weight}`,
    table: { show: 'Ver como tabla', label: 'Parte', weight: 'Peso', points: 'Añade' },
    empty: 'Ya no queda nada de ello.',
    more: 'Ver más',
    truncated: (p) => `y ${p.n} ${plural(p.n, 'parte menor', 'partes menores')}`,
  },

  commitment: {
    kept: 'Cumplida',
    broken: 'Sin cumplir',
    lifted: 'Reparada y perdonada: ya no cuenta',
    open: 'Se debe todavía, sin una palabra desde su fecha',
    results: {
      open: 'abierta',
      kept: 'cumplida en su fecha',
      late: 'con retraso y sin aviso',
      'late-with-notice': 'con retraso y con aviso',
      reneged: 'abandonada por quien la hizo',
      failed: 'no entregada',
      unconfirmed: 'nunca confirmada',
      excused: 'terminada sin culpa',
      denied: 'dicen que no se acordó',
    },
    weight: (p) => `cuenta ${p.worth}`,
    recorded: 'anotada y sin confirmar: cuenta la mitad',
    between: (p) => `De ${p.performer} a ${p.customer}`,
  },

  kinds: {
    title: 'Por tipo de trabajo',
  },
  beside: {
    title: 'Al margen del número',
    text: 'Estas se resolvieron sin contar a favor ni en contra de nadie.',
  },
  prospect: {
    title: 'Lo que hace pensar la experiencia de otros',
    through: (p) => `A través de ${p.parties}. No es experiencia vuestra y no se guarda en ningún sitio.`,
  },
  how: {
    title: 'Cómo se calcula',
    text: 'Una promesa cuenta como cumplida cuando se aceptó y se dijo hecha a más tardar el último día acordado; como no cumplida cuando se retrasó sin aviso, se abandonó, no se entregó o pasó su fecha sin una palabra. Al cabo de un año cuenta la mitad. Decir que no, quedar liberado o terminar de común acuerdo no cuenta nunca. Lo reparado y perdonado deja de contar. Nada de esto pone a nadie por encima de nadie.',
  },

  effect: {
    title: 'Confianza',
    ours: (p) => `Vuestra confianza en ${p.performer}`,
    between: (p) => `La confianza de ${p.customer} en ${p.performer}`,
    now: (p) => `Ahora, ${p.value}.`,
    tooEarly: (p) =>
      p.count < p.from
        ? `Aún es pronto para dar un número: ${plural(p.count, 'se ha resuelto', 'se han resuelto')} ${p.count} de ${p.from} promesas.`
        : 'Aún es pronto para dar un número: el margen es todavía demasiado amplio.',
    tooLongAgo: 'Hace demasiado para dar un número.',
    raised: (p) => `Esta promesa la subió ${p.by} puntos.`,
    lowered: (p) => `Esta promesa la bajó ${p.by} puntos.`,
    raisedSome: 'Esta promesa la subió.',
    loweredSome: 'Esta promesa la bajó.',
    wouldKept: (p) => `Cumplirla la subiría ${p.by} puntos.`,
    wouldBroken: (p) => `No cumplirla la bajaría ${p.by} puntos.`,
    wouldBothSome: 'Cumplirla la subirá; no cumplirla la bajará.',
    lifted: 'Se reparó y se perdonó: ya no cuenta.',
    none: 'Se resolvió sin contar a favor ni en contra de nadie.',
    waiting: 'Contará cuando se haya resuelto.',
    recorded: 'Cuenta la mitad hasta que se confirme lo anotado.',
    silent: 'Está fuera de plazo sin una palabra, y cuenta como no cumplida.',
    smallStake: 'Cuenta menos: había poco en juego para lo habitual.',
    see: 'De dónde sale',
  },

  check: {
    title: '¿Se habría previsto?',
    lead: 'Cada promesa de esta historia se prevé con lo que se había resuelto antes de hacerla, y se compara con lo que pasó.',
    run: 'Comprobarlo',
    scored: (p) =>
      `${plural(p.n, 'Se previó', 'Se previeron')} ${p.n} ${plural(p.n, 'promesa', 'promesas')}; el primer 30\u00a0% solo sirvió para aprender.`,
    tooFew: 'Hay muy pocas promesas resueltas para comprobar algo.',
    brier: 'Error medio',
    brierHint: (p) => `0 es perfecto. La simple media de quien promete da ${p.plain}.`,
    better: 'mejor que la simple media',
    worse: 'no mejor que la simple media',
    coverage: 'Márgenes que acertaron',
    coverageHint: 'de los márgenes al 90\u00a0% contenían las diez promesas siguientes',
    ece: 'Lejos de la diagonal',
    eceHint: 'de media, entre lo previsto y lo que pasó',
    diagram: 'Lo previsto y lo cumplido',
    axis: { foretold: 'previsto', kept: 'cumplido', n: 'promesas' },
    above: 'se cumplieron más de lo previsto',
    below: 'se cumplieron menos de lo previsto',
    diagonal: 'justo lo previsto',
    recorded:
      'Las promesas importadas solo están anotadas: cada una cuenta la mitad hasta que ambas partes la confirmen.',
  },
};
