import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCalendarServer, testCalendarServer } from '../testing/radicale.ts';
import { findRadicale } from '../testing/servers.ts';
import { type DavError, davServer } from './dav.ts';

const event = (uid: string, start: string, summary = 'x') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${start}\r\nDURATION:PT1H\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

describe.skipIf(!findRadicale())('a calendar server', () => {
  let server: TestCalendarServer;
  let calendar: string;
  const open = (password = 'secret', url = server.url) =>
    davServer({ url, username: 'ana', password }, { allowed: ['127.0.0.1'] });
  const problem = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (error: DavError) => error.problem,
    );

  beforeAll(async () => {
    server = await testCalendarServer({ ana: 'secret', ben: 'secret' });
    calendar = await server.calendar('ana', 'work');
  });
  afterAll(() => server.close());

  test('is found from its bare address, from a home of calendars and from a calendar itself', async () => {
    for (const url of [server.url, `${server.url}ana/`, calendar])
      expect(await open('secret', url).calendars(), url).toEqual([{ url: calendar, name: 'work' }]);
  });

  test('takes events, tells what changed, finds them by UID and by time, and lets nobody overwrite what changed meanwhile', async () => {
    const dav = open();
    const before = await dav.mark(calendar);
    const href = `${calendar}first.ics`;
    const etag = await dav.put(href, event('first@x', '20261201T090000Z'));
    expect(await dav.mark(calendar)).not.toBe(before);
    expect(await problem(dav.put(href, event('first@x', '20261201T090000Z')))).toBe('conflict');
    expect(await problem(dav.put(`${calendar}other.ics`, event('first@x', '20261201T090000Z')))).toBe('conflict');
    expect(await dav.findUid(calendar, 'first@x')).toMatchObject({ href, etag });
    expect(await dav.findUid(calendar, 'irst@x')).toBeUndefined();
    const newer = await dav.put(href, event('first@x', '20261202T090000Z'), etag);
    expect(await problem(dav.put(href, event('first@x', '20261203T090000Z'), etag))).toBe('conflict');
    expect(await dav.items(calendar, [href, `${calendar}gone.ics`], false)).toEqual([{ href, etag: newer }]);
    expect((await dav.items(calendar, [href], true))[0]?.data).toContain('DTSTART:20261202T090000Z');
    const day = (date: string) => new Date(`2026-12-${date}T00:00Z`);
    expect(await dav.between(calendar, day('02'), day('03'))).toHaveLength(1);
    expect(await dav.between(calendar, day('04'), day('05'))).toEqual([]);
    expect(await problem(dav.remove(href, etag))).toBe('conflict');
    await dav.remove(href, newer);
    await dav.remove(href, newer);
    expect(await dav.items(calendar, [href], false)).toEqual([]);
  });

  test('says clearly what is wrong: the password, the address, a calendar of somebody else, a server that is down', async () => {
    expect(await problem(open('wrong').calendars())).toBe('password');
    expect(await problem(open('secret', `${server.url}nobody/nothing/`).mark(`${server.url}ana/nothing/`))).toBe(
      'gone',
    );
    const theirs = await server.calendar('ben', 'theirs');
    expect(await problem(open().put(`${theirs}x.ics`, event('x@x', '20261201T090000Z')))).toBe('forbidden');
    await server.pause();
    expect(await problem(open().calendars())).toBe('unreachable');
    await server.start();
    expect(await open().calendars()).toHaveLength(1);
  });
});
