import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, type RecordedPartner } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { proposeMeeting } from '../meetings/commands.ts';
import { memberSpeaking } from '../meetings/commands-voice.ts';
import { newMeetingSchema } from '../meetings/schema-requests.ts';
import { loadRoom } from '../rooms/queries.ts';
import { takeMeetingMail } from './commands-replies.ts';
import { sealed, unsealed } from './model-secret.ts';
import { meetingsOfPerson } from './queries-meetings.ts';

const NOW = new Date('2026-11-26T09:00:00Z');
const MARTA = 'marta@taller.example';
let server: TestServer;
let ana: SignedUp;
let partner: RecordedPartner;
let meeting: string;
let uid: string;

beforeAll(async () => {
  server = await testServer({ clock: { now: () => NOW }, config: { answerAddress: 'entente@college.example' } });
  ana = await signUp(server, { organization: 'Universidad del Norte' });
  partner = await recordPartner(ana, 'Taller Nuevo SL', MARTA);
  meeting = await inScope(server.platform.db, mintScope(ana.organization.id), async (tx) => {
    const room = await loadRoom(tx, ana.organization.id, partner.id);
    const colleague = { personId: ana.id, name: ana.name, email: ana.email };
    const by = await memberSpeaking(tx, { organization: ana.organization.id, room, now: NOW }, colleague);
    const people = [{ person: partner.people[0]?.id ?? '' }];
    const input = {
      purpose: 'First talk',
      way: 'in-person',
      zone: 'Europe/Madrid',
      lasts: 60,
      ask: 'fixed',
      start: '2026-12-01T10:00',
      people,
    };
    return proposeMeeting(tx, by, 'entente.example', newMeetingSchema.parse(input));
  });
  uid = (await mine()).calendar.uid;
});
afterAll(() => server.close());

async function mine() {
  const owner = { organization: ana.organization.id, person: ana.id };
  const all = await inScope(server.platform.db, mintScope(owner.organization), (tx) =>
    meetingsOfPerson(tx, server.platform, owner, NOW),
  );
  if (!all[0]) throw new Error('there is no meeting');
  return all[0];
}

const take = (calendar: string[], more: { from?: string; givenTo?: string } = {}) =>
  inScope(server.platform.db, mintScope(ana.organization.id), (tx) =>
    takeMeetingMail(tx, server.platform, {
      organization: ana.organization.id,
      partnership: partner.id,
      meeting,
      from: { name: 'Marta Gil', email: more.from ?? MARTA },
      to: more.givenTo ?? more.from ?? MARTA,
      text: '',
      calendar: [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:Microsoft Exchange Server 2010',
        ...calendar,
        'END:VCALENDAR',
      ].join('\r\n'),
      at: NOW,
    }),
  );
const outlook = (partstat: string) => [
  'METHOD:REPLY',
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  `ATTENDEE;PARTSTAT=${partstat};CN=Marta Gil:mailto:Marta@Taller.example`,
  `UID:${uid}`,
  'SUMMARY;LANGUAGE=es-ES:Aceptada: First talk',
  'DTSTART;TZID=Romance Standard Time:20261201T100000',
  'DTEND;TZID=Romance Standard Time:20261201T110000',
  'DTSTAMP:20261126T085500Z',
  'SEQUENCE:0',
  'END:VEVENT',
];

test('the calendar of whoever invites names the address at which answers are read', async () => {
  const { calendar, inviter, me } = await mine();
  expect([inviter, me]).toEqual([true, ana.email]);
  expect(calendar.organizer.email).toMatch(/^entente\+[a-z2-7]{42}@college\.example$/);
});

test('somebody without an account answers from Outlook, and the meeting is agreed', async () => {
  expect(await take(outlook('ACCEPTED'), { from: 'stranger@x.example' })).toBeUndefined();
  expect((await mine()).calendar.status).toBe('tentative');
  expect(await take(outlook('ACCEPTED'))).toEqual({ did: 'answered' });
  expect((await mine()).calendar).toMatchObject({ status: 'confirmed', sequence: 0 });
});

test('an answer sent from another mailbox counts for whoever was given the address', async () => {
  const later = outlook('DECLINED').map((line) => line.replace('085500Z', '085600Z'));
  expect(await take(later, { from: 'marta.gil@gmail.example', givenTo: MARTA })).toEqual({ did: 'answered' });
  expect((await mine()).calendar.attendees.find(({ email }) => email === MARTA)?.status).toBe('declined');
});

test('a calendar of theirs that calls the meeting off asks the inviter, and does nothing', async () => {
  const cancel = outlook('ACCEPTED').map((line) => line.replace('METHOD:REPLY', 'METHOD:CANCEL'));
  expect(await take(cancel)).toEqual({ did: 'asked' });
  expect(await take(cancel)).toEqual({ did: 'asked' });
  const { items } = await ana.json(`${ana.base}/calendar/questions`);
  expect(items).toMatchObject([
    { kind: 'partner-cancel', from: 'Marta Gil', title: 'First talk', partner: 'Taller Nuevo SL' },
  ]);
  expect((await mine()).calendar.status).not.toBe('cancelled');
});

test('a password is read again with its own key and for its own person only', () => {
  const text = sealed('key of this house', 'a b', 'señor 42');
  expect(text).not.toContain('señor');
  expect(sealed('key of this house', 'a b', 'señor 42')).not.toBe(text);
  expect(unsealed('key of this house', 'a b', text)).toBe('señor 42');
  for (const [key, owner, sent] of [
    ['another key', 'a b', text],
    ['key of this house', 'a c', text],
    ['key of this house', 'a b', `${text.slice(0, -2)}AA`],
    ['key of this house', 'a b', ''],
  ] as const)
    expect(unsealed(key, owner, sent)).toBeUndefined();
});
