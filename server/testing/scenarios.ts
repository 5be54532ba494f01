import type { SayingInput } from '../features/acts/schema.ts';

/** One step of a story: who says what, or time passing. */
export type Step = { by: 'customer' | 'performer' | 'newcomer'; say: SayingInput; colleague?: true } | { wait: number };

export interface Scenario {
  name: string;
  steps: Step[];
  /** Where it ends. */
  state: string;
  outcome?: string;
}

/** Days from the start of the story, as the calendar says them. Stories start on 2 March 2026. */
export const day = (n: number): string => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10);
export const startOfStories = '2026-03-02T09:00:00.000Z';

const date = (n: number) => ({ date: day(n) });
const terms = (more: object = {}) => ({
  what: 'Host five students for a week in your lab',
  conditions: [{ text: 'A named mentor for each student' }, { text: 'A written plan for the week' }],
  due: date(30),
  replyBy: date(5),
  ...more,
});
const kept = [
  { id: 'c1', text: 'A named mentor for each student' },
  { id: 'c2', text: 'A written plan for the week' },
];
const C = (say: SayingInput): Step => ({ by: 'customer', say });
const P = (say: SayingInput): Step => ({ by: 'performer', say });
const wait = (days: number): Step => ({ wait: days });

const request = C({ kind: 'request', terms: terms() });
const offer = P({ kind: 'offer', terms: terms() });
const promise = P({ kind: 'agree' });
const on = [
  { condition: 'c1', text: 'Names sent' },
  { condition: 'c2', text: 'Plan sent' },
];
const report = P({ kind: 'report', on });
const lateReport = P({ kind: 'report', on, cause: 'approval' });
const accept = C({
  kind: 'accept',
  verdicts: [
    { condition: 'c1', verdict: 'met' },
    { condition: 'c2', verdict: 'met' },
  ],
  satisfaction: 5,
});
const sendBack = C({ kind: 'return', unmet: [{ condition: 'c2', text: 'Tuesday is missing' }], text: 'Nearly there' });
const consent = (by: 'customer' | 'performer' | 'newcomer'): Step => ({ by, say: { kind: 'consent' } });
/** Stands for the organization a driver makes for the story. */
export const newcomer = '00000000-0000-4000-8000-000000000000';

