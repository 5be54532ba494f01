import type { Rung, Stage } from '../stages/model.ts';
import type { Cadence, ConversationFact, Fact, FactKind, Settings } from './model-facts.ts';
import { morningOf, workingDay, workingMorning } from './model-time.ts';

const DAY = 86_400_000;
/** Nothing said for so long: a conversation or a pair has gone silent. */
const SILENT = 14 * DAY;

/** What a rule says of a fact: from when to when it asks for somebody, on what occasion, and when it is to be done. */
interface Call {
  from: number;
  /** It asks no longer from then on: another rule does, or nobody. */
  until?: number;
  /** Tells one time of asking from the next; the same occasion is raised once. */
  occasion: string;
  due: number;
  person: string | null;
  /** What it says to the reader, beside what the subject itself says. */
  reason: Record<string, string | number>;
}

type Rule<K extends FactKind> = (fact: Extract<Fact, { kind: K }>, settings: Settings) => Call | null;

const iso = (at: number): string => new Date(at).toISOString();
const work = (fact: ConversationFact): boolean => fact.waitsFor === 'work' || fact.waitsFor === 'rework';
/** Moves that have a rule of their own. */
const named = ['antecedent', 'review'];
const running = ['work', 'rework', 'antecedent', 'resume'];
/** We asked for it and they are at it. */
const led = (fact: ConversationFact): boolean => !fact.mine && fact.role === 'customer' && work(fact);

/** Whoever opened the door asks how things go; where nobody did, whoever asked for it. */
const leader = ({ sponsor, person }: ConversationFact): string | null => sponsor ?? person;

/** The morning one working day before a move is due, or two before a promise is; until then. */
function beforeMove(fact: ConversationFact, settings: Settings): Call {
  const { person, moveBy, waitsFor } = fact;
  const from = workingMorning(moveBy, work(fact) ? -2 : -1, settings.calendar(person));
  return {
    from,
    until: moveBy,
    occasion: `${waitsFor} ${iso(moveBy)}`,
    due: moveBy,
    person,
    reason: { waitsFor, by: iso(moveBy) },
  };
}

function silence(fact: ConversationFact): Call {
  const { lastAt, moveBy, person } = fact;
  const from = lastAt + SILENT;
  return {
    from,
    until: moveBy,
    occasion: iso(lastAt),
    due: from,
    person,
    reason: { lastAt: iso(lastAt), by: iso(moveBy) },
  };
}

const kinds: Record<Rung, keyof Cadence> = {
  prospect: 'early',
  awareness: 'early',
  involvement: 'early',
  support: 'middle',
  sponsorship: 'late',
  strategic: 'late',
};

/** After how many days without contact a partner of this stage needs somebody, and when that is late; null where they rest or have ended. */
export function rhythmOf(stage: Stage, cadence: Cadence): readonly [number, number] | null {
  return stage === 'resting' || stage === 'ended' ? null : cadence[kinds[stage]];
}

function cadenceCall(fact: Extract<Fact, { kind: 'partnership' }>, settings: Settings, late: boolean): Call | null {
  const rhythm = rhythmOf(fact.stage, settings.cadence);
  // Whoever was only written down is not forgotten, they were never met.
  const base = fact.contactAt ?? (fact.stage === 'prospect' ? null : fact.since);
  if (!rhythm || base === null) return null;
  const [amber, red] = [base + rhythm[0] * DAY, base + rhythm[1] * DAY];
  const about = { occasion: iso(base), due: red, person: fact.person };
  // Where nobody has spoken yet, nothing may say that they last did so on that day.
  const from = fact.contactAt === null ? 'since' : 'contactAt';
  const reason = { [from]: iso(base), stage: fact.stage, days: late ? rhythm[1] : rhythm[0] };
  return late ? { ...about, from: red, reason } : { ...about, from: amber, until: red, reason };
}

