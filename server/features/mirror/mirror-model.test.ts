import { describe, expect, test } from 'vitest';
import type { DuePromise, Fact, Meet, Stretch, Waiting, Word } from './model.ts';
import { linksOf, measuresOf, mirrorOf } from './model.ts';
import { dayIn, monthAfter, monthIn } from './model-month.ts';
import { reviewOf } from './model-review.ts';
import type { Link } from './schema.ts';

const day = 86_400_000;
const hour = 3_600_000;
const start = Date.parse('2026-03-01T00:00:00.000Z');
const at = (days: number, hours = 0) => start + days * day + hours * hour;
const titles = new Map(Array.from({ length: 30 }, (_, n) => [`c${n}`, `Title ${n}`]));

const stretch = (more: Partial<Stretch> = {}): Stretch => ({
  from: start,
  to: at(90),
  words: [],
  earlier: [],
  facts: [],
  due: [],
  waiting: [],
  meetings: [],
  titles,
  ...more,
});
const place = (conversation = 'c1', partnership = 'p1') => ({ conversation, partnership });
const word = (when: number, kind: Word['kind'], ours: boolean, more: Partial<Word> = {}): Word => ({
  ...place(),
  at: when,
  kind,
  ours,
  recorded: false,
  ...more,
});
const fact = (kind: Fact['kind'], facts: Fact['facts'] = {}, more: Partial<Fact> = {}): Fact => ({
  ...place(),
  at: at(5),
  kind,
  ours: true,
  about: 'performer',
  facts,
  ...more,
});
const due = (result: DuePromise['result'], more: Partial<DuePromise> = {}): DuePromise => ({
  ...place(),
  at: at(10),
  result,
  silent: result === 'late',
  ours: true,
  ...more,
});
const waits = (more: Partial<Waiting> = {}): Waiting => ({
  ...place(),
  at: at(20),
  for: 'answer',
  ours: true,
  ...more,
});
/** One question and its answer, so many hours later, in a conversation of its own. */
const answered = (hours: number, n: number): Word[] => [
  word(at(n), 'request', false, place(`c${n}`)),
  word(at(n, hours), 'agree', true, place(`c${n}`)),
];
const talks = (links: readonly Link[]) => links.map((link) => ('conversationId' in link ? link.conversationId : link));
const meet = (when: number, more: Partial<Meet> = {}): Meet => ({
  meeting: 'm1',
  occurrence: '2026-03-02T10:00',
  partnership: 'p1',
  title: 'A visit',
  at: when,
  ours: { expected: true, came: true },
  theirs: { expected: true, came: true },
  ...more,
});
const many = <T>(n: number, make: (n: number) => T) => Array.from({ length: n }, (_, index) => make(index));

describe('answers', () => {
  test('take as long as from what was asked first to the next word of the side', () => {
    const words = [
      word(at(1), 'request', false),
      word(at(1, 5), 'message', false),
      word(at(1, 20), 'say', true),
      word(at(2), 'agree', true),
      word(at(3), 'report', true),
      word(at(3, 2), 'accept', false),
    ];
    const { answers } = measuresOf(stretch({ words: words.toReversed() }), true);
    expect(answers).toMatchObject({ asked: 1, unanswered: 0, medianHours: null, p90Hours: null });
    expect(measuresOf(stretch({ words }), false).answers.asked).toBe(1);
  });

  test('have a median and nine in ten from five on', () => {
    const words = [1, 2, 3, 50].flatMap(answered);
    expect(measuresOf(stretch({ words }), true).answers).toMatchObject({ asked: 4, medianHours: null, p90Hours: null });
    const more = [...words, ...answered(9, 4)];
    expect(measuresOf(stretch({ words: more }), true).answers).toMatchObject({
      asked: 5,
      medianHours: 3,
      p90Hours: 50,
    });
  });

  test('are not told of from few, however many are still awaited', () => {
    const found = measuresOf(stretch({ words: answered(1, 0), waiting: many(5, () => waits()) }), true).answers;
    expect(found).toMatchObject({ asked: 6, unanswered: 5, medianHours: null, p90Hours: null });
  });

  test('leave out what was only written down, on either side', () => {
    const asked = [word(at(1), 'request', false, { recorded: true }), word(at(2), 'agree', true)];
    const said = [word(at(1), 'request', false), word(at(2), 'agree', true, { recorded: true })];
    for (const words of [asked, said]) expect(measuresOf(stretch({ words }), true).answers.asked).toBe(0);
  });

  test('are given to questions, and to what is said without one only if the kind asks', () => {
    const said = (question: boolean) => [word(at(1), 'say', false, { question }), word(at(1, 3), 'say', true)];
    expect(measuresOf(stretch({ words: said(true) }), true).answers.asked).toBe(1);
    expect(measuresOf(stretch({ words: said(false) }), true).answers.asked).toBe(0);
  });

  test('that did not come by the day are told with where', () => {
    const waiting = [waits(), waits({ ...place('c2'), ours: false }), waits({ ...place('c3'), for: 'antecedent' })];
    expect(measuresOf(stretch({ waiting }), true).answers).toMatchObject({
      asked: 1,
      unanswered: 1,
      unansweredIn: [{ conversationId: 'c1', partnershipId: 'p1', title: 'Title 1' }],
    });
  });
});

