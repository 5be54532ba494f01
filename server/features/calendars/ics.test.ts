import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarMeeting, Local } from './model-ics.ts';
import { readCalendar } from './model-ics-read.ts';
import { writeCalendar, writeCalendars } from './model-ics-write.ts';
import { occurrences, ruleProblem } from './model-recurrence.ts';
import { instantOf, localAt } from './model-zone.ts';

const MEETING: CalendarMeeting = {
  uid: '0192-first@entente.example',
  sequence: 0,
  status: 'confirmed',
  summary: 'First talk; at their place, over lunch',
  description: 'What we heard\nWhat we can do\\now',
  location: 'Calle Mayor 1, Madrid',
  url: 'https://entente.example/meetings/1',
  start: { local: '2026-12-01T10:00', zone: 'Europe/Madrid' },
  minutes: 60,
  excluded: [],
  moved: [],
  organizer: { name: 'Ana "Anita" Pérez', email: 'ana@college.example' },
  attendees: [
    { name: 'Ben; ATTENDEE:mailto:evil@x.example', email: 'ben@maker.example', status: 'needs-action', required: true },
    { name: 'Zoë, CFO', email: 'zoe@maker.example', status: 'accepted', required: false },
  ],
  stamp: new Date('2026-11-26T08:00:00Z'),
};

function read(text: string) {
  const found = readCalendar(text);
  if (!found.ok) throw new Error(`${found.problem}: ${found.reason}\n${text}`);
  return found;
}

const ZONES = ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'];

