import { accept, conversation, privately, report, says, terms } from '../script.ts';

/** What came to an end between the university and the insurer. */
export const insurerClosed = [
  // Found wanting after the end, reopened by consent, and closed well.
  ...conversation(
    'claims-sprint',
    { room: 'calusa-brightwater', to: 'helen' },
    {
      at: '2026-01-26 11:00',
      who: 'samir',
      saying: {
        kind: 'request',
        terms: terms(
          'A two-week sprint on sorting first reports of loss\nFour students and a lecturer, on two thousand of our letters with the names taken out.',
          [
            'A model that sorts letters into our nine causes, with its error for each',
            'Code we can run ourselves',
            'An hour of explanation for the claims team',
          ],
          '2026-03-20',
          '2026-02-06',
          { work: 'research', price: { amount: '12000', unit: 'USD' } },
        ),
      },
    },
    [
      says('2026-02-03 09:30', 'helen', { kind: 'agree' }),
      says(
        '2026-03-19 16:00',
        'helen',
        report({
          c1: 'Nine causes; worst for "wind or water?", which people also get wrong.',
          c2: 'In the repository, with a page on how to run it.',
          c3: 'Held on the 18th.',
        }),
      ),
      says(
        '2026-03-24 13:20',
        'samir',
        accept(
          3,
          4,
          'Better than what we bought last year. We could not run the second notebook and can live without it.',
          { c2: 'The first notebook is all we need.' },
        ),
      ),
      says('2026-04-06 11:10', 'samir', {
        kind: 'propose',
        proposal: {
          kind: 'reopen',
          due: { date: '2026-04-30' },
          text: 'Something came up after all: we do need the second notebook, for the audit.',
        },
      }),
      says('2026-04-07 09:00', 'helen', { kind: 'consent', text: 'Of course; it was promised.' }),
      says(
        '2026-04-22 14:30',
        'helen',
        report({
          c1: 'Unchanged.',
          c2: 'Both notebooks run from an empty machine; we tried it on one of yours.',
          c3: 'Held in March.',
        }),
      ),
      says('2026-04-23 10:15', 'samir', accept(3, 5, 'It ran the first time. Thank you for not sighing.')),
      says('2026-04-23 10:20', 'samir', {
        kind: 'judge',
        fair: 'yes',
        efficient: 'yes',
        again: 'yes',
        text: 'With the same lecturer, please.',
      }),
    ],
  ),

  // Delivered; nobody ever answered.
  ...conversation(
    'resume-day',
    { room: 'calusa-brightwater', to: 'daniel' },
    {
      at: '2026-02-18 10:40',
      who: 'elena',
      saying: {
        kind: 'request',
        terms: terms(
          'Thirty résumés of third-year students for the summer programme',
          ['Thirty, each with the student’s consent', 'Sorted by county'],
          '2026-03-27',
          '2026-03-02',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2026-02-23 09:10', 'daniel', { kind: 'agree' }),
      says(
        '2026-03-26 17:00',
        'daniel',
        report({ c1: 'Thirty-one, all with consent.', c2: 'By county, and by month of graduation within it.' }),
      ),
      says('2026-04-08 09:30', 'daniel', {
        kind: 'say',
        text: 'Did they arrive? The students ask me whether anybody has looked.',
      }),
      says('2026-04-14 09:05', 'daniel', {
        kind: 'close-unconfirmed',
        text: 'I close this on our side. If something was missing, please say so: it can still be accepted.',
      }),
      privately(
        '2026-04-14 09:15',
        'daniel',
        'Elena estaba de baja, lo supe por Monique en el desayuno. No insistir; volver a hablar en mayo.',
      ),
    ],
  ),

  // Failed, an attempt to make it good is on the table, and nobody has forgiven it yet.
  ...conversation(
    'mentors',
    { room: 'calusa-brightwater', to: 'daniel' },
    {
      at: '2025-12-08 11:00',
      who: 'monique',
      saying: {
        kind: 'offer',
        terms: terms(
          'Twenty mentors for students who are the first of their family at a university\nAn hour a month, for a year.',
          ['Twenty mentors named, from at least four departments', 'A first meeting of each pair'],
          '2026-02-27',
          '2025-12-19',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2025-12-10 10:00', 'daniel', {
        kind: 'agree',
        text: 'There are forty-one students on the list. Twenty is a wonderful beginning.',
      }),
      says('2026-02-12 12:30', 'elena', { kind: 'progress', text: 'Seven so far.' }),
      says('2026-03-20 09:30', 'daniel', {
        kind: 'stop',
        cause: 'capacity',
        text: 'Three weeks after the date seven pairs have met, and thirteen students are still waiting for a name. I would rather tell them the truth now.',
      }),
      says('2026-05-29 14:10', 'monique', {
        kind: 'make-good',
        text: 'That was our failure, and mine: I offered twenty without asking twenty. Thirteen people have now said yes to me in person; their names are with Elena, and the first meetings are on 18 June in our house, with lunch.',
      }),
      privately(
        '2026-06-01 09:40',
        'daniel',
        'Antes de decir que está arreglado: ver cuántos de los trece van el día 18.',
      ),
    ],
  ),

  // The customer’s part never came.
  ...conversation(
    'fellowship',
    { room: 'calusa-brightwater', to: 'helen' },
    {
      at: '2026-04-13 13:00',
      who: 'samir',
      saying: {
        kind: 'offer',
        terms: terms(
          'A paid fellowship in claims analytics for one master’s student',
          ['Twelve weeks, 9,000 dollars', 'A desk and a mentor in the analytics team'],
          '2026-06-30',
          '2026-04-27',
          {
            work: 'talent',
            antecedent: { text: 'Nominate three students, with a page about each', by: { date: '2026-05-15' } },
          },
        ),
      },
    },
    [
      says('2026-04-20 09:20', 'helen', { kind: 'agree' }),
      says('2026-05-26 10:10', 'samir', {
        kind: 'say',
        text: 'No nominations came, so this one has run out by itself. No hard feelings: shall I offer it again in the autumn?',
      }),
    ],
  ),
  // An approach nobody took up.
  ...conversation(
    'ethics-panel',
    { room: 'calusa-brightwater', to: 'monique' },
    {
      at: '2026-04-20 16:30',
      who: 'priya',
      saying: {
        kind: 'request',
        terms: terms(
          'A speaker for a panel on fairness in underwriting',
          ['Somebody who sets prices, not somebody who explains them'],
          '2026-05-21',
          '2026-05-04',
          { work: 'teaching' },
        ),
      },
    },
  ),
  ...conversation(
    'hackathon',
    { room: 'calusa-brightwater', to: 'priya' },
    {
      at: '2026-02-24 12:00',
      who: 'elena',
      saying: {
        kind: 'request',
        terms: terms(
          'A hackathon weekend together',
          ['Sixty students', 'Rooms for two days'],
          '2026-05-31',
          '2026-03-06',
        ),
      },
    },
    [
      says('2026-03-05 09:45', 'helen', { kind: 'agree' }),
      says('2026-04-28 11:30', 'helen', {
        kind: 'propose',
        proposal: {
          kind: 'end-together',
          text: 'The last weekend of May is now the county’s hurricane drill, and half of your team and a third of our students are in it. Shall we let it go for this year?',
        },
      }),
      says('2026-04-28 13:00', 'elena', { kind: 'consent', text: 'Yes. Next spring, and earlier.' }),
    ],
  ),
  // From a colleague who has left to his successor.
  ...conversation(
    'career-fair',
    { room: 'calusa-brightwater', to: 'monique' },
    {
      at: '2025-11-24 10:10',
      who: 'gerald',
      saying: {
        kind: 'request',
        terms: terms(
          'Three people at the February career fair who can hire',
          ['Three people for the whole day', 'At least two open positions with a name on them'],
          '2026-02-11',
          '2025-12-08',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2025-12-02 12:00', 'monique', { kind: 'agree' }),
      says('2026-01-06 09:20', 'renata', { kind: 'stand-in' }),
      says('2026-01-06 09:25', 'renata', {
        kind: 'say',
        text: 'Gerald has retired, and this is mine now. Nothing changes but the name on the badge.',
      }),
      says(
        '2026-02-11 18:00',
        'monique',
        report({
          c1: 'Elena, Samir and I, until the lights went out.',
          c2: 'Three positions; two are filled already.',
        }),
      ),
      says(
        '2026-02-12 09:00',
        'renata',
        accept(2, 5, 'Two of our students start on Monday. That is what a fair is for.'),
      ),
    ],
  ),
];
