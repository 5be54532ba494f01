import { agree, antecedent, counter, decline, defer, offer, request, say, terms, withdraw } from '../sayings.ts';
import type { Scenario } from '../scenario.ts';
import { commit, customer, performer, until } from '../story.ts';

const asked = customer(0, request(), 'negotiating');
const talk = (side: string) => [`sense-making ${side}`];

export const negotiating: Scenario[] = [
  {
    title: 'a request waits for the performer until its answer date',
    lines: [asked],
    moments: [
      { day: 1, state: 'negotiating', moves: ['performer answer'], is: { unanswered: false }, mark: 'open' },
      { day: 6, state: 'negotiating', moves: ['performer answer'], is: { unanswered: true } },
    ],
  },
  {
    title: 'an unsolicited request that nobody answers lapses and leaves no evidence',
    lines: [asked, performer(9, agree, 'void lapsed'), customer(9, withdraw, 'void lapsed')],
    moments: [{ day: 8, state: 'closed lapsed', moves: [], mark: 'faded', clock: [] }],
  },
  {
    title: 'who once answered and then stays silent was slow to answer',
    lines: [asked, performer(1, say(), 'negotiating', talk('performer'))],
    moments: [{ day: 9, state: 'closed lapsed', moves: [], clock: ['slow-answer performer'] }],
  },
  {
    title: 'a promise names the version it agrees to and makes it due',
    lines: [asked, performer(1, agree, 'performing')],
    moments: [{ day: 2, state: 'performing', moves: ['performer work'], mark: 'open' }],
  },
  {
    title: 'a cycle time counts from the agreement',
    lines: [customer(0, request({ due: { days: 10 } }), 'negotiating'), performer(2, agree, 'performing')],
    moments: [
      { day: 11.9, is: { overdue: false } },
      { day: 12, is: { overdue: true } },
    ],
  },
  {
    title: 'an offer is agreed to by the customer',
    lines: [
      performer(0, offer(), 'negotiating'),
      performer(1, agree, 'void wrong-side'),
      customer(1, agree, 'performing'),
    ],
  },
  {
    title: 'a counter-offer flips the turn and never counts against anyone',
    lines: [
      asked,
      customer(0.5, counter({ due: until(25) }), 'void wrong-side'),
      performer(1, counter({ due: until(25), replyBy: until(8) }), 'negotiating', talk('performer')),
      performer(1.5, agree, 'void wrong-side'),
      customer(2, agree, 'performing'),
    ],
    moments: [{ day: 21, is: { overdue: false } }],
  },
  {
    title: 'a counter-offer must change a term, and moving only the answer date is no change',
    lines: [
      asked,
      performer(1, counter({ ids: [] }), 'void no-condition'),
      performer(1, counter({ due: until(0.5) }), 'void past-date'),
      performer(1, counter({}), 'void nothing-changed'),
      performer(1, counter({ replyBy: until(9) }), 'void nothing-changed'),
      performer(1, counter({ price: { amount: '100', unit: 'EUR' } }), 'negotiating', talk('performer')),
    ],
  },
  {
    title: 'a condition that was dropped does not come back under its id',
    lines: [
      asked,
      performer(1, counter({ ids: ['c1', 'c3'] }), 'negotiating', talk('performer')),
      customer(2, counter({ ids: ['c1', 'c2'] }), 'void reused-condition'),
      customer(2, counter({ ids: ['c1', 'c3', 'c4'] }), 'negotiating', talk('customer')),
    ],
  },
  {
    title: 'terms without a due date can be talked about and not agreed',
    lines: [
      customer(0, request({ due: undefined }), 'negotiating'),
      performer(1, agree, 'void no-due-date'),
      performer(1, counter(), 'negotiating', talk('performer')),
      customer(2, agree, 'performing'),
    ],
  },
  {
    title: 'terms whose due date has passed cannot be agreed',
    lines: [
      customer(0, request({ due: until(2), replyBy: until(4) }), 'negotiating'),
      performer(3, agree, 'void past-date'),
      performer(3, counter(), 'negotiating', talk('performer')),
    ],
  },
  {
    title: 'terms whose antecedent is too late already cannot be agreed',
    lines: [
      customer(0, request({ antecedent: antecedent(2), replyBy: until(4) }), 'negotiating'),
      performer(3, agree, 'void past-date'),
    ],
  },
  {
    title: 'an answer can be deferred three times, each time to a date to come',
    lines: [
      asked,
      performer(1, defer(0.5), 'void past-date'),
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(5, defer(7), 'negotiating', ['deferral performer']),
      performer(6, defer(8), 'negotiating', ['deferral performer']),
      performer(7, defer(9), 'void too-many-deferrals'),
      performer(7, agree, 'performing', ['deferral-kept performer']),
    ],
  },
  {
    title: 'a deferred answer that comes after its date was a small promise missed',
    lines: [
      asked,
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(7, counter({ due: until(30), replyBy: until(12) }), 'negotiating', [
        'sense-making performer',
        'deferral-missed performer',
      ]),
    ],
  },
  {
    title: 'a deferred counter-offer in time keeps the small promise',
    lines: [
      asked,
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(5, counter({ due: until(30), replyBy: until(12) }), 'negotiating', [
        'sense-making performer',
        'deferral-kept performer',
      ]),
    ],
  },
  {
    title: 'a deferred no in time is a timely one and keeps the small promise',
    lines: [
      asked,
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(5, decline, 'closed declined', ['timely-no performer', 'deferral-kept performer']),
    ],
  },
  {
    title: 'a deferred no after its date missed the small promise and nothing else',
    lines: [
      asked,
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(7, decline, 'closed declined', ['deferral-missed performer']),
    ],
  },
  {
    title: 'a deferred promise after its date missed the small promise and nothing else',
    lines: [
      asked,
      performer(1, defer(6), 'negotiating', ['deferral performer']),
      performer(7, agree, 'performing', ['deferral-missed performer']),
    ],
  },
  {
    title: 'a deferral that is never kept lapses as missed',
    lines: [asked, performer(1, defer(6), 'negotiating', ['deferral performer'])],
    moments: [{ day: 9, state: 'closed lapsed', clock: ['slow-answer performer', 'deferral-missed performer'] }],
  },
  {
    title: 'a timely no is good communication',
    lines: [asked, performer(1, decline, 'closed declined', ['timely-no performer'])],
    moments: [{ day: 2, state: 'closed declined', moves: [], mark: 'faded' }],
  },
  {
    title: 'a no inside the grace still counts as an answer and leaves nothing',
    lines: [asked, performer(6, decline, 'closed declined')],
  },
  {
    title: 'the author may withdraw, the other side may not',
    lines: [asked, performer(1, withdraw, 'void wrong-side'), customer(1, withdraw, 'closed withdrawn')],
  },
  {
    title: 'a question stops the reply clock until the other side speaks',
    lines: [
      asked,
      performer(1, say('how many?', true), 'negotiating', talk('performer')),
      customer(4, say('three'), 'negotiating', talk('customer')),
    ],
    moments: [
      { day: 7.9, moves: ['performer answer'], is: { unanswered: false } },
      { day: 8, is: { unanswered: true }, state: 'negotiating' },
      { day: 11, state: 'closed lapsed' },
    ],
  },
  {
    title: 'an open question passes the move to the author, who is slow if it is never answered',
    lines: [asked, performer(1, say('how many?', true), 'negotiating', talk('performer'))],
    moments: [
      { day: 2, moves: ['customer question'] },
      { day: 9, moves: ['customer question'], is: { unanswered: true } },
      { day: 15, state: 'closed lapsed', clock: ['slow-answer customer'] },
    ],
  },
  {
    title: 'a question by the author stops nothing',
    lines: [asked, customer(1, say('well?', true), 'negotiating', talk('customer'))],
    moments: [{ day: 2, moves: ['performer answer'] }],
  },
  {
    title: 'who was asked may answer with changed terms, and who asked may still agree',
    lines: [
      asked,
      performer(1, say('sooner?', true), 'negotiating', talk('performer')),
      customer(2, counter({ due: until(15), replyBy: until(9) }), 'negotiating', talk('customer')),
      performer(3, say('really?', true), 'negotiating', talk('performer')),
      customer(3.5, agree, 'void wrong-side'),
      performer(4, agree, 'performing'),
    ],
  },
  {
    title: 'an answer to terms that have changed meanwhile is stale',
    lines: [
      asked,
      performer(1, counter({ due: until(25) }), 'negotiating', talk('performer')),
      customer(2, (c) => ({ kind: 'agree', answers: c.id }), 'void stale'),
    ],
  },
  {
    title: 'nothing is agreed twice and no report comes before a promise',
    lines: [
      asked,
      performer(1, { kind: 'report', on: [{ condition: 'c1', text: commit('x') }] }, 'void wrong-state'),
      performer(1, agree, 'performing'),
      performer(1, agree, 'void wrong-state'),
      customer(1, request(), 'void broken-chain'),
    ],
  },
];

