import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailServer } from '../../platform/smtp.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { readCalendar } from './model-ics-read.ts';
import { writeCalendar } from './model-ics-write.ts';

let server: TestMailServer;
beforeAll(async () => {
  server = await testMailServer();
});
afterAll(() => server.close());

test('an invitation goes out as mail programs show it with buttons: a form of the text with its method, and a file', async () => {
  const way = openMailServer({ smtpUrl: server.url });
  const ics = writeCalendar(
    {
      uid: 'mail@entente.example',
      sequence: 2,
      status: 'confirmed',
      summary: 'Primera reunión',
      description: '',
      location: '',
      url: '',
      start: { local: '2026-12-01T10:00', zone: 'Europe/Madrid' },
      minutes: 60,
      excluded: [],
      moved: [],
      organizer: { name: 'Ana', email: 'ana@college.example' },
      attendees: [{ name: 'Ben', email: 'ben@maker.example', status: 'needs-action', required: true }],
      stamp: new Date('2026-11-26T08:00:00Z'),
    },
    'REQUEST',
  );
  await way?.send({
    from: { name: 'Ana', address: 'ana@college.example' },
    to: { name: 'Ben', address: 'ben@maker.example' },
    subject: 'Primera reunión',
    text: 'Hola',
    html: '<p>Hola</p>',
    pictures: [{ address: 'cid:ring', name: 'ring.png', png: Buffer.from('x') }],
    calendar: { method: 'REQUEST', ics },
    messageId: '<1@entente.example>',
    references: [],
    date: new Date('2026-11-26T08:00:00Z'),
  });
  way?.close();
  const [mail] = await server.received(1);
  const raw = mail?.raw ?? '';
  const alternative = raw.slice(raw.indexOf('multipart/alternative'));
  expect(alternative.match(/^Content-Type: text\/(plain|html|calendar).*$/gim)).toHaveLength(3);
  expect(alternative).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  expect(raw).toMatch(/Content-Type: application\/ics; name=invite\.ics/i);
  const { attachments } = await simpleParser(Buffer.from(raw, 'latin1'));
  const found = attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
  expect(found.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics']);
  for (const { content } of found)
    expect(readCalendar(content.toString('utf8'))).toMatchObject({
      ok: true,
      method: 'REQUEST',
      events: [{ summary: 'Primera reunión', sequence: 2 }],
    });
});
