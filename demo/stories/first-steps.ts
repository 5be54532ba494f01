import { accept, conversation, notes, privately, report, says, terms, uploads } from '../script.ts';

/** How the university and the shipyard began: something small first, and what grew from it. */
export const firstSteps = [
  // Written down by the university while the shipyard had no account, confirmed by the shipyard when it came.
  ...conversation(
    'guest-lecture',
    { room: 'calusa-corriente', to: 'iker' },
    {
      at: '2025-09-15 09:40',
      who: 'gerald',
      saying: {
        kind: 'request',
        terms: terms(
          'A guest lecture on battery propulsion for the fourth-year power electronics class\nNinety minutes, about fifty students, in the Harbor Building or by video.',
          [
            'An engineer who works on the subject, not a sales talk',
            'Half an hour for questions',
            'Slides we may keep for the class',
          ],
          '2025-10-10',
          '2025-09-22',
          { work: 'teaching' },
        ),
      },
    },
    [
      notes(
        '2025-09-18 14:10',
        'gerald',
        'iker',
        { kind: 'agree', text: 'I will come myself; I am at the Port Calusa yard that week anyway.' },
        '2025-09-18 11:30',
      ),
      privately(
        '2025-09-18 14:20',
        'gerald',
        'Iker sounded tired of being asked for money. This is the first thing we ask that costs him an hour and a half and nothing else.',
      ),
      notes(
        '2025-10-09 16:30',
        'gerald',
        'iker',
        report({
          c1: 'Iker gave it himself, with the failed cell from the Ferry 12 trials in his hands.',
          c2: 'Forty minutes in the end; nobody left.',
          c3: 'Slides sent, two pages with customer data taken out.',
        }),
        '2025-10-09 12:00',
      ),
      says(
        '2025-10-10 09:05',
        'helen',
        accept(3, 5, 'The best-attended hour of the term. Three students asked for your address.'),
      ),
      says('2025-10-21 05:20', 'iker', ({ acts }) => ({
        kind: 'confirm',
        confirmed: [acts[1] ?? '', acts[2] ?? ''],
        denied: [],
        text: 'Yes, I said both, and I would come again.',
      })),
      says('2025-10-21 05:25', 'iker', { kind: 'judge', fair: 'yes', efficient: 'yes', again: 'yes' }),
      says('2025-10-22 10:00', 'helen', { kind: 'judge', fair: 'yes', efficient: 'yes', again: 'yes' }),
    ],
  ),

  // The star of the show: a sudden gap, a quick and honest answer, a slip announced early, and all kept in the end.
  ...conversation(
    'interns',
    { room: 'calusa-corriente', to: 'daniel' },
    {
      at: '2026-01-12 05:15',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Five interns for final assembly at the Port Calusa yard\nTwo technicians leave at the end of January and a ferry has to go to sea trials in May. We would take them from 2 February to 29 May, twenty hours a week, 21 dollars an hour.',
          [
            'Five students of electrical or mechanical engineering, third year or above',
            'Each can read a wiring diagram; we test it on the first day',
            'Yard safety course done before they start',
          ],
          '2026-02-02',
          '2026-01-19',
          { work: 'talent', effort: { amount: '100', unit: 'hours a week' }, price: { amount: '35700', unit: 'USD' } },
        ),
      },
    },
    [
      privately(
        '2026-01-12 05:25',
        'lucia',
        'Si no salen cinco antes de febrero hay que traer a dos de Vigo, y eso nos cuesta 18.000 € y un cabreo. No decirlo en la universidad.',
      ),
      says('2026-01-12 10:40', 'daniel', {
        kind: 'say',
        text: 'Good morning, Lucía. Is it five at once, or could two start a fortnight later? Three I can name this week.',
        question: true,
      }),
      says('2026-01-13 03:50', 'lucia', {
        kind: 'say',
        text: 'Two could start on 16 February. Not later: on the 20th we close the engine room panels.',
      }),
      privately(
        '2026-01-13 11:15',
        'daniel',
        'Tres seguros: Okonkwo, Reyes y Lindgren. Para los otros dos, hablar con Priya: los de capstone que acaban en diciembre.',
      ),
      says('2026-01-14 09:20', 'daniel', {
        kind: 'counter',
        terms: terms(
          'Five interns for final assembly at the Port Calusa yard\nThree from 2 February and two more from 16 February, to 29 May, twenty hours a week, 21 dollars an hour.',
          [
            ['c1', 'Five students of electrical or mechanical engineering, third year or above'],
            ['c2', 'Each can read a wiring diagram; we test it on the first day'],
            ['c3', 'Yard safety course done before they start'],
            'Midterm week (9 to 13 March) free',
          ],
          '2026-02-16',
          '2026-01-21',
          { work: 'talent', effort: { amount: '100', unit: 'hours a week' }, price: { amount: '35700', unit: 'USD' } },
        ),
        text: 'Not five on the second, but five by the sixteenth, and I know three of them well.',
      }),
      says('2026-01-14 11:05', 'lucia', {
        kind: 'agree',
        text: 'With midterms free, yes. Grant receives them at gate 3.',
      }),
      says('2026-01-26 15:30', 'daniel', {
        kind: 'progress',
        text: 'Three signed: Chidi Okonkwo, Marisol Reyes, Ebba Lindgren. Safety course booked for the 29th at San Telmo.',
        effort: { amount: '9', unit: 'hours' },
      }),
      says('2026-02-09 17:10', 'daniel', {
        kind: 'progress',
        atRisk: true,
        expected: { date: '2026-02-20' },
        cause: 'external',
        text: 'One of the last two has taken a place elsewhere. I have two candidates and need until the 20th to be sure.',
      }),
      says('2026-02-10 08:45', 'daniel', {
        kind: 'propose',
        proposal: {
          kind: 'amend',
          terms: terms(
            'Five interns for final assembly at the Port Calusa yard\nThree from 2 February and two more from 20 February, to 29 May, twenty hours a week, 21 dollars an hour.',
            [
              ['c1', 'Five students of electrical or mechanical engineering, third year or above'],
              ['c2', 'Each can read a wiring diagram; we test it on the first day'],
              ['c3', 'Yard safety course done before they start'],
              ['c4', 'Midterm week (9 to 13 March) free'],
            ],
            '2026-02-20',
            '2026-02-13',
            {
              work: 'talent',
              effort: { amount: '100', unit: 'hours a week' },
              price: { amount: '35700', unit: 'USD' },
            },
          ),
          cause: 'external',
          text: 'Four more days, so that the fifth is somebody you keep.',
        },
      }),
      says('2026-02-10 10:20', 'lucia', {
        kind: 'consent',
        text: 'Better late than the wrong one. Thank you for saying it a week before and not the day after.',
      }),
      uploads('2026-02-19 16:00', 'daniel', 'interns-list', {
        name: 'interns-spring-2026.csv',
        media: 'text/csv',
        text: 'name,programme,start,safety course\nChidi Okonkwo,Electrical Engineering,2026-02-02,2026-01-29\nMarisol Reyes,Electrical Engineering,2026-02-02,2026-01-29\nEbba Lindgren,Mechanical Engineering,2026-02-02,2026-01-29\nTeodoro Vance,Mechanical Engineering,2026-02-20,2026-02-18\nNoor Haidari,Electrical Engineering,2026-02-20,\n',
      }),
      says('2026-02-19 16:05', 'daniel', ({ file }) =>
        report({
          c1: { text: 'All five, with programme and first day in the list.', files: [file('interns-list')] },
          c2: 'Grant tested the three on 2 February; the two on the 18th.',
          c3: 'Done by all of them.',
          c4: 'Agreed with their lecturers.',
        }),
      ),
      says('2026-02-20 04:30', 'lucia', {
        kind: 'return',
        unmet: [
          {
            condition: 'c3',
            text: 'Noor Haidari has no date in your list, and gate 3 does not let her in without the card.',
          },
        ],
        text: 'Four of the five are at work and doing well. Only this.',
      }),
      says(
        '2026-02-20 11:40',
        'daniel',
        report({
          c1: 'As before.',
          c2: 'As before.',
          c3: 'You are right, I overlooked it. Noor did the course this morning; card number 4471.',
          c4: 'As before.',
        }),
      ),
      says(
        '2026-02-23 04:15',
        'lucia',
        accept(4, 4, 'Five people at work, one slip that we knew of in time. The ferry will make its trials.'),
      ),
      says('2026-02-23 04:20', 'lucia', { kind: 'judge', fair: 'yes', efficient: 'partly', again: 'yes' }),
      says('2026-02-24 09:10', 'daniel', { kind: 'judge', fair: 'yes', efficient: 'yes', again: 'yes' }),
    ],
  ),

  // What the university needed from the hospital to keep that promise.
  ...conversation(
    'safety-course',
    { room: 'telmo-calusa', to: 'joaquin' },
    {
      at: '2026-01-14 11:40',
      who: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'First aid and confined spaces for five engineering students\nThey start at a shipyard on 2 February; the yard accepts your certificate.',
          ['Three students by 30 January, two more by 20 February', 'A card with a number for each, on the day'],
          '2026-02-20',
          '2026-01-20',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2026-01-15 08:20', 'joaquin', {
        kind: 'agree',
        text: 'Thursday 29 January from eight to three in the simulation unit, and I keep two chairs for a second day.',
      }),
      says('2026-01-15 09:00', 'daniel', ({ conversation: other }) => ({
        kind: 'link',
        relation: 'supports',
        other: other('interns'),
      })),
      says('2026-01-30 09:10', 'joaquin', { kind: 'progress', text: 'Three passed. The second day is 18 February.' }),
      says(
        '2026-02-20 10:50',
        'joaquin',
        report({ c1: 'Three on 29 January, one on the 18th, one this morning.', c2: 'Cards 4467 to 4471 handed out.' }),
      ),
      says(
        '2026-02-20 11:30',
        'daniel',
        accept(2, 5, 'Opening at seven for one student was beyond what you promised.'),
      ),
    ],
  ),

  // A promise broken, made good, forgiven: the ring with the golden seam.
  ...conversation(
    'radar-loan',
    { room: 'calusa-corriente', to: 'iker' },
    {
      at: '2025-11-12 13:30',
      who: 'helen',
      saying: {
        kind: 'request',
        terms: terms(
          'Loan of a radar trainer for the spring term\nThe navigation lab has one console for thirty-two students.',
          [
            'One trainer of the current series, with its manuals',
            'In the lab from the first week of term to the last',
            'A technician for half a day to set it up',
          ],
          '2026-01-12',
          '2025-11-26',
          { work: 'goods' },
        ),
      },
    },
    [
      says('2025-11-24 05:10', 'iker', {
        kind: 'agree',
        text: 'The Vigo showroom unit. It travels with the December container.',
      }),
      says('2026-01-08 04:30', 'iker', {
        kind: 'renege',
        cause: 'priority',
        text: 'I have to take my word back. The ferry’s own radar failed in the dock trials and the showroom unit is going into her wheelhouse. You should have heard it from me before the term, and you hear it four days before.',
      }),
      privately(
        '2026-01-08 08:15',
        'helen',
        'He telephoned before he wrote. Thirty-two students will share one console for ten weeks; I am cross and I believe him.',
      ),
      says('2026-01-22 06:00', 'iker', {
        kind: 'make-good',
        text: 'The simulator software of the same radar, on sixteen seats, for this term and the next, and our trainer for two afternoons. It is not the console, but every student has one in front of them.',
      }),
      says('2026-02-06 15:00', 'helen', {
        kind: 'forgive',
        text: 'Sixteen seats turned out better than one console. Settled, with thanks.',
      }),
    ],
  ),
];
