import {
  accept,
  antecedent,
  cancel,
  closeUnconfirmed,
  contest,
  fulfil,
  giveBack,
  progress,
  renege,
  report,
  retract,
  say,
  stop,
} from '../sayings.ts';
import { promised, type Scenario } from '../scenario.ts';
import { commit, customer, performer, until } from '../story.ts';

const onTime = ['reported-on-time performer'];
const late = ['reported-late performer'];
const prompt = ['kept performer', 'prompt-review customer'];

export const performing: Scenario[] = [
  {
    title: 'a promise reported on time and accepted is kept',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(12, accept(), 'closed satisfied', prompt),
    ],
    moments: [{ day: 13, state: 'closed satisfied', moves: [], mark: 'closed' }],
  },
  {
    title: 'acceptance with a waived condition says so',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(12, accept(['c2']), 'closed satisfied-with-waivers', prompt),
    ],
  },
  {
    title: 'nobody accepts their own work',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      performer(11, accept(), 'void wrong-side'),
      performer(11, accept(), 'void wrong-party', [], { forge: (act) => ({ ...act, side: 'customer' }) }),
    ],
  },
  {
    title: 'a report speaks to every agreed condition, and to no other',
    lines: [
      ...promised(),
      performer(9, report(['c1']), 'void missing-condition'),
      performer(9, report(['c1', 'c2', 'c3']), 'void unknown-condition'),
      performer(9, report(['c1', 'c1']), 'void unknown-condition'),
      performer(9, { kind: 'report', on: [{ condition: 'c1' }, { condition: 'c2' }] }, 'void missing-condition'),
    ],
  },
  {
    title: 'acceptance judges every agreed condition, and no other',
    lines: [
      ...promised(),
      performer(9, report(), 'reported', onTime),
      customer(10, accept([], ['c1']), 'void missing-condition'),
      customer(10, accept([], ['c1', 'c2', 'c3']), 'void unknown-condition'),
    ],
  },
  {
    title: 'a delivery after the due date is late',
    lines: [
      ...promised(),
      performer(22, report(), 'reported', late),
      customer(23, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'an early warning before the due date makes a late delivery one with notice',
    lines: [
      ...promised(),
      performer(10, progress({ atRisk: true, expected: until(24) }), 'performing', ['early-warning performer']),
      performer(12, progress({ text: commit('half done') }), 'performing'),
      performer(22, report(), 'reported', late),
      customer(23, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'a warning can be lifted, and none can be given after the due date',
    lines: [
      ...promised(),
      performer(10, progress({ atRisk: true }), 'performing', ['early-warning performer']),
      performer(12, progress({ atRisk: false }), 'performing'),
      performer(21, progress({ atRisk: true }), 'void too-late'),
      performer(21, progress({ expected: until(20.5) }), 'void past-date'),
      performer(21, progress({ text: commit('nearly there') }), 'performing'),
    ],
    moments: [{ day: 22, is: { atRisk: false, overdue: true }, moves: ['performer work'] }],
  },
  {
    title: 'a warned promise shows as at risk',
    lines: [...promised(), performer(10, progress({ atRisk: true }), 'performing', ['early-warning performer'])],
    moments: [{ day: 11, is: { atRisk: true, overdue: false } }],
  },
  {
    title: 'a report can be retracted before it is accepted',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      performer(11, retract, 'performing', ['honest-retraction performer']),
      performer(11, (c) => ({ kind: 'retract', answers: c.head }), 'void wrong-state'),
    ],
    moments: [{ day: 12, moves: ['performer work'] }],
  },
  {
    title: 'a return cites agreed conditions only, and opens rework',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(11, giveBack([]), 'void missing-condition'),
      customer(11, giveBack(['c9']), 'void unknown-condition'),
      customer(11, giveBack(['c2']), 'performing', ['returned performer']),
      performer(14, report(), 'reported', onTime),
      customer(15, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'rework is the move of the performer',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(11, giveBack(), 'performing', ['returned performer']),
    ],
    moments: [{ day: 12, moves: ['performer rework'], is: { overdue: false } }],
  },
  {
    title: 'a retracted rework is rework again, and can be contested',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(11, giveBack(), 'performing', ['returned performer']),
      performer(14, report(), 'reported', onTime),
      performer(15, retract, 'performing', ['honest-retraction performer']),
      performer(16, contest(), 'disputed'),
    ],
  },
  {
    title: 'a report answered in another version is stale',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      performer(11, retract, 'performing', ['honest-retraction performer']),
      performer(12, report(), 'reported', onTime),
      customer(13, (c) => ({ kind: 'return', answers: c.id, unmet: [{ condition: 'c1' }] }), 'void stale'),
    ],
  },
  {
    title: 'the customer may cancel, but not what was reported',
    lines: [
      ...promised(),
      performer(10, cancel, 'void wrong-side'),
      performer(10, report(), 'reported', onTime),
      customer(11, cancel, 'void wrong-state'),
      performer(12, retract, 'performing', ['honest-retraction performer']),
      customer(13, cancel, 'closed cancelled', ['cancelled customer']),
    ],
    moments: [{ day: 14, mark: 'faded' }],
  },
  {
    title: 'a performer who cannot keep the promise says so',
    lines: [
      ...promised(),
      customer(9, renege, 'void wrong-side'),
      performer(10, renege, 'closed reneged', ['broken performer']),
    ],
    moments: [{ day: 11, state: 'closed reneged', mark: 'broken' }],
  },
  {
    title: 'the customer may stop what is overdue, not what is still in time',
    lines: [
      ...promised(),
      customer(19, stop, 'void too-early'),
      customer(20, stop, 'closed failed', ['broken performer']),
    ],
    moments: [{ day: 21, mark: 'broken' }],
  },
  {
    title: 'the customer may stop after a return',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(11, giveBack(), 'performing', ['returned performer']),
      customer(12, stop, 'closed failed', ['broken performer']),
    ],
  },
  {
    title: 'work that nobody reviews is closed unconfirmed, never satisfied',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      performer(26.9, closeUnconfirmed, 'void too-early'),
      customer(27, closeUnconfirmed, 'void wrong-side'),
      performer(27, closeUnconfirmed, 'closed unconfirmed', ['unconfirmed performer', 'slow-review customer']),
    ],
    moments: [{ day: 28, state: 'closed unconfirmed', mark: 'open' }],
  },
  {
    title: 'a review that takes too long is unanswered',
    lines: [...promised(), performer(10, report(), 'reported', onTime)],
    moments: [
      { day: 19, moves: ['customer review'], is: { unanswered: false } },
      { day: 20, moves: ['customer review'], is: { unanswered: true } },
    ],
  },
  {
    title: 'a slow acceptance is one, and the promise is kept all the same',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(25, accept(), 'closed satisfied', ['kept performer', 'slow-review customer']),
    ],
  },
  {
    title: 'acceptance can still come after an unconfirmed close',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      performer(27, closeUnconfirmed, 'closed unconfirmed', ['unconfirmed performer', 'slow-review customer']),
      customer(40, accept(), 'closed satisfied', ['kept performer']),
      customer(41, accept(), 'void wrong-state'),
    ],
  },
  {
    title: 'an antecedent is the move of the customer, and the work waits for it',
    lines: [
      ...promised({ antecedent: antecedent(10) }),
      performer(8, fulfil, 'void wrong-side'),
      customer(9, fulfil, 'performing', ['antecedent-met customer']),
      customer(9.5, fulfil, 'void already-done'),
    ],
    moments: [{ day: 10, moves: ['performer work'] }],
  },
  {
    title: 'an antecedent that never comes expires the promise, without fault of the performer',
    lines: [
      ...promised({ antecedent: antecedent(10) }),
      customer(13, fulfil, 'void expired'),
      performer(14, report(), 'void expired'),
    ],
    moments: [
      { day: 9, state: 'performing', moves: ['customer antecedent'], is: { overdue: false } },
      { day: 12, state: 'performing', is: { unanswered: true } },
      { day: 13, state: 'closed expired', moves: [], mark: 'faded', clock: ['antecedent-missed customer'] },
    ],
  },
  {
    title: 'a promise is not overdue while its antecedent is open',
    lines: [...promised({ antecedent: antecedent(19) })],
    moments: [{ day: 21, state: 'performing', moves: ['customer antecedent'], is: { overdue: false } }],
  },
  {
    title: 'a performer who delivers without the antecedent has waived it',
    lines: [
      ...promised({ antecedent: antecedent(10) }),
      performer(9, report(), 'reported', onTime),
      customer(15, giveBack(), 'performing', ['returned performer']),
    ],
    moments: [{ day: 16, state: 'performing', moves: ['performer rework'] }],
  },
  {
    title: 'there is nothing to fulfil where nothing was asked first',
    lines: [
      ...promised(),
      customer(5, fulfil, 'void already-done'),
      customer(5, say(), 'performing', ['sense-making customer']),
    ],
  },
];