describe('a meeting written as a calendar', () => {
  it('says the same when it is read again', () => {
    const found = read(writeCalendar(MEETING, 'REQUEST'));
    expect(found.method).toBe('REQUEST');
    expect(found.events).toHaveLength(1);
    expect(found.events[0]).toMatchObject({
      uid: MEETING.uid,
      summary: MEETING.summary,
      description: MEETING.description,
      location: MEETING.location,
      url: MEETING.url,
      start: { local: '2026-12-01T10:00', zone: 'Europe/Madrid', at: new Date('2026-12-01T09:00:00Z') },
      minutes: 60,
      status: 'confirmed',
      stamp: MEETING.stamp,
      organizer: { name: "Ana 'Anita' Pérez", email: 'ana@college.example' },
      attendees: MEETING.attendees,
    });
  });

  it('brings the rules of its time zone, folds its lines at 75 octets and ends them as the standard asks', () => {
    const text = writeCalendar({ ...MEETING, description: 'ñandú '.repeat(60) }, 'REQUEST');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Madrid\r\n');
    expect(text).toContain('DTSTART;TZID=Europe/Madrid:20261201T100000\r\n');
    expect(text).toContain('METHOD:REQUEST\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('lets no text of anybody become a line of its own', () => {
    const hostile = 'x\r\nATTENDEE:mailto:evil@x.example\nBEGIN:VALARM\u2028\u0000"^n';
    const text = writeCalendar(
      {
        ...MEETING,
        uid: hostile,
        summary: hostile,
        description: hostile,
        location: hostile,
        url: `https://x.example/${hostile}`,
        organizer: { name: hostile, email: `a@x.example${hostile}` },
        attendees: [
          { name: hostile, email: 'b@x.example', status: 'accepted', required: true },
          { name: 'x', email: hostile, status: 'accepted', required: true },
        ],
      },
      'REQUEST',
    );
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(unfolded).not.toMatch(/^ORGANIZER/m);
    expect(unfolded).not.toMatch(/^BEGIN:VALARM/m);
    expect(read(text).events[0]?.description).toBe('x\nATTENDEE:mailto:evil@x.example\nBEGIN:VALARM  "^n');
  });

  it('tells of one time of a recurring meeting only, where that is what changed', () => {
    const weekly: CalendarMeeting = {
      ...MEETING,
      rule: 'FREQ=WEEKLY;COUNT=6',
      moved: [
        { occurrence: '2026-12-08T10:00', start: '2026-12-09T15:30', minutes: 90 },
        { occurrence: '2026-12-15T10:00', start: '2026-12-15T10:00', minutes: 60, cancelled: true },
      ],
    };
    const one = read(writeCalendar(weekly, 'REQUEST', '2026-12-08T10:00')).events;
    expect(one).toHaveLength(1);
    expect(one[0]).toMatchObject({
      occurrence: { local: '2026-12-08T10:00' },
      start: { local: '2026-12-09T15:30' },
      minutes: 90,
    });
    expect(one[0]?.rule).toBeUndefined();
    const gone = writeCalendar(weekly, 'CANCEL', '2026-12-15T10:00');
    expect(gone).toContain('STATUS:CANCELLED');
    expect(gone).toContain('RECURRENCE-ID;TZID=Europe/Madrid:20261215T100000');
    const whole = read(writeCalendar(weekly, 'REQUEST')).events;
    expect(whole).toHaveLength(2);
    expect(whole[0]).toMatchObject({ rule: 'FREQ=WEEKLY;COUNT=6', excluded: [{ local: '2026-12-15T10:00' }] });
    const feed = read(writeCalendars([weekly], { method: 'PUBLISH', name: 'Meetings' })).events;
    expect(feed.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'cancelled']);
  });

  it('comes back whole whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((each) => each.replace(/\r\n?/g, '\n'));
    const at = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        text,
        text,
        at,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 5000 }),
        (summary, description, when, zone, minutes) => {
          const local = localAt(when, zone);
          const event = read(
            writeCalendar({ ...MEETING, summary, description, start: { local, zone }, minutes }, 'REQUEST'),
          ).events[0];
          expect(event?.start?.at).toEqual(instantOf(local, zone));
          expect(event?.minutes).toBe(minutes);
          // oxlint-disable-next-line no-control-regex
          const clean = (words: string) => words.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/g, ' ');
          expect(event?.description).toBe(clean(description));
          expect(event?.summary).toBe(clean(summary).replaceAll('\n', ' '));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** When a rule is fulfilled, found by asking every day one after the other. Knows nothing of the library. */
function slowly(rule: string, start: Local, last: Local): Local[] {
  const part = Object.fromEntries(rule.split(';').map((each) => each.split('='))) as Record<string, string>;
  const list = (name: string) => (part[name] ? part[name].split(',') : undefined);
  const interval = Number(part.INTERVAL ?? 1);
  const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
  const day = (text: string) => new Date(`${text.slice(0, 10)}T00:00Z`);
  const first = day(start);
  const wkst = DAYS.indexOf(part.WKST ?? 'MO');
  const weekOf = (each: Date) => Math.floor((each.getTime() / 86_400_000 + 4 - wkst + 7) / 7);
  const monthOf = (each: Date) => each.getUTCFullYear() * 12 + each.getUTCMonth();
  const daysIn = (each: Date) => new Date(Date.UTC(each.getUTCFullYear(), each.getUTCMonth() + 1, 0)).getUTCDate();
  const fulfils = (each: Date): boolean => {
    const steps = {
      DAILY: (each.getTime() - first.getTime()) / 86_400_000,
      WEEKLY: weekOf(each) - weekOf(first),
      MONTHLY: monthOf(each) - monthOf(first),
      YEARLY: each.getUTCFullYear() - first.getUTCFullYear(),
    }[part.FREQ ?? ''];
    if (steps === undefined || steps % interval !== 0) return false;
    const months = list('BYMONTH')?.map(Number);
    if (
      months
        ? !months.includes(each.getUTCMonth() + 1)
        : part.FREQ === 'YEARLY' && each.getUTCMonth() !== first.getUTCMonth()
    )
      return false;
    const monthDays = list('BYMONTHDAY')?.map(Number);
    const date = each.getUTCDate();
    if (monthDays && !monthDays.some((n) => (n > 0 ? n === date : daysIn(each) + 1 + n === date))) return false;
    const weekDays = list('BYDAY');
    if (weekDays) {
      const name = DAYS[each.getUTCDay()];
      return weekDays.some((wanted) => {
        if (wanted.slice(-2) !== name) return false;
        const nth = Number(wanted.slice(0, -2) || 0);
        if (nth === 0) return true;
        return nth > 0 ? Math.ceil(date / 7) === nth : Math.ceil((daysIn(each) - date + 1) / 7) === -nth;
      });
    }
    if (part.FREQ === 'WEEKLY') return each.getUTCDay() === first.getUTCDay();
    if ((part.FREQ === 'MONTHLY' || part.FREQ === 'YEARLY') && !monthDays) return date === first.getUTCDate();
    return true;
  };
  const found: Local[] = [];
  for (let each = first; each <= day(last); each = new Date(each.getTime() + 86_400_000)) {
    if (part.COUNT && found.length >= Number(part.COUNT)) break;
    if (fulfils(each)) found.push(`${each.toISOString().slice(0, 10)}${start.slice(10)}`);
  }
  return found.filter((each) => each <= last);
}

describe('when a recurring meeting takes place', () => {
  const weekDay = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const some = <T>(each: fc.Arbitrary<T>) =>
    fc.uniqueArray(each, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
  const interval = fc.integer({ min: 1, max: 4 });
  const body = fc.oneof(
    fc.tuple(interval).map(([n]) => `FREQ=DAILY;INTERVAL=${n}`),
    fc.tuple(some(weekDay)).map(([days]) => `FREQ=DAILY;BYDAY=${days}`),
    fc
      .tuple(interval, some(weekDay), fc.constantFrom('MO', 'SU'))
      .map(([n, days, first]) => `FREQ=WEEKLY;INTERVAL=${n};WKST=${first};BYDAY=${days}`),
    fc.tuple(interval).map(([n]) => `FREQ=WEEKLY;INTERVAL=${n}`),
    fc
      .tuple(interval, some(fc.constantFrom(1, 5, 15, 28, 31, -1)))
      .map(([n, days]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${days}`),
    fc
      .tuple(interval, fc.constantFrom(1, 2, 3, 4, -1), weekDay)
      .map(([n, nth, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${nth}${day}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([month, day]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`),
  );

  it('is the same as asking every day of three years, in every zone, across every change of the clock', () => {
    fc.assert(
      fc.property(
        body,
        fc.option(fc.integer({ min: 1, max: 60 })),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom(...ZONES),
        (rule, count, when, zone) => {
          const whole = count === null ? rule : `${rule};COUNT=${count}`;
          // A rule counts from a first day that fulfils it: other first days mean different things to different programs.
          const start = slowly(rule, localAt(when, zone), '2036-01-01T00:00')[0] ?? '';
          const to = new Date(instantOf(start, zone).getTime() + 3 * 365 * 86_400_000);
          const found = occurrences(
            { start: { local: start, zone }, minutes: 30, rule: whole, excluded: [], moved: [] },
            new Date(0),
            to,
          );
          const expected = slowly(whole, start, localAt(new Date(to.getTime() - 1), zone)).slice(0, 1000);
          expect(found.map(({ occurrence }) => occurrence)).toEqual(expected);
          for (const { occurrence, start: at } of found) expect(at).toEqual(instantOf(occurrence, zone));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps to the clock on the wall when it changes, and heeds what was moved, cancelled or left out', () => {
    const found = occurrences(
      {
        start: { local: '2026-10-12T09:00', zone: 'Europe/Madrid' },
        minutes: 60,
        rule: 'FREQ=WEEKLY;COUNT=5',
        excluded: ['2026-10-19T09:00'],
        moved: [
          { occurrence: '2026-10-26T09:00', start: '2026-10-24T17:00', minutes: 30 },
          { occurrence: '2026-11-09T09:00', start: '2026-11-09T09:00', minutes: 60, cancelled: true },
        ],
      },
      new Date('2026-10-01'),
      new Date('2027-01-01'),
    );
    expect(found.map(({ occurrence, start }) => [occurrence, start.toISOString()])).toEqual([
      ['2026-10-12T09:00', '2026-10-12T07:00:00.000Z'],
      ['2026-10-26T09:00', '2026-10-24T15:00:00.000Z'],
      ['2026-11-02T09:00', '2026-11-02T08:00:00.000Z'],
    ]);
  });

  it('ends where the rule ends, whether that is said in UTC, as a day or on the wall', () => {
    for (const until of ['20261214T090000Z', '20261214', '20261214T100000'])
      expect(
        occurrences(
          {
            start: { local: '2026-12-07T10:00', zone: 'Europe/Madrid' },
            minutes: 60,
            rule: `FREQ=WEEKLY;UNTIL=${until}`,
            excluded: [],
            moved: [],
          },
          new Date('2026-12-01'),
          new Date('2027-12-01'),
        ),
        until,
      ).toHaveLength(2);
  });

  it('is found for a time that the clock skips or shows twice', () => {
    const nightly = { minutes: 30, rule: 'FREQ=DAILY;COUNT=3', excluded: [], moved: [] };
    const on = (local: Local) =>
      occurrences(
        { ...nightly, start: { local, zone: 'Europe/Madrid' } },
        new Date('2026-01-01'),
        new Date('2027-01-01'),
      ).map(({ start }) => start.toISOString());
    expect(on('2026-03-28T02:30')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(on('2026-10-24T02:30')).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('never searches without end for what a rule can never fulfil', () => {
    for (const rule of [
      'FREQ=DAILY;INTERVAL=7;BYDAY=SU',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MONTHLY;INTERVAL=12;BYMONTH=3',
      'FREQ=MONTHLY;INTERVAL=24;BYDAY=5MO',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
      'FREQ=YEARLY;BYYEARDAY=366;INTERVAL=3',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;INTERVAL=1000',
    ])
      expect(
        occurrences(
          { start: { local: '2026-02-02T10:00', zone: 'UTC' }, minutes: 60, rule, excluded: [], moved: [] },
          new Date('2026-03-01'),
          new Date('2126-01-01'),
        ).length,
        rule,
      ).toBeLessThanOrEqual(100);
    for (const bomb of [
      'FREQ=SECONDLY',
      'FREQ=MINUTELY;COUNT=5',
      'FREQ=DAILY;COUNT=1000000000',
      'FREQ=DAILY;BYHOUR=1,2',
      'FREQ=DAILY;INTERVAL=0',
      'COUNT=3',
      'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5',
      '',
      'FREQ=DAILY;FREQ=DAILY',
    ])
      expect(ruleProblem(bomb), bomb).toBeTruthy();
  });
});
