import { conversation, privately, report, says, terms } from '../script.ts';

/** What came to an end between the university and the shipyard, in every way but being kept. */
export const shipyardClosed = [
  ...conversation(
    'first-pick',
    { room: 'calusa-corriente', to: 'helen' },
    {
      at: '2026-03-02 05:00',
      who: 'iker',
      saying: {
        kind: 'request',
        terms: terms(
          'First choice among your graduates in power electronics\nBefore other companies see their names.',
          ['A list by 1 April of each year'],
          '2026-04-01',
          '2026-03-12',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2026-03-04 09:20', 'helen', {
        kind: 'decline',
        text: 'Not that: every company here sees our students on the same day, and they see every company. What I can do is a table at the door in October and a capstone of your own. Shall we talk about that?',
      }),
      says('2026-03-04 10:40', 'iker', {
        kind: 'say',
        text: 'Understood, and quickly answered. The capstone interests me more, if I am honest.',
      }),
    ],
  ),
  ...conversation(
    'freshmen',
    { room: 'calusa-corriente', to: 'grant' },
    {
      at: '2026-01-28 11:00',
      who: 'priya',
      saying: {
        kind: 'request',
        terms: terms(
          'A visit of sixty first-year students to the yard',
          ['Three groups of twenty'],
          '2026-02-27',
          '2026-02-06',
          { work: 'access' },
        ),
      },
    },
    [
      says('2026-02-02 08:40', 'priya', {
        kind: 'withdraw',
        text: 'The buses were not approved. I will ask again for fewer people.',
      }),
    ],
  ),
  // Paused over the exams, kept once against a request to be let off, and let off in the end.
  ...conversation(
    'fibre-workshop',
    { room: 'calusa-corriente', to: 'daniel' },
    {
      at: '2025-11-10 05:20',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Evening workshop on splicing optical fibre\nFor the yard’s night shift, twelve people.',
          ['Three evenings', 'Every participant splices at least ten joints'],
          '2026-02-13',
          '2025-11-24',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2025-11-18 14:00', 'daniel', { kind: 'agree' }),
      says('2025-12-01 09:00', 'daniel', {
        kind: 'propose',
        proposal: { kind: 'pause', until: { date: '2025-12-19' }, text: 'Exams: the lab is closed to everybody.' },
      }),
      says('2025-12-01 11:10', 'lucia', { kind: 'consent' }),
      says('2026-01-05 10:00', 'daniel', { kind: 'resume', text: 'The lab is open again.' }),
      says('2026-01-13 16:30', 'daniel', {
        kind: 'propose',
        proposal: {
          kind: 'release',
          cause: 'capacity',
          text: 'Our instructor has left for a company. Could you let us off?',
        },
      }),
      says('2026-01-14 03:40', 'lucia', {
        kind: 'refuse',
        text: 'Not yet: the night shift starts with fibre in February. Is there really nobody else?',
      }),
      says('2026-01-19 09:30', 'daniel', {
        kind: 'propose',
        proposal: {
          kind: 'amend',
          terms: terms(
            'Evening workshop on splicing optical fibre\nFor the yard’s night shift, twelve people.',
            [
              ['c1', 'Three evenings'],
              ['c2', 'Every participant splices at least ten joints'],
            ],
            '2026-03-13',
            '2026-01-26',
            { work: 'teaching' },
          ),
          cause: 'capacity',
          text: 'A retired colleague would do it in March.',
        },
      }),
      says('2026-01-21 08:20', 'daniel', {
        kind: 'take-back',
        text: 'He has said no after all. I do not want you to count on March.',
      }),
      says('2026-01-21 08:30', 'daniel', {
        kind: 'propose',
        proposal: {
          kind: 'release',
          cause: 'capacity',
          text: 'We have nobody, and the cable maker gives the same course in Tampa on 9 February; we pay the four seats that cost more than you had planned.',
        },
      }),
      says('2026-01-22 04:00', 'lucia', {
        kind: 'consent',
        text: 'With the seats in Tampa, yes. Thank you for finding them.',
      }),
    ],
  ),
  ...conversation(
    'crew-app',
    { room: 'calusa-corriente', to: 'priya' },
    {
      at: '2026-03-23 06:00',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Six student testers for the crew’s tablet application',
          ['Six people for two afternoons', 'A report of what they stumbled over'],
          '2026-05-15',
          '2026-03-31',
          { work: 'advice' },
        ),
      },
    },
    [
      says('2026-03-25 09:00', 'helen', { kind: 'agree' }),
      says('2026-04-17 04:30', 'lucia', {
        kind: 'cancel',
        cause: 'priority',
        text: 'The application is put back to next year, so there is nothing to test. We should have asked later.',
      }),
      says('2026-04-17 09:10', 'priya', { kind: 'say', text: 'No harm done: they had only signed up.' }),
    ],
  ),
  ...conversation(
    'materials-club',
    { room: 'calusa-corriente', to: 'iker' },
    {
      at: '2026-02-13 13:30',
      who: 'helen',
      saying: {
        kind: 'request',
        terms: terms(
          'Scrap of carbon laminate for the student racing team',
          ['About thirty kilograms', 'With its data sheets'],
          '2026-03-06',
          '2026-02-23',
          { work: 'goods' },
        ),
      },
    },
    [
      says('2026-02-17 05:00', 'iker', { kind: 'agree', text: 'Gladly; it costs us money to throw it away.' }),
      says(
        '2026-03-11 08:30',
        'iker',
        report(
          { c1: 'Forty kilograms on a pallet at door C.', c2: 'In the red folder.' },
          'Five days late: the customs paper for waste, of all things.',
          'approval',
        ),
      ),
      says('2026-03-12 11:00', 'helen', {
        kind: 'accept',
        verdicts: [
          { condition: 'c1', verdict: 'met' },
          { condition: 'c2', verdict: 'met' },
        ],
        satisfaction: 4,
        text: 'Ten more than we asked for.',
      }),
      says('2026-03-16 05:30', 'iker', {
        kind: 'make-good',
        text: 'For the five days: the next pallet comes with papers already stamped, and our laminator comes with it for an afternoon.',
      }),
      privately(
        '2026-03-16 09:00',
        'helen',
        'He makes good what nobody had complained about. Worth remembering when we are late.',
      ),
      says('2026-03-17 10:15', 'helen', {
        kind: 'forgive',
        text: 'There was nothing to forgive, and the afternoon with your laminator is worth five days.',
      }),
    ],
  ),
];
