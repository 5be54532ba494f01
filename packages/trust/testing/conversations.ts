import { createHash } from 'node:crypto';
import {
  actId,
  type AllowedAct,
  allowedActs,
  apply,
  commitsOf,
  type Conversation,
  isVoid,
  open,
  type Proposal,
  type Saying,
  type Speaker,
  type StoredAct,
  type Terms,
  toBeSpoken,
  type Via,
} from '@entente/protocol';
import { day } from '../src/constants.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const start = Date.UTC(2026, 0, 5, 9);

/** Days since the story began, as trust and as the protocol write them. */
export const moment = (days: number): number => start + Math.round(days * day);
const on = (days: number): string => new Date(moment(days)).toISOString();
export const until = (days: number) => ({ ends: on(days) });
export const words = sha256('words');

type Said = Saying | ((conversation: Conversation) => Saying);
/** Who, on which day, says what. */
export type Line = readonly [by: Speaker, days: number, say: Said, via?: Via];

/** One condition, due on day 20. */
export const terms = (changes: Partial<Terms> = {}): Terms => ({
  what: words,
  conditions: [{ id: 'c1', text: words }],
  due: until(20),
  replyBy: until(5),
  ...changes,
});
export const request = (changes?: Partial<Terms>): Saying => ({ kind: 'request', terms: terms(changes) });
export const agree = (c: Conversation): Saying => ({ kind: 'agree', answers: c.terms.act });
export const report: Saying = { kind: 'report', on: [{ condition: 'c1', text: words }] };
export const accept = (c: Conversation): Saying => ({
  kind: 'accept',
  answers: c.report!.act,
  verdicts: [{ condition: 'c1', verdict: 'met' }],
});
export const giveBack = (c: Conversation): Saying => ({
  kind: 'return',
  answers: c.report!.act,
  unmet: [{ condition: 'c1' }],
});
export const contest = (c: Conversation): Saying => ({
  kind: 'contest',
  answers: c.rework!,
  cites: ['c1'],
  text: words,
});
export const propose = (proposal: Proposal): Saying => ({ kind: 'propose', proposal });
export const consent = (c: Conversation): Saying => ({ kind: 'consent', answers: c.pending!.act });
export const confirm = (c: Conversation): Saying => ({
  kind: 'confirm',
  confirmed: c.unconfirmed.map(({ act }) => act),
  denied: [],
});
export const deny = (c: Conversation): Saying => ({
  kind: 'confirm',
  confirmed: [],
  denied: c.unconfirmed.map(({ act }) => act),
});

function composed(conversation: Conversation | undefined, [by, days, say, via = 'session']: Line): StoredAct {
  const saying = typeof say === 'function' ? say(conversation!) : say;
  const [from, to] = by === 'customer' ? ['org:a', 'org:b'] : ['org:b', 'org:a'];
  const place = conversation
    ? toBeSpoken(conversation, by)
    : { nonce: '00112233445566778899aabbccddeeff', from, to, side: by, seq: 1 };
  const act = {
    v: 1,
    ...place,
    ...saying,
    at: on(days),
    parts: [...new Set(commitsOf(saying))].map((commit) => ({ name: 'text', commit, size: 5, media: 'text/plain' })),
    actor: { pseudonym: `p-${by}`, via },
  } as Omit<StoredAct, 'id'> as StoredAct;
  return { ...act, id: actId(act, sha256) } as StoredAct;
}

/** The conversation after some lines; every one of them must take effect. */
export function told(...lines: readonly Line[]): Conversation {
  let conversation: Conversation | undefined;
  for (const line of lines) {
    const act = composed(conversation, line);
    const after = conversation ? apply(conversation, act) : open(act);
    if (isVoid(after)) throw new Error(`${line[0]} ${act.kind} on day ${line[1]}: ${after.void}`);
    conversation = after;
  }
  return conversation!;
}

type Pick = (bound: number) => number;
const one = <T>(from: readonly T[], pick: Pick): T => from[pick(from.length)]!;

function proposalFor(kind: Proposal['kind'], days: number, pick: Pick): Proposal {
  switch (kind) {
    case 'amend': {
      const antecedent = pick(3) === 0 ? { antecedent: { text: words, by: until(days + 4) } } : {};
      return { kind, terms: terms({ due: until(days + 5 + pick(20)), ...antecedent }) };
    }
    case 'pause':
      return { kind, until: until(days + 2), due: until(days + 12 + pick(9)) };
    case 'hand-over':
    case 'assign':
      return { kind, newcomer: `org:n${pick(3)}` };
    case 'reopen':
      return { kind, due: until(days + 8) };
    default:
      return { kind };
  }
}

const settlements = [
  'satisfied',
  'satisfied-with-waivers',
  'released',
  'ended-together',
  'failed',
  'performing',
] as const;

const talk = new Set<string>(['counter', 'defer', 'say', 'judge', 'link', 'stand-in']);

/** A well-formed way to say what moves a promise on. */
function sayingFor({ kind, answers, proposal }: AllowedAct, c: Conversation, days: number, pick: Pick): Said {
  switch (kind) {
    case 'report':
      return report;
    case 'accept':
      return accept(c);
    case 'return':
      return giveBack(c);
    case 'contest':
      return contest(c);
    case 'settle':
      return { kind, settlement: one(settlements, pick), due: until(days + 6) };
    case 'propose':
      return propose(proposalFor(proposal!, days, pick));
    case 'progress':
      return { kind, atRisk: pick(2) === 0 };
    case 'confirm':
      return pick(2) ? confirm : deny;
    default:
      return { kind, ...(answers !== undefined && { answers }), text: words } as Saying;
  }
}

/** One step of a walk: the conversation as it is known from `at` until the next step. */
export interface Step {
  kind: string;
  at: number;
  conversation: Conversation;
}

/** A promise and what may become of it, one offered act after the other, chosen by a tape of numbers. */
export function walk(tape: readonly number[]): Step[] {
  let next = 0;
  const pick: Pick = (bound) => (tape[next++] ?? 0) % bound;
  const via = (): Via => (pick(5) === 0 ? 'recorded' : 'session');
  const antecedent = pick(4) === 0 ? { antecedent: { text: words, by: until(9) } } : {};
  const opens = pick(2) ? (['customer', 'request'] as const) : (['performer', 'offer'] as const);
  const first = composed(undefined, [opens[0], 0, { kind: opens[1], terms: terms(antecedent) }, via()]);
  let conversation = open(first);
  if (isVoid(conversation)) throw new Error(conversation.void);
  const steps: Step[] = [{ kind: opens[1], at: moment(0), conversation }];
  for (let days = 1; next < tape.length; days += one([0.01, 0.2, 1, 2, 5, 12], pick)) {
    const now = conversation;
    const offered = (['customer', 'performer', 'newcomer'] as const).flatMap((by) =>
      allowedActs(now, by, on(days)).map((allowed) => ({ by, allowed })),
    );
    const moving = offered.filter(({ allowed }) => !talk.has(allowed.kind));
    if (moving.length === 0) continue;
    const { by, allowed } = one(moving, pick);
    const say = sayingFor(allowed, conversation, days, pick);
    const act = composed(conversation, [by, days, say, via()]);
    const after = apply(conversation, act);
    if (isVoid(after)) continue;
    conversation = after;
    steps.push({ kind: act.kind, at: Date.parse(after.lastAt), conversation });
  }
  return steps;
}