export const openings: Scenario[] = [
  { title: 'a request begins a conversation', lines: [asked] },
  { title: 'an offer begins a conversation', lines: [performer(0, offer(), 'negotiating')] },
  { title: 'an offer names at least one condition', lines: [performer(0, offer({ ids: [] }), 'void no-condition')] },
  { title: 'an offer stands until a day to come', lines: [performer(6, offer(), 'void past-date')] },
  {
    title: 'nobody offers anything to themselves',
    lines: [performer(0, offer(), 'void wrong-party', [], { forge: (act) => ({ ...act, to: act.from }) })],
  },
  { title: 'a request comes from the customer', lines: [performer(0, request(), 'void wrong-side')] },
  { title: 'an offer comes from the performer', lines: [customer(0, offer(), 'void wrong-side')] },
  { title: 'a request names at least one condition', lines: [customer(0, request({ ids: [] }), 'void no-condition')] },
  {
    title: 'condition ids are distinct',
    lines: [customer(0, request({ ids: ['c1', 'c1'] }), 'void reused-condition')],
  },
  { title: 'an answer date lies ahead', lines: [customer(6, request(), 'void past-date')] },
  {
    title: 'nobody promises anything to themselves',
    lines: [customer(0, request(), 'void wrong-party', [], { forge: (act) => ({ ...act, to: act.from }) })],
  },
  {
    title: 'an opening act is the first of its chain',
    lines: [customer(0, request(), 'void broken-chain', [], { forge: (act) => ({ ...act, seq: 2 }) })],
  },
  {
    title: 'every text is committed to',
    lines: [
      customer(0, request(), 'void missing-part', [], { forge: (act) => ({ ...act, parts: act.parts.slice(1) }) }),
    ],
  },
  { title: 'a conversation opens with a request or an offer', lines: [customer(0, say(), 'void wrong-state', [], {})] },
  {
    title: 'an unchanged condition needs no new part, a changed one does',
    lines: [
      customer(0, request(), 'negotiating'),
      performer(
        1,
        (c) => ({ kind: 'counter', answers: c.id, terms: terms({ ids: ['c1', 'c9'] }) }),
        'void missing-part',
        [],
        {
          forge: (act) => ({ ...act, parts: [] }),
        },
      ),
      performer(
        1,
        (c) => ({ kind: 'counter', answers: c.id, terms: terms({ ids: ['c1'] }) }),
        'negotiating',
        talk('performer'),
        {
          forge: (act) => ({ ...act, parts: [] }),
        },
      ),
    ],
  },
];
