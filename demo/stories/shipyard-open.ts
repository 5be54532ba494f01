import { conversation, drafts, introduces, links, answers, privately, report, says, terms } from '../script.ts';
import { talks } from '../thread.ts';

/** What is open between the university and the shipyard this morning. */
export const shipyardOpen = [
  ...talks('co-op', { room: 'calusa-corriente', subject: 'After the interns: something that lasts?' }, [
    [
      '2026-05-18 04:40',
      'lucia',
      'Four of the five interns asked whether they can come back. Grant would take all of them. Could we have something every year instead of an emergency every January?',
    ],
    [
      '2026-05-18 10:15',
      'renata',
      'Yes, there is a form for that: a co-op, paid, one term on and one term off. What would you need in a year, and in which trades?',
    ],
    [
      '2026-05-19 05:05',
      'lucia',
      'About ten. Six in electrical fitting and testing, four in mechanical. Let me ask Iker and write it down properly.',
    ],
  ]),
  ...conversation(
    'co-op',
    { room: 'calusa-corriente', to: 'renata', thread: 'co-op' },
    {
      at: '2026-06-03 05:20',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Ten co-op places a year at Port Calusa, from January 2027\nSix in electrical fitting and testing, four mechanical. One term at the yard, one at the university, for at least two years.',
          [
            'Ten students named by 1 November of each year',
            'A lecturer who visits the yard once a term',
            'Credit for the term at the yard agreed with the college',
          ],
          '2026-11-01',
          '2026-06-12',
          { price: { amount: '22', unit: 'USD an hour' } },
        ),
      },
    },
    [
      privately(
        '2026-06-03 10:30',
        'renata',
        'Helen wants to limit it to eight so that the research labs keep some people. Credit is the real obstacle: the curriculum board meets on 18 June, after Lucía’s date.',
      ),
      says('2026-06-04 09:45', 'renata', {
        kind: 'say',
        text: 'This is what we hoped for. I am asking the college about credit and come back to you before the 12th, with a yes or with what we can do.',
      }),
      privately(
        '2026-06-04 10:10',
        'lucia',
        'Iker aceptaría ocho si son siempre los mismos dos trimestres. No ofrecerlo todavía.',
      ),
      drafts(
        '2026-06-08 17:40',
        'renata',
        'counter',
        'Yes, but with eight in the first year and ten from the second, and with the credit decision on 18 June as something we have to bring first.',
      ),
    ],
  ),

  ...talks('retrofit', { room: 'calusa-corriente', subject: 'Ferry 9 comes in for a retrofit' }, [
    [
      '2026-06-05 16:20',
      'grant',
      'Ferry 9 comes out of service in October for eight weeks. It will be open from the keel up. If anybody of yours wants to measure, film or draw anything in there, that is the time.',
    ],
    [
      '2026-06-08 09:35',
      'helen',
      'I can think of three people who would move into it. Let me ask them before I promise anything in their name.',
    ],
  ]),

  // Ours is late, and it is theirs to say so.
  ...conversation(
    'mock-interviews',
    { room: 'calusa-corriente', to: 'lucia' },
    {
      at: '2026-05-04 10:00',
      who: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'Mock interviews for twelve graduating engineers\nForty minutes each, by video, with a page of honest remarks.',
          ['Twelve interviews held', 'Written remarks to each student within two days'],
          '2026-06-05',
          '2026-05-12',
        ),
      },
    },
    [
      says('2026-05-06 04:30', 'lucia', {
        kind: 'counter',
        terms: terms(
          'Mock interviews for eight graduating engineers\nForty minutes each, by video, with a page of honest remarks.',
          [['c1', 'Eight interviews held'], ['c2', 'Written remarks to each student within two days']],
          '2026-06-05',
          '2026-05-13',
        ),
        text: 'We are four people who can do this well. Eight, then, not twelve.',
      }),
      says('2026-05-06 09:50', 'daniel', { kind: 'agree', text: 'Eight good ones are better. Names follow today.' }),
      says('2026-05-28 06:10', 'lucia', {
        kind: 'progress',
        text: 'Five held. The three of the naval group are next week.',
        effort: { amount: '5', unit: 'hours' },
      }),
    ],
  ),

  // An exchange: a capstone problem one way, days in the salt chamber the other way.
  ...conversation(
    'capstone',
    { room: 'calusa-corriente', to: 'priya' },
    {
      at: '2026-04-20 05:30',
      who: 'iker',
      saying: {
        kind: 'offer',
        terms: terms(
          'A capstone problem for the autumn: knowing when a pilot boat’s battery is about to fail\nReal logs from four boats, a test rig at the yard, and a mentor for an hour every week from August to December.',
          [
            'Logs of four boats over two seasons, cleaned',
            'A rig with six instrumented cells at Port Calusa',
            'A mentor named, with an hour a week in the calendar',
          ],
          '2026-06-15',
          '2026-05-04',
          {
            antecedent: {
              text: 'Say which team it will be, and send the confidentiality form signed',
              by: { date: '2026-05-22' },
            },
          },
        ),
      },
    },
    [
      says('2026-04-21 09:15', 'priya', {
        kind: 'say',
        text: 'The students will fight over this one. Helen has to say yes; I have put it on her desk.',
      }),
      says('2026-04-23 16:40', 'helen', {
        kind: 'agree',
        text: 'Yes, please. It is the first problem in years that nobody has solved already.',
      }),
      says('2026-05-20 11:30', 'priya', {
        kind: 'fulfil',
        text: 'Team: Alina Petrosyan, Marcus Bell, Jo Tanaka, Sefa Yildiz. The form is signed by all four and by the college.',
      }),
      says('2026-06-01 16:50', 'grant', {
        kind: 'progress',
        text: 'The rig stands in bay 2 with five of six cells. Logs of three boats are clean; the fourth lost its clock in a dockyard and I am putting the days back in order.',
      }),
    ],
  ),
  ...conversation(
    'salt-chamber',
    { room: 'calusa-corriente', to: 'helen' },
    {
      at: '2026-04-24 05:00',
      who: 'iker',
      saying: {
        kind: 'request',
        terms: terms(
          'Six days in your salt-spray chamber for the new cable glands\nForty samples; we bring them and take them away.',
          ['Six days in one piece', 'A log of temperature and concentration every ten minutes'],
          '2026-06-05',
          '2026-05-04',
        ),
      },
    },
    [
      says('2026-04-24 14:20', 'helen', {
        kind: 'agree',
        text: 'The last week of May is free. A fair return for your capstone problem.',
      }),
      says('2026-04-24 14:25', 'helen', ({ conversation: other }) => ({
        kind: 'link',
        relation: 'exchange',
        other: other('capstone'),
      })),
      says(
        '2026-06-04 11:20',
        'helen',
        report(
          {
            c1: '26 to 31 May, without a break.',
            c2: 'The log is with the samples; sample 31 fell over on the third day and says so.',
          },
          'Samples are packed at the loading dock, door C.',
        ),
      ),
    ],
  ),

  // Paused, with the word of both.
  ...conversation(
    'wave-tank',
    { room: 'calusa-corriente', to: 'helen' },
    {
      at: '2026-03-09 05:45',
      who: 'iker',
      saying: {
        kind: 'request',
        terms: terms(
          'Wave-tank runs for the hull strain sensor\nThree sea states, forty runs each.',
          ['One hundred and twenty runs', 'Raw data with the tank’s own wave gauge beside it'],
          '2026-06-12',
          '2026-03-23',
          { price: { amount: '9600', unit: 'USD' } },
        ),
      },
    },
    [
      says('2026-03-17 10:00', 'helen', { kind: 'agree' }),
      says('2026-05-11 09:30', 'helen', {
        kind: 'propose',
        proposal: {
          kind: 'pause',
          until: { date: '2026-06-26' },
          due: { date: '2026-07-31' },
          text: 'The tank’s paddle is with its maker until the end of June. Half of the runs are done and good.',
        },
      }),
      says('2026-05-12 04:20', 'iker', { kind: 'consent', text: 'Agreed. Send what you have; it is already useful.' }),
    ],
  ),

  // In dispute: both have something to say for themselves, and it is both sides’ move.
  ...conversation(
    'technical-english',
    { room: 'calusa-corriente', to: 'daniel' },
    {
      at: '2026-02-16 04:45',
      who: 'lucia',
      saying: {
        kind: 'request',
        terms: terms(
          'Technical English for ten assemblers in Vigo\nEight sessions by video at the end of their shift.',
          ['Eight sessions of ninety minutes', 'A test of level before and after, with the result of each person'],
          '2026-05-22',
          '2026-02-25',
          { price: { amount: '4800', unit: 'EUR' } },
        ),
      },
    },
    [
      says('2026-02-20 12:30', 'daniel', {
        kind: 'agree',
        text: 'Our language centre does it; Mrs. Halloran teaches it herself.',
      }),
      says(
        '2026-05-20 15:10',
        'daniel',
        report({
          c1: 'Eight sessions from 17 March to 12 May.',
          c2: 'Tested before and after; a certificate for each of the nine who stayed.',
        }),
      ),
      says('2026-05-26 05:00', 'lucia', {
        kind: 'return',
        unmet: [
          {
            condition: 'c2',
            text: 'Certificates say “took part”. We asked for the result of each person; without it I cannot put anybody on the export line.',
          },
        ],
      }),
      says('2026-06-02 16:00', 'daniel', {
        kind: 'contest',
        cites: ['c2'],
        text: 'The tests were held and the results exist. The assemblers were told at the first session that nobody at work would see them, and two of them asked us to keep to that.',
      }),
      privately(
        '2026-06-02 16:20',
        'daniel',
        'La promesa de confidencialidad la hizo la profesora, no nosotros, pero la hizo. Posible salida: resultados por persona solo con su firma, y la media del grupo para todos.',
      ),
      privately(
        '2026-06-04 04:35',
        'lucia',
        'Tienen razón a medias. Con los que firmen me basta para la línea de exportación: son tres.',
      ),
    ],
  ),

  // It may slip: said early, because a room is missing.
  ...conversation(
    'vigo-one',
    { room: 'calusa-corriente', to: 'lucia' },
    {
      at: '2026-02-27 09:30',
      who: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'One summer placement in Vigo',
          ['Eight weeks in July and August', 'A mentor who speaks English'],
          '2026-06-30',
          '2026-03-10',
        ),
      },
    },
    [
      says('2026-03-03 04:10', 'lucia', { kind: 'agree' }),
      says('2026-03-16 10:20', 'daniel', ({ conversation: other }) => ({
        kind: 'propose',
        proposal: {
          kind: 'end-together',
          successor: other('vigo-three'),
          text: 'Your offer of three takes its place.',
        },
      })),
      says('2026-03-17 04:00', 'lucia', { kind: 'consent' }),
    ],
  ),
  ...conversation(
    'vigo-three',
    { room: 'calusa-corriente', to: 'daniel' },
    {
      at: '2026-03-12 05:30',
      who: 'lucia',
      saying: {
        kind: 'offer',
        terms: terms(
          'Three summer placements in Vigo\nDesign office, test bench and purchasing; 6 July to 28 August, 1,100 euros a month.',
          [
            'Three places, each with a mentor',
            'A room for each within half an hour of the yard',
            'Letters for the visas by 15 May',
          ],
          '2026-06-30',
          '2026-03-24',
        ),
      },
    },
    [
      says('2026-03-16 10:10', 'daniel', {
        kind: 'agree',
        text: 'Three instead of one: thank you. Applications open on Monday.',
      }),
      says('2026-05-13 04:50', 'lucia', {
        kind: 'progress',
        text: 'The letters for the visas went out this morning. Mentors: Uxía, Brais and Carme.',
      }),
      says('2026-06-04 05:15', 'lucia', {
        kind: 'progress',
        atRisk: true,
        expected: { date: '2026-07-03' },
        text: 'Two of the three rooms are sure. The third was to come from Ría Composites and their flat is being repaired; I expect an answer by the 19th.',
      }),
    ],
  ),

  // A third party takes over.
  ...conversation(
    'calibration',
    { room: 'calusa-corriente', to: 'helen' },
    {
      at: '2026-02-11 05:10',
      who: 'iker',
      saying: {
        kind: 'request',
        terms: terms(
          'A two-day course in sensor calibration for the yard’s test bench',
          ['Eight technicians trained, on our own instruments', 'A written procedure they can follow alone'],
          '2026-06-19',
          '2026-02-25',
          { price: { amount: '3200', unit: 'USD' } },
        ),
      },
    },
    [
      says('2026-02-19 13:00', 'helen', { kind: 'agree' }),
      introduces('2026-04-29 09:00', 'helen', 'robotics'),
      says('2026-04-29 09:10', 'helen', ({ newcomer }) => ({
        kind: 'propose',
        proposal: {
          kind: 'hand-over',
          newcomer: newcomer('robotics'),
          text: 'Dr. Weir at the Gulf Robotics Institute has the bench we lack, and would do it for the same price. He would owe it to you, not we.',
        },
      })),
      links('2026-04-29 09:20', 'helen', 'robotics'),
      says('2026-04-30 04:15', 'iker', { kind: 'consent', text: 'We know him; yes.' }),
      answers('2026-04-30 10:30', 'robotics', { kind: 'consent', text: 'Glad to. The dates stand: 17 and 18 June.' }),
      links('2026-05-26 08:30', 'helen', 'robotics'),
      answers('2026-05-27 09:40', 'robotics', {
        kind: 'progress',
        text: 'Draft of the procedure sent to Grant for a look.',
      }),
    ],
  ),

  // Waiting for an answer that was put off once, and named a day.
  ...conversation(
    'yard-visit',
    { room: 'calusa-corriente', to: 'grant' },
    {
      at: '2026-05-29 09:10',
      who: 'priya',
      saying: {
        kind: 'request',
        terms: terms(
          'A yard visit for eight lecturers in electrical engineering\nA morning, before term begins.',
          ['Two hours on the floor with somebody who works there', 'Safety shoes for eight'],
          '2026-08-14',
          '2026-06-05',
        ),
      },
    },
    [
      says('2026-06-04 15:30', 'grant', {
        kind: 'defer',
        until: { date: '2026-06-11' },
        text: 'I want to show them Ferry 9 and have to ask the owner first.',
      }),
    ],
  ),
];