/** Stories that together say everything the protocol knows; `everything` is checked against its table. */
export const scenarios: Scenario[] = [
  {
    name: 'asked, countered, promised, warned, amended, reported, returned, reworked, accepted, judged',
    steps: [
      request,
      C({ kind: 'say', text: 'We could pay the travel' }),
      P({ kind: 'say', text: 'Which week do you have in mind?', question: true }),
      C({ kind: 'say', text: 'The last one in March' }),
      P({ kind: 'defer', until: date(7), text: 'The dean is away' }),
      P({
        kind: 'counter',
        terms: terms({ conditions: kept, due: date(40), work: 'talent', replyBy: date(9) }),
        text: 'We need a little longer',
      }),
      C({ kind: 'counter', terms: terms({ conditions: kept, due: date(35), work: 'talent', replyBy: date(9) }) }),
      promise,
      P({ kind: 'progress', text: 'Two mentors found', effort: { amount: '6', unit: 'hours' } }),
      P({ kind: 'progress', atRisk: true, expected: date(38), cause: 'capacity', text: 'One mentor fell ill' }),
      P({
        kind: 'propose',
        proposal: {
          kind: 'amend',
          terms: terms({ conditions: kept, due: date(38), work: 'talent', replyBy: date(9) }),
          cause: 'capacity',
          text: 'Three more days',
        },
      }),
      consent('customer'),
      report,
      sendBack,
      P({
        kind: 'report',
        on: [
          { condition: 'c1', text: 'As before' },
          { condition: 'c2', text: 'Tuesday added' },
        ],
      }),
      accept,
      C({ kind: 'judge', fair: 'yes', efficient: 'partly', again: 'yes' }),
      P({ kind: 'judge', fair: 'yes', efficient: 'yes', again: 'yes' }),
    ],
    state: 'closed',
    outcome: 'satisfied',
  },
  {
    name: 'offered, promised, reneged, made good, forgiven',
    steps: [
      offer,
      C({ kind: 'agree' }),
      P({ kind: 'renege', cause: 'external', text: 'Our lab is being moved' }),
      P({ kind: 'make-good', text: 'We host them in the autumn instead' }),
      C({ kind: 'forgive', text: 'Thank you for telling us early' }),
    ],
    state: 'closed',
    outcome: 'reneged',
  },
  {
    name: 'asked and declined',
    steps: [request, P({ kind: 'decline', text: 'Not this term' })],
    state: 'closed',
    outcome: 'declined',
  },
  { name: 'asked and taken back', steps: [request, C({ kind: 'withdraw' })], state: 'closed', outcome: 'withdrawn' },
  {
    name: 'an antecedent fulfilled, somebody stands in, reported and taken back, reported and accepted with a waiver, reopened',
    steps: [
      C({ kind: 'request', terms: terms({ antecedent: { text: 'Send us the names', by: date(10) } }) }),
      promise,
      C({ kind: 'fulfil', text: 'Here they are' }),
      { by: 'performer', say: { kind: 'stand-in' }, colleague: true },
      report,
      P({ kind: 'retract', text: 'I sent the wrong plan' }),
      report,
      C({
        kind: 'accept',
        verdicts: [
          { condition: 'c1', verdict: 'met' },
          { condition: 'c2', verdict: 'waived', text: 'We managed without' },
        ],
      }),
      C({ kind: 'propose', proposal: { kind: 'reopen', due: date(60), text: 'One mentor has left' } }),
      consent('performer'),
      C({ kind: 'cancel', cause: 'priority', text: 'The students found another place' }),
    ],
    state: 'closed',
    outcome: 'cancelled',
  },
  {
    name: 'returned, contested, settled',
    steps: [
      request,
      promise,
      report,
      sendBack,
      P({ kind: 'contest', cites: ['c2'], text: 'A plan for the week was agreed, and there is one' }),
      P({ kind: 'settle', settlement: 'satisfied-with-waivers', text: 'You waive Tuesday' }),
      { by: 'customer', say: { kind: 'refuse', text: 'No' } },
      C({ kind: 'settle', settlement: 'performing', due: date(45) }),
      consent('performer'),
      P({
        kind: 'report',
        on: [
          { condition: 'c1', text: 'Names' },
          { condition: 'c2', text: 'The whole plan' },
        ],
      }),
      accept,
    ],
    state: 'closed',
    outcome: 'satisfied',
  },
  {
    name: 'paused, resumed, asked to be let off and kept, taken back, released',
    steps: [
      request,
      promise,
      P({ kind: 'propose', proposal: { kind: 'pause', until: date(10), text: 'Exams' } }),
      consent('customer'),
      wait(12),
      C({ kind: 'resume' }),
      P({ kind: 'propose', proposal: { kind: 'release', text: 'Could you let us off?' } }),
      { by: 'customer', say: { kind: 'refuse', text: 'We count on you' } },
      P({ kind: 'propose', proposal: { kind: 'release' } }),
      P({ kind: 'take-back' }),
      P({ kind: 'propose', proposal: { kind: 'release', cause: 'capacity', text: 'Both mentors have left' } }),
      consent('customer'),
    ],
    state: 'closed',
    outcome: 'released',
  },
  {
    name: 'ended together',
    steps: [
      request,
      promise,
      C({ kind: 'propose', proposal: { kind: 'end-together', text: 'It no longer fits' } }),
      consent('performer'),
    ],
    state: 'closed',
    outcome: 'ended-together',
  },
  {
    name: 'overdue and ended by the customer',
    steps: [request, promise, wait(40), C({ kind: 'stop', cause: 'unclear-ask', text: 'Nothing came' })],
    state: 'closed',
    outcome: 'failed',
  },
  {
    name: 'reported late, never reviewed, closed unconfirmed, accepted after all',
    steps: [request, promise, wait(32), lateReport, wait(20), P({ kind: 'close-unconfirmed' }), accept],
    state: 'closed',
    outcome: 'satisfied',
  },
  {
    name: 'handed over to a newcomer',
    steps: [
      request,
      promise,
      P({ kind: 'propose', proposal: { kind: 'hand-over', newcomer, text: 'Our sister institute will do it' } }),
      consent('customer'),
      consent('newcomer'),
      { by: 'newcomer', say: { kind: 'progress', text: 'We have begun' } },
    ],
    state: 'performing',
  },
  {
    name: 'assigned to a newcomer',
    steps: [
      request,
      promise,
      C({ kind: 'propose', proposal: { kind: 'assign', newcomer } }),
      consent('performer'),
      consent('newcomer'),
    ],
    state: 'performing',
  },
];
