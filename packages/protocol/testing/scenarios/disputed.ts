import {
  accept,
  cancel,
  consent,
  contest,
  giveBack,
  refuse,
  release,
  renege,
  report,
  say,
  settle,
  stop,
  takeBack,
} from '../sayings.ts';
import { promised, type Scenario } from '../scenario.ts';
import { customer, performer } from '../story.ts';

const talk = (side: string) => [`sense-making ${side}`];

const returned = [
  ...promised(),
  performer(10, report(), 'reported', ['reported-on-time performer']),
  customer(11, giveBack(), 'performing', ['returned performer']),
];
const contested = [...returned, performer(12, contest(), 'disputed')];

export const disputed: Scenario[] = [
  {
    title: 'a return can be contested with agreed conditions, and both sides move',
    lines: [
      ...returned,
      performer(12, contest([]), 'void missing-condition'),
      performer(12, contest(['c7']), 'void unknown-condition'),
      customer(12, contest(), 'void wrong-side'),
      performer(12, contest(), 'disputed'),
    ],
    moments: [{ day: 13, state: 'disputed', moves: ['both settlement'], mark: 'open' }],
  },
  {
    title: 'what was reworked can no longer be contested',
    lines: [
      ...returned,
      performer(13, report(), 'reported', ['reported-on-time performer']),
      performer(14, contest(), 'void wrong-state'),
    ],
  },
  {
    title: 'a settlement needs the other side',
    lines: [
      ...contested,
      customer(13, settle('released'), 'disputed', talk('customer')),
      performer(13, settle('satisfied'), 'void already-pending'),
      customer(14, consent, 'void wrong-side'),
      performer(14, consent, 'closed released'),
    ],
    moments: [{ day: 15, mark: 'faded' }],
  },
  {
    title: 'a dispute can settle as kept',
    lines: [
      ...contested,
      performer(13, settle('satisfied'), 'disputed', talk('performer')),
      customer(14, consent, 'closed satisfied', ['kept performer']),
    ],
  },
  {
    title: 'a dispute can settle as kept with waivers',
    lines: [
      ...contested,
      performer(13, settle('satisfied-with-waivers'), 'disputed', talk('performer')),
      customer(14, consent, 'closed satisfied-with-waivers', ['kept performer']),
    ],
  },
  {
    title: 'a dispute can settle as failed',
    lines: [
      ...contested,
      customer(13, settle('failed'), 'disputed', talk('customer')),
      performer(14, consent, 'closed failed', ['broken performer']),
    ],
  },
  {
    title: 'a dispute can settle as an end together',
    lines: [
      ...contested,
      customer(13, settle('ended-together'), 'disputed', talk('customer')),
      performer(14, consent, 'closed ended-together'),
    ],
  },
  {
    title: 'a dispute can settle as work to go on, with a date that lies ahead',
    lines: [
      ...contested,
      customer(21, settle('performing'), 'void no-due-date'),
      customer(21, settle('performing', 20), 'void past-date'),
      customer(21, settle('performing', 30), 'disputed', talk('customer')),
      performer(22, consent, 'performing'),
      customer(23, stop, 'void too-early'),
    ],
    moments: [{ day: 24, moves: ['performer work'], is: { overdue: false } }],
  },
  {
    title: 'work can go on with the old date while that lies ahead',
    lines: [
      ...contested,
      performer(13, settle('performing'), 'disputed', talk('performer')),
      customer(14, consent, 'performing'),
    ],
    moments: [{ day: 21, is: { overdue: true } }],
  },
  {
    title: 'consent to go on by a date that has passed meanwhile is too late',
    lines: [
      ...contested,
      customer(13, settle('performing', 15), 'disputed', talk('customer')),
      performer(16, consent, 'void past-date'),
      performer(16, refuse, 'disputed'),
    ],
  },
  {
    title: 'a settlement can be refused or taken back, and the dispute goes on',
    lines: [
      ...contested,
      customer(13, settle('failed'), 'disputed', talk('customer')),
      performer(14, refuse, 'disputed'),
      customer(15, settle('failed'), 'disputed', talk('customer')),
      customer(16, takeBack, 'disputed'),
      customer(16, say(), 'disputed', talk('customer')),
    ],
  },
  {
    title: 'in a dispute the customer may still accept',
    lines: [...contested, customer(13, accept(), 'closed satisfied', ['kept performer'])],
  },
  {
    title: 'in a dispute the performer may give up',
    lines: [...contested, performer(13, renege, 'closed reneged', ['broken performer'])],
  },
  {
    title: 'in a dispute the customer may stop, and may not cancel',
    lines: [
      ...contested,
      customer(13, cancel, 'void wrong-state'),
      customer(13, stop, 'closed failed', ['broken performer']),
    ],
  },
  {
    title: 'a dispute sets pending proposals aside',
    lines: [
      ...returned,
      performer(11.5, release, 'performing'),
      performer(12, contest(), 'disputed'),
      customer(13, (c) => ({ kind: 'consent', answers: c.head }), 'void nothing-pending'),
      performer(13, release, 'void wrong-state'),
    ],
  },
];
