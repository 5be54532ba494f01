import { type ActKind, type EvidenceKind, type MissCause, missCauses, type Side } from '@entente/protocol';
import { type Result, shareInterval } from '@entente/trust';
import { cadenceDays, type Link, linkLimit, type Measures, type Mirror } from './schema.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Below so many, only counts are told. */
const few = 5;

interface In {
  conversation: string;
  partnership: string;
  at: number;
}

/** A word in a conversation or in plain talk; `ours`: by the organization whose mirror it is. */
export interface Word extends In {
  kind: ActKind | 'message';
  /** Asks for an answer, though its kind would not. */
  question?: boolean;
  ours: boolean;
  /** Written down by the other side: says nothing about when it was said. */
  recorded: boolean;
}

/** A fact an act left about a side. */
export interface Fact extends In {
  kind: EvidenceKind;
  ours: boolean;
  /** As what the side stands in the conversation. */
  about: Side;
  facts: Readonly<Record<string, string | number | boolean>>;
}

/** A promise that came due, or came out before, in the stretch of time. `ours`: we promised it. */
export interface DuePromise extends In {
  result: Result;
  /** Nothing was said by the day it was due. */
  silent: boolean;
  ours: boolean;
}

/** A word, or the customer's part, that is awaited longer than agreed. `ours`: of us. */
export interface Waiting extends In {
  for: 'answer' | 'antecedent';
  ours: boolean;
}

/** One time of a meeting: which side had said that it comes, and which came. */
export interface Meet {
  meeting: string;
  occurrence: string;
  partnership: string;
  title: string;
  /** When it was, or when it was called off. */
  at: number;
  ours: Presence;
  theirs: Presence;
  /** `notice`: milliseconds before it would have begun. */
  calledOff?: { ours: boolean; notice: number };
}

interface Presence {
  /** Had said that it comes. */
  expected: boolean;
  /** Null: nobody has said whether it came. */
  came: boolean | null;
}

/** What happened in one stretch of time, as one organization sees it. */
export interface Stretch {
  from: number;
  to: number;
  words: readonly Word[];
  /** Words in the time before that the rhythm looks back on. */
  earlier: readonly Word[];
  facts: readonly Fact[];
  due: readonly DuePromise[];
  waiting: readonly Waiting[];
  /** Those before it too that the rhythm looks back on. */
  meetings: readonly Meet[];
  titles: ReadonlyMap<string, string>;
}

/** Words that ask the other side for one. */
const asking = new Set<Word['kind']>(['request', 'offer', 'counter', 'report', 'propose', 'settle', 'message']);

/** The measures of one side: ours, or the other's. */
export function measuresOf(stretch: Stretch, ours: boolean): Measures {
  const facts = stretch.facts.filter((one) => one.ours === ours);
  const due = stretch.due.filter((one) => one.ours === ours);
  const waiting = stretch.waiting.filter((one) => one.ours === ours);
  return {
    answers: answersOf(
      stretch,
      ours,
      waiting.filter((one) => one.for === 'answer'),
    ),
    rhythm: rhythmOf(stretch),
    promises: promisesOf(stretch, facts, due),
    customer: customerOf(
      stretch,
      facts,
      waiting.filter((one) => one.for === 'antecedent'),
    ),
    showing: showingOf(stretch, ours),
  };
}

/** Where conversations stand that a count opens into, the latest first, each once. */
export function linksOf(found: readonly In[], titles: ReadonlyMap<string, string>): Link[] {
  const seen = new Map<string, Link>();
  for (const { conversation, partnership } of found.toSorted((a, b) => b.at - a.at)) {
    const title = titles.get(conversation);
    if (title === undefined || seen.has(conversation)) continue;
    seen.set(conversation, { conversationId: conversation, partnershipId: partnership, title });
    if (seen.size === linkLimit) break;
  }
  return [...seen.values()];
}

/** Times of meetings that a count opens into, the latest first. */
export const meetingLinksOf = (found: readonly Meet[]): Link[] =>
  found
    .toSorted((a, b) => b.at - a.at)
    .slice(0, linkLimit)
    .map(({ meeting, occurrence, partnership, title }) => ({
      meetingId: meeting,
      occurrence,
      partnershipId: partnership,
      title,
    }));

const quantile = (values: readonly number[], share: number): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;

const byTalk = (words: readonly Word[]): Word[][] => {
  const talks = new Map<string, Word[]>();
  for (const word of words) {
    const talk = talks.get(word.conversation);
    if (talk) talk.push(word);
    else talks.set(word.conversation, [word]);
  }
  return [...talks.values()].map((talk) => talk.toSorted((a, b) => a.at - b.at));
};

