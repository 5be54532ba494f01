import {
  accept,
  agree,
  amend,
  cancel,
  closeUnconfirmed,
  consent,
  contest,
  counter,
  decline,
  giveBack,
  refuse,
  release,
  renege,
  report,
  request,
  retract,
  say,
  settle,
  stop,
  takeBack,
  terms,
  withdraw,
} from './sayings.ts';
import { promised } from './scenario.ts';
import { compose, customer, type Line, performer, play, until } from './story.ts';
import { apply, type Conversation, isVoid, type StoredAct } from '../src/index.ts';

/** Two sides speak without knowing of each other. */
export interface Crossing {
  title: string;
  before: Line[];
  customer: Line[];
  performer: Line[];
  /** State and outcome that both sides arrive at. */
  then: string;
  /** Acts without effect, as `kind reason`, in the common order. */
  voids: string[];
  /** Evidence of the acts that crossed, as `kind side`, in any order. */
  leaves: string[];
  pending?: string;
}

/** What one side sends while it hears nothing from the other: it carries on from its own replica. */
function alone(start: Conversation | undefined, lines: Line[]): StoredAct[] {
  let conversation = start;
  return lines.map((line) => {
    const act = compose(conversation, line);
    const after = conversation && apply(conversation, act);
    if (after && !isVoid(after)) conversation = after;
    return act;
  });
}

/** All acts of a crossing: the common past, then both sides' own. */
export function actsOf(crossing: Crossing): { past: StoredAct[]; customer: StoredAct[]; performer: StoredAct[] } {
  const past = play(crossing.before);
  const common = past.at(-1)?.after;
  return {
    past: past.map(({ act }) => act),
    customer: alone(common, crossing.customer),
    performer: alone(common, crossing.performer),
  };
}

const asked = [customer(0, request(), 'negotiating')];
const reported = [...promised(), performer(10, report(), 'reported', ['reported-on-time performer'])];
const returned = [...reported, customer(11, giveBack(), 'performing', ['returned performer'])];
const disputed = [...returned, performer(12, contest(), 'disputed')];
const never = 'never played one after the other';
const C = (on: number, say: Line['say']) => customer(on, say, never);
const P = (on: number, say: Line['say']) => performer(on, say, never);

