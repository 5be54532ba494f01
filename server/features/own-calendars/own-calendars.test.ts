import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope, type Tx } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { testCalendarServer, type TestCalendarServer } from '../../testing/radicale.ts';
import { type Partners, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { findRadicale } from '../../testing/servers.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { writeCalendar } from '../calendars/model-ics-write.ts';
import { cancelMeeting, moveMeeting } from '../meetings/commands-changes.ts';
import { proposeMeeting, settleMeeting, voteOn } from '../meetings/commands.ts';
import { memberSpeaking } from '../meetings/commands-voice.ts';
import { newMeetingSchema } from '../meetings/schema-requests.ts';
import { loadRoom } from '../rooms/queries.ts';
import { takeMeetingMail } from './commands-replies.ts';
import { lookAtCalendar } from './jobs.ts';
import { meetingsOfPerson } from './queries-meetings.ts';

const NOW = new Date('2026-11-26T09:00:00Z');
let now = NOW;
const clock = { now: () => now };

describe.skipIf(!findRadicale())('meetings in the calendars of those who meet', () => {
  let server: TestServer;
  let radicale: TestCalendarServer;
  let partners: Partners;

  beforeAll(async () => {
    radicale = await testCalendarServer({ ana: 'secret', bruno: 'secret', cara: 'secret' });
    server = await testServer({ clock, config: { privateHosts: ['127.0.0.1'] } });
    partners = await twoPartners(server);
    for (const [who, name] of [
      [partners.a, 'ana'],
      [partners.b, 'bruno'],
    ] as const) {
      const calendar = await radicale.calendar(name, 'work');
      const access = { url: radicale.url, username: name, password: 'secret' };
      const found = await who.json(`${who.base}/calendar/find`, { json: access });
      expect(found.calendars).toEqual([{ url: calendar, name: 'work' }]);
      const state = await who.json(`${who.base}/calendar/account`, { method: 'PUT', json: { ...access, calendar } });
      expect(state.account).toMatchObject({
        username: 'ana' === name ? 'ana' : 'bruno',
        problem: null,
        lookedAt: NOW.toISOString(),
      });
      expect(JSON.stringify(state)).not.toContain('secret');
    }
  });
  afterAll(async () => {
    await server.close();
    await radicale.close();
  });

  const act = <T>(who: SignedUp, work: (tx: Tx, by: Awaited<ReturnType<typeof memberSpeaking>>) => Promise<T>) =>
    inScope(server.platform.db, mintScope(who.organization.id), async (tx) => {
      const room = await loadRoom(tx, who.organization.id, partners.partnership);
      const colleague = { personId: who.id, name: who.name, email: who.email };
      return work(tx, await memberSpeaking(tx, { organization: who.organization.id, room, now }, colleague));
    });
  const theirs = async () =>
    (await partners.a.json(`${partners.a.base}/partnerships/${partners.partnership}/people`)).find(
      (one: { side: string; personId: string | null }) => one.side === 'b' && one.personId,
    ).id as string;
  const propose = async (input: object) => {
    const people = [{ person: await theirs() }];
    const meeting = newMeetingSchema.parse({
      purpose: 'First talk',
      way: 'in-person',
      place: 'Their site',
      zone: 'Europe/Madrid',
      lasts: 60,
      people,
      ...input,
    });
    return act(partners.a, (tx, by) => proposeMeeting(tx, by, 'entente.example', meeting));
  };
  const look = async (who: SignedUp) => {
    now = new Date(now.getTime() + 60_000);
    return lookAtCalendar(server.platform, { organization: who.organization.id, person: who.id });
  };
  const stored = (who: SignedUp, meeting: string) =>
    inScope(server.platform.db, mintScope(who.organization.id), async (tx) => {
      const owner = { organization: who.organization.id, person: who.id };
      const all = await meetingsOfPerson(tx, server.platform, owner, NOW);
      const found = all.find((each) => each.meeting === meeting);
      if (!found) throw new Error('there is no such meeting');
      return found;
    });
  /** What lies in somebody's calendar, by UID: one entry for each address. */
  const inCalendar = async (user: string, uid: string) => {
    const listing = await radicale.ask(user, 'PROPFIND', `${user}/work/`, undefined, { depth: '1' });
    const hrefs = [...(await listing.text()).matchAll(/<href>([^<]+\.ics)<\/href>/g)].map(([, href = '']) => href);
    const all = await Promise.all(
      hrefs.map(async (href) => ({ href, text: await (await radicale.ask(user, 'GET', href)).text() })),
    );
    return all
      .filter(({ text }) => text.includes(`UID:${uid}`))
      .map(({ href, text }) => {
        const read = readCalendar(text);
        if (!read.ok) throw new Error(read.reason);
        return { href, text, events: read.events };
      });
  };
  const only = async (user: string, uid: string) => {
    const found = await inCalendar(user, uid);
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const change = async (user: string, href: string, text: string) => {
    const answer = await radicale.ask(user, 'PUT', href, text, { 'content-type': 'text/calendar' });
    expect(answer.status).toBeLessThan(300);
  };
  const questions = async (who: SignedUp) => (await who.json(`${who.base}/calendar/questions`)).items;
  const reply = (email: string, style: string[], more: { uid: string; sequence: number; method?: string }) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      `METHOD:${more.method ?? 'REPLY'}`,
      'BEGIN:VEVENT',
      `UID:${more.uid}`,
      `SEQUENCE:${more.sequence}`,
      ...style.map((line) => line.replace('WHO', email)),
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  const byMail = (who: SignedUp, meeting: string, calendar: string, from = who.email) =>
    inScope(server.platform.db, mintScope(who.organization.id), (tx) =>
      takeMeetingMail(tx, server.platform, {
        organization: who.organization.id,
        partnership: partners.partnership,
        meeting,
        from: { name: who.name, email: from },
        to: who.email,
        text: '',
        calendar,
        at: now,
      }),
    );

  test('from a poll to an invitation accepted by mail, moved in a calendar and called off, each is there once', async () => {
    const { a, b } = partners;
    const meeting = await propose({ ask: 'poll', options: ['2026-12-01T10:00', '2026-12-02T10:00'] });
    await look(a);
    const { rows: options } = await server.database.owner.query<{ id: string; start_local: string }>(
      'select id, start_local from meeting_options where meeting_id = $1 order by start_local',
      [meeting],
    );
    await act(b, (tx, by) => voteOn(tx, by, meeting, [{ option: options[1]?.id ?? '', vote: 'yes' }]));
    await act(a, (tx, by) => settleMeeting(tx, by, meeting, { option: options[1]?.id ?? '' }));
    const invited = await stored(b, meeting);
    const { uid, sequence } = invited.calendar;

    // Bruno's mail program put the invitation into his calendar when he accepted it, before Entente looked.
    await change(
      'bruno',
      `bruno/work/from-mail.ics`,
      writeCalendar(invited.calendar, undefined).replaceAll('NEEDS-ACTION', 'ACCEPTED'),
    );
    const accepted = [
      'DTSTAMP:20261126T090000Z',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:WHO',
      'DTSTART:20261202T090000Z',
      'DTEND:20261202T100000Z',
    ];
    expect(await byMail(b, meeting, reply(b.email, accepted, { uid, sequence }))).toEqual({ did: 'answered' });
    await look(b);
    await look(a);
    expect((await only('bruno', uid)).href).toContain('from-mail.ics');
    const mine = await only('ana', uid);
    expect(mine.events[0]).toMatchObject({ start: { local: '2026-12-02T10:00' }, status: 'confirmed' });
    expect(mine.text).toContain('SCHEDULE-AGENT=CLIENT');

    // Ana moves it in her own calendar, with an alarm of hers: it moves here, and in Bruno's.
    await change(
      'ana',
      mine.href,
      mine.text
        .replaceAll('20261202T1', '20261203T1')
        .replace(
          'END:VEVENT',
          'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT',
        ),
    );
    await look(a);
    expect((await stored(a, meeting)).calendar).toMatchObject({
      start: { local: '2026-12-03T10:00' },
      sequence: sequence + 1,
    });
    expect((await only('ana', uid)).text).toContain('BEGIN:VALARM');
    await look(b);
    expect((await only('bruno', uid)).events[0]).toMatchObject({
      start: { local: '2026-12-03T10:00' },
      sequence: sequence + 1,
    });
    const state = (await a.json(`${a.base}/calendar`)).account;
    expect(state).toMatchObject({ in: { words: 'First talk' }, out: { words: 'First talk' }, problem: null });

    // Nothing changed since: nothing is written, moved or asked again.
    for (const who of [a, b, a, b]) await look(who);
    expect((await stored(a, meeting)).calendar.sequence).toBe(sequence + 1);
    expect([await questions(a), await questions(b)]).toEqual([[], []]);

    await act(a, (tx, by) => cancelMeeting(tx, by, meeting, { reason: '' }));
    await look(a);
    await look(b);
    for (const user of ['ana', 'bruno']) expect((await only(user, uid)).events[0]?.status).toBe('cancelled');
  });

  test('what somebody who was asked does in their own calendar is asked of them first, but for their answer', async () => {
    const { a, b } = partners;
    const meeting = await propose({ ask: 'fixed', start: '2026-12-07T10:00' });
    await look(b);
    const { uid, sequence } = (await stored(b, meeting)).calendar;
    const first = await only('bruno', uid);
    await change(
      'bruno',
      first.href,
      first.text.replace(/PARTSTAT=NEEDS-ACTION/, 'PARTSTAT=TENTATIVE').replaceAll('20261207T1', '20261208T1'),
    );
    await look(b);
    const people = (await stored(a, meeting)).calendar.attendees;
    expect(people.find(({ email }) => email === b.email)?.status).toBe('tentative');
    expect((await stored(a, meeting)).calendar).toMatchObject({ sequence, start: { local: '2026-12-07T10:00' } });
    const [asked] = await questions(b);
    expect(asked).toMatchObject({
      kind: 'propose',
      title: 'First talk',
      start: { local: '2026-12-08T10:00', minutes: 60 },
    });
    await a.json(`${a.base}/calendar/questions/${asked.id}`, { json: { answer: 'done' }, status: 404 });
    await b.json(`${b.base}/calendar/questions/${asked.id}`, { json: { answer: 'done' }, status: 204 });
    await b.json(`${b.base}/calendar/questions/${asked.id}`, { json: { answer: 'done' }, status: 404 });
    const { rows } = await server.database.owner.query(
      'select counter_local from meeting_answers where meeting_id = $1',
      [meeting],
    );
    expect(rows).toContainEqual({ counter_local: '2026-12-08T10:00' });

    // Taken out of the calendar: nothing is done in their name until they press it; left, it comes back.
    await look(b);
    await radicale.ask('bruno', 'DELETE', (await only('bruno', uid)).href);
    await look(b);
    const [gone] = await questions(b);
    expect(gone).toMatchObject({ kind: 'decline', start: null });
    expect(await inCalendar('bruno', uid)).toEqual([]);
    await b.json(`${b.base}/calendar/questions/${gone.id}`, { json: { answer: 'left' }, status: 204 });
    await look(b);
    await only('bruno', uid);
  });

  test('a meeting that its inviter took out of their calendar is called off when they say so, and not before', async () => {
    const { a } = partners;
    const meeting = await propose({ ask: 'fixed', start: '2026-12-09T10:00' });
    await look(a);
    const { uid } = (await stored(a, meeting)).calendar;
    await radicale.ask('ana', 'DELETE', (await only('ana', uid)).href);
    await look(a);
    await look(a);
    const asked = await questions(a);
    expect(asked).toMatchObject([{ kind: 'cancel', meetingId: meeting }]);
    expect((await stored(a, meeting)).calendar.status).toBe('tentative');
    await a.json(`${a.base}/calendar/questions/${asked[0].id}`, { json: { answer: 'done' }, status: 204 });
    expect((await stored(a, meeting)).calendar.status).toBe('cancelled');
  });

  test('a recurring meeting keeps its exceptions, made here or in a calendar', async () => {
    const { a, b } = partners;
    const meeting = await propose({
      ask: 'fixed',
      start: '2027-03-08T10:00',
      repeat: { unit: 'week', every: 1, times: 5 },
    });
    await act(a, (tx, by) =>
      moveMeeting(tx, by, meeting, { start: '2027-03-16T12:00', occurrence: '2027-03-15T10:00' }),
    );
    await look(a);
    await look(b);
    const { uid } = (await stored(a, meeting)).calendar;
    const mine = await only('ana', uid);
    expect(mine.events.map(({ occurrence, start }) => [occurrence?.local ?? null, start?.local])).toEqual([
      [null, '2027-03-08T10:00'],
      ['2027-03-15T10:00', '2027-03-16T12:00'],
    ]);
    // After the clock changed, Ana moves one time by an hour and takes another one out, as calendar programs write it.
    const apart = [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'DTSTAMP:20270101T000000Z',
      'RECURRENCE-ID;TZID=Europe/Madrid:20270329T100000',
      'DTSTART;TZID=Europe/Madrid:20270329T110000',
      'DTEND;TZID=Europe/Madrid:20270329T120000',
      'SUMMARY:x',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    await change(
      'ana',
      mine.href,
      mine.text
        .replace('END:VCALENDAR', apart)
        .replace('RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/Madrid:20270405T100000\r\nRRULE:FREQ=WEEKLY'),
    );
    await look(a);
    const now = (await stored(a, meeting)).calendar;
    expect(now.moved.map(({ occurrence, start }) => [occurrence, start])).toEqual([
      ['2027-03-15T10:00', '2027-03-16T12:00'],
      ['2027-03-29T10:00', '2027-03-29T11:00'],
    ]);
    const [asked] = await questions(a);
    expect(asked).toMatchObject({ kind: 'cancel', occurrence: { local: '2027-04-05T10:00' } });
    await a.json(`${a.base}/calendar/questions/${asked.id}`, { json: { answer: 'done' }, status: 204 });
    await look(a);
    await look(b);
    for (const user of ['ana', 'bruno']) {
      const { events } = await only(user, uid);
      expect(
        events[0]?.excluded.map(({ local }) => local),
        user,
      ).toEqual(['2027-04-05T10:00']);
      expect(events, user).toHaveLength(3);
    }
    const declined = [
      'DTSTAMP:20261126T100000Z',
      'RECURRENCE-ID:20270308T090000Z',
      'ATTENDEE;CN="Sanz, Bruno";PARTSTAT=DECLINED:MAILTO:WHO',
    ];
    expect(await byMail(b, meeting, reply(b.email, declined, { uid, sequence: now.sequence }))).toEqual({
      did: 'answered',
    });
  });

  test('mails of calendar programs are taken from whoever was asked, in their own name only', async () => {
    const { a, b } = partners;
    const meeting = await propose({ ask: 'fixed', start: '2026-12-15T10:00' });
    const { uid, sequence } = (await stored(b, meeting)).calendar;
    const say = (status: string, stamp = '20261126T090000Z') => [
      `DTSTAMP:${stamp}`,
      `ATTENDEE;PARTSTAT=${status}:mailto:WHO`,
    ];
    const status = async () =>
      (await stored(a, meeting)).calendar.attendees.find(({ email }) => email === b.email)?.status;

    expect(await byMail(b, meeting, reply('stranger@x.example', say('ACCEPTED'), { uid, sequence }))).toBeUndefined();
    expect(await byMail(b, meeting, reply(a.email, say('DECLINED'), { uid, sequence }))).toBeUndefined();
    expect(await byMail(b, meeting, reply(b.email, say('ACCEPTED'), { uid: 'other', sequence }))).toBeUndefined();
    expect(await byMail(b, meeting, 'nonsense')).toBeUndefined();
    expect(
      await byMail(
        b,
        meeting,
        reply(b.email, ['ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:e@x.example":mailto:WHO'], { uid, sequence }),
      ),
    ).toBeUndefined();
    expect(await status()).toBe('needs-action');

    expect(await byMail(b, meeting, reply(b.email, say('DECLINED', '20261126T090100Z'), { uid, sequence }))).toEqual({
      did: 'answered',
    });
    expect(await byMail(b, meeting, reply(b.email, say('ACCEPTED', '20261126T085900Z'), { uid, sequence }))).toEqual({
      did: 'answered',
    });
    expect(await status()).toBe('declined');

    const counter = [
      ...say('TENTATIVE', '20261126T090200Z'),
      'DTSTART:20261215T140000Z',
      'DTEND:20261215T150000Z',
      'COMMENT:After lunch?',
    ];
    expect(await byMail(b, meeting, reply(b.email, counter, { uid, sequence, method: 'COUNTER' }))).toEqual({
      did: 'proposed',
    });
    const { rows } = await server.database.owner.query(
      'select counter_local, words from meeting_answers where meeting_id = $1 and counter_local is not null',
      [meeting],
    );
    expect(rows).toEqual([{ counter_local: '2026-12-15T15:00', words: 'After lunch?' }]);

    const off = [...say('ACCEPTED'), 'STATUS:CANCELLED'];
    expect(await byMail(a, meeting, reply(b.email, off, { uid, sequence, method: 'CANCEL' }), b.email)).toEqual({
      did: 'asked',
    });
    expect(await questions(a)).toMatchObject([{ kind: 'partner-cancel', from: a.name }]);
    expect((await stored(a, meeting)).calendar.status).toBe('tentative');
  });

  test('a server that is down, refuses or was emptied loses nothing and doubles nothing', async () => {
    const { a } = partners;
    const owner = { organization: a.organization.id, person: a.id };
    await radicale.pause();
    const meeting = await propose({ ask: 'fixed', start: '2026-12-16T10:00' });
    expect(await lookAtCalendar(server.platform, owner)).toBe('failed');
    const state = (await a.json(`${a.base}/calendar`)).account;
    expect(state).toMatchObject({ problem: 'unreachable' });
    expect(new Date(state.nextAt).getTime()).toBeGreaterThan(now.getTime());
    await radicale.start();
    // Two at once: one of them does it.
    const both = await Promise.all([lookAtCalendar(server.platform, owner), lookAtCalendar(server.platform, owner)]);
    expect(both.toSorted()).toEqual(['looked', 'not now']);
    const { uid } = (await stored(a, meeting)).calendar;
    await only('ana', uid);
    // What was written and not yet written down, as after a crash, is found by its UID.
    await server.database.owner.query('delete from calendar_copies where meeting_id = $1', [meeting]);
    await look(a);
    await only('ana', uid);
    expect((await a.json(`${a.base}/calendar`)).account.problem).toBeNull();
  });

  test('free times keep clear of what is in the calendar, and tell nobody what that is', async () => {
    const { a, b } = partners;
    const busy = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      'BEGIN:VEVENT',
      'UID:dentist',
      'DTSTAMP:20261126T000000Z',
      'DTSTART;TZID=Romance Standard Time:20261216T090000',
      'DURATION:PT6H',
      'RRULE:FREQ=DAILY;COUNT=3',
      'SUMMARY:Dentist',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    await change('ana', 'ana/work/dentist.ics', busy);
    const found = await a.json(
      `${a.base}/calendar/free-slots?from=2026-12-17&to=2026-12-20&minutes=60&zone=Europe/Madrid`,
    );
    expect(found.calendar).toBe('asked');
    expect(found.slots.map(({ local }: { local: string }) => local)).toEqual([
      '2026-12-17T15:00',
      '2026-12-17T15:30',
      '2026-12-17T16:00',
      '2026-12-17T16:30',
      '2026-12-17T17:00',
      '2026-12-18T15:00',
      '2026-12-18T15:30',
      '2026-12-18T16:00',
      '2026-12-18T16:30',
      '2026-12-18T17:00',
    ]);
    expect(JSON.stringify(found)).not.toContain('Dentist');
    expect((await b.json(`${b.base}/calendar/free-slots?from=2026-12-17&to=2026-12-17`)).slots.length).toBeGreaterThan(
      5,
    );
    await a.json(`${a.base}/calendar/free-slots?from=2026-12-17&to=2027-12-17`, { status: 400 });
  });

  test('a feed tells a person’s meetings to whoever has its address, until that is renewed or taken back', async () => {
    const { a } = partners;
    const cara = await signUp(server, { organization: 'Otra', name: 'Cara' });
    const { url } = await a.json(`${a.base}/calendar/feed`, { method: 'PUT' });
    const path = new URL(url).pathname;
    const answer = await server.request(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    const read = readCalendar(text);
    expect(read).toMatchObject({ ok: true, method: 'PUBLISH' });
    expect(text).toContain('/meetings/');
    expect(text).not.toContain(partners.b.email);
    const etag = answer.headers.get('etag') ?? '';
    expect((await server.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await a.json(`${a.base}/calendar`)).feed.readAt).not.toBeNull();
    const renewed = new URL((await a.json(`${a.base}/calendar/feed`, { method: 'PUT' })).url).pathname;
    expect((await server.request(path)).status).toBe(404);
    expect((await server.request(renewed)).status).toBe(200);
    await a.json(`${a.base}/calendar/feed`, { method: 'DELETE', status: 204 });
    expect((await server.request(renewed)).status).toBe(404);
    for (const odd of ['x', '..%2f', 'a'.repeat(64)])
      expect((await server.request(`/api/calendar/${odd}.ics`)).status).toBe(404);
    expect(await cara.json(`${cara.base}/calendar`)).toEqual({ account: null, feed: null });
  });
});
