import {
  actKinds,
  type AllowedAct,
  allowedActs,
  type Conversation,
  type Instant,
  isVoid,
  apply,
  missCauses,
  open,
  type Opinion,
  type Proposal,
  type ProposalKind,
  type Saying,
  type Settlement,
  skip,
  type Speaker,
  type StoredAct,
  proposalKinds,
  proposals,
  table,
  type Terms,
  workKinds,
} from '../src/index.ts';
import { because, terms } from './sayings.ts';
import { commit, compose, day, type Line, parties, until } from './story.ts';

/** Draws a number below `bound` from whatever steers the walk. */
export type Pick = (bound: number) => number;

/** A tape of numbers as a source of choices; past its end it always says 0. */
export function fromTape(tape: number[]): Pick {
  let next = 0;
  return (bound) => {
    const value = tape[next] ?? 0;
    next += 1;
    return value % bound;
  };
}

export const speakers: Speaker[] = ['customer', 'performer', 'newcomer'];
const settlements: Settlement[] = [
  'satisfied',
  'satisfied-with-waivers',
  'released',
  'ended-together',
  'failed',
  'performing',
];
const opinions: Opinion[] = ['yes', 'partly', 'no'];

/** Terms that differ from the ones in force, with condition ids never used before. */
function otherTerms(conversation: Conversation, now: number, pick: Pick): Terms {
  const fresh = `c${conversation.conditionIds.length + 1}`;
  const kept = conversation.terms.terms.conditions.map(({ id }) => id).slice(0, 1 + pick(3));
  const due = [until(now + 5 + pick(20)), { days: 3 + pick(10) }][pick(2)];
  return terms({
    ids: pick(2) ? [...kept, fresh] : kept,
    due,
    ...(pick(3) === 0 && { work: workKinds[pick(workKinds.length)]! }),
    what: commit(`what ${pick(1000)}`),
    replyBy: until(now + 2 + pick(5)),
  });
}

function proposalFor(kind: ProposalKind, conversation: Conversation, now: number, pick: Pick): Proposal {
  switch (kind) {
    case 'amend': {
      const changed = otherTerms(conversation, now, pick);
      return {
        kind,
        terms: pick(2) ? { ...changed, antecedent: { text: commit('first'), by: until(now + 4) } } : changed,
      };
    }
    case 'pause':
      return { kind, until: until(now + 2), due: until(now + 12 + pick(9)) };
    case 'hand-over':
    case 'assign':
      return {
        kind,
        newcomer:
          conversation.parties.customer === parties.newcomer || conversation.parties.performer === parties.newcomer
            ? `org:n${now}`
            : parties.newcomer,
      };
    case 'end-together':
      return pick(2) ? { kind, successor: commit('successor') } : { kind };
    case 'reopen':
      return { kind, due: until(now + 8) };
    case 'release':
      return { kind };
  }
}

function aboutConditions(
  kind: 'report' | 'accept' | 'return',
  answers: string | undefined,
  conversation: Conversation,
  pick: Pick,
): Saying {
  const ids = conversation.terms.terms.conditions.map(({ id }) => id);
  if (kind === 'report')
    return { kind, on: ids.map((condition) => ({ condition, text: commit(`done ${condition}`) })) };
  if (kind === 'return') return { kind, answers: answers!, unmet: [{ condition: ids[pick(ids.length)]! }] };
  return {
    kind,
    answers: answers!,
    verdicts: ids.map((condition) => ({ condition, verdict: pick(3) ? 'met' : 'waived' })),
  };
}

function aboutPeople(
  kind: 'judge' | 'link' | 'confirm',
  conversation: Conversation,
  speaker: Speaker,
  pick: Pick,
): Saying {
  const opinion = opinions[pick(3)]!;
  if (kind === 'judge') return { kind, fair: opinion, efficient: opinion, again: opinion };
  if (kind === 'link')
    return { kind, relation: pick(2) ? 'supports' : 'exchange', other: commit(`linked ${conversation.links.length}`) };
  const own = conversation.unconfirmed.filter(({ side }) => side === speaker).map(({ act }) => act);
  return pick(2) ? { kind, confirmed: own, denied: [] } : { kind, confirmed: [], denied: own };
}

function plainly(
  { kind, answers, proposal }: AllowedAct,
  conversation: Conversation,
  speaker: Speaker,
  now: number,
  pick: Pick,
): Saying {
  const text = commit(`word ${pick(100)}`);
  switch (kind) {
    case 'counter':
      return { kind, answers: answers!, terms: otherTerms(conversation, now, pick) };
    case 'defer':
      return { kind, answers: answers!, until: until(now + 1 + pick(3)) };
    case 'report':
    case 'accept':
    case 'return':
      return aboutConditions(kind, answers, conversation, pick);
    case 'contest':
      return { kind, answers: answers!, cites: [conversation.terms.terms.conditions[0]!.id], text };
    case 'settle':
      return { kind, settlement: settlements[pick(settlements.length)]!, due: until(now + 6) };
    case 'propose':
      return { kind, proposal: proposalFor(proposal!, conversation, now, pick) };
    case 'progress': {
      const early = day(now) < conversation.agreement!.due.ends;
      return early && pick(2) ? { kind, atRisk: true } : { kind, text };
    }
    case 'say':
      return { kind, text, question: pick(3) === 0 };
    case 'judge':
    case 'link':
    case 'confirm':
      return aboutPeople(kind, conversation, speaker, pick);
    default:
      return { kind, ...(answers !== undefined && { answers }), text } as Saying;
  }
}

