import type { ActKind, Proposal, ProposalKind, Saying } from './act.ts';
import { missCauses, workKinds } from './choices.ts';
import { limits } from './limits.ts';
import {
  byKind,
  distinct,
  either,
  flag,
  integer,
  list,
  type Members,
  object,
  oneOf,
  pattern,
  type Shape,
} from './shape.ts';

const digest = pattern(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');
const party = pattern(
  /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/,
  `an organization identifier of at most ${limits.party} characters`,
);
const pseudonym = pattern(/^[A-Za-z0-9_-]{1,64}$/, `a pseudonym of at most ${limits.pseudonym} letters and digits`);
const conditionId = pattern(
  /^[A-Za-z0-9_-]{1,40}$/,
  `a condition id of at most ${limits.conditionId} letters and digits`,
);

/** Four-digit years of this age only, so that text order stays time order whatever is added. */
const instant: Shape = (value, path) => {
  const problem = pattern(
    /^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    'an instant like 2026-06-12T09:30:00.000Z',
  )(value, path);
  if (problem) return problem;
  const time = Date.parse(value as string);
  return Number.isNaN(time) || new Date(time).toISOString() !== value
    ? { path, problem: 'must be a real moment' }
    : undefined;
};

const day: Shape = (value, path) =>
  pattern(/^(19|2\d)\d\d-\d\d-\d\d$/, 'a day like 2026-06-12')(value, path) ??
  (instant(`${value as string}T00:00:00.000Z`, path) ? { path, problem: 'must be a real day' } : undefined);

const deadline = object({ ends: instant }, { date: day });
const due = either(object({ days: integer(1, limits.cycleDays) }), deadline);
const quantity = object({
  amount: pattern(/^(0|[1-9]\d{0,13})(\.\d{1,4})?$/, 'a decimal number as text'),
  unit: pattern(/^[\p{L}\p{N}%€$£./ -]{1,20}$/u, `a unit of at most ${limits.unit} characters`),
});
const texts = { text: digest };
const cause = { cause: oneOf(...missCauses) };
const attached = { files: list(digest, limits.filesPerEntry) };

const terms = object(
  {
    what: digest,
    conditions: list(object({ id: conditionId, text: digest }), limits.conditions, 1),
    replyBy: deadline,
  },
  {
    due,
    work: oneOf(...workKinds),
    effort: quantity,
    price: quantity,
    antecedent: object({ text: digest, by: deadline }),
  },
);

const conditionNotes = (shape: Shape): Shape => list(shape, limits.conditions, 1);
const answers = { answers: digest };

/** A member for every property of one kind, so that shapes cannot fall behind the types. */
type MembersOf<T> = { [K in keyof T]-?: Shape };
type Split<T> = {
  required: MembersOf<Omit<{ [K in keyof T as undefined extends T[K] ? never : K]: T[K] }, 'kind'>>;
  optional: MembersOf<{ [K in keyof T as undefined extends T[K] ? K : never]: T[K] }>;
};

const proposalMembers: { [K in ProposalKind]: Split<Extract<Proposal, { kind: K }>> } = {
  amend: { required: { terms }, optional: { ...cause, ...texts } },
  release: { required: {}, optional: { ...cause, ...texts } },
  pause: { required: { until: deadline }, optional: { due: deadline, ...texts } },
  'hand-over': { required: { newcomer: party }, optional: texts },
  assign: { required: { newcomer: party }, optional: texts },
  'end-together': { required: {}, optional: { successor: digest, ...texts } },
  reopen: { required: { due: deadline }, optional: texts },
};

const closed = (
  kinds: Record<string, { required: Members; optional: Members }>,
  envelope?: { required: Members; optional: Members },
): Shape =>
  byKind(
    Object.fromEntries(
      Object.entries(kinds).map(([kind, { required, optional }]) => [
        kind,
        object({ ...envelope?.required, kind: oneOf(kind), ...required }, { ...envelope?.optional, ...optional }),
      ]),
    ),
  );

const settlements = oneOf('satisfied', 'satisfied-with-waivers', 'released', 'ended-together', 'failed', 'performing');
const opinion = oneOf('yes', 'partly', 'no');
const recorded = distinct(list(digest, limits.recordedActs), (id: string) => id, 'an act');

const sayingMembers: { [K in ActKind]: Split<Extract<Saying, { kind: K }>> } = {
  request: { required: { terms }, optional: {} },
  offer: { required: { terms }, optional: {} },
  counter: { required: { ...answers, terms }, optional: texts },
  defer: { required: { ...answers, until: deadline }, optional: texts },
  agree: { required: answers, optional: texts },
  decline: { required: answers, optional: texts },
  withdraw: { required: answers, optional: texts },
  fulfil: { required: {}, optional: { ...texts, ...attached } },
  progress: { required: {}, optional: { ...texts, effort: quantity, atRisk: flag, expected: deadline, ...cause } },
  report: {
    required: { on: conditionNotes(object({ condition: conditionId }, { ...texts, ...attached })) },
    optional: { effort: quantity, ...cause, ...texts },
  },
  retract: { required: answers, optional: texts },
  accept: {
    required: {
      ...answers,
      verdicts: conditionNotes(object({ condition: conditionId, verdict: oneOf('met', 'waived') }, texts)),
    },
    optional: { satisfaction: integer(1, 5), ...texts },
  },
  return: {
    required: { ...answers, unmet: conditionNotes(object({ condition: conditionId }, texts)) },
    optional: texts,
  },
  contest: { required: { ...answers, cites: conditionNotes(conditionId), ...texts }, optional: {} },
  settle: { required: { settlement: settlements }, optional: { due: deadline, ...texts } },
  propose: { required: { proposal: closed(proposalMembers) }, optional: {} },
  consent: { required: answers, optional: texts },
  refuse: { required: answers, optional: texts },
  'take-back': { required: answers, optional: texts },
  resume: { required: {}, optional: texts },
  cancel: { required: texts, optional: cause },
  renege: { required: texts, optional: cause },
  stop: { required: texts, optional: cause },
  'close-unconfirmed': { required: {}, optional: texts },
  judge: { required: { fair: opinion, efficient: opinion, again: opinion }, optional: texts },
  'make-good': { required: texts, optional: attached },
  forgive: { required: {}, optional: texts },
  say: { required: texts, optional: { ...attached, question: flag } },
  'stand-in': { required: {}, optional: {} },
  link: { required: { relation: oneOf('supports', 'exchange'), other: digest }, optional: {} },
  confirm: { required: { confirmed: recorded, denied: recorded }, optional: texts },
};

const part = object({
  name: pattern(/^[a-z][a-z0-9-]{0,39}$/, `a plain word of at most ${limits.partName} characters`),
  commit: digest,
  size: integer(0, limits.fileBytes),
  media: pattern(/^[a-z0-9][a-z0-9!#$&^_.+-]{0,48}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,49}$/, 'a media type like text/plain'),
});

const envelope = {
  required: {
    v: oneOf(1),
    from: party,
    to: party,
    side: oneOf('customer', 'performer', 'newcomer'),
    seq: integer(1, 1_000_000),
    at: instant,
    parts: distinct(list(part, limits.parts), (entry: { commit: string }) => entry.commit, 'a commitment'),
    actor: object({ pseudonym, via: oneOf('session', 'link', 'recorded') }),
  },
  optional: { prev: digest, seen: digest },
};

const first = {
  required: { ...envelope.required, nonce: pattern(/^[0-9a-f]{32}$/, '32 lower-case hexadecimal digits') },
  optional: envelope.optional,
};
const following = { required: { ...envelope.required, conversation: digest }, optional: envelope.optional };

const { request, offer, ...rest } = sayingMembers;
const openingShape = closed({ request, offer }, first);
const followingShape = closed(rest, following);

/** The closed shape of an act: opening acts carry a nonce, all others their conversation. */
export const actShape: Shape = (value, path) => {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return kind === 'request' || kind === 'offer' ? openingShape(value, path) : followingShape(value, path);
};
