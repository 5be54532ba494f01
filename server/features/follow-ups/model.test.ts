import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedByHand } from '../../testing/attention-by-hand.ts';
import { attention, ruleNames } from './model.ts';
import { draftFor } from './model-drafts.ts';
import { type Fact, type Settings, usualCadence } from './model-facts.ts';
import { type Calendar, plusDays } from './model-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.parse('2026-01-01T00:00:00Z');

const free = new Set([
  '2026-01-01',
  '2026-01-06',
  '2026-04-03',
  '2026-05-01',
  '2026-12-08',
  '2026-12-25',
  '2027-01-01',
]);
const calendars: Record<string, Calendar> = {
  ana: { zone: 'Europe/Madrid', workingDays: [1, 2, 3, 4, 5], holidays: free },
  ben: { zone: 'America/St_Johns', workingDays: [1, 2, 3, 4], holidays: new Set(['2026-07-01', '2026-09-07']) },
  eva: { zone: 'Africa/Cairo', workingDays: [7, 1, 2, 3, 4], holidays: new Set() },
  kim: { zone: 'Pacific/Kiritimati', workingDays: [1, 2, 3, 4, 5, 6], holidays: new Set() },
};
const common: Calendar = { zone: 'Australia/Lord_Howe', workingDays: [1, 2, 3, 4, 5], holidays: free };
const settings: Settings = {
  cadence: { ...usualCadence, late: [28, 40] },
  calendar: (person) => (person && calendars[person]) || common,
};

const person = fc.constantFrom(null, ...Object.keys(calendars));
const hours = (min: number, max: number) => fc.integer({ min, max }).map((count) => start + count * HOUR);
const when = hours(0, 365 * 24);
const maybe = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null });
const day = fc.integer({ min: 0, max: 364 }).map((count) => plusDays('2026-01-01', count));
const standing = { subject: fc.uuid(), partnership: fc.uuid(), person };
const waits = ['answer', 'question', 'antecedent', 'work', 'rework', 'review', 'settlement', 'proposal', 'resume'];

const conversation = fc
  .record({
    ...standing,
    kind: fc.constant('conversation' as const),
    mine: fc.boolean(),
    role: fc.constantFrom('customer' as const, 'performer' as const),
    sponsor: person,
    waitsFor: fc.constantFrom(...waits),
    moveBy: when,
    lastAt: when,
    promisedAt: maybe(when),
    dueAt: fc.constant(null),
    lapsesAt: maybe(when),
    deferred: fc.boolean(),
  })
  .map((fact) => ({ ...fact, deferred: fact.deferred && fact.waitsFor === 'answer' }));
const promised = fc
  .record({
    ...standing,
    sponsor: person,
    mine: fc.boolean(),
    at: when,
    days: fc.integer({ min: 2, max: 60 }),
    heard: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ at, days, heard, ...rest }) => ({
    ...rest,
    kind: 'conversation' as const,
    role: rest.mine ? ('performer' as const) : ('customer' as const),
    waitsFor: 'work',
    promisedAt: at,
    moveBy: at + days * DAY,
    lastAt: at + Math.min(heard, days) * DAY,
    dueAt: null,
    lapsesAt: null,
    deferred: false,
  }));
const stages = [
  'prospect',
  'awareness',
  'involvement',
  'support',
  'sponsorship',
  'strategic',
  'resting',
  'ended',
] as const;
const partnership = fc.record({
  ...standing,
  kind: fc.constant('partnership' as const),
  stage: fc.constantFrom(...stages),
  since: when,
  contactAt: maybe(when),
});
const fact: fc.Arbitrary<Fact> = fc.oneof(
  { arbitrary: conversation, weight: 4 },
  { arbitrary: promised, weight: 3 },
  { arbitrary: partnership, weight: 2 },
  fc.record({ ...standing, kind: fc.constant('pair' as const), heardAt: when }),
  fc.record({ ...standing, kind: fc.constant('readback' as const), conversation: fc.uuid(), sentAt: when }),
  fc.record({ ...standing, kind: fc.constant('talk' as const), thanked: fc.boolean(), heldOn: day }),
  fc.record({ ...standing, kind: fc.constant('point' as const), by: day }),
  fc.record({
    ...standing,
    kind: fc.constant('meeting' as const),
    endsAt: when,
    held: fc.constantFrom(null, true, false),
    ours: fc.boolean(),
    thanked: fc.boolean(),
  }),
  fc.record({ ...standing, kind: fc.constant('mail' as const), conversation: fc.constant(null), failedAt: when }),
  fc.record({ ...standing, kind: fc.constant('held-mail' as const), heldAt: when, held: fc.constant('unsure-sender') }),
);
const now = fc.integer({ min: start - 10 * DAY, max: start + 500 * DAY });