describe('the rhythm', () => {
  const talk = (...days: number[]) => days.map((each, index) => word(at(each), 'message', index % 2 === 0));

  test('is the share of the time that lies within the cadence after a turn', () => {
    const { rhythm } = measuresOf(stretch({ words: talk(0, 10) }), true);
    // Of 90 days 10 until the first turn, and 56 of the 80 after it.
    expect(rhythm).toEqual({ partnerships: 1, share: 66 / 90, longestDays: 80 });
  });

  test('needs both sides, in the same room, in words of their own', () => {
    const alone = [word(at(1), 'message', true), word(at(2), 'message', true)];
    const apart = [word(at(1), 'message', true), word(at(2), 'message', false, place('c2', 'p2'))];
    const recorded = [word(at(1), 'message', true), word(at(2), 'agree', false, { recorded: true })];
    for (const words of [[], alone, apart, recorded])
      expect(measuresOf(stretch({ words }), true).rhythm).toEqual({ partnerships: 0, share: null, longestDays: null });
  });

  test('looks back: a silence that began before the stretch is as long as it is', () => {
    const earlier = talk(-60, -50);
    const { rhythm } = measuresOf(stretch({ earlier, words: [word(at(30), 'message', true)] }), true);
    // The turn 50 days before lasts 6 days into the stretch; the one on day 30 for 56 of its last 60 days.
    expect(rhythm).toEqual({ partnerships: 1, share: 62 / 90, longestDays: 80 });
    const before = measuresOf(stretch({ earlier: talk(-100, -10), words: talk(5, 6) }), true).rhythm;
    expect(before.longestDays).toBe(84);
  });

  test('is counted partner by partner, and is the same for both sides', () => {
    const other = talk(0, 40, 80).map((one) => ({ ...one, partnership: 'p2', conversation: 'c2' }));
    const all = stretch({ words: [...talk(0, 10), ...other] });
    expect(measuresOf(all, true).rhythm).toEqual({ partnerships: 2, share: (66 + 90) / 180, longestDays: 80 });
    expect(measuresOf(all, false).rhythm).toEqual(measuresOf(all, true).rhythm);
  });
});

