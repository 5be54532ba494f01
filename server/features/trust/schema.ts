import { workKinds } from '@entente/protocol';
import { results } from '@entente/trust';
import { z } from '@hono/zod-openapi';

/** Commitments that one answer reckons with at most, the latest first. */
export const recordLimit = 200_000;

export const letter = z.enum(['a', 'b']);

const party = z.object({ id: z.string(), name: z.string() });
export type PartyShape = z.infer<typeof party>;

export const source = z.enum(['own', 'work', 'counterparty', 'elsewhere', 'population', 'start']);
const share = z
  .object({
    source,
    /** The other customer, or the other performer. */
    party: party.nullable(),
    /** All weights add up to 1. */
    weight: z.number(),
    /** All points add up to the number. */
    points: z.number(),
  })
  .openapi('TrustShare');

export const level = z.enum(['dependable', 'mostly', 'mixed', 'rarely']);

/** A number, and only where it may be stated: before that it says how far it is. */
export const confidenceShape = z
  .object({
    standing: z.enum(['stated', 'too-early', 'too-long-ago']),
    value: z.number().nullable(),
    /** 90% interval. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** How many of the next ten may be expected to be kept. */
    ofTen: z.object({ from: z.int(), to: z.int() }).nullable(),
    level: level.nullable(),
    /** Settled commitments between the two. */
    count: z.int(),
    kept: z.int(),
    /** What is left of `count` after ageing and weighing. */
    worth: z.number(),
    /** From how many on a number is stated. */
    statedFrom: z.int(),
    shares: z.array(share),
  })
  .openapi('Confidence');
export type ConfidenceShape = z.infer<typeof confidenceShape>;

export const commitmentItem = z
  .object({
    conversationId: z.string(),
    partnershipId: z.uuid(),
    title: z.string(),
    customer: party,
    performer: party,
    kind: z.enum(workKinds).nullable(),
    result: z.enum(results),
    /** Kept, broken, or made good and forgiven; null where it is no evidence. */
    counts: z.enum(['kept', 'broken', 'lifted']).nullable(),
    at: z.iso.datetime(),
    /** By stake and by whether it is confirmed: above 0, at most 1. */
    weight: z.number(),
    /** The weight after ageing. */
    worth: z.number(),
    recorded: z.boolean(),
  })
  .openapi('TrustCommitment');
export type CommitmentItem = z.infer<typeof commitmentItem>;
export const commitmentList = z
  .object({ items: z.array(commitmentItem), next: z.string().nullable() })
  .openapi('TrustCommitments');

const trendPoint = z.object({
  at: z.iso.datetime(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  count: z.int(),
  /** What happened at this moment between the two. */
  mark: z.enum(['kept', 'broken', 'repaired']).nullable(),
});

const changes = z.object({
  since: z.iso.datetime(),
  before: confidenceShape.pick({ standing: true, value: true, count: true }),
  /** Differences of the shares; they add up to that of the numbers. Empty where either is not stated. */
  items: z.array(z.object({ source, party: party.nullable(), by: z.number() })),
  /** What was settled, or forgiven, between the two since then. */
  settled: z.array(commitmentItem),
});

const kindOfWork = z.object({ kind: z.enum(workKinds), confidence: confidenceShape });

export const direction = z
  .object({
    /** Side of the room that expects something of the other. */
    customerSide: letter,
    customer: party,
    performer: party,
    /** `ours`: from everything we know, and nobody else sees it. `shared`: from this room alone, the same for both. */
    view: z.enum(['ours', 'shared']),
    confidence: confidenceShape,
    /** With `ours`: what the shared record alone says, as the partner sees it too. */
    shared: confidenceShape.nullable(),
    kinds: z.array(kindOfWork),
    trend: z.array(trendPoint),
    changes,
    /** Commitments that are no evidence, by how they came out. */
    beside: z.array(z.object({ result: z.enum(results), count: z.int() })),
    /** What others' experience suggests, where there is none of one's own; never stored. */
    prospect: z.object({ confidence: confidenceShape, through: z.array(party) }).nullable(),
  })
  .openapi('TrustDirection');
export type DirectionShape = z.infer<typeof direction>;

export const confidencePage = z
  .object({
    partner: z.string(),
    mySide: letter.nullable(),
    /** The partner has a home here, and sees the shared record. */
    partnerHere: z.boolean(),
    directions: z.array(direction),
    now: z.iso.datetime(),
  })
  .openapi('TrustPage');
export type ConfidencePage = z.infer<typeof confidencePage>;

export const confidenceQuery = z.object({
  /** What changed in so many days. */
  days: z.coerce.number().int().min(1).max(3_650).default(90),
});

export const commitmentQuery = z.object({
  customer: letter,
  view: z.enum(['ours', 'shared']).default('shared'),
  source: source.exclude(['work']).default('own'),
  party: z.string().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type CommitmentQuery = z.infer<typeof commitmentQuery>;

/** What one promise did to the confidence of its customer in its performer, or would do. */
export const effectShape = z
  .object({
    customer: party,
    performer: party,
    view: z.enum(['ours', 'shared']),
    standing: confidenceShape.shape.standing,
    count: z.int(),
    statedFrom: z.int(),
    /** The number now; null where it is not stated. */
    value: z.number().nullable(),
    /** How it counts, and how much; null where it is no evidence. */
    counts: z.enum(['kept', 'broken', 'lifted']).nullable(),
    result: z.enum(results).nullable(),
    recorded: z.boolean(),
    weight: z.number(),
    worth: z.number(),
    /** By how much the number is higher (or lower) than without it; null where it does not count. */
    did: z.number().nullable(),
    /** By how much keeping or missing it would move the number now; null once it is settled, or overdue without a word. */
    would: z.object({ kept: z.number(), broken: z.number() }).nullable(),
  })
  .openapi('TrustEffect');
export type EffectShape = z.infer<typeof effectShape>;

export const checkQuery = z.object({ import: z.uuid().optional() });

const reliabilityBin = z.object({
  from: z.number(),
  to: z.number(),
  n: z.int(),
  foretold: z.number(),
  kept: z.number(),
});

/** How well the model would have foretold an organization's own history. */
export const checkShape = z
  .object({
    /** Commitments that were foretold and scored; the first 30% only taught. */
    n: z.int(),
    commitments: z.int(),
    brier: z.number().nullable(),
    logLoss: z.number().nullable(),
    auc: z.number().nullable(),
    ece: z.number().nullable(),
    coverage: z.number().nullable(),
    /** Brier score of the plain average of each performer, on the same commitments. */
    plainBrier: z.number().nullable(),
    bins: z.array(reliabilityBin),
  })
  .openapi('TrustCheck');
export type CheckShape = z.infer<typeof checkShape>;
