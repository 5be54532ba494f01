import { moment } from '../calendar.ts';
import { comes, excepts, ledTo, proposes, settles, tellsHow, visits, votes } from '../met.ts';
import type { Happening } from '../script.ts';
import type { Stage } from '../stage.ts';

const at = (local: string, play: (stage: Stage) => Promise<void>): Happening => ({ at: moment(local), play });

const yard = 'Port Calusa yard, gate 2';

/** How the university and the shipyard meet: once at the yard, then every two weeks, and a review to come. */
const shipyard: Happening[] = [
  at('2026-01-09 17:20', (stage) =>
    visits(stage, 'yard-visit', 'daniel', 'calusa-corriente', ['lucia', 'iker'], {
      purpose: 'A morning in the assembly hall',
      on: '2026-01-09',
      time: '09:30',
      lasts: 120,
      place: yard,
      placeSide: 'b',
      minutes:
        'Two technicians leave at the end of January. Lucía will say by Monday how many interns they could take and what each has to know on the first day.',
      note: 'Iker showed the failed cell again. He would rather teach than give money.',
    }),
  ),
  at('2026-01-12 05:40', (stage) =>
    ledTo(stage, 'yard-visit', 'lucia', 'calusa-corriente', '2026-01-09T09:30', 'interns'),
  ),
  at('2026-05-06 09:10', (stage) =>
    proposes(stage, 'fortnight', 'renata', 'calusa-corriente', ['lucia', 'daniel'], {
      purpose: 'Half an hour on the interns',
      agenda: 'How they do; what is in their way; who may stay',
      way: 'video',
      place: 'https://meet.calusa.example/interns',
      lasts: 30,
      ask: 'fixed',
      start: '2026-05-12T09:00',
      repeat: { unit: 'week', every: 2, times: 6 },
    }),
  ),
  at('2026-05-07 03:30', (stage) => comes(stage, 'fortnight', 'lucia', 'calusa-corriente')),
  at('2026-05-12 09:40', (stage) =>
    tellsHow(stage, 'fortnight', 'renata', 'calusa-corriente', '2026-05-12T09:00', {
      came: ['renata', 'daniel'],
      minutes: 'All five are well. Two would like to stay over the summer.',
      ideas: ['A day in the yard for the whole class, with the interns as guides'],
    }),
  ),
  at('2026-05-21 10:00', (stage) =>
    excepts(stage, 'fortnight', 'renata', 'calusa-corriente', '2026-05-26T09:00', { start: '2026-05-27T09:30' }),
  ),
  at('2026-05-27 10:20', (stage) =>
    tellsHow(stage, 'fortnight', 'renata', 'calusa-corriente', '2026-05-26T09:00', {
      came: ['renata'],
      minutes: 'The sea trials went well. The yard asks who could stay from July on.',
    }),
  ),
  at('2026-06-02 11:15', (stage) =>
    excepts(stage, 'fortnight', 'renata', 'calusa-corriente', '2026-07-07T09:00', { reason: 'The yard is on holiday' }),
  ),
  at('2026-06-01 06:10', (stage) =>
    proposes(stage, 'year', 'lucia', 'calusa-corriente', ['iker', 'renata', 'helen'], {
      purpose: 'Our first year, and the next',
      agenda: 'What each of us got from it; what to leave; one thing to begin in autumn',
      way: 'in-person',
      place: yard,
      placeSide: 'b',
      lasts: 90,
      ask: 'poll',
      options: ['2026-06-17T10:00', '2026-06-18T10:00', '2026-06-19T14:00'],
    }),
  ),
  at('2026-06-02 09:30', (stage) => votes(stage, 'year', 'renata', 'calusa-corriente', ['if-needed', 'yes', 'no'])),
  at('2026-06-03 12:00', (stage) => votes(stage, 'year', 'helen', 'calusa-corriente', ['no', 'yes', 'yes'])),
  at('2026-06-04 04:50', (stage) => settles(stage, 'year', 'lucia', 'calusa-corriente', 1)),
];

/** A lunch with what came of it, a call of which nobody has said how it went, and a poll that is open. */
const others: Happening[] = [
  at('2026-05-28 10:40', (stage) =>
    proposes(stage, 'lunch', 'renata', 'calusa-brightwater', ['samir'], {
      purpose: 'Lunch about data and people',
      way: 'in-person',
      place: 'Brightwater, fourth floor',
      placeSide: 'b',
      lasts: 75,
      ask: 'fixed',
      start: '2026-06-05T12:00',
    }),
  ),
  at('2026-05-29 15:00', (stage) => comes(stage, 'lunch', 'samir', 'calusa-brightwater')),
  at('2026-06-05 16:30', (stage) =>
    tellsHow(stage, 'lunch', 'renata', 'calusa-brightwater', '2026-06-05T12:00', {
      came: ['renata'],
      minutes:
        'Fifteen claims people should learn to read data without a term away. Samir would teach again next spring.',
      note: 'He ate nothing. Something is going on above him.',
      ideas: ['A short evening course, taught at Brightwater', 'Two of their claims as cases in the statistics class'],
      thanks: 'Thank you for lunch, Samir, and for saying plainly what worries you. I read back today what I heard.',
    }),
  ),
  at('2026-06-03 09:00', (stage) =>
    proposes(stage, 'call', 'daniel', 'calusa-brightwater', ['monique'], {
      purpose: 'A call about next year’s interns',
      way: 'phone',
      lasts: 30,
      ask: 'fixed',
      start: '2026-06-08T16:00',
    }),
  ),
  at('2026-06-08 10:30', (stage) =>
    proposes(stage, 'camp', 'daniel', 'calusa-puertoclaro', ['jimena'], {
      purpose: 'Before the summer camp begins',
      agenda: 'Who comes, who translates, who is called when something happens',
      way: 'in-person',
      place: 'Fundación Puerto Claro',
      placeSide: 'b',
      lasts: 60,
      ask: 'poll',
      options: ['2026-06-16T10:00', '2026-06-17T15:00', '2026-06-18T10:00'],
    }),
  ),
  at('2026-06-08 17:05', (stage) =>
    votes(stage, 'camp', 'daniel', 'calusa-puertoclaro', ['no', 'yes', 'if-needed'], 'jimena'),
  ),
];

/** Meetings held, to come, to be settled, and without an outcome. */
export const meetings: readonly Happening[] = [...shipyard, ...others];