describe('showing up', () => {
  const missed = { ours: { expected: true, came: false } };

  test('is coming to what one had said yes to, where somebody said who came', () => {
    const meetings = [
      meet(at(1)),
      meet(at(2), missed),
      meet(at(3), { ours: { expected: false, came: true } }),
      meet(at(4), { ours: { expected: true, came: null } }),
      meet(at(-1)),
    ];
    const { showing } = measuresOf(stretch({ meetings }), true);
    expect(showing).toMatchObject({ meetings: 2, came: 1, share: null, calledOff: 0 });
    expect(showing.missedIn).toEqual([
      { meetingId: 'm1', occurrence: '2026-03-02T10:00', partnershipId: 'p1', title: 'A visit' },
    ]);
    expect(measuresOf(stretch({ meetings }), false).showing).toMatchObject({ meetings: 4, came: 4 });
    expect(measuresOf(stretch({ meetings: many(5, (n) => meet(at(n))) }), true).showing.share).toMatchObject({
      value: 1,
    });
  });

  test('what is called off counts for who did it, late with less than a day of notice', () => {
    const off = (ours: boolean, hours: number) =>
      meet(at(5), { calledOff: { ours, notice: hours * hour }, ours: { expected: true, came: null } });
    const meetings = [off(true, 24), off(true, 23), off(true, -1), off(false, 1)];
    expect(measuresOf(stretch({ meetings }), true).showing).toMatchObject({
      meetings: 0,
      calledOff: 3,
      calledOffLate: 2,
    });
    expect(measuresOf(stretch({ meetings }), false).showing).toMatchObject({ calledOff: 1, calledOffLate: 1 });
  });

  test('is contact of both sides at once, after which one word alone is no turn', () => {
    const rhythm = (given: Partial<Stretch>) => measuresOf(stretch(given), true).rhythm;
    expect(rhythm({ meetings: [meet(at(0))] })).toEqual({ partnerships: 1, share: 56 / 90, longestDays: 90 });
    expect(rhythm({ meetings: [meet(at(0), missed)] }).partnerships).toBe(0);
    const words = [word(at(40), 'message', true)];
    expect(rhythm({ meetings: [meet(at(0))], words }).longestDays).toBe(90);
    expect(rhythm({ meetings: [meet(at(0))], words: [...words, word(at(50), 'message', false)] }).longestDays).toBe(50);
  });

  test('stands in the review of a month, with the meetings', () => {
    const meetings = [meet(at(1)), meet(at(2), missed), meet(at(3), { calledOff: { ours: true, notice: hour } })];
    const { well, mend, empty } = reviewOf(stretch({ meetings }));
    expect(empty).toBe(false);
    expect(well.find((one) => one.kind === 'showed-up')).toMatchObject({
      count: 1,
      of: 2,
      links: [{ meetingId: 'm1' }],
    });
    expect(mend.slice(0, 2)).toMatchObject([
      { kind: 'not-shown', count: 1, of: 2, links: [{ meetingId: 'm1' }] },
      { kind: 'called-off-late', count: 1, links: [{ meetingId: 'm1' }] },
    ]);
  });
});

describe('promises', () => {
  test('that came due are kept, late, late with notice, silent or broken, and nothing else counts', () => {
    const found = measuresOf(
      stretch({
        due: [
          ...many(3, (n) => due('kept', place(`c${n}`))),
          due('late', { ...place('c4'), at: at(11), silent: false }),
          due('late-with-notice', { ...place('c5'), at: at(12) }),
          due('open', { ...place('c6'), at: at(13), silent: true }),
          due('reneged', { ...place('c7'), at: at(14) }),
          due('failed', { ...place('c8'), at: at(15) }),
          due('open'),
          due('excused'),
          due('unconfirmed'),
          due('denied'),
          due('reneged', { ours: false }),
        ],
      }),
      true,
    ).promises;
    expect(found).toMatchObject({ due: 8, kept: 3, late: 1, lateWithNotice: 1, silent: 1, broken: 2 });
    expect(found.share).toMatchObject({ value: 3 / 8 });
    expect(found.share!.low).toBeLessThan(3 / 8);
    expect(found.share!.high).toBeGreaterThan(3 / 8);
    expect(talks(found.missedIn)).toEqual(['c8', 'c7', 'c6', 'c5', 'c4']);
    expect(found.keptIn).toHaveLength(3);
  });

  test('have a share from five on', () => {
    const share = (n: number) => measuresOf(stretch({ due: many(n, () => due('kept')) }), true).promises.share;
    expect(share(4)).toBeNull();
    expect(share(5)).toMatchObject({ value: 1 });
  });

  test('are spoken about early or late, and a warning after the day is no early one', () => {
    const facts = [
      fact('early-warning', { hoursNotice: 24 }),
      fact('early-warning', { daysLate: 2 }),
      fact('sense-making', { changed: 1, hoursNotice: 24 }),
      fact('sense-making', { changed: 1 }),
      fact('late-notice', { changed: 1, daysLate: 1 }),
      fact('early-warning', { hoursNotice: 24 }, { ours: false }),
    ];
    expect(measuresOf(stretch({ facts }), true).promises).toMatchObject({
      warned: 1,
      amendedBefore: 1,
      amendedAfter: 1,
    });
  });

  test('slip for causes, once a conversation each, as whoever promised said it', () => {
    const facts = [
      fact('early-warning', { cause: 'capacity', hoursNotice: 1 }),
      fact('late-notice', { cause: 'capacity', daysLate: 1 }),
      fact('reported-late', { cause: 'capacity' }, place('c2')),
      fact('broken', { cause: 'external', outcome: 'reneged' }, place('c3')),
      fact('broken', { cause: 'unclear-ask', outcome: 'failed' }, place('c4')),
      fact('cancelled', { cause: 'priority', hoursNotice: 1 }, { ...place('c5'), about: 'customer' }),
    ];
    expect(measuresOf(stretch({ facts }), true).promises.causes).toEqual([
      { cause: 'capacity', count: 2 },
      { cause: 'external', count: 1 },
    ]);
  });
});