/** The rows of "Acts that cross" in the design, and the crossings they imply. */
export const crossings: Crossing[] = [
  {
    title: 'withdraw and promise: no commitment, no evidence for either',
    before: asked,
    customer: [C(2, withdraw)],
    performer: [P(1, agree)],
    then: 'closed withdrawn',
    voids: ['agree wrong-state'],
    leaves: [],
  },
  {
    title: 'a withdrawal after more talk still beats the promise',
    before: asked,
    customer: [C(1, say()), C(2, withdraw)],
    performer: [P(1, agree)],
    then: 'closed withdrawn',
    voids: ['agree wrong-state'],
    leaves: ['sense-making customer'],
  },
  {
    title: 'withdraw and decline: over either way',
    before: asked,
    customer: [C(2, withdraw)],
    performer: [P(1, decline)],
    then: 'closed *',
    voids: ['* wrong-state'],
    leaves: ['*'],
  },
  {
    title: 'withdraw and counter-offer: no commitment',
    before: asked,
    customer: [C(2, withdraw)],
    performer: [P(1, counter({ due: until(30) }))],
    then: 'closed withdrawn',
    voids: ['counter wrong-state'],
    leaves: [],
  },
  {
    title: 'counter-offer and promise: the promise named other terms, the counter-offer is open',
    before: [...asked, performer(1, say('sooner?', true), 'negotiating', ['sense-making performer'])],
    customer: [C(2, counter({ due: until(15), replyBy: until(9) }))],
    performer: [P(2, agree)],
    then: 'negotiating',
    voids: ['agree stale'],
    leaves: ['sense-making customer'],
  },
  {
    title: 'amendment and report: the report stands, the amendment stays pending',
    before: promised(),
    customer: [C(9, amend({ ids: ['c1'] }))],
    performer: [P(10, report())],
    then: 'reported',
    voids: [],
    leaves: ['reported-on-time performer', 'sense-making customer'],
    pending: 'amend',
  },
  {
    title: 'cancel and report: the report stands',
    before: promised(),
    customer: [C(9, cancel)],
    performer: [P(10, report())],
    then: 'reported',
    voids: ['cancel wrong-state'],
    leaves: ['reported-on-time performer'],
  },
  {
    title: 'stop and report: the report stands, the customer accepts, returns or then stops',
    before: promised(),
    customer: [C(21, stop)],
    performer: [P(21.5, report())],
    then: 'reported',
    voids: ['stop wrong-state'],
    leaves: ['reported-late performer'],
  },
  {
    title: 'release and amendment: the customer’s proposal first, the performer’s next',
    before: promised(),
    customer: [C(9, amend({ ids: ['c1'] }))],
    performer: [P(8, release)],
    then: 'performing',
    voids: [],
    leaves: ['sense-making customer'],
    pending: 'amend, then release',
  },
  {
    title: 'two settlements: the customer’s first, the performer’s next',
    before: disputed,
    customer: [C(14, settle('failed'))],
    performer: [P(13, settle('satisfied'))],
    then: 'disputed',
    voids: [],
    leaves: ['sense-making customer', 'sense-making performer'],
    pending: 'settle, then settle',
  },
  {
    title: 'accept and retract: acceptance stands for the report it named',
    before: reported,
    customer: [C(12, accept())],
    performer: [P(11, retract)],
    then: 'closed satisfied',
    voids: ['retract wrong-state'],
    leaves: ['kept performer', 'prompt-review customer'],
  },
  {
    title: 'return and retract: an honest retraction leaves nothing to return',
    before: reported,
    customer: [C(12, giveBack())],
    performer: [P(11, retract)],
    then: 'performing',
    voids: ['return wrong-state'],
    leaves: ['honest-retraction performer'],
  },
  {
    title: 'accept and proposal: what is accepted is over',
    before: reported,
    customer: [C(12, accept())],
    performer: [P(11, amend({ due: until(30) }))],
    then: 'closed satisfied',
    voids: ['propose wrong-state'],
    leaves: ['kept performer', 'prompt-review customer'],
  },
  {
    title: 'accept and close unconfirmed: accepted',
    before: reported,
    customer: [C(27, accept())],
    performer: [P(27, closeUnconfirmed)],
    then: 'closed satisfied',
    voids: ['close-unconfirmed wrong-state'],
    leaves: ['kept performer', 'slow-review customer'],
  },
  {
    title: 'return and close unconfirmed: the customer did answer',
    before: reported,
    customer: [C(27, giveBack())],
    performer: [P(27, closeUnconfirmed)],
    then: 'performing',
    voids: ['close-unconfirmed wrong-state'],
    leaves: ['returned performer'],
  },
  {
    title: 'cancel and renege: nobody’s fault',
    before: promised(),
    customer: [C(9, cancel)],
    performer: [P(9, renege)],
    then: 'closed cancelled',
    voids: ['renege wrong-state'],
    leaves: ['cancelled customer'],
  },
  {
    title: 'stop and renege: the performer’s own word counts',
    before: promised(),
    customer: [C(21, stop)],
    performer: [P(21, renege)],
    then: 'closed reneged',
    voids: ['stop wrong-state'],
    leaves: ['broken performer'],
  },
  {
    title: 'stop and contest: stopped, with the performer’s account beside it',
    before: returned,
    customer: [C(12, stop)],
    performer: [P(12, contest())],
    then: 'closed failed',
    voids: [],
    leaves: ['broken performer'],
  },
  {
    title: 'consent and take back: the old terms bind',
    before: [...promised(), performer(5, amend({ due: until(30) }), 'performing', ['sense-making performer'])],
    customer: [C(6, consent)],
    performer: [P(6, takeBack)],
    then: 'performing',
    voids: ['consent nothing-pending'],
    leaves: [],
  },
  {
    title: 'consent to a release and a renege: released',
    before: [...promised(), performer(5, release, 'performing')],
    customer: [C(6, consent)],
    performer: [P(6, renege)],
    then: 'closed released',
    voids: ['renege wrong-state'],
    leaves: ['flexible-customer customer'],
  },
  {
    title: 'consent to new conditions and a report on the old ones: the report has to be made again',
    before: [...promised(), performer(5, amend({ ids: ['c1', 'c3'] }), 'performing', ['sense-making performer'])],
    customer: [C(6, consent)],
    performer: [P(6, report())],
    then: 'performing',
    voids: [],
    leaves: ['reported-on-time performer'],
  },
  {
    title: 'refuse and take back: refused or taken back, the old terms bind',
    before: [...promised(), performer(5, release, 'performing')],
    customer: [C(6, refuse)],
    performer: [P(6, takeBack)],
    then: 'performing',
    voids: ['* nothing-pending'],
    leaves: [],
  },
  {
    title: 'a word that crossed a question does not answer it',
    before: asked,
    customer: [C(1, say('by the way'))],
    performer: [P(1, say('how many?', true))],
    then: 'negotiating',
    voids: [],
    leaves: ['sense-making customer', 'sense-making performer'],
  },
  {
    title: 'an agreement in time is not lapsed by later words',
    before: asked,
    customer: [C(9, say('are you there?'))],
    performer: [P(2, agree)],
    then: 'performing',
    voids: [],
    leaves: ['sense-making customer'],
  },
];

/** Both sides open a conversation: these are two. */
export const twoOpenings = [
  customer(0, request(), 'negotiating'),
  performer(0, { kind: 'offer', terms: terms() }, 'negotiating'),
];
