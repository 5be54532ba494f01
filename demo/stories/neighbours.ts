import { accept, answers, asksForHome, conversation, links, notes, privately, report, says, terms } from '../script.ts';
import { remembers, talks } from '../thread.ts';

/** Partners without an account: some answer by link, of some only what they said is written down. And two partners who met by us. */
export const neighbours = [
  // The city foundation: guests who answer by link, in Spanish.
  remembers(
    '2026-01-20 09:50',
    'daniel',
    'calusa-puertoclaro',
    'Jimena contesta siempre el mismo día si es por correo, y nunca por teléfono. No quiere otra contraseña más: enlaces.',
  ),
  ...conversation(
    'transporte',
    { room: 'calusa-puertoclaro', to: 'jimena' },
    {
      at: '2026-03-24 10:20',
      who: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'Doce becas de transporte para estudiantes en prácticas\nVan de Calusa a Port Calusa y vuelta, cuatro días por semana, de mayo a agosto.',
          ['Doce abonos mensuales, de mayo a agosto', 'Entregados antes del primer día de prácticas'],
          '2026-05-29',
          '2026-04-07',
          { work: 'funding' },
        ),
      },
    },
    [
      links('2026-03-24 10:25', 'daniel', 'jimena'),
      answers('2026-03-26 11:40', 'jimena', {
        kind: 'counter',
        terms: terms(
          'Diez becas de transporte para estudiantes en prácticas\nVan de Calusa a Port Calusa y vuelta, cuatro días por semana, de mayo a agosto.',
          [
            ['c1', 'Diez abonos mensuales, de mayo a agosto'],
            ['c2', 'Entregados antes del primer día de prácticas'],
            'Una foto de grupo para la memoria de la fundación',
          ],
          '2026-05-29',
          '2026-04-09',
          { work: 'funding' },
        ),
        text: 'El patronato aprobó diez. Si en junio sobra del programa de invierno, serán doce.',
      }),
      says('2026-03-27 09:00', 'daniel', { kind: 'agree', text: 'Diez, con mucho gusto, y la foto también.' }),
      answers(
        '2026-06-04 12:30',
        'jimena',
        report({
          c1: 'Diez abonos de mayo y junio entregados; los de julio y agosto salen el 25 de junio.',
          c2: 'El 29 de mayo, en mano, en la oficina de Daniel.',
          c3: 'La hizo Mateo y salieron todos con los ojos abiertos.',
        }),
      ),
    ],
  ),
  ...conversation(
    'desayuno',
    { room: 'calusa-puertoclaro', to: 'jimena' },
    {
      at: '2026-06-05 11:00',
      who: 'renata',
      saying: {
        kind: 'request',
        terms: terms(
          'The garden room for our partners’ breakfast on Thursday 25 June\nAbout forty people, from half past seven to ten.',
          ['The garden room and the kitchen', 'Somebody who opens at half past six'],
          '2026-06-25',
          '2026-06-12',
          { work: 'goods' },
        ),
      },
    },
    [links('2026-06-05 11:05', 'renata', 'jimena'), asksForHome('2026-06-05 12:10', 'jimena')],
  ),
  ...conversation(
    'taller-cv',
    { room: 'calusa-puertoclaro' },
    {
      at: '2026-05-18 13:20',
      who: 'jimena',
      recordedBy: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'Un taller de currículum en español en el centro de barrio',
          ['Dos tardes, para quince personas', 'Cada una sale con una página impresa'],
          '2026-06-11',
          '2026-05-27',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2026-05-18 13:30', 'daniel', { kind: 'agree', text: 'El 9 y el 11 de junio, de seis a ocho.' }),
      says('2026-06-05 16:10', 'daniel', {
        kind: 'progress',
        text: 'Vienen conmigo dos estudiantes de último año; la impresora la llevamos nosotros.',
      }),
    ],
  ),
  ...talks('becas-2027', { room: 'calusa-puertoclaro', subject: 'Becas para 2027' }, [
    [
      '2026-06-02 12:15',
      'daniel',
      'El patronato quiere ver este año a los becarios antes de decidir sobre el próximo. ¿Los llevamos al taller del 11, y así los conocen trabajando?',
      'jimena',
    ],
    ['2026-06-02 16:40', 'daniel', 'Me parece la mejor idea. Pregunto quiénes pueden y te digo el miércoles 10.'],
  ]),

  // A small supplier who only telephones.
  remembers(
    '2026-02-03 13:30',
    'renata',
    'calusa-kestrel',
    'Walt has no e-mail he reads. Call before eight. He has never been late with anything he said.',
  ),
  ...conversation(
    'weld-plates',
    { room: 'calusa-kestrel', to: 'walt' },
    {
      at: '2026-04-13 09:00',
      who: 'helen',
      saying: {
        kind: 'request',
        terms: terms(
          'Twenty sample plates with typical welding faults',
          ['Twenty plates, each fault named on a list', 'Four of them good, and nobody told which'],
          '2026-05-15',
          '2026-04-24',
          { work: 'goods' },
        ),
      },
    },
    [
      notes('2026-04-15 07:50', 'renata', 'walt', {
        kind: 'agree',
        text: 'He has a shelf of them and always wondered what for.',
      }),
      notes(
        '2026-05-13 16:40',
        'renata',
        'walt',
        report({
          c1: 'Twenty plates and a list in pencil, left with the porter.',
          c2: 'Four good ones; the list says which in an envelope.',
        }),
        '2026-05-13 07:30',
      ),
      says('2026-05-18 10:00', 'helen', accept(2, 5, 'The envelope is still closed, and three lecturers disagree.')),
    ],
  ),
  ...conversation(
    'welding-student',
    { room: 'calusa-kestrel', to: 'daniel' },
    {
      at: '2026-05-20 08:10',
      who: 'walt',
      recordedBy: 'renata',
      saying: {
        kind: 'request',
        terms: terms(
          'A student who can weld, two afternoons a week over the summer',
          ['Has passed the college’s TIG test', 'Can drive'],
          '2026-06-15',
          '2026-06-01',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2026-05-22 10:30', 'daniel', {
        kind: 'agree',
        text: 'Renata, please tell Walt: by the 15th he has a name.',
      }),
    ],
  ),

  ...conversation(
    'county-letter',
    { room: 'calusa-kestrel' },
    {
      at: '2026-06-03 07:45',
      who: 'walt',
      recordedBy: 'renata',
      saying: {
        kind: 'request',
        terms: terms(
          'A letter to the county about the training Kestrel gives our students\nFor their small-business permit; the hearing is on the 16th.',
          ['On letterhead, with the number of students and hours since 2024', 'In his letter box, not in his mail'],
          '2026-06-12',
          '2026-06-08',
          { work: 'paperwork' },
        ),
      },
    },
    [
      says('2026-06-03 07:50', 'renata', { kind: 'agree', text: 'Said so on the phone: gladly, by Friday the 12th.' }),
      privately(
        '2026-06-03 07:55',
        'renata',
        'Eleven students and about 1,400 hours, says Priya. Ask Helen to sign it too; it costs her a minute and means a lot to him.',
      ),
    ],
  ),

  // What the shipyard needs for its own promise: the third room in Vigo.
  ...conversation(
    'vigo-flat',
    { room: 'corriente-ria', to: 'sabela' },
    {
      at: '2026-03-18 06:10',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Una habitación en el piso de empresa, julio y agosto\nPara una estudiante de Florida en prácticas con nosotros.',
          ['Una habitación con llave propia', 'Del 4 de julio al 30 de agosto'],
          '2026-06-26',
          '2026-03-27',
          { work: 'goods' },
        ),
      },
    },
    [
      links('2026-03-18 06:15', 'lucia', 'sabela'),
      answers('2026-03-20 05:30', 'sabela', { kind: 'agree', text: 'Sin problema, en verano está vacío.' }),
      says('2026-03-20 06:00', 'lucia', ({ conversation: other }) => ({
        kind: 'link',
        relation: 'supports',
        other: other('vigo-three'),
      })),
      links('2026-06-02 05:30', 'lucia', 'sabela'),
      answers('2026-06-03 04:20', 'sabela', {
        kind: 'progress',
        atRisk: true,
        expected: { date: '2026-06-30' },
        cause: 'external',
        text: 'Ha reventado una tubería y están picando el baño. Cuento con el 30, pero no lo firmo.',
      }),
      privately('2026-06-03 04:50', 'lucia', 'Plan B: la prima de Brais alquila en Moaña, 20 minutos en barco.'),
    ],
  ),

  // The hospital orders for its simulation unit; asked by somebody who works in two houses.
  ...conversation(
    'training-arms',
    { room: 'telmo-tidewater', to: 'minji' },
    {
      at: '2026-05-04 13:10',
      who: 'amparo',
      saying: {
        kind: 'request',
        terms: terms(
          'Twelve training arms with veins that can be changed',
          ['Twelve arms, six of them dark-skinned', 'Thirty-six spare veins'],
          '2026-06-16',
          '2026-05-13',
          { work: 'goods', price: { amount: '5880', unit: 'USD' } },
        ),
      },
    },
    [
      links('2026-05-04 13:15', 'amparo', 'minji'),
      answers('2026-05-05 16:00', 'minji', {
        kind: 'agree',
        text: 'All twelve in one crate. Thank you for asking for both colors; few do.',
      }),
      links('2026-06-01 09:10', 'amparo', 'minji'),
      answers('2026-06-02 11:30', 'minji', { kind: 'progress', text: 'The crate left Savannah this morning.' }),
    ],
  ),

  // The insurer and the hospital met at the university’s table.
  ...conversation(
    'falls-data',
    { room: 'brightwater-telmo', to: 'ruth' },
    {
      at: '2026-02-23 11:00',
      who: 'samir',
      saying: {
        kind: 'request',
        terms: terms(
          'Falls at home and what came of them, 2022 to 2025, without names\nFor a prize that rewards handrails instead of paying for hips.',
          ['Age by decade, season, injury, days in hospital', 'Cleared by your ethics board'],
          '2026-06-18',
          '2026-03-09',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-03-06 10:20', 'ruth', {
        kind: 'agree',
        text: 'This is the kind of insurance I like. The board meets monthly.',
      }),
      says('2026-04-27 09:00', 'ruth', {
        kind: 'propose',
        proposal: { kind: 'pause', until: { date: '2026-06-05' }, text: 'The board has put it to its June meeting.' },
      }),
      says('2026-04-27 13:40', 'samir', { kind: 'consent' }),
    ],
  ),
  ...conversation(
    'boat-first-aid',
    { room: 'brightwater-telmo', to: 'ruth' },
    {
      at: '2026-05-27 11:20',
      who: 'elena',
      saying: {
        kind: 'request',
        terms: terms(
          'A first-aid evening for boat owners we insure',
          ['Ninety minutes at the marina, with something to try oneself', 'A card to keep on board'],
          '2026-08-28',
          '2026-06-08',
          { work: 'teaching' },
        ),
      },
    },
  ),
];
