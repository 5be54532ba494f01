import {
  accept,
  agree,
  amend,
  cancel,
  confirm,
  consent,
  contest,
  decline,
  forgive,
  giveBack,
  judge,
  link,
  makeGood,
  progress,
  propose,
  release,
  renege,
  report,
  request,
  say,
  standIn,
  stop,
} from '../sayings.ts';
import { promised, type Scenario } from '../scenario.ts';
import { commit, customer, performer, until } from '../story.ts';

const onTime = ['reported-on-time performer'];
const talk = (side: string) => [`sense-making ${side}`];
const prompt = ['kept performer', 'prompt-review customer'];
const reopen = (day: number) => propose({ kind: 'reopen', due: until(day) });

const accepted = [
  ...promised(),
  performer(10, report(), 'reported', onTime),
  customer(12, accept(), 'closed satisfied', prompt),
];
const broken = [...promised(), performer(10, renege, 'closed reneged', ['broken performer'])];

export const closed: Scenario[] = [
  {
    title: 'each side judges once, after the end',
    lines: [
      customer(0, request(), 'negotiating'),
      customer(0, judge(), 'void wrong-state'),
      performer(1, decline, 'closed declined', ['timely-no performer']),
      customer(2, judge(), 'closed declined', ['judged performer']),
      customer(2, judge(), 'void already-done'),
      performer(3, judge('partly'), 'closed declined', ['judged customer']),
    ],
  },
  {
    title: 'closed stays closed',
    lines: [
      ...accepted,
      performer(13, report(), 'void wrong-state'),
      performer(13, renege, 'void wrong-state'),
      customer(13, cancel, 'void wrong-state'),
      customer(13, stop, 'void wrong-state'),
      customer(13, amend({ due: until(30) }), 'void wrong-state'),
      performer(13, release, 'void wrong-state'),
      customer(13, say(), 'closed satisfied', talk('customer')),
    ],
  },
  {
    title: 'accepted work is reopened by consent inside the window, and judged anew',
    lines: [
      ...accepted,
      customer(13, judge(), 'closed satisfied', ['judged performer']),
      customer(14, reopen(13), 'void past-date'),
      customer(14, reopen(40), 'closed satisfied'),
      performer(15, consent, 'performing'),
      performer(30, report(), 'reported', onTime),
      customer(31, accept(), 'closed satisfied', prompt),
      customer(31, judge(), 'closed satisfied', ['judged performer']),
    ],
  },
  {
    title: 'a pending reopening is a move in a closed conversation',
    lines: [...accepted, customer(14, reopen(40), 'closed satisfied')],
    moments: [{ day: 15, state: 'closed satisfied', moves: ['performer proposal'] }],
  },
  {
    title: 'work accepted with waivers can be reopened too',
    lines: [
      ...promised(),
      performer(10, report(), 'reported', onTime),
      customer(12, accept(['c2']), 'closed satisfied-with-waivers', prompt),
      performer(14, reopen(40), 'closed satisfied-with-waivers'),
      customer(15, consent, 'performing'),
    ],
  },
  {
    title: 'after the window nothing is reopened, and nothing that was not accepted',
    lines: [...accepted, customer(42, reopen(60), 'void too-late')],
  },
  { title: 'a broken promise is not reopened', lines: [...broken, customer(11, reopen(40), 'void wrong-state')] },
  {
    title: 'a broken promise is made good and forgiven, and its ring is mended',
    lines: [
      ...broken,
      customer(11, forgive, 'void too-early'),
      customer(11, makeGood, 'void wrong-side'),
      performer(12, makeGood, 'closed reneged', ['made-good performer']),
      performer(13, makeGood, 'void already-done'),
      performer(13, forgive, 'void wrong-side'),
      customer(14, forgive, 'closed reneged', ['forgiven performer']),
      customer(15, forgive, 'void already-done'),
    ],
    moments: [{ day: 16, state: 'closed reneged', mark: 'repaired' }],
  },
  {
    title: 'a late delivery can be made good, one on time has nothing to repair',
    lines: [...accepted, performer(13, makeGood, 'void wrong-state')],
  },
  {
    title: 'a failure is made good and forgiven',
    lines: [
      ...promised(),
      customer(21, stop, 'closed failed', ['broken performer']),
      performer(22, makeGood, 'closed failed', ['made-good performer']),
      customer(23, forgive, 'closed failed', ['forgiven performer']),
    ],
  },
  {
    title: 'lateness that was accepted with waivers is made good and forgiven',
    lines: [
      ...promised(),
      performer(25, report(), 'reported', ['reported-late performer']),
      customer(26, accept(['c1']), 'closed satisfied-with-waivers', prompt),
      performer(27, makeGood, 'closed satisfied-with-waivers', ['made-good performer']),
      customer(28, forgive, 'closed satisfied-with-waivers', ['forgiven performer']),
    ],
  },
  {
    title: 'a promise that ended without fault has nothing to repair',
    lines: [
      ...promised(),
      customer(5, cancel, 'closed cancelled', ['cancelled customer']),
      performer(6, makeGood, 'void wrong-state'),
    ],
  },
  {
    title: 'lateness is forgiven after amends',
    lines: [
      ...promised(),
      performer(25, report(), 'reported', ['reported-late performer']),
      customer(26, accept(), 'closed satisfied', prompt),
      performer(27, makeGood, 'closed satisfied', ['made-good performer']),
      customer(28, forgive, 'closed satisfied', ['forgiven performer']),
    ],
    moments: [{ day: 29, mark: 'repaired' }],
  },
];

