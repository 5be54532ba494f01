import { accept, conversation, privately, report, says, terms } from '../script.ts';
import { remembers, talks } from '../thread.ts';

const placements =
  'Sixteen clinical placements for second-year nursing students, autumn 2026\nMedical and surgical wards, 8 September to 4 December.';

/** The university and the hospital: placements, teaching, and a quarrel that was settled. */
export const hospital = [
  remembers(
    '2025-11-06 11:00',
    'renata',
    'telmo-calusa',
    'They wrote us down before we wrote them down. Ruth wants fewer partners and longer promises.',
  ),
  remembers(
    '2025-11-12 16:40',
    'ruth',
    'telmo-calusa',
    'Amparo works for both of us. Whatever is between the houses goes through somebody else on our side, so that she never has to agree with herself.',
  ),

  // A change is proposed this week: the promise in force stands until she answers.
  ...conversation(
    'placements',
    { room: 'telmo-calusa', to: 'joaquin' },
    {
      at: '2026-03-03 10:00',
      who: 'amparo',
      saying: {
        kind: 'request',
        terms: terms(
          placements,
          [
            'Sixteen places with a preceptor each',
            'At least 120 hours for every student',
            'A meeting of preceptors and lecturers before the start',
          ],
          '2026-06-30',
          '2026-03-17',
          { work: 'talent', effort: { amount: '1920', unit: 'hours' } },
        ),
      },
    },
    [
      says('2026-03-12 09:30', 'joaquin', {
        kind: 'counter',
        terms: terms(
          placements,
          [
            ['c1', 'Twelve places by day and four by night, with a preceptor each'],
            ['c2', 'At least 120 hours for every student'],
            ['c3', 'A meeting of preceptors and lecturers before the start'],
          ],
          '2026-06-30',
          '2026-03-20',
          { work: 'talent', effort: { amount: '1920', unit: 'hours' } },
        ),
        text: 'Sixteen by day would be two students for every preceptor on 4 West. Four at night are well cared for: Mrs. Oyelaran runs it.',
      }),
      says('2026-03-16 11:20', 'amparo', {
        kind: 'agree',
        text: 'Four volunteers for the night are easily found; it is where one learns most.',
      }),
      says('2026-05-14 14:00', 'joaquin', { kind: 'progress', text: 'Fourteen preceptors have signed.' }),
      says('2026-06-08 15:10', 'joaquin', {
        kind: 'propose',
        proposal: {
          kind: 'amend',
          terms: terms(
            placements,
            [
              ['c1', 'Twelve places by day and four by night, with a preceptor each'],
              ['c2', 'At least 120 hours for every student'],
              ['c3', 'A meeting of preceptors and lecturers before the start'],
              'Two of the day places in the clinic at Bayfront instead of 4 West',
            ],
            '2026-07-10',
            '2026-06-15',
            { work: 'talent', effort: { amount: '1920', unit: 'hours' } },
          ),
          cause: 'external',
          text: '4 West is being rebuilt from August. Bayfront takes two, and has its preceptors by 10 July.',
        },
      }),
      privately('2026-06-08 16:30', 'joaquin', 'Si dice que no a Bayfront, quedan 14. Ruth lo sabe.'),
    ],
  ),

  // What the university gives in return; sent back once, to be done again by next week.
  ...conversation(
    'preceptors',
    { room: 'telmo-calusa', to: 'amparo' },
    {
      at: '2026-03-17 09:10',
      who: 'joaquin',
      saying: {
        kind: 'request',
        terms: terms(
          'A course for ten new preceptors\nHow to watch, when to step in, how to say it.',
          ['Ten preceptors trained', 'Six hours of continuing-education credit on record for each'],
          '2026-06-19',
          '2026-03-27',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2026-03-18 10:00', 'amparo', { kind: 'agree' }),
      says('2026-03-18 10:05', 'amparo', ({ conversation: other }) => ({
        kind: 'link',
        relation: 'exchange',
        other: other('placements'),
      })),
      says(
        '2026-05-29 16:40',
        'amparo',
        report({ c1: 'Ten, on 21 and 28 May.', c2: 'Sent to the board on the 29th.' }),
      ),
      says('2026-06-03 08:50', 'joaquin', {
        kind: 'return',
        unmet: [{ condition: 'c2', text: 'The board lists seven of the ten. Missing: Achterberg, Delacroix, Sum.' }],
        text: 'The course itself was excellent, everybody says so.',
      }),
      privately(
        '2026-06-03 12:15',
        'amparo',
        'Los tres firmaron la hoja del 21 pero no la del 28. Llamar a la junta antes del 12.',
      ),
    ],
  ),

  // Late, with a word before it was; somebody else on the same side brings it to its end.
  ...conversation(
    'simulation-day',
    { room: 'telmo-calusa', to: 'ruth' },
    {
      at: '2026-01-13 13:00',
      who: 'amparo',
      saying: {
        kind: 'request',
        terms: terms(
          'A day in your simulation unit for forty students',
          ['Four stations, each with an instructor of yours', 'Filmed, for the students’ eyes only'],
          '2026-03-06',
          '2026-01-27',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2026-01-22 15:30', 'ruth', { kind: 'agree' }),
      says('2026-03-02 08:00', 'ruth', {
        kind: 'progress',
        atRisk: true,
        expected: { date: '2026-03-13' },
        cause: 'capacity',
        text: 'The unit is full of patients this week: flu. The 12th or the 13th.',
      }),
      says('2026-03-13 17:20', 'joaquin', { kind: 'stand-in' }),
      says(
        '2026-03-13 17:30',
        'joaquin',
        report(
          {
            c1: 'Four stations; I took the fourth myself.',
            c2: 'Films are on the unit’s own disk until the end of term.',
          },
          'A week later than promised: until the 10th there were patients in every bed.',
          'capacity',
        ),
      ),
      says('2026-03-16 09:00', 'amparo', accept(2, 5, 'Late for the best of reasons, and said in time.')),
    ],
  ),

  // Offered by an adjunct of the university who works elsewhere by day.
  ...conversation(
    'statistics',
    { room: 'telmo-calusa', to: 'ruth' },
    {
      at: '2026-05-11 18:10',
      who: 'samir',
      saying: {
        kind: 'offer',
        terms: terms(
          'Reading a study without fear: three evenings of statistics for nurses',
          ['Three evenings of two hours', 'With your own falls report as the example'],
          '2026-06-24',
          '2026-05-22',
          { work: 'teaching' },
        ),
      },
    },
    [
      says('2026-05-14 09:20', 'ruth', {
        kind: 'agree',
        text: 'Twenty-two have put their names down. Please be slow.',
      }),
      says('2026-06-04 21:00', 'samir', {
        kind: 'progress',
        text: 'First evening held. Nobody was slow.',
        effort: { amount: '2', unit: 'hours' },
      }),
    ],
  ),

  // It was the wrong model, said so before anybody noticed, and one condition was waived.
  ...conversation(
    'pumps',
    { room: 'telmo-calusa', to: 'joaquin' },
    {
      at: '2026-02-02 09:00',
      who: 'amparo',
      saying: {
        kind: 'request',
        terms: terms(
          'Two infusion pumps on loan for the skills lab',
          ['The model used on your wards', 'A batch of tubing for the term', 'Checked by your technicians'],
          '2026-02-20',
          '2026-02-09',
          {
            work: 'goods',
            antecedent: { text: 'Send the insurance certificate of the lab', by: { date: '2026-02-13' } },
          },
        ),
      },
    },
    [
      says('2026-02-04 10:30', 'joaquin', { kind: 'agree' }),
      says('2026-02-11 16:00', 'amparo', {
        kind: 'fulfil',
        text: 'The certificate went to your risk office, number 26-0311.',
      }),
      says(
        '2026-02-17 14:00',
        'joaquin',
        report({ c1: 'Two pumps delivered.', c2: 'Forty sets.', c3: 'Checked on the 16th.' }),
      ),
      says('2026-02-17 17:45', 'joaquin', {
        kind: 'retract',
        text: 'Not done after all: these are the model we took off the wards in January. The right ones come tomorrow.',
      }),
      says(
        '2026-02-18 13:10',
        'joaquin',
        report({
          c1: 'The right model now; the old ones went back with the same van.',
          c2: 'Twenty sets fit the new model. Twenty more are on order.',
          c3: 'Checked this morning.',
        }),
      ),
      says(
        '2026-02-19 09:15',
        'amparo',
        accept(3, 5, 'Thank you for seeing it before we did.', { c2: 'Twenty are enough until summer.' }),
      ),
    ],
  ),

  // A quarrel with both accounts on the table, and the way out that held.
  ...conversation(
    'flu-clinic',
    { room: 'telmo-calusa', to: 'amparo' },
    {
      at: '2025-11-13 10:00',
      who: 'ruth',
      saying: {
        kind: 'request',
        terms: terms(
          'Thirty student volunteers for the flu clinics',
          ['Thirty students over three Saturdays', 'Each vaccinated and trained'],
          '2025-12-13',
          '2025-11-21',
          { work: 'talent' },
        ),
      },
    },
    [
      says('2025-11-17 11:00', 'amparo', { kind: 'agree' }),
      says('2025-12-13 18:30', 'amparo', report({ c1: 'Thirty names over the three Saturdays.', c2: 'All of them.' })),
      says('2025-12-15 09:40', 'ruth', {
        kind: 'return',
        unmet: [{ condition: 'c1', text: 'Thirty names, twenty-three people: seven were the same student twice.' }],
      }),
      says('2025-12-16 12:00', 'amparo', {
        kind: 'contest',
        cites: ['c1'],
        text: 'Thirty students over three Saturdays is what was agreed, and thirty shifts were worked. Nobody said that they had to be thirty different ones.',
      }),
      says('2025-12-16 17:00', 'amparo', {
        kind: 'settle',
        settlement: 'satisfied-with-waivers',
        text: 'Every shift was filled. Let it be, with the seven waived?',
      }),
      says('2025-12-17 08:10', 'ruth', {
        kind: 'refuse',
        text: 'I would, but the county pays us for each person trained.',
      }),
      says('2025-12-17 09:00', 'ruth', {
        kind: 'settle',
        settlement: 'performing',
        due: { date: '2026-01-24' },
        text: 'There is one more clinic on 24 January. Seven new faces there, and we are even.',
      }),
      says('2025-12-17 13:30', 'amparo', {
        kind: 'consent',
        text: 'That is fair. Next time we both write "different".',
      }),
      says(
        '2026-01-24 17:00',
        'amparo',
        report({ c1: 'Eight new ones came; thirty-one different people in all.', c2: 'All of them.' }),
      ),
      says('2026-01-26 08:20', 'ruth', accept(2, 4, 'Even, and one more.')),
      says('2026-01-26 08:25', 'ruth', {
        kind: 'judge',
        fair: 'yes',
        efficient: 'no',
        again: 'yes',
        text: 'We lost a week over one word.',
      }),
      says('2026-01-27 10:00', 'amparo', { kind: 'judge', fair: 'yes', efficient: 'no', again: 'yes' }),
    ],
  ),

  // Reported last week: for the chief nursing officer to look at.
  ...conversation(
    'night-study',
    { room: 'telmo-calusa', to: 'amparo' },
    {
      at: '2026-03-30 11:30',
      who: 'ruth',
      saying: {
        kind: 'request',
        terms: terms(
          'A short study of what the night shift lacks\nBy people who do not work here.',
          [
            'Twenty conversations of half an hour, on the wards, at night',
            'Five things we could change this year, in order',
          ],
          '2026-06-05',
          '2026-04-10',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-04-07 10:00', 'amparo', {
        kind: 'agree',
        text: 'Two master’s students and I, from one to four in the morning.',
      }),
      says(
        '2026-06-03 22:10',
        'amparo',
        report({
          c1: 'Twenty-two conversations on six nights.',
          c2: 'First of the five: somewhere to eat that is open. It is also the cheapest.',
        }),
      ),
    ],
  ),

  ...talks('radiography', { room: 'telmo-calusa', subject: 'Radiography: would your students come to us?' }, [
    [
      '2026-06-01 09:30',
      'joaquin',
      'We lose two radiographers in September and have nobody behind them. Does anybody at the university train them, or is that Tampa?',
    ],
    [
      '2026-06-01 15:00',
      'amparo',
      'Tampa, for now. There is talk of a programme with us from 2027. I can find out who is talking.',
    ],
    ['2026-06-05 08:20', 'joaquin', 'Please do. It is not a request yet, I only do not want to hear about it last.'],
  ]),
];
