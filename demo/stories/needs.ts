import { starterGuides } from '../../messages/en/guides.ts';
import { moment } from '../calendar.ts';
import { answers, answersByLink, keeps, listens, pairsUp, readsBack, standsFor, steps } from '../heard.ts';
import type { Happening } from '../script.ts';
import type { Stage } from '../stage.ts';

const at = (local: string, play: (stage: Stage) => Promise<unknown>): Happening => ({
  at: moment(local),
  play: async (stage) => {
    await play(stage);
  },
});

const { questions: allQuestions, title: guideTitle } = starterGuides.company;
const questions = allQuestions.slice(0, 6);

/** What the organizations need and offer, in their own books, and whom they tell. */
const books: Happening[] = [
  at('2026-04-02 10:00', async (stage) => {
    await keeps(
      stage,
      'renata',
      'calusa',
      {
        nature: 'offer',
        kind: 'talent',
        title: 'Students of electrical engineering, for internships from June',
        detail: 'Twenty hours a week in term, full time in summer. Supervised by the faculty.',
        skills: ['electronics', 'embedded systems'],
        amount: 'up to eight at a time',
        startsOn: '2026-06-15',
        urgency: 'quarter',
        owner: 'daniel',
      },
      { 'calusa-corriente': 'full', 'calusa-brightwater': 'titled', 'telmo-calusa': 'counted' },
    );
    await keeps(
      stage,
      'renata',
      'calusa',
      {
        nature: 'offer',
        kind: 'training',
        title: 'Evening course in data analysis for people at work',
        detail: 'Eight evenings, with a certificate.',
        skills: ['data analysis', 'statistics'],
        amount: 'fifteen places',
      },
      { 'calusa-brightwater': 'full' },
    );
    await keeps(
      stage,
      'priya',
      'calusa',
      {
        nature: 'need',
        kind: 'projects',
        title: 'Real problems for next year’s capstone teams',
        detail: 'Six weeks of work for four students, somebody on your side one hour a week.',
        urgency: 'quarter',
        owner: 'priya',
      },
      { 'calusa-corriente': 'full', 'calusa-brightwater': 'full', 'calusa-puertoclaro': 'titled' },
    );
    await keeps(
      stage,
      'helen',
      'calusa',
      {
        nature: 'need',
        kind: 'equipment',
        title: 'Marine radar and navigation units for the teaching laboratory',
        skills: ['navigation systems'],
        owner: 'helen',
      },
      { 'calusa-corriente': 'titled' },
    );
    await keeps(stage, 'helen', 'calusa', {
      nature: 'need',
      kind: 'funding',
      title: 'A partner for the new simulation hall',
      detail: 'Not public before the board has met in September.',
      urgency: 'year',
    });
  }),
  at('2026-04-09 05:30', async (stage) => {
    await keeps(
      stage,
      'lucia',
      'corriente',
      {
        nature: 'need',
        kind: 'talent',
        title: 'Interns in electronics for the yard, this summer',
        detail: 'Three retire by December. We would like to know people before we need them.',
        skills: ['electronics'],
        amount: 'four',
        startsOn: '2026-06-01',
        endsOn: '2026-09-30',
        urgency: 'now',
        owner: 'lucia',
      },
      { 'calusa-corriente': 'full' },
    );
    await keeps(
      stage,
      'iker',
      'corriente',
      {
        nature: 'offer',
        kind: 'equipment',
        title: 'Navigation units that come back from the ferries, still working',
        skills: ['navigation systems'],
        amount: 'about ten a year',
      },
      { 'calusa-corriente': 'titled' },
    );
    await keeps(
      stage,
      'iker',
      'corriente',
      { nature: 'offer', kind: 'projects', title: 'A vibration problem on the pilot boats, for a team of students' },
      { 'calusa-corriente': 'counted' },
    );
  }),
  at('2026-04-14 09:40', (stage) =>
    keeps(
      stage,
      'monique',
      'brightwater',
      {
        nature: 'need',
        kind: 'training',
        title: 'Claims people who can read data',
        detail: 'Fifteen of them, without leaving their desks for a term.',
        skills: ['data analysis'],
        amount: 'fifteen people',
        urgency: 'year',
        owner: 'monique',
      },
      { 'calusa-brightwater': 'full' },
    ),
  ),
];