export const talking: Scenario[] = [
  {
    title: 'talk moves nothing and is part of making sense together',
    lines: [
      ...promised(),
      customer(2, say('how is it going?', true), 'performing', talk('customer')),
      performer(3, say('well'), 'performing', talk('performer')),
    ],
    moments: [{ day: 4, moves: ['performer work'] }],
  },
  {
    title: 'a colleague who stands in speaks for themselves',
    lines: [
      ...promised(),
      performer(3, standIn, 'void nothing-changed'),
      performer(3, standIn, 'void own-words', [], { via: 'recorded', person: 'p-successor' }),
      performer(3, standIn, 'performing', ['continuity performer'], { person: 'p-successor' }),
    ],
  },
  {
    title: 'nobody stands in when all is over',
    lines: [...broken, performer(12, standIn, 'void wrong-state', [], { person: 'p-successor' })],
  },
  {
    title: 'links are made once, and never to itself',
    lines: [
      ...promised(),
      customer(2, link('supports'), 'performing'),
      performer(2, link('supports'), 'void already-done'),
      performer(2, link('exchange'), 'performing'),
      customer(2, (c) => ({ kind: 'link', relation: 'exchange', other: c.id }), 'void already-done'),
    ],
  },
  {
    title: 'a broken exchange says that the customer had promised its side',
    lines: [...promised(), customer(2, link('exchange'), 'performing'), performer(3, progress(), 'performing')],
  },
  {
    title: 'what was recorded for a side is confirmed by that side',
    lines: [
      customer(0, request(), 'negotiating'),
      performer(1, confirm(), 'void not-recorded'),
      performer(1, (c) => ({ kind: 'agree', answers: c.id }), 'performing', [], { via: 'recorded' }),
      customer(2, confirm(), 'void not-recorded'),
      performer(3, { kind: 'confirm', confirmed: [], denied: [] }, 'void nothing-changed'),
      performer(3, (c) => ({ kind: 'confirm', confirmed: [c.id], denied: [] }), 'void not-recorded'),
      performer(3, confirm(), 'void own-words', [], { via: 'recorded' }),
      performer(3, confirm(), 'performing', [], { via: 'link' }),
    ],
  },
  {
    title: 'what was recorded can be confirmed whatever became of it',
    lines: [
      customer(0, request(), 'negotiating', [], { via: 'recorded' }),
      performer(1, say(), 'negotiating', talk('performer'), { via: 'recorded' }),
      performer(1, confirm(), 'negotiating'),
      performer(2, agree, 'performing', [], { via: 'recorded' }),
      performer(10, report(), 'reported', onTime, { via: 'recorded' }),
      performer(11, confirm(), 'reported'),
      customer(12, giveBack(), 'performing', ['returned performer'], { via: 'recorded' }),
      performer(13, contest(), 'disputed', [], { via: 'recorded' }),
      performer(14, confirm(), 'disputed'),
      customer(15, accept(), 'closed satisfied', ['kept performer'], { via: 'recorded' }),
      customer(16, confirm(false, 'customer'), 'closed satisfied'),
    ],
  },
  {
    title: 'what a side did not say it denies, and the log shows both',
    lines: [
      customer(0, request(), 'negotiating'),
      performer(1, (c) => ({ kind: 'agree', answers: c.id }), 'performing', [], { via: 'recorded' }),
      performer(3, confirm(true), 'performing'),
      performer(3, confirm(), 'void not-recorded'),
    ],
  },
  {
    title: 'a judgement is in one’s own words',
    lines: [...broken, customer(12, judge(), 'void own-words', [], { via: 'recorded' })],
  },
  {
    title: 'every act continues its author’s chain in this conversation',
    lines: [
      ...promised(),
      customer(2, say(), 'void broken-chain', [], { forge: (act) => ({ ...act, seq: 9 }) }),
      customer(2, say(), 'void broken-chain', [], { forge: (act) => ({ ...act, prev: commit('elsewhere') }) }),
      customer(2, say(), 'void broken-chain', [], { forge: (act) => ({ ...act, conversation: commit('elsewhere') }) }),
      customer(2, say(), 'void wrong-party', [], { forge: (act) => ({ ...act, to: 'org:somebody' }) }),
      customer(2, say(), 'void missing-part', [], { forge: (act) => ({ ...act, parts: [] }) }),
    ],
  },
];