/** One well-formed way to perform an act that is offered. */
export function sayingFor(
  allowed: AllowedAct,
  conversation: Conversation,
  speaker: Speaker,
  now: number,
  pick: Pick,
): Saying {
  const saying = plainly(allowed, conversation, speaker, now, pick);
  const { fields } = allowed.proposal ? proposals[allowed.proposal] : table[allowed.kind];
  const asked = fields.some(({ kind }) => kind === 'cause') && pick(3) === 0;
  return asked ? because(missCauses[pick(missCauses.length)]!, saying)(conversation) : saying;
}

export interface Step {
  act: StoredAct;
  now: Instant;
  before?: Conversation;
  after?: Conversation;
}

const never = { then: '', leaves: [] };

/** Who already speaks for a side cannot stand in for themselves. */
function somebodyElse({ persons }: Conversation, speaker: Speaker, pick: Pick): string {
  const person = `p-${pick(1000) + 1}`;
  return speaker !== 'newcomer' && persons[speaker] === person ? 'p-1001' : person;
}

/** An act that is offered now to some speaker, chosen by the tape. */
export function nextLine(
  conversation: Conversation,
  now: number,
  pick: Pick,
  among: readonly Speaker[] = speakers,
): Line | undefined {
  const speaker = among[pick(among.length)]!;
  const offered = allowedActs(conversation, speaker, day(now));
  if (offered.length === 0) return undefined;
  // Talk is always offered: mostly leave it aside, or the walk never gets anywhere.
  const moving = offered.filter(({ kind }) => !['say', 'link', 'stand-in', 'judge', 'progress'].includes(kind));
  const from = moving.length > 0 && pick(5) > 0 ? moving : offered;
  const chosen = from[pick(from.length)]!;
  const standing = chosen.kind === 'stand-in' ? { person: somebodyElse(conversation, speaker, pick) } : {};
  const recorded = speaker !== 'newcomer' && !['confirm', 'judge', 'stand-in'].includes(chosen.kind) && pick(6) === 0;
  const say =
    chosen.kind === 'stand-in' ? ({ kind: 'stand-in' } as const) : sayingFor(chosen, conversation, speaker, now, pick);
  return { day: now, by: speaker, say, ...never, ...standing, ...(recorded && { via: 'recorded' as const }) };
}

export function opening(pick: Pick): Line {
  const changes = pick(4) === 0 ? { antecedent: { text: commit('first'), by: until(9) } } : {};
  const due = [until(20), { days: 12 }, undefined][pick(3)];
  const kind = pick(2) ? 'request' : 'offer';
  return {
    day: 0,
    by: kind === 'request' ? 'customer' : 'performer',
    say: { kind, terms: terms({ ...changes, due }) },
    ...never,
  };
}

/** Walks through a conversation by acts that are offered, letting time pass between them. Every act must take effect. */
export function walk(pick: Pick, length: number): Step[] {
  const first = compose(undefined, opening(pick));
  const begun = open(first);
  if (isVoid(begun)) throw new Error(`An opening act was refused: ${begun.void}`);
  const steps: Step[] = [{ act: first, now: first.at, after: begun }];
  let conversation = begun;
  let now = 0;
  for (let index = 0; index < length; index += 1) {
    now += [0.01, 0.5, 1, 3, 9, 20][pick(6)]!;
    const line = nextLine(conversation, now, pick);
    if (!line) continue;
    const act = compose(conversation, line);
    const result = apply(conversation, act);
    if (isVoid(result))
      throw new Error(
        `Offered and refused: ${line.by} ${act.kind} ${JSON.stringify(result)}\n${JSON.stringify(act)}\n${JSON.stringify(conversation)}`,
      );
    steps.push({ act, now: day(now), before: conversation, after: result });
    conversation = result;
  }
  return steps;
}

/** Plays hostile acts in between; they must be void, and the story goes on. */
export const carryOn = (conversation: Conversation, act: StoredAct): Conversation => {
  const result = apply(conversation, act);
  return isVoid(result) ? skip(conversation, act) : result;
};

/** Goes on from a conversation by what is offered at a later time. */
export function walkOn(from: Conversation, later: number, tape: number[]): { act: StoredAct; after: Conversation }[] {
  const pick = fromTape(tape.toReversed());
  const steps: { act: StoredAct; after: Conversation }[] = [];
  let conversation = from;
  for (let turn = 0; turn < 5; turn += 1) {
    const line = nextLine(conversation, later + turn, pick);
    if (!line) continue;
    const act = compose(conversation, line);
    conversation = carryOn(conversation, act);
    steps.push({ act, after: conversation });
  }
  return steps;
}

/** Everything a speaker could try, offered or not. */
export function attempts(
  conversation: Conversation,
  speaker: Speaker,
  now: number,
  pick: Pick,
): { act: StoredAct; applied: boolean }[] {
  return actKinds.flatMap((kind) => {
    if (kind === 'request' || kind === 'offer' || (kind === 'progress' && !conversation.agreement)) return [];
    const answered = table[kind].answers;
    const answers = {
      terms: conversation.terms.act,
      report: conversation.report?.act ?? conversation.id,
      return: conversation.rework ?? conversation.id,
      pending: conversation.pending?.act ?? conversation.id,
    };
    const tried = (kind === 'propose' ? proposalKinds : [undefined]).map((proposal) => ({
      kind,
      ...(answered && { answers: answers[answered] }),
      ...(proposal && { proposal }),
    }));
    return tried.map((allowed) => {
      const say = kind === 'stand-in' ? ({ kind } as const) : sayingFor(allowed, conversation, speaker, now, pick);
      const act = compose(conversation, { day: now, by: speaker, say, ...never, person: 'p-other' });
      return { act, applied: !isVoid(apply(conversation, act)) };
    });
  });
}