describe('a customer', () => {
  const asCustomer = (kind: Fact['kind'], facts: Fact['facts'] = {}, n = 1) =>
    fact(kind, facts, { about: 'customer', ...place(`c${n}`) });

  test('looks in time or late, calls off early or late, does its own part, and lets off', () => {
    const facts = [
      ...many(3, (n) => asCustomer('prompt-review', { hours: n + 1 }, n)),
      ...many(2, (n) => asCustomer('slow-review', { hours: 200 }, 5 + n)),
      asCustomer('cancelled', { hoursNotice: 72 }, 10),
      asCustomer('cancelled', { hoursNotice: 71 }, 11),
      asCustomer('cancelled', { daysLate: 1 }, 12),
      asCustomer('antecedent-met'),
      asCustomer('antecedent-met', { daysLate: 2 }),
      asCustomer('flexible-customer'),
    ];
    const waiting = [waits({ ...place('c20'), for: 'antecedent' })];
    const found = measuresOf(stretch({ facts, waiting }), true).customer;
    expect(found).toMatchObject({
      reviews: 5,
      prompt: 3,
      share: { value: 0.6 },
      medianHours: 3,
      cancelled: 3,
      cancelledLate: 2,
      antecedents: 3,
      antecedentsMet: 1,
      letOff: 1,
    });
    expect(talks(found.slowIn).toSorted()).toEqual(['c11', 'c12', 'c20', 'c5', 'c6']);
    expect(measuresOf(stretch({ facts, waiting }), false).customer).toMatchObject({ reviews: 0, antecedents: 0 });
  });

  test('has neither share nor median from fewer than five reviews', () => {
    const facts = many(4, () => asCustomer('prompt-review', { hours: 1 }));
    expect(measuresOf(stretch({ facts }), true).customer).toMatchObject({ reviews: 4, share: null, medianHours: null });
  });
});

describe('a trend', () => {
  const half = (kept: number, hours: number): Stretch =>
    stretch({
      words: many(5, (n) => answered(hours, n)).flat(),
      due: many(10, (n) => due(n < kept ? 'kept' : 'late')),
    });
  const trends = (now: Stretch, before: Stretch) => mirrorOf(measuresOf(now, true), measuresOf(before, true)).trends;

  test('is better, the same or worse where the difference can be noticed', () => {
    expect(trends(half(9, 2), half(7, 20))).toMatchObject({ promises: 'better', answers: 'better', rhythm: 'same' });
    expect(trends(half(7, 20), half(9, 2))).toMatchObject({ promises: 'worse', answers: 'worse' });
    expect(trends(half(8, 20), half(9, 22))).toMatchObject({ promises: 'same', answers: 'same' });
  });

  test('is none where either holds too little', () => {
    const none = { answers: null, rhythm: null, promises: null, customer: null, showing: null };
    expect(trends(half(9, 2), stretch())).toEqual(none);
    expect(trends(stretch(), half(9, 2))).toEqual(none);
  });
});

test('a count opens into twenty conversations at most, each once, the latest first', () => {
  const found = many(30, (n) => ({ ...place(`c${n}`), at: at(n) }));
  const links = linksOf([...found, ...found], titles);
  expect(links).toHaveLength(20);
  expect(links[0]).toEqual({ conversationId: 'c29', partnershipId: 'p1', title: 'Title 29' });
  expect(linksOf([{ ...place('unknown'), at: 1 }], titles)).toEqual([]);
});