function pairCall({ heardAt, person }: Extract<Fact, { kind: 'pair' }>, long: boolean): Call {
  const [from, until] = [heardAt + SILENT, heardAt + 2 * SILENT];
  const about = { occasion: iso(heardAt), person, reason: { heardAt: iso(heardAt) } };
  return long ? { ...about, from: until, due: until } : { ...about, from, until, due: until };
}

/** Every rule, by the kind of fact it is about. A rule looks at one fact and nothing else. */
const rules = {
  conversation: {
    'move-due': (fact, settings) =>
      fact.mine && !named.includes(fact.waitsFor) && !fact.deferred ? beforeMove(fact, settings) : null,
    'answer-promised': (fact, settings) =>
      fact.mine && fact.deferred && fact.waitsFor === 'answer' ? beforeMove(fact, settings) : null,
    'antecedent-due': (fact, settings) =>
      fact.mine && fact.waitsFor === 'antecedent' ? beforeMove(fact, settings) : null,
    'review-due': (fact, settings) => (fact.mine && fact.waitsFor === 'review' ? beforeMove(fact, settings) : null),
    'move-overdue': ({ mine, moveBy, waitsFor, person }) =>
      mine
        ? {
            from: moveBy,
            occasion: `${waitsFor} ${iso(moveBy)}`,
            due: moveBy,
            person,
            reason: { waitsFor, by: iso(moveBy) },
          }
        : null,
    'their-move-overdue': (fact) =>
      !fact.mine && !led(fact)
        ? {
            from: fact.moveBy,
            occasion: `${fact.waitsFor} ${iso(fact.moveBy)}`,
            due: fact.moveBy,
            person: fact.person,
            reason: { waitsFor: fact.waitsFor, by: iso(fact.moveBy) },
          }
        : null,
    // While a word that it will be late still helps: at half of the time, or three working days before, whichever comes later.
    'early-warning': (fact, settings) => {
      const { mine, promisedAt, moveBy, person } = fact;
      if (!mine || !work(fact) || promisedAt === null || promisedAt >= moveBy) return null;
      const half = promisedAt + Math.floor((moveBy - promisedAt) / 2);
      const before = workingMorning(moveBy, -3, settings.calendar(person));
      const until = workingMorning(moveBy, -2, settings.calendar(person));
      if (half >= until) return null;
      return {
        from: Math.max(half, before),
        until,
        occasion: iso(moveBy),
        due: moveBy,
        person,
        reason: { by: iso(moveBy) },
      };
    },
    // Leaders do not stand behind those who work; they ask three times: at a third, when it is silent, and when a promise was missed.
    'progress-third': (fact) => {
      const { promisedAt, moveBy, lastAt } = fact;
      if (!led(fact) || promisedAt === null || promisedAt >= moveBy) return null;
      const third = promisedAt + Math.floor((moveBy - promisedAt) / 3);
      if (lastAt >= third) return null;
      return {
        from: third,
        until: Math.min(moveBy, Math.max(third, lastAt + SILENT)),
        occasion: iso(moveBy),
        due: third,
        person: leader(fact),
        reason: { promisedAt: iso(promisedAt), by: iso(moveBy) },
      };
    },
    'progress-silent': (fact) => (led(fact) ? { ...silence(fact), person: leader(fact) } : null),
    'progress-missed': (fact) =>
      led(fact)
        ? {
            from: fact.moveBy,
            occasion: iso(fact.moveBy),
            due: fact.moveBy,
            person: leader(fact),
            reason: { by: iso(fact.moveBy) },
          }
        : null,
    'initiative-silent': (fact) => (running.includes(fact.waitsFor) && !led(fact) ? silence(fact) : null),
  },
  partnership: {
    'cadence-amber': (fact, settings) => cadenceCall(fact, settings, false),
    'cadence-red': (fact, settings) => cadenceCall(fact, settings, true),
  },
  pair: {
    'pair-silent': (fact) => pairCall(fact, false),
    'pair-silent-long': (fact) => pairCall(fact, true),
  },
  readback: {
    'readback-unconfirmed': ({ sentAt, person }, settings) => {
      const from = workingMorning(sentAt, 3, settings.calendar(person));
      return { from, occasion: iso(sentAt), due: from, person, reason: { sentAt: iso(sentAt) } };
    },
  },
  talk: {
    // On the morning after, so that it can be done within two working days.
    'readback-owed': ({ heldOn, person, thanked }, settings) => {
      const calendar = settings.calendar(person);
      const from = morningOf(workingDay(heldOn, 1, calendar), calendar);
      return {
        from,
        occasion: heldOn,
        due: morningOf(workingDay(heldOn, 2, calendar), calendar),
        person,
        reason: { heldOn, ...(thanked && { thanked: 1 }) },
      };
    },
  },
  point: {
    'point-follow-up': ({ by, person }, settings) => {
      const from = morningOf(by, settings.calendar(person));
      return { from, occasion: by, due: from, person, reason: { by } };
    },
  },
  meeting: {
    // On the morning after; it is said by whoever invited.
    'meeting-without-outcome': ({ endsAt, held, ours, person }, settings) => {
      if (held !== null || !ours) return null;
      const from = workingMorning(endsAt, 1, settings.calendar(person));
      const due = workingMorning(endsAt, 2, settings.calendar(person));
      return { from, occasion: iso(endsAt), due, person, reason: { endsAt: iso(endsAt) } };
    },
    // Within two working days; thanks that come after a fortnight are none.
    'thanks-owed': ({ endsAt, held, thanked, person }, settings) => {
      if (!held || thanked) return null;
      const from = workingMorning(endsAt, 1, settings.calendar(person));
      const due = workingMorning(endsAt, 2, settings.calendar(person));
      return { from, until: endsAt + SILENT, occasion: iso(endsAt), due, person, reason: { endsAt: iso(endsAt) } };
    },
  },
  'held-mail': {
    // At once, to be decided within a working day: somebody may be waiting for an answer.
    'held-mail': ({ heldAt, held, person }, settings) => ({
      from: heldAt,
      occasion: iso(heldAt),
      due: workingMorning(heldAt, 1, settings.calendar(person)),
      person,
      reason: { heldAt: iso(heldAt), held },
    }),
  },
  mail: {
    'mail-failed': ({ failedAt, person }) => ({
      from: failedAt,
      occasion: iso(failedAt),
      due: failedAt,
      person,
      reason: { failedAt: iso(failedAt) },
    }),
  },
} satisfies { [K in FactKind]: Record<string, Rule<K>> };

