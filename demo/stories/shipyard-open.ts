import { answers, conversation, introduces, links, report, says, terms } from '../script.ts';
import { talks } from '../thread.ts';

/** What is open between the university and the shipyard this morning. */
export const shipyardOpen = [
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
            work: 'research',
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
      says('2026-05-21 08:15', 'grant', { kind: 'stand-in' }),
      says('2026-05-21 08:20', 'grant', {
        kind: 'say',
        text: 'Iker passed this on to me: the rig stands in my yard. Ask me from now on.',
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
          { work: 'goods' },
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
          { work: 'research', price: { amount: '9600', unit: 'USD' } },
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

  // A third party takes over.
  ...conversation(
    'calibration',
    { room: 'calusa-corriente', to: 'helen' },
    {
      at: '2026-02-10 05:10',
      who: 'iker',
      saying: {
        kind: 'request',
        terms: terms(
          'A two-day course in sensor calibration for the yard’s test bench',
          ['Eight technicians trained, on our own instruments', 'A written procedure they can follow alone'],
          '2026-06-19',
          '2026-02-25',
          { work: 'teaching', price: { amount: '3200', unit: 'USD' } },
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

  // A question came back: the clock of the answer stands still until it is answered.
  ...conversation(
    'ferry-noise',
    { room: 'calusa-corriente', to: 'priya' },
    {
      at: '2026-06-02 14:10',
      who: 'grant',
      saying: {
        kind: 'request',
        terms: terms(
          'Noise on board Ferry 9 before the retrofit\nTwo students with meters, for three days in July.',
          ['Readings at twelve places on each deck', 'The same again in December, after the work'],
          '2026-07-24',
          '2026-06-12',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-06-05 13:30', 'priya', {
        kind: 'say',
        text: 'Two second-years would love it. Are they on board while she sails with passengers, or alongside with the engines running?',
        question: true,
      }),
    ],
  ),
];
