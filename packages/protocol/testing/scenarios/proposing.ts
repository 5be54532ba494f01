import {
  accept,
  amend,
  antecedent,
  consent,
  fulfil,
  giveBack,
  pause,
  progress,
  propose,
  refuse,
  release,
  renege,
  report,
  resume,
  say,
  stop,
  takeBack,
} from '../sayings.ts';
import { promised, type Scenario } from '../scenario.ts';
import { commit, customer, newcomer, parties, performer, until } from '../story.ts';

const onTime = ['reported-on-time performer'];
const talk = (side: string) => [`sense-making ${side}`];
const prompt = ['kept performer', 'prompt-review customer'];
const handOver = propose({ kind: 'hand-over', newcomer: parties.newcomer });
const assign = propose({ kind: 'assign', newcomer: parties.newcomer });

export const amendments: Scenario[] = [
  {
    title: 'an amendment binds when the other side consents, and not before',
    lines: [
      ...promised(),
      performer(10, amend({ due: until(30) }), 'performing', talk('performer')),
      performer(10, consent, 'void wrong-side'),
      customer(11, consent, 'performing'),
      performer(28, report(), 'reported', onTime),
      customer(29, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'a pending amendment leaves the old date in force',
    lines: [...promised(), performer(19, amend({ due: until(30) }), 'performing', talk('performer'))],
    moments: [{ day: 21, is: { overdue: true }, moves: ['performer work', 'customer proposal'] }],
  },
  {
    title: 'an amendment after the due date is late notice',
    lines: [
      ...promised(),
      performer(21, amend({ due: until(30) }), 'performing', ['late-notice performer']),
      customer(22, consent, 'performing'),
      performer(25, report(), 'reported', onTime),
    ],
  },
  {
    title: 'a customer who asks for a change after the due date gives no late notice',
    lines: [...promised(), customer(21, amend({ ids: ['c1'] }), 'performing', talk('customer'))],
  },
  {
    title: 'a refused amendment leaves the old terms binding, and another can be made',
    lines: [
      ...promised(),
      performer(10, amend({ due: until(30) }), 'performing', talk('performer')),
      performer(10, amend({ due: until(31) }), 'void already-pending'),
      customer(11, refuse, 'performing'),
      customer(11, (c) => ({ kind: 'refuse', answers: c.head }), 'void nothing-pending'),
      performer(12, amend({ due: until(25) }), 'performing', talk('performer')),
      customer(12, takeBack, 'void wrong-side'),
      performer(13, takeBack, 'performing'),
      performer(13, (c) => ({ kind: 'take-back', answers: c.head }), 'void nothing-pending'),
    ],
  },
  {
    title: 'an amendment changes a term, keeps a due date and a condition, and looks ahead',
    lines: [
      ...promised(),
      performer(10, amend({}), 'void nothing-changed'),
      performer(10, amend({ due: undefined }), 'void no-due-date'),
      performer(10, amend({ ids: [] }), 'void no-condition'),
      performer(10, amend({ due: until(9) }), 'void past-date'),
      customer(21, amend({ ids: ['c1'] }), 'performing', talk('customer')),
    ],
  },
  {
    title: 'amended conditions are the ones to report, and dropped ones never come back',
    lines: [
      ...promised(),
      customer(10, amend({ ids: ['c1', 'c3'] }), 'performing', talk('customer')),
      performer(11, consent, 'performing'),
      performer(12, report(['c1', 'c2']), 'void unknown-condition'),
      customer(12, amend({ ids: ['c1', 'c2'] }), 'void reused-condition'),
      performer(13, report(['c1', 'c3']), 'reported', onTime),
    ],
  },
  {
    title: 'a changed date settles the warning about the old one',
    lines: [
      ...promised(),
      performer(10, progress({ atRisk: true }), 'performing', ['early-warning performer']),
      performer(11, amend({ due: until(30) }), 'performing', talk('performer')),
      customer(12, consent, 'performing'),
    ],
    moments: [{ day: 13, is: { atRisk: false } }],
  },
  {
    title: 'an amendment of the conditions of reported work asks for a new report',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(11, amend({ ids: ['c1'] }), 'reported', talk('customer')),
      performer(12, consent, 'performing'),
    ],
    moments: [{ day: 13, moves: ['performer work'] }],
  },
  {
    title: 'an amendment of the date alone leaves the report standing',
    lines: [
      ...promised(),
      performer(21, report(), 'reported', ['reported-late performer']),
      customer(22, amend({ due: until(25) }), 'reported', talk('customer')),
      performer(22, consent, 'reported'),
      customer(23, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'a cycle time in amended terms counts from consent',
    lines: [
      ...promised(),
      performer(10, amend({ due: { days: 15 } }), 'performing', talk('performer')),
      customer(12, consent, 'performing'),
    ],
    moments: [
      { day: 26, is: { overdue: false } },
      { day: 27, is: { overdue: true } },
    ],
  },
  {
    title: 'consent to a date that has passed meanwhile is too late',
    lines: [
      ...promised(),
      performer(10, amend({ due: until(12) }), 'performing', talk('performer')),
      customer(13, consent, 'void past-date'),
    ],
  },
  {
    title: 'a new antecedent opens, a dropped one falls away',
    lines: [
      ...promised(),
      performer(2, amend({ antecedent: antecedent(8) }), 'performing', talk('performer')),
      customer(3, consent, 'performing'),
      customer(4, fulfil, 'performing', ['antecedent-met customer']),
      customer(5, amend({}), 'performing', talk('customer')),
      performer(6, consent, 'performing'),
    ],
    moments: [{ day: 15, moves: ['performer work'] }],
  },
];

export const proposing: Scenario[] = [
  {
    title: 'a customer who lets the performer off is flexible',
    lines: [
      ...promised(),
      performer(10, release, 'performing'),
      customer(11, consent, 'closed released', ['flexible-customer customer']),
    ],
    moments: [{ day: 12, mark: 'faded' }],
  },
  {
    title: 'a pending release is no release: the promise can still be broken',
    lines: [
      ...promised(),
      performer(10, release, 'performing'),
      performer(11, renege, 'closed reneged', ['broken performer']),
    ],
  },
  {
    title: 'a proposal that nobody answers shows as unanswered',
    lines: [...promised(), performer(3, release, 'performing')],
    moments: [
      { day: 9, moves: ['performer work', 'customer proposal'], is: { unanswered: false } },
      { day: 10, is: { unanswered: true } },
    ],
  },
  {
    title: 'an end together is nobody’s failure',
    lines: [
      ...promised(),
      customer(10, propose({ kind: 'end-together' }), 'performing'),
      performer(11, consent, 'closed ended-together'),
    ],
  },
  {
    title: 'reported work can be let off or ended together',
    lines: [
      ...promised(),
      performer(9, report(), 'reported', onTime),
      performer(10, release, 'reported'),
      customer(11, refuse, 'reported'),
      customer(12, propose({ kind: 'end-together' }), 'reported'),
      performer(13, consent, 'closed ended-together'),
    ],
  },
  {
    title: 'a customer may hand the promise on before anything is reported',
    lines: [
      ...promised(),
      customer(5, assign, 'performing'),
      newcomer(6, consent, 'performing'),
      performer(7, consent, 'performing'),
      customer(8, say('from the new customer'), 'performing', talk('customer')),
    ],
  },
  {
    title: 'an end together that names a successor is superseded by it',
    lines: [
      ...promised(),
      customer(10, propose({ kind: 'end-together', successor: commit('successor') }), 'performing'),
      performer(11, consent, 'closed superseded'),
    ],
  },
  {
    title: 'while paused nothing is overdue, and either side resumes from the agreed day on',
    lines: [
      ...promised(),
      customer(5, pause(4, 40), 'void past-date'),
      customer(5, pause(25), 'void no-due-date'),
      customer(5, pause(25, 24), 'void past-date'),
      customer(5, pause(25, 40), 'performing'),
      performer(6, consent, 'performing'),
      performer(24, resume, 'void too-early'),
      customer(24, stop, 'void paused'),
      performer(26, resume, 'performing'),
      customer(26, resume, 'void wrong-state'),
    ],
    moments: [
      { day: 39, is: { overdue: false, paused: false } },
      { day: 41, is: { overdue: true } },
    ],
  },
  {
    title: 'a paused promise waits for either side, and stays paused until someone speaks',
    lines: [...promised(), customer(5, pause(15), 'performing'), performer(6, consent, 'performing')],
    moments: [
      { day: 10, moves: ['both resume'], is: { paused: true, overdue: false } },
      { day: 22, moves: ['both resume'], is: { paused: true, overdue: false, unanswered: true } },
    ],
  },
  {
    title: 'delivery ends a pause, and a pause holds off a contest',
    lines: [
      ...promised(),
      performer(4, report(), 'reported', onTime),
      customer(5, giveBack(), 'performing', ['returned performer']),
      customer(5, pause(15), 'performing'),
      performer(6, consent, 'performing'),
      performer(
        6.5,
        (c) => ({ kind: 'contest', answers: c.rework!, cites: ['c1'], text: commit('no') }),
        'void paused',
      ),
      performer(7, report(), 'reported', onTime),
    ],
    moments: [{ day: 8, is: { paused: false }, moves: ['customer review'] }],
  },
  {
    title: 'an antecedent does not run out during a pause',
    lines: [
      ...promised({ antecedent: antecedent(8) }),
      customer(5, pause(15), 'performing'),
      performer(6, consent, 'performing'),
      customer(15, resume, 'performing'),
    ],
    moments: [
      { day: 17, state: 'performing', moves: ['customer antecedent'] },
      { day: 18, state: 'closed expired' },
    ],
  },
  {
    title: 'work that is handed over needs the other side and the newcomer',
    lines: [
      ...promised(),
      performer(4, propose({ kind: 'hand-over', newcomer: parties.customer }), 'void wrong-party'),
      newcomer(4, say(), 'void wrong-party'),
      performer(5, handOver, 'performing'),
      newcomer(5, say('what exactly?'), 'performing'),
      customer(6, consent, 'performing'),
      customer(6, consent, 'void already-done'),
      newcomer(6.5, consent, 'void own-words', [], { via: 'recorded' }),
      newcomer(7, consent, 'performing'),
      performer(8, say('from the new performer'), 'performing', talk('performer')),
      performer(9, report(), 'reported', onTime),
    ],
  },
  {
    title: 'a hand-over waits for whoever has not consented',
    lines: [...promised(), performer(5, handOver, 'performing'), newcomer(6, consent, 'performing')],
    moments: [{ day: 7, moves: ['performer work', 'customer proposal'] }],
  },
  {
    title: 'a newcomer may refuse, and nothing has changed',
    lines: [
      ...promised(),
      performer(5, handOver, 'performing'),
      newcomer(6, refuse, 'performing'),
      performer(9, report(), 'reported', onTime),
    ],
  },
  {
    title: 'the organization that handed over no longer speaks',
    lines: [
      ...promised(),
      performer(5, handOver, 'performing'),
      customer(6, consent, 'performing'),
      newcomer(7, consent, 'performing'),
      performer(8, report(), 'void broken-chain', [], { forge: (act) => ({ ...act, from: parties.performer }) }),
    ],
  },
  {
    title: 'another customer takes over with consent of performer and newcomer',
    lines: [
      ...promised(),
      performer(9, report(), 'reported', onTime),
      customer(10, propose({ kind: 'assign', newcomer: parties.performer }), 'void wrong-party'),
      customer(10, assign, 'reported'),
      performer(11, consent, 'reported'),
      newcomer(12, consent, 'reported'),
      customer(13, accept(), 'closed satisfied', prompt),
    ],
  },
  {
    title: 'reported work is neither paused nor handed over, and consent that no longer fits is void',
    lines: [
      ...promised(),
      performer(5, pause(15), 'performing'),
      performer(9, report(), 'reported', onTime),
      customer(10, consent, 'void wrong-state'),
      customer(10, refuse, 'reported'),
      performer(10, handOver, 'void wrong-state'),
    ],
  },
  {
    title: 'an answer to another proposal is stale',
    lines: [
      ...promised(),
      performer(5, release, 'performing'),
      customer(6, (c) => ({ kind: 'consent', answers: c.id }), 'void stale'),
    ],
  },
];
