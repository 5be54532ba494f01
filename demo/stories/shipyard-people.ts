import { conversation, drafts, privately, report, says, terms } from '../script.ts';
import { talks } from '../thread.ts';

/** Open between the university and the shipyard: what concerns people more than things. */
export const shipyardPeople = [
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
          { work: 'talent', price: { amount: '22', unit: 'USD an hour' } },
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
      drafts('2026-06-08 17:40', 'renata', {
        act: 'counter',
        text: 'Yes, but with eight in the first year and ten from the second. The college decides about credit on 18 June; I would rather promise it the day after than the week before.',
        terms: terms(
          'Eight co-op places at Port Calusa from January 2027, ten a year from 2028\nFive in electrical fitting and testing, three mechanical at first. One term at the yard, one at the university, for at least two years.',
          [
            ['c1', 'Eight students named by 1 November 2026, ten in each year after'],
            ['c2', 'A lecturer who visits the yard once a term'],
            ['c3', 'Credit for the term at the yard agreed with the college'],
          ],
          '2026-11-01',
          '2026-06-22',
          { work: 'talent', price: { amount: '22', unit: 'USD an hour' } },
        ),
      }),
    ],
  ),

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
          { work: 'advice' },
        ),
      },
    },
    [
      says('2026-05-06 04:30', 'lucia', {
        kind: 'counter',
        terms: terms(
          'Mock interviews for eight graduating engineers\nForty minutes each, by video, with a page of honest remarks.',
          [
            ['c1', 'Eight interviews held'],
            ['c2', 'Written remarks to each student within two days'],
          ],
          '2026-06-05',
          '2026-05-13',
          { work: 'advice' },
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
          { work: 'teaching', price: { amount: '4800', unit: 'EUR' } },
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
          { work: 'talent' },
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
          { work: 'talent' },
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
        cause: 'external',
        text: 'Two of the three rooms are sure. The third was to come from Ría Composites and their flat is being repaired; I expect an answer by the 19th.',
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
          { work: 'access' },
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
