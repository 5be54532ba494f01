import type { ActId, Instant, Speaker, StoredAct } from './act.ts';
import { allowedActs } from './allowed.ts';
import { actId, canonicalText, NotCanonical } from './canonical.ts';
import type { AllowedAct, Conversation, Evidence, View } from './conversation.ts';
import { clockEvidence, evidence } from './evidence.ts';
import { retell } from './order.ts';
import { parseAct } from './parse.ts';
import { view } from './view.ts';

/** What must be seen of a conversation at one moment. */
export interface ExpectedMoment {
  now: Instant;
  view: View;
  allowed: Record<Speaker, AllowedAct[]>;
  clockEvidence: Evidence[];
}

/** What any implementation must make of a set of acts. */
export interface ExpectedFold {
  order: ActId[];
  voids: { act: ActId; void: string }[];
  waiting: ActId[];
  evidence: Evidence[];
  conversation: Conversation | null;
  moments: ExpectedMoment[];
}

export type Vector =
  /** Acts in the order they arrived in, and what they come to. */
  | { kind: 'fold'; name: string; acts: StoredAct[]; expect: ExpectedFold }
  /** A text, and the path of its first problem; null if it is an act, whose id is given. */
  | { kind: 'parse'; name: string; text: string; problem: string | null; id?: ActId }
  /** JSON text, and its canonical form; null if it has none. */
  | { kind: 'canonical'; name: string; json: string; canonical: string | null };

/** One vector that came out otherwise. */
export interface Failure {
  name: string;
  problem: string;
}

type Digest = (bytes: Uint8Array) => string;

const speakers: Speaker[] = ['customer', 'performer', 'newcomer'];

/** What this implementation makes of a set of acts, seen at the given moments. */
export function foldResult(acts: StoredAct[], moments: Instant[]): ExpectedFold {
  const { steps, conversation, waiting } = retell(acts);
  return {
    order: steps.map(({ act }) => act.id),
    voids: steps.flatMap(({ act, refusal }) => (refusal ? [{ act: act.id, void: refusal.void }] : [])),
    waiting,
    evidence: steps.flatMap(({ act, before, after }) => (after ? evidence(before, act, after) : [])),
    conversation: conversation ?? null,
    moments: conversation
      ? moments.map((now) => ({
          now,
          view: view(conversation, now),
          allowed: Object.fromEntries(
            speakers.map((speaker) => [speaker, allowedActs(conversation, speaker, now)]),
          ) as ExpectedMoment['allowed'],
          clockEvidence: clockEvidence(conversation, now),
        }))
      : [],
  };
}

/** The first place where two values differ, as a JSON pointer with both sides. */
function difference(found: unknown, expected: unknown, path = ''): string | undefined {
  if (Object.is(found, expected)) return undefined;
  const plain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!plain(found) || !plain(expected) || Array.isArray(found) !== Array.isArray(expected)) {
    return `${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
  }
  for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    const inner = difference(found[key], expected[key], `${path}/${key}`);
    if (inner) return inner;
  }
  return undefined;
}

function runFold({ acts, expect }: Extract<Vector, { kind: 'fold' }>, sha256: Digest | undefined): string | undefined {
  const misnamed = sha256 && acts.find((act) => actId(act, sha256) !== act.id);
  if (misnamed) return `the id of ${misnamed.id} comes out as ${actId(misnamed, sha256)}`;
  const moments = expect.moments.map(({ now }) => now);
  return difference(foldResult(acts, moments), expect) ?? difference(foldResult(acts.toReversed(), moments), expect);
}

function runParse(vector: Extract<Vector, { kind: 'parse' }>, sha256: Digest | undefined): string | undefined {
  const { act, problem } = parseAct(vector.text);
  if (problem) return difference(problem.path, vector.problem);
  if (vector.problem !== null) return `taken for an act, but has a problem at ${vector.problem}`;
  return sha256 && difference(actId(act, sha256), vector.id);
}

function runCanonical({ json, canonical }: Extract<Vector, { kind: 'canonical' }>): string | undefined {
  try {
    return difference(canonicalText(JSON.parse(json)), canonical);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return canonical === null ? undefined : error.message;
  }
}

/**
 * Runs the conformance vectors (`vectors/*.json` of this package) against this implementation. Returns what came out otherwise: nothing,
 * if all is well. Without `sha256` ids are taken as given.
 */
export function runVectors(vectors: readonly Vector[], sha256?: Digest): Failure[] {
  return vectors.flatMap((vector) => {
    const problem =
      vector.kind === 'fold'
        ? runFold(vector, sha256)
        : vector.kind === 'parse'
          ? runParse(vector, sha256)
          : runCanonical(vector);
    return problem === undefined ? [] : [{ name: vector.name, problem }];
  });
}