function answersOf(stretch: Stretch, ours: boolean, waiting: readonly Waiting[]): Measures['answers'] {
  const hours: number[] = [];
  for (const talk of byTalk(stretch.words)) {
    let asked: number | undefined;
    for (const { ours: by, kind, question, recorded, at } of talk) {
      if (by === ours) {
        if (asked !== undefined && !recorded) hours.push((at - asked) / hour);
        asked = undefined;
      } else if ((asking.has(kind) || question) && !recorded) asked ??= at;
    }
  }
  const told = hours.length >= few;
  return {
    asked: hours.length + waiting.length,
    unanswered: waiting.length,
    medianHours: told ? quantile(hours, 0.5) : null,
    p90Hours: told ? quantile(hours, 0.9) : null,
    unansweredIn: linksOf(waiting, stretch.titles),
  };
}

/** Turns of both sides, partner by partner: how much of the time lies within the cadence after one, and how long none came. */
function rhythmOf({ words, earlier, meetings, from, to }: Stretch): Measures['rhythm'] {
  let within = 0;
  let all = 0;
  let longest = 0;
  let counted = 0;
  for (const moments of turnsByRoom([...earlier, ...words], meetings)) {
    const first = Math.max(from, moments[0]!);
    counted += 1;
    all += to - first;
    moments.forEach((moment, index) => {
      const next = moments[index + 1] ?? to;
      if (next <= from) return;
      longest = Math.max(longest, next - moment);
      within += Math.max(0, Math.min(next, moment + cadenceDays * day) - Math.max(first, moment));
    });
  }
  return {
    partnerships: counted,
    share: all === 0 ? null : within / all,
    longestDays: counted === 0 ? null : Math.floor(longest / day),
  };
}

interface Turn {
  partnership: string;
  at: number;
  by: boolean | 'both';
}

/** In each room where both sides spoke or met: its first word, every moment at which the other side took the word, and every meeting. */
function turnsByRoom(words: readonly Word[], meetings: readonly Meet[]): number[][] {
  const rooms = new Map<string, Turn[]>();
  const put = (turn: Turn) => {
    const room = rooms.get(turn.partnership);
    if (room) room.push(turn);
    else rooms.set(turn.partnership, [turn]);
  };
  for (const { partnership, at, ours, recorded } of words) if (!recorded) put({ partnership, at, by: ours });
  for (const { partnership, at, ours, theirs } of meetings)
    if (ours.came && theirs.came) put({ partnership, at, by: 'both' });
  return [...rooms.values()].flatMap((room) => {
    const turns = room.toSorted((a, b) => a.at - b.at);
    // After a meeting both have spoken: the next word, whose ever it is, waits for the other side like a first one.
    const taken = turns.filter(
      ({ by }, index) => index === 0 || by === 'both' || ![by, 'both'].includes(turns[index - 1]!.by),
    );
    return taken.length > 1 || taken[0]?.by === 'both' ? [taken.map((turn) => turn.at)] : [];
  });
}

const missed = new Set<Result>(['late', 'late-with-notice', 'reneged', 'failed']);

function promisesOf({ titles }: Stretch, facts: readonly Fact[], due: readonly DuePromise[]): Measures['promises'] {
  const counted = due.filter((one) => one.result === 'kept' || missed.has(one.result) || one.silent);
  const kept = counted.filter((one) => one.result === 'kept');
  const of = (result: Result) => counted.filter((one) => one.result === result).length;
  return {
    due: counted.length,
    kept: kept.length,
    share: shareOf(kept.length, counted.length),
    lateWithNotice: of('late-with-notice'),
    late: counted.filter((one) => one.result === 'late' && !one.silent).length,
    silent: counted.filter((one) => one.silent).length,
    broken: of('reneged') + of('failed'),
    warned: facts.filter(isEarlyWarning).length,
    amendedBefore: facts.filter(isEarlyAmendment).length,
    amendedAfter: facts.filter((one) => one.kind === 'late-notice').length,
    missedIn: linksOf(
      counted.filter((one) => one.result !== 'kept'),
      titles,
    ),
    keptIn: linksOf(kept, titles),
    causes: causesOf(facts),
  };
}

/** Said, or asked for, before the day it was due. */
const beforeDue = ({ facts }: Fact): boolean => 'hoursNotice' in facts;
export const isEarlyWarning = (one: Fact): boolean => one.kind === 'early-warning' && beforeDue(one);
export const isEarlyAmendment = (one: Fact): boolean => one.kind === 'sense-making' && beforeDue(one);

