import type { Letter } from '../rooms/policy.ts';

/** The way up, one step after the other. */
export const ladder = ['prospect', 'awareness', 'involvement', 'support', 'sponsorship', 'strategic'] as const;
export type Rung = (typeof ladder)[number];
export const stages = [...ladder, 'resting', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** What the product holds and can show. */
export const evidenced = [
  'people',
  'meeting',
  'read-back',
  'confirmed',
  'initiative',
  'kept',
  'second',
  'pairs',
  'three-kept',
  'kinds',
  'sponsors',
] as const;
/** What nothing here can show yet: one line of each side's own words stands for it. */
export const attestable = ['benefits', 'plan', 'review', 'breadth', 'survives'] as const;
export type Evidenced = (typeof evidenced)[number];
export type Attestable = (typeof attestable)[number];
export type CriterionKey = Evidenced | Attestable;

/** What a stage asks for before both sides may say that it is reached. None of it is about money. */
export const criteriaOf: Record<Rung, readonly CriterionKey[]> = {
  prospect: [],
  awareness: ['people', 'meeting', 'read-back', 'confirmed'],
  involvement: ['initiative'],
  support: ['kept', 'second', 'pairs'],
  sponsorship: ['three-kept', 'kinds', 'sponsors', 'benefits'],
  strategic: ['plan', 'review', 'breadth', 'survives'],
};

export function isAttestable(key: CriterionKey): key is Attestable {
  return (attestable as readonly string[]).includes(key);
}

/** Something shared that a criterion rests on. Dates and names are for the reader; kind and id say what it is. */
export interface Fact {
  kind: 'person' | 'meeting' | 'read-back' | 'conversation' | 'pair' | 'sponsor';
  id: string;
  /** Of a meeting: which time of it. */
  occurrence: string | null;
  /** Conversation that it opens, where there is one. */
  conversationId: string | null;
  title: string | null;
  side: Letter | null;
  /** Day or moment it happened. */
  at: string | null;
  way: string | null;
  place: string | null;
  /** One side wrote it down and the other has not confirmed it yet. */
  recorded: boolean;
}

export interface Criterion {
  key: CriterionKey;
  met: boolean;
  facts: Fact[];
  /** Only of attestable ones: what each side wrote. */
  words: Partial<Record<Letter, string>>;
}

/** What both sides of a room can see of themselves: nothing private to one of them may ever come in here. */
export interface RoomFacts {
  people: { id: string; side: Letter; name: string }[];
  /** Times at which people of both sides met. */
  meetings: {
    id: string;
    occurrence: string;
    purpose: string;
    heldOn: string;
    way: string;
    place: string;
    /** One side wrote it down for both. */
    recorded: boolean;
  }[];
  readbacks: {
    id: string;
    conversationId: string;
    side: Letter;
    heldOn: string;
    way: string;
    place: string | null;
    sentAt: string;
    answeredAt: string | null;
  }[];
  initiatives: {
    conversationId: string;
    title: string;
    /** Kind of work, where it was said. */
    work: string | null;
    result: string;
    promisedAt: string;
    settledAt: string | null;
    /** Somebody answers for it on each side. */
    owned: boolean;
    recorded: boolean;
  }[];
  pairs: { id: string; a: string | null; b: string | null; agreedAt: string }[];
  sponsors: { person: string; side: Letter; name: string | null; since: string }[];
}

const DAY = 86_400_000;
const WORKING_DAYS = 2;
/** A day has ended everywhere half a day after it has ended at Greenwich: nobody is late by their zone. */
const LAST_ZONE = DAY / 2;

/** Whether words left within two working days after a meeting, wherever on Earth it was. Saturdays and Sundays do not count. */
export function isSentInTime(heldOn: string, sentAt: string): boolean {
  let day = Date.parse(`${heldOn}T00:00:00Z`);
  for (let left = WORKING_DAYS; left > 0; ) {
    day += DAY;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return Date.parse(sentAt) < day + DAY + LAST_ZONE;
}

const accepted = new Set(['kept', 'late', 'late-with-notice']);
const standing = new Set([...accepted, 'open', 'unconfirmed']);
const PAIRS = 2;
const COMPLETED = 3;
const KINDS = 2;

const blank = {
  occurrence: null,
  conversationId: null,
  title: null,
  side: null,
  at: null,
  way: null,
  place: null,
  recorded: false,
};

type Readback = RoomFacts['readbacks'][number];
const readbackFact = (one: Readback, at: string | null): Fact => ({
  ...blank,
  kind: 'read-back',
  id: one.id,
  conversationId: one.conversationId,
  side: one.side,
  at,
  way: one.way,
  place: one.place,
});

const meetingFact = (one: RoomFacts['meetings'][number]): Fact => ({
  ...blank,
  kind: 'meeting',
  id: one.id,
  occurrence: one.occurrence,
  title: one.purpose,
  at: one.heldOn,
  way: one.way,
  place: one.place,
  recorded: one.recorded,
});

type Initiative = RoomFacts['initiatives'][number];
const initiativeFact = (one: Initiative): Fact => ({
  ...blank,
  kind: 'conversation',
  id: one.conversationId,
  conversationId: one.conversationId,
  title: one.title,
  at: one.settledAt ?? one.promisedAt,
  recorded: one.recorded,
});

const onBothSides = (found: readonly { side: Letter }[]): boolean =>
  (['a', 'b'] as const).every((side) => found.some((one) => one.side === side));

const checks: Record<Evidenced, (facts: RoomFacts) => { met: boolean; facts: Fact[] }> = {
  people: ({ people }) => ({
    met: onBothSides(people),
    facts: people.map(({ id, side, name }) => ({ ...blank, kind: 'person', id, side, title: name })),
  }),
  // A talk that no meeting was made for is first seen by both sides as its read-back. What was in person says where.
  meeting: ({ meetings, readbacks }) => {
    const days = new Set(meetings.map((one) => one.heldOn));
    const talks = readbacks.filter((one) => isPlaced(one) && !days.has(one.heldOn));
    return some([...meetings.filter(isPlaced).map(meetingFact), ...talks.map((one) => readbackFact(one, one.heldOn))]);
  },
  'read-back': ({ readbacks }) => some(readbacks.filter(isInTime).map((one) => readbackFact(one, one.sentAt))),
  confirmed: ({ readbacks }) => {
    const inTime = readbacks.filter(isInTime);
    const asked = inTime.length > 0 ? inTime : readbacks;
    return some(asked.filter((one) => one.answeredAt !== null).map((one) => readbackFact(one, one.answeredAt)));
  },
  initiative: (facts) => some(running(facts).map(initiativeFact)),
  kept: (facts) => some(completed(facts).map(initiativeFact)),
  second: (facts) => atLeast(2, running(facts).map(initiativeFact)),
  pairs: ({ pairs }) =>
    atLeast(
      PAIRS,
      pairs.map(({ id, a, b, agreedAt }) => ({
        ...blank,
        kind: 'pair',
        id,
        at: agreedAt,
        title: [a, b].filter(Boolean).join(' · ') || null,
      })),
    ),
  'three-kept': (facts) => atLeast(COMPLETED, completed(facts).map(initiativeFact)),
  kinds: (facts) => {
    const firsts = new Map(completed(facts).flatMap((one) => (one.work === null ? [] : [[one.work, one]])));
    return atLeast(KINDS, [...firsts.values()].map(initiativeFact));
  },
  sponsors: ({ sponsors }) => ({
    met: onBothSides(sponsors),
    facts: sponsors.map(({ person, side, name, since }) => ({
      ...blank,
      kind: 'sponsor',
      id: person,
      side,
      title: name,
      at: since,
    })),
  }),
};

const isPlaced = ({ way, place }: Pick<Readback, 'way' | 'place'>): boolean =>
  way !== 'in-person' || (place ?? '').trim() !== '';
const isInTime = ({ heldOn, sentAt }: Readback): boolean => isSentInTime(heldOn, sentAt);
const running = ({ initiatives }: RoomFacts): Initiative[] =>
  initiatives.filter((one) => standing.has(one.result) && one.owned);
const completed = ({ initiatives }: RoomFacts): Initiative[] =>
  initiatives.filter((one) => accepted.has(one.result) && one.owned);
const atLeast = (count: number, facts: Fact[]) => ({ met: facts.length >= count, facts });
const some = (facts: Fact[]) => atLeast(1, facts);

/** One line of each side for each thing that nothing here can show. */
export type Attested = Partial<Record<Attestable, Partial<Record<Letter, string>>>>;

/** What a rung asks for and what stands against it, as both sides see it. */
export function criteriaFor(rung: Rung, facts: RoomFacts, attested: Attested = {}): Criterion[] {
  return criteriaOf[rung].map((key) => {
    if (!isAttestable(key)) return { key, ...checks[key](facts), words: {} };
    const words = attested[key] ?? {};
    return { key, met: Boolean(words.a && words.b), facts: [], words };
  });
}

/** The next rung, where there is one: none at the top, and none while a partnership rests or has ended. */
export function nextRung(stage: Stage): Rung | undefined {
  const at = ladder.indexOf(stage as Rung);
  return at < 0 ? undefined : ladder[at + 1];
}

export type MoveKind = 'up' | 'down' | 'rest' | 'end' | 'again' | 'skip' | 'none';

/** What a step means, from where two organizations stand and the rung they stood on last. */
export function moveKind(stage: Stage, last: Rung, to: Stage): MoveKind {
  if (to === stage) return 'none';
  if (to === 'resting') return stage === 'ended' ? 'none' : 'rest';
  if (to === 'ended') return 'end';
  const rank = ladder.indexOf(to);
  const highest = ladder.indexOf(last);
  if (stage === 'resting' || stage === 'ended') return rank <= highest ? 'again' : 'skip';
  if (rank < highest) return 'down';
  return rank === highest + 1 ? 'up' : 'skip';
}

/** Steps that may be proposed from here, the next one up first. */
export function movesFrom(stage: Stage, last: Rung): Stage[] {
  const found = stages.filter((to) => !['skip', 'none'].includes(moveKind(stage, last, to)));
  const next = nextRung(stage);
  return next ? [next, ...found.filter((to) => to !== next)] : found;
}

/** All rungs between two, the higher one included: what skipping would leap over. */
export function rungsBetween(stage: Stage, last: Rung, to: Rung): Rung[] {
  const from = ladder.indexOf(stage === 'resting' || stage === 'ended' ? last : (stage as Rung));
  return ladder.slice(from + 1, ladder.indexOf(to) + 1);
}

/** Evidence that is missing. What the two sides attest is asked of each in its own turn. */
export function missingEvidence(criteria: readonly Criterion[]): Evidenced[] {
  return criteria.flatMap((one) => (isAttestable(one.key) || one.met ? [] : [one.key]));
}

/** What this side has not yet written of. */
export function missingWords(criteria: readonly Criterion[], side: Letter): Attestable[] {
  return criteria.flatMap((one) => (isAttestable(one.key) && !one.words[side]?.trim() ? [one.key] : []));
}