describe('a month', () => {
  test('is that of the organization’s own time zone', () => {
    expect(dayIn(new Date('2027-01-01T04:30:00Z'), 'America/New_York')).toBe('2026-12-31');
    expect(dayIn(new Date('2026-12-31T23:30:00Z'), 'Europe/Madrid')).toBe('2027-01-01');
  });

  test('goes over New Year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-03', -14)]).toEqual([
      '2027-01',
      '2026-12',
      '2025-01',
    ]);
    expect(monthIn('2027-01', 'America/New_York')).toEqual({
      from: new Date('2027-01-01T05:00:00Z'),
      to: new Date('2027-02-01T05:00:00Z'),
    });
    expect(monthIn('2026-12', 'Europe/Madrid').to).toEqual(new Date('2026-12-31T23:00:00Z'));
  });

  test('begins and ends by the clock on the wall, whatever the season', () => {
    expect(monthIn('2026-03', 'America/New_York')).toEqual({
      from: new Date('2026-03-01T05:00:00Z'),
      to: new Date('2026-04-01T04:00:00Z'),
    });
    expect(monthIn('2026-10', 'Europe/Madrid')).toEqual({
      from: new Date('2026-09-30T22:00:00Z'),
      to: new Date('2026-10-31T23:00:00Z'),
    });
    expect(monthIn('2028-02', 'UTC').to).toEqual(new Date('2028-03-01T00:00:00Z'));
  });
});

describe('a review', () => {
  const month = (more: Partial<Stretch>) => stretch({ to: at(31), ...more });

  test('points to three things done well and three to mend, what weighs most first', () => {
    const { well, mend, empty } = reviewOf(
      month({
        due: [
          ...many(2, (n) => due('kept', place(`c${n}`))),
          due('reneged', place('c3')),
          due('open', { ...place('c4'), silent: true }),
          due('late-with-notice', place('c5')),
        ],
        facts: [
          fact('flexible-customer', {}, { about: 'customer' }),
          fact('made-good', {}, place('c6')),
          fact('early-warning', { hoursNotice: 3 }, place('c7')),
          fact('slow-review', { hours: 200 }, { about: 'customer' }),
        ],
        waiting: [waits()],
      }),
    );
    expect(empty).toBe(false);
    expect(well.map(({ kind, count, of }) => [kind, count, of])).toEqual([
      ['kept', 2, 5],
      ['made-good', 1, null],
      ['warned', 1, null],
    ]);
    expect(mend.map(({ kind, count, of }) => [kind, count, of])).toEqual([
      ['broken', 1, 5],
      ['silent', 1, 5],
      ['late', 1, 5],
    ]);
    expect(mend.map((one) => one.links.map((link) => link.title))).toEqual([['Title 3'], ['Title 4'], ['Title 5']]);
  });

  test('counts what lies on our side only; what we forgave is told about the other', () => {
    const { well, mend } = reviewOf(
      month({ due: [due('reneged', { ours: false })], facts: [fact('forgiven', { days: 1 }, { ours: false })] }),
    );
    expect(mend).toEqual([]);
    expect(well).toMatchObject([{ kind: 'forgave', count: 1, links: [{ conversationId: 'c1' }] }]);
  });

  test('tells quick answers from slow ones, and of neither when they are few', () => {
    const kinds = (hours: number, n: number) => {
      const { well, mend } = reviewOf(month({ words: many(n, (each) => answered(hours, each)).flat() }));
      return [...well, ...mend]
        .filter((one) => one.kind.includes('answer'))
        .map((one) => [one.kind, one.count, one.hours]);
    };
    expect(kinds(5, 6)).toEqual([['answered', 6, 5]]);
    expect(kinds(121, 5)).toEqual([['slow-answers', 5, 121]]);
    expect(kinds(100, 5)).toEqual([]);
    expect(kinds(5, 4)).toEqual([]);
  });

  test('tells of a silence that is longer than any month, and calls nothing a rhythm then', () => {
    const turn = (when: number) => [word(at(when), 'message', true), word(at(when, 1), 'message', false)];
    const quiet = reviewOf(month({ earlier: turn(-40), words: turn(25) }));
    expect(quiet.mend).toMatchObject([{ kind: 'long-silence', count: 1, days: 64 }]);
    expect(quiet.well).toEqual([]);
    const lively = reviewOf(month({ earlier: turn(-20), words: [...turn(5), ...turn(20)] }));
    expect(lively.well).toMatchObject([{ kind: 'rhythm', count: 1 }]);
    expect(lively.mend).toEqual([]);
  });

  test('of a month without anything in it is empty, whatever came before', () => {
    expect(reviewOf(month({}))).toEqual({ well: [], mend: [], empty: true });
    const earlier = [word(at(-70), 'message', true), word(at(-69), 'message', false)];
    expect(reviewOf(month({ earlier }))).toEqual({ well: [], mend: [], empty: true });
  });
});