type Rules = typeof rules;
export type RuleName = { [K in FactKind]: keyof Rules[K] }[FactKind];
export const ruleNames = Object.values(rules).flatMap((each) => Object.keys(each)) as RuleName[];

/** One thing that somebody should do now. */
export interface Item {
  rule: RuleName;
  occasion: string;
  person: string | null;
  due: number;
  reason: Record<string, string | number>;
}

export interface Attention {
  items: Item[];
  /** When this can next be otherwise although nobody does anything; null if never. */
  lookAt: number | null;
}

/** Who should do what by when and why, as far as one fact tells; and when to look at it again. */
export function attention(fact: Fact, now: number, settings: Settings): Attention {
  const ends = (fact.kind === 'conversation' && fact.lapsesAt) || Infinity;
  if (now >= ends) return { items: [], lookAt: null };
  const items: Item[] = [];
  let lookAt = ends;
  for (const [rule, ask] of Object.entries(rules[fact.kind]) as [RuleName, Rule<FactKind>][]) {
    const call = ask(fact, settings);
    if (!call) continue;
    const { from, until = Infinity, ...about } = call;
    if (from > now && from < until) lookAt = Math.min(lookAt, from);
    if (from > now || until <= now) continue;
    items.push({ rule, ...about });
    lookAt = Math.min(lookAt, until);
  }
  return { items, lookAt: lookAt === Infinity ? null : lookAt };
}