/** A promise that its customer stopped is told about its performer, but the reason is the customer's. */
const saidByPerformer = ({ about, facts }: Fact): boolean => about === 'performer' && facts.outcome !== 'failed';

/** Why promises slipped or were missed, as whoever promised said it: once a conversation. */
function causesOf(facts: readonly Fact[]): Measures['promises']['causes'] {
  const said = new Set(
    facts
      .filter(saidByPerformer)
      .flatMap(({ facts: each, conversation }) => (each.cause ? [`${each.cause} ${conversation}`] : [])),
  );
  return missCauses
    .map((cause: MissCause) => ({ cause, count: [...said].filter((one) => one.startsWith(`${cause} `)).length }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Notice under which calling something off comes late, in hours. */
const lateNotice = 72;

function customerOf({ titles }: Stretch, facts: readonly Fact[], unmet: readonly Waiting[]): Measures['customer'] {
  const of = (kind: EvidenceKind) => facts.filter((one) => one.kind === kind);
  const [prompt, slow] = [of('prompt-review'), of('slow-review')];
  const reviews = [...prompt, ...slow];
  const hours = reviews.flatMap((one) => (typeof one.facts.hours === 'number' ? [one.facts.hours] : []));
  const cancelled = of('cancelled');
  const met = of('antecedent-met');
  return {
    reviews: reviews.length,
    prompt: prompt.length,
    share: shareOf(prompt.length, reviews.length),
    medianHours: reviews.length < few ? null : quantile(hours, 0.5),
    cancelled: cancelled.length,
    cancelledLate: cancelled.filter(isLateCancel).length,
    antecedents: met.length + unmet.length,
    antecedentsMet: met.filter((one) => !('daysLate' in one.facts)).length,
    letOff: of('flexible-customer').length,
    slowIn: linksOf([...slow, ...cancelled.filter(isLateCancel), ...unmet], titles),
  };
}

export const isLateCancel = ({ facts }: Fact): boolean =>
  'daysLate' in facts || (typeof facts.hoursNotice === 'number' && facts.hoursNotice < lateNotice);

/** Notice under which a meeting is called off late, in milliseconds. */
const lateOff = day;

/** Times of meetings in the stretch to which a side had said that it comes, with whether it came; and those it called off. */
export function showingIn({ meetings, from }: Pick<Stretch, 'meetings' | 'from'>, ours: boolean) {
  const within = meetings.filter((one) => one.at >= from);
  const side = (one: Meet): Presence => (ours ? one.ours : one.theirs);
  const known = within.filter((one) => !one.calledOff && side(one).expected && side(one).came !== null);
  const off = within.filter((one) => one.calledOff?.ours === ours);
  return {
    came: known.filter((one) => side(one).came),
    missed: known.filter((one) => !side(one).came),
    off,
    offLate: off.filter((one) => one.calledOff!.notice < lateOff),
  };
}

function showingOf(stretch: Stretch, ours: boolean): Measures['showing'] {
  const { came, missed, off, offLate } = showingIn(stretch, ours);
  const meetings = came.length + missed.length;
  return {
    meetings,
    came: came.length,
    share: shareOf(came.length, meetings),
    calledOff: off.length,
    calledOffLate: offLate.length,
    missedIn: meetingLinksOf([...missed, ...offLate]),
  };
}

const shareOf = (some: number, all: number): Measures['promises']['share'] =>
  all < few ? null : { value: some / all, ...shareInterval(some, all) };

/** Differences smaller than this are the same, for shares and for the logarithm of hours. */
const noticeable = 0.1;

type Trend = Mirror['trends']['answers'];

const compared = (now: number | null | undefined, before: number | null | undefined): Trend => {
  if (now == null || before == null) return null;
  return now > before + noticeable ? 'better' : now < before - noticeable ? 'worse' : 'same';
};

/** Shorter is better: compared by their logarithm, so that an hour counts among hours and not among weeks. */
const quicker = (hours: number | null): number | null => (hours === null ? null : -Math.log10(hours + 1));

export function mirrorOf(now: Measures, before: Measures): Mirror {
  return {
    now,
    before,
    trends: {
      answers: compared(quicker(now.answers.medianHours), quicker(before.answers.medianHours)),
      rhythm: compared(now.rhythm.share, before.rhythm.share),
      promises: compared(now.promises.share?.value, before.promises.share?.value),
      customer: compared(now.customer.share?.value, before.customer.share?.value),
      showing: compared(now.showing.share?.value, before.showing.share?.value),
    },
  };
}
