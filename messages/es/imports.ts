import { plural } from '../format.ts';
import type { imports as english } from '../en/imports.ts';

export const imports: typeof english = {
  title: 'Traer una historia',
  lead: 'Las promesas que llevabais en una hoja de cálculo o en otro sistema pasan al registro compartido: quién prometió qué a quién, para cuándo, y cuándo se hizo.',
  open: 'Importar una historia',
  back: 'Todas las importaciones',
  forbidden: 'Importar es anotar lo que prometieron otras organizaciones.',
  forbiddenHint: 'Pídeselo a alguien de gestión o administración de tu organización.',

  choose: {
    title: 'Elige un fichero',
    drop: 'Suelta aquí un fichero CSV',
    button: 'Elegir un fichero',
    hint: 'CSV, también comprimido con gzip (.csv.gz), de 50 MB como mucho. La primera línea nombra las columnas. No se importa nada antes de que veas qué pasaría.',
    sending: (p) => `Enviando ${p.name}: ${p.percent} %`,
    reading: (p) => `${p.name} ha llegado. Leyendo sus columnas…`,
    stop: 'Parar',
    tooLarge: (p) => `Este fichero tiene ${p.size}. Como mucho caben 50 MB: divídelo o comprímelo con gzip.`,
    empty: 'Este fichero está vacío.',
    example: 'Descargar un fichero de ejemplo',
    exampleHint: (p) => `Escribe tu organización como «${p.name}», para que sus promesas se reconozcan como vuestras.`,
    exampleName: 'entente-ejemplo.csv',
    command: 'Desde la línea de órdenes',
    commandHint: 'Lo mismo en el propio servidor, también para ficheros que llegan cada noche:',
  },

  example: {
    partners: ['Hospital Riverside', 'Fundición Norte'],
    headers: ['cliente', 'proveedor', 'qué', 'prometido', 'para', 'hecho', 'valor', 'referencia', 'tipo de trabajo'],
    whats: ['Doce plazas de prácticas de enfermería', 'Una clase sobre aleaciones', 'Dos mentoras para el verano'],
    works: ['Personas', 'Docencia'],
  },

  mapping: {
    title: 'Qué significan las columnas',
    lead: 'Hemos hecho una primera suposición. Corrige lo que no sea; la vista previa se adapta.',
    none: '— no está en este fichero —',
    missing: '— elige una columna —',
    examples: (p) => `Aquí: ${p.list}`,
    emptyColumn: 'Esta columna está vacía.',
    fields: {
      customer: { label: '¿A quién se le prometió?', hint: 'La organización que lo pidió o que lo recibe.' },
      performer: { label: '¿Quién lo prometió?', hint: 'La organización que cumple.' },
      what: { label: '¿Qué se prometió?', hint: 'Unas palabras. Serán el título.' },
      promisedAt: { label: '¿Cuándo se prometió?', hint: 'Donde falta, se toma el día límite.' },
      due: { label: '¿Para cuándo?', hint: 'Una línea sin este día queda fuera.' },
      done: { label: '¿Cuándo se hizo?', hint: 'Vacío quiere decir: sigue abierto.' },
      stake: { label: '¿Cuánto había en juego?', hint: 'Un número, como el precio.' },
      reference: {
        label: '¿Qué líneas van juntas?',
        hint: 'Las líneas con el mismo número aquí (un pedido, una entrega) entre los mismos dos son una sola promesa con varias condiciones.',
      },
      work: {
        label: '¿Qué tipo de trabajo era?',
        hint: 'Personas, docencia, investigación, consejo, bienes y espacios, financiación, acceso o papeles.',
      },
    },
    unit: 'Unidad de lo que está en juego',
    unitHint: 'Como EUR, USD u horas.',
    dayFirst: '¿Cómo se lee 4/3/2026 en este fichero?',
    dayFirstOptions: { day: '4 de marzo (primero el día)', month: '3 de abril (primero el mes)' },
    sentence: (p) => `Una línea se lee así: ${p.performer} prometió a ${p.customer} «${p.what}» para ${p.due}.`,
    something: 'algo',
    incomplete: (p) => `Falta elegir: ${p.fields}`,
  },

  preview: {
    title: 'Qué pasaría',
    working: 'Mirando cada línea…',
    total: (p) =>
      `${p.lines.said} ${plural(p.lines.n, 'línea habla', 'líneas hablan')} de ${p.promises.said} ${plural(p.promises.n, 'promesa', 'promesas')} entre ${p.organizations.said} ${plural(p.organizations.n, 'organización', 'organizaciones')}.`,
    outcomes: { create: 'nuevas', update: 'ya hechas', skip: 'fuera' },
    outcomesMean: {
      create: 'líneas son promesas nuevas',
      update: 'líneas terminan una promesa importada antes',
      skip: 'líneas quedan fuera',
    },
    reasons: 'Conviene saber',
    inLines: (p) => `${p.said} ${plural(p.n, 'línea', 'líneas')}`,
    nothing: 'Con estas columnas no hay nada que importar.',
    run: (p) => `Importar ${p.said} ${plural(p.n, 'promesa', 'promesas')}`,
    again: (p) => `Importar otra vez ${p.said} ${plural(p.n, 'promesa', 'promesas')}`,
    means:
      'Quedan como palabras anotadas de ambas partes, visibles solo para tu organización hasta que un socio tome su lado. La importación se puede deshacer.',
  },

  reasons: {
    malformed: 'no se puede leer: unas comillas no se cierran',
    'too-many-lines': 'pasa del límite de un fichero',
    'missing-customer': 'no dice a quién se le prometió',
    'missing-performer': 'no dice quién lo prometió',
    'same-organization': 'la misma organización en ambos lados',
    'speaks-for-itself': 'este socio está aquí y habla por sí mismo; nadie más anota sus promesas',
    'missing-due': 'no dice para cuándo',
    'bad-due': 'el día límite no es un día que podamos leer',
    'bad-done': 'el día en que se hizo no es un día que podamos leer',
    'bad-stake': 'lo que había en juego no es un número',
    'too-long': 'un nombre de más de 200 caracteres',
    joined: 'dice lo mismo que una línea anterior',
    'already-imported': 'ya se importó antes; nada nuevo',
    'promise-date-unknown': 'no dice cuándo se prometió; se toma el día límite, o el día en que se hizo si fue antes',
    'promise-after-due':
      'prometido después del día límite; se toma el día límite, o el día en que se hizo si fue antes',
    'done-before-promise': 'hecho antes de prometerlo',
    'unknown-work': 'el tipo de trabajo no es ninguno de los nuestros; se importa sin él',
  },

  lines: {
    title: 'Línea a línea',
    filter: 'Mostrar',
    all: 'Todas las líneas',
    line: 'Línea',
    outcome: 'Qué pasa',
    reason: 'Por qué',
    none: 'No hay líneas así.',
    caption: 'Líneas del fichero, qué pasa con cada una, y por qué',
  },

  running: {
    title: 'Importando',
    said: (p) => `${p.done} de ${p.total} promesas`,
    leave: 'Puedes salir de esta página. Sigue sola, y la encuentras aquí otra vez.',
    undoing: 'Deshaciendo',
    undoingSaid: 'Se está quitando todo lo que trajo esta importación y nadie ha tocado desde entonces.',
  },

  done: {
    title: (p) => `${p.said} ${plural(p.n, 'promesa está', 'promesas están')} en el registro`,
    partners: 'Ver los socios',
    conversations: 'Ver las conversaciones',
    undo: 'Deshacer esta importación',
  },
  undo: {
    title: '¿Deshacer esta importación?',
    goes: (p) =>
      `${plural(p.n, 'Desaparece', 'Desaparecen')} ${p.said} ${plural(p.n, 'promesa', 'promesas')}, y los socios que esta importación añadió para ${plural(p.n, 'ella', 'ellas')}.`,
    remains: (p) => `${plural(p.n, 'Queda', 'Quedan')} ${p.said} ${plural(p.n, 'promesa', 'promesas')}.`,
    stays:
      'Lo que queda, si hay algo: las promesas con las que alguien ha seguido, sobre las que hay una nota o para las que se envió un enlace, las de un socio que haya llegado aquí después, y lo que esta importación solo terminó.',
    yes: 'Sí, deshacerla',
    no: 'Dejarla',
  },
  undone: {
    title: 'Esta importación se deshizo',
    kept: (p) =>
      `${plural(p.n, 'Queda', 'Quedan')} ${p.said} ${plural(p.n, 'promesa', 'promesas')}, porque alguien ha seguido con ${plural(p.n, 'ella', 'ellas')} después.`,
    nothingKept: 'No queda nada de ella.',
  },
  failed: {
    title: 'Se paró a medias',
    text: 'Lo importado se conserva y nada está dos veces. Sigue adelante, o deshazla.',
    goOn: 'Seguir',
  },

  earlier: {
    title: 'Importaciones anteriores',
    none: 'Aún no se ha importado ningún fichero.',
    status: {
      ready: 'sin importar todavía',
      running: 'importándose',
      done: 'importado',
      failed: 'parado a medias',
      undoing: 'deshaciéndose',
      undone: 'deshecho',
    },
    kept: (p) => `${plural(p.n, 'queda', 'quedan')} ${p.said}`,
    promises: (p) => `${p.said} ${plural(p.n, 'promesa', 'promesas')}`,
    what: 'las importaciones',
  },
};