/** Three talks, each read back and answered in another way. */
const heard: Happening[] = [
  at('2026-04-21 16:00', (stage) =>
    listens(
      stage,
      'yard',
      'renata',
      'calusa-corriente',
      { heldOn: '2026-04-21', way: 'in-person', place: 'In the yard at Port Calusa', guideTitle, questions },
      [
        ['need', 'Hands who can test a circuit board without being shown twice. Four, before summer is over.'],
        ['worry', 'If Héctor leaves, nobody knows the old autopilots.', { assumed: true }],
        ['constraint', 'No photographs in the yard; the navy sees to that.'],
        ['offer', 'An afternoon on the test boat for any class that wants it.'],
        ['person', 'Lucía decides on people, Iker on machines. Grant knows everybody.'],
        ['date', 'Budget closes on 30 September.', { followUp: 'Send the proposal for next year by mid-September' }],
      ],
    ),
  ),
  at('2026-04-22 10:10', (stage) =>
    readsBack(stage, 'heard-corriente', 'renata', 'calusa-corriente', {
      talk: ['yard', 0, 2, 3],
      heldOn: '2026-04-21',
      way: 'in-person',
      place: 'In the yard at Port Calusa',
      subject: 'What we heard in the yard on 21 April',
      words: 'Thank you for the afternoon, and for the honest words. Please put right what we got wrong.',
      replyBy: '2026-05-06',
      points: [
        { tag: 'need', certainty: 'heard', text: 'Four people who can test circuit boards, before the end of summer' },
        { tag: 'constraint', certainty: 'heard', text: 'No photographs in the yard' },
        { tag: 'offer', certainty: 'heard', text: 'An afternoon on the test boat for any class' },
      ],
    }),
  ),
  at('2026-04-23 05:45', (stage) =>
    answers(stage, 'heard-corriente', 'lucia', {
      corrections: { 0: 'Four until September, and two of them for good if it goes well' },
      added: [{ tag: 'need', text: 'Somebody to teach English to our yard people, twice a week' }],
      words: 'You listened better than most.',
    }),
  ),
  at('2026-05-04 17:20', (stage) =>
    listens(
      stage,
      'camp',
      'daniel',
      'calusa-puertoclaro',
      { heldOn: '2026-05-04', way: 'video', guideTitle, questions },
      [
        ['need', 'Students who speak Spanish at home, for the summer camp.'],
        ['worry', 'Grants come late every year.'],
      ],
    ),
  ),
  at('2026-05-05 09:15', (stage) =>
    readsBack(stage, 'heard-puertoclaro', 'daniel', 'calusa-puertoclaro', {
      talk: ['camp', 0],
      heldOn: '2026-05-04',
      way: 'video',
      subject: 'What we heard on 4 May',
      words: 'Gracias por la conversación.',
      replyBy: '2026-05-19',
      points: [
        { tag: 'need', certainty: 'heard', text: 'Students who speak Spanish at home, for the summer camp in July' },
        { tag: 'date', certainty: 'heard', text: 'The camp begins on 6 July' },
      ],
    }),
  ),
  at('2026-05-06 12:30', (stage) =>
    answersByLink(stage, 'heard-puertoclaro', 'daniel', 'jimena', {
      corrections: { 1: 'It begins on 13 July this year' },
      added: [],
      words: '',
    }),
  ),
  at('2026-06-08 15:10', (stage) =>
    readsBack(stage, 'heard-brightwater', 'renata', 'calusa-brightwater', {
      heldOn: '2026-06-05',
      way: 'in-person',
      place: 'At Brightwater, over lunch',
      subject: 'What we heard on Friday',
      words: 'Thank you for lunch, and for saying plainly what worries you.',
      replyBy: '2026-06-22',
      points: [
        { tag: 'need', certainty: 'heard', text: 'Fifteen claims people who can read data, without a term away' },
        { tag: 'worry', certainty: 'assumed', text: 'Two of your analysts are being courted by others' },
        { tag: 'offer', certainty: 'heard', text: 'Samir would teach again next spring' },
      ],
    }),
  ),
];

/** Who stands for what, who works with whom, and how far they have come. */
const together: Happening[] = [
  at('2026-04-24 11:00', async (stage) => {
    await standsFor(stage, 'calusa-corriente', 'renata', ['owner']);
    await standsFor(stage, 'calusa-corriente', 'helen', ['sponsor']);
    await standsFor(stage, 'calusa-corriente', 'lucia', ['owner']);
    await standsFor(stage, 'calusa-corriente', 'iker', ['sponsor']);
    await pairsUp(stage, 'calusa-corriente', 'renata', 'lucia', 'Interns for the yard');
    await pairsUp(stage, 'calusa-corriente', 'helen', 'iker', 'What we build together');
  }),
  at('2026-04-27 10:20', (stage) =>
    steps(stage, 'calusa-corriente', ['renata', 'lucia'], {
      from: 'prospect',
      to: 'awareness',
      words: 'We have met where you work, and you have put right what we heard.',
      agreed: 'So we have.',
    }),
  ),
  at('2026-05-11 09:30', (stage) =>
    steps(stage, 'calusa-corriente', ['renata', 'lucia'], {
      from: 'awareness',
      to: 'involvement',
      words: 'The first things are agreed, with a date and a name on each side.',
    }),
  ),
];

/** Listening, needs and offers, read-backs, pairs and stages. */
export const needs: readonly Happening[] = [...books, ...heard, ...together];