const told = (asked: readonly { rule: string; occasion: string; person: string | null }[]): string[] =>
  asked.map((each) => `${each.rule} · ${each.occasion} · ${each.person ?? 'anybody'}`).toSorted();
const asks = (one: Fact, at: number): string[] => told(attention(one, at, settings).items);

describe('what needs somebody', () => {
  test('is what the rules say when they are worked out by hand', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fact, now, (one, at) => {
        const byHand = askedByHand(one, at, settings);
        for (const { rule } of byHand) met.add(rule);
        expect(asks(one, at)).toEqual(told(byHand));
      }),
      { numRuns: 6000, seed: 5 },
    );
    // Narrow windows are met by looking into them: work that is promised, and the days before it is due.
    fc.assert(
      fc.property(fc.oneof(promised, conversation), fc.integer({ min: -24, max: 20 * 24 }), (one, before) => {
        const at = one.moveBy - before * HOUR;
        const byHand = askedByHand(one, at, settings);
        for (const { rule } of byHand) met.add(rule);
        expect(asks(one, at)).toEqual(told(byHand));
      }),
      { numRuns: 6000, seed: 5 },
    );
    expect([...met].toSorted()).toEqual(ruleNames.toSorted());
  });

  test('stays as it is until the moment at which it is looked at again', () => {
    fc.assert(
      fc.property(fact, now, fc.double({ min: 0, max: 1, noNaN: true }), (one, at, share) => {
        const { items, lookAt } = attention(one, at, settings);
        if (lookAt !== null) expect(lookAt).toBeGreaterThan(at);
        const until = lookAt ?? at + 800 * DAY;
        for (const moment of [at + Math.floor((until - at - 1) * share), until - 1])
          expect(asks(one, moment)).toEqual(told(items));
      }),
      { numRuns: 4000 },
    );
  });

  test('comes to an end of being looked at when nothing happens', () => {
    fc.assert(
      fc.property(fact, (one) => {
        let at: number | null = start - DAY;
        let looked = 0;
        while (at !== null) {
          at = attention(one, at, settings).lookAt;
          looked += 1;
          expect(looked).toBeLessThan(12);
        }
      }),
    );
  });

  test('names an occasion once for each rule', () => {
    fc.assert(
      fc.property(fact, now, (one, at) => {
        const all = attention(one, at, settings).items.map((item) => `${item.rule} ${item.occasion}`);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test('is told of a move by one rule at a time', () => {
    const move = ['move-due', 'answer-promised', 'antecedent-due', 'review-due', 'early-warning', 'move-overdue'];
    fc.assert(
      fc.property(conversation, now, (one, at) => {
        const rules = attention(one, at, settings).items.map((item) => item.rule as string);
        expect(rules.filter((rule) => move.includes(rule)).length).toBeLessThanOrEqual(1);
        expect(rules.filter((rule) => rule.startsWith('progress-')).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('a draft to the partner goes with what the partner can answer, never with what is ours to do', () => {
  const own = ['move-due', 'answer-promised', 'antecedent-due', 'review-due', 'early-warning', 'move-overdue'];
  expect(own.filter((rule) => draftFor({ rule, reason: {} }) !== null)).toEqual([]);
  expect(draftFor({ rule: 'held-mail', reason: {} })).toBeNull();
});

test.each(['cadence-amber', 'cadence-red'] as const)(
  'a draft (%s) never speaks of the last time with a partner nobody has spoken with',
  (rule) => {
    const late = rule === 'cadence-red' ? 90 : 60;
    const partnership: Fact = {
      kind: 'partnership',
      subject: 'p',
      partnership: 'p',
      person: null,
      stage: 'awareness',
      since: start,
      contactAt: null,
    };
    const [never] = attention(partnership, start + late * DAY, settings).items;
    expect(never).toMatchObject({ rule, reason: { since: new Date(start).toISOString() } });
    expect(never?.reason).not.toHaveProperty('contactAt');
    expect(never && draftFor(never)).toBe('first');
    const [met] = attention({ ...partnership, contactAt: start }, start + late * DAY, settings).items;
    expect(met).toMatchObject({ rule, reason: { contactAt: new Date(start).toISOString() } });
    expect(met && draftFor(met)).toBe('cadence');
  },
);

test('a talk whose meeting was thanked for asks only to be read back, and its draft does not thank again', () => {
  const talk: Fact = {
    kind: 'talk',
    subject: 't',
    partnership: 'p',
    person: null,
    heldOn: '2026-02-02',
    thanked: false,
  };
  const after = start + 60 * DAY;
  const [owed] = attention(talk, after, settings).items;
  expect(owed).toMatchObject({ rule: 'readback-owed', reason: { heldOn: '2026-02-02' } });
  expect(owed && draftFor(owed)).toBe('thanks');
  const [rest] = attention({ ...talk, thanked: true }, after, settings).items;
  expect(rest).toMatchObject({ rule: 'readback-owed', occasion: owed?.occasion, reason: { thanked: 1 } });
  expect(rest && draftFor(rest)).toBe('heard');
});

/** A fixed order of chance, the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Sixty things over a year: each is another fact now and then, or gone. */
function livesOf(seed: number): { at: number; subject: string; fact: Fact | null }[] {
  const facts = fc.sample(fact, { seed, numRuns: 900 });
  const next = chance(seed);
  return facts
    .map((each, index) => {
      const subject = `thing ${index % 60}`;
      const at = start + Math.floor(next() * 365 * 24) * HOUR;
      return { at, subject, fact: next() < 0.15 ? null : { ...each, subject } };
    })
    .toSorted((one, other) => one.at - other.at);
}

/** Ten times at which nothing runs, from half an hour to nine days. */
function outagesOf(seed: number): { from: number; to: number }[] {
  const next = chance(seed + 1);
  return Array.from({ length: 10 }, () => {
    const from = start + Math.floor(next() * 350 * 24 * 60) * 60_000;
    return { from, to: from + Math.floor((0.5 + next() * 9 * 24) * HOUR) };
  });
}

/** What jobs do with what the engine says: looking when it asks to, or when something changed, or once they run again. */
function runner() {
  const open = new Map<string, string[]>();
  const raised = new Map<string, number>();
  const facts = new Map<string, Fact>();
  const lookAt = new Map<string, number>();
  return {
    open,
    raised,
    facts,
    change(subject: string, one: Fact | null, at: number) {
      if (one) facts.set(subject, one);
      else facts.delete(subject);
      lookAt.set(subject, at);
    },
    tick(at: number) {
      for (const [subject, due] of lookAt) {
        if (due > at) continue;
        const one = facts.get(subject);
        const { items, lookAt: again } = one ? attention(one, at, settings) : { items: [], lookAt: null };
        const before = open.get(subject) ?? [];
        const after = told(items);
        for (const each of after.filter((item) => !before.includes(item)))
          raised.set(`${subject} · ${each}`, (raised.get(`${subject} · ${each}`) ?? 0) + 1);
        open.set(subject, after);
        if (again === null) lookAt.delete(subject);
        else lookAt.set(subject, again);
      }
    },
  };
}

test.each([11, 12, 13])(
  'a year with ten outages: at every hour that runs, what is open is what the rules ask for, each raised once while it stands (%i)',
  (seed) => {
    const lives = livesOf(seed);
    const outages = outagesOf(seed);
    const jobs = runner();
    const expected = new Map<string, number>();
    let shown = new Map<string, string[]>();
    let cursor = 0;
    for (let at = start; at < start + 365 * DAY; at += HOUR) {
      for (let change = lives[cursor]; change && change.at <= at; change = lives[cursor]) {
        jobs.change(change.subject, change.fact, change.at);
        cursor += 1;
      }
      if (outages.some(({ from, to }) => at >= from && at < to)) continue;
      jobs.tick(at);
      const now = new Map([...jobs.facts].map(([subject, one]) => [subject, told(askedByHand(one, at, settings))]));
      for (const [subject, asked] of now)
        for (const each of asked.filter((item) => !shown.get(subject)?.includes(item)))
          expected.set(`${subject} · ${each}`, (expected.get(`${subject} · ${each}`) ?? 0) + 1);
      shown = now;
      const filled = (map: Map<string, string[]>) => [...map].filter(([, items]) => items.length > 0).toSorted();
      expect(filled(jobs.open)).toEqual(filled(now));
    }
    expect(expected.size).toBeGreaterThan(150);
    expect([...jobs.raised].toSorted()).toEqual([...expected].toSorted());
  },
);
