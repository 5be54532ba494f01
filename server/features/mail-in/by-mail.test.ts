import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersAt, mailArrives, type WrittenMail } from '../../testing/mails-in.ts';
import { colleagueOf, type SignedUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { Answers, Recipient } from '../mail/commands.ts';

let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let recorded: RecordedPartner;

beforeAll(async () => {
  server = await testServer({ config: { answerAddress: 'entente@entente.example' } });
  ({ a, b, partnership } = await twoPartners(server));
  recorded = await recordPartner(a);
});
afterAll(() => server.close());

const answers = (organization: string, to: Recipient, about: Answers): Promise<string> =>
  answersAt(server.platform, organization, to, about);
const arrives = (mail: WrittenMail): Promise<void> => mailArrives(server.platform, mail);
const room = (who: SignedUp): string => `${who.base}/partnerships/${partnership}`;

test('words that came by mail are marked for both sides; what the mail repeats is read by managers of who took it, without the keys in it', async () => {
  const id = await request(server, a, partnership);
  const about: Answers = { kind: 'conversation', partnership, subject: id };
  const to = await answers(b.organization.id, { email: b.email, personId: b.id }, about);
  const key = 'k'.repeat(64);
  await arrives({
    from: b.email,
    to,
    text: `Twelve is fine.\n\nOn Mon, our director wrote:\n> We can go up to fifteen. http://entente.example/l/${key}\n> or https://safe.example/?url=http%3A%2F%2Fentente.example%2Fl%2F${key}&more\n\n-- \nBruno Sanz, workshop`,
  });
  const page = async (who: SignedUp) => who.json(`${room(who)}/conversations/${id}`);
  const theirs = await page(a);
  expect(theirs.acts.at(-1).byMail).toEqual({ files: [], mail: null, more: false });
  for (const quoted of ['fifteen', 'Bruno Sanz, workshop', 'kkkk'])
    expect(JSON.stringify(theirs), quoted).not.toContain(quoted);
  expect(theirs.acts[0]).not.toHaveProperty('byMail');
  const own = (await page(b)).acts.at(-1).byMail;
  expect(own).toMatchObject({ files: [], more: true });
  const mail = await b.json(`${b.base}/mails-in/${own.mail}`);
  expect(mail.words).toBe('Twelve is fine.');
  for (const rest of ['We can go up to fifteen', 'Bruno Sanz, workshop']) expect(mail.folded).toContain(rest);
  expect(mail.folded).not.toContain('kkkk');
  await a.json(`${a.base}/mails-in/${own.mail}`, { status: 404 });
  const colleague = await colleagueOf(server, b);
  await colleague.json(`${b.base}/mails-in/${own.mail}`, { status: 403 });
  const { rows } = await server.database.owner.query('select to_jsonb(w) as row from mailed_words w');
  expect(JSON.stringify(rows)).not.toContain('fifteen');
});

test('a guest sees that their words came by mail, and nothing of what the mail repeats', async () => {
  const id = await request(server, a, recorded.id);
  const person = recorded.people[0]?.id ?? '';
  const link = await a.json(`${recorded.base}/conversations/${id}/links`, { json: { person }, status: 201 });
  const to = await answers(
    a.organization.id,
    { email: 'marta@taller.example' },
    { kind: 'conversation', partnership: recorded.id, subject: id, people: person },
  );
  await arrives({ from: 'marta@taller.example', to, text: 'Could it be in March?\n\n> and what our director said' });
  const answer = await server.request('/api/guest/conversation', {
    headers: { 'x-entente-link': link.url.split('/l/')[1] },
  });
  const page = (await answer.json()) as { acts: { byMail?: object }[] };
  expect(page.acts.at(-1)?.byMail).toEqual({ files: [], mail: null, more: false });
  expect(JSON.stringify(page)).not.toContain('director');
});

test('in a talk the files of a mail stand beside its words, and both sides can open them', async () => {
  const thread = await a.json(`${room(a)}/threads`, { json: { subject: 'Ideas', text: 'Any?' }, status: 201 });
  const to = await answers(
    b.organization.id,
    { email: b.email, personId: b.id },
    { kind: 'thread', partnership, subject: thread.id },
  );
  await arrives({ from: b.email, to, text: 'Here are three.', file: 'ideas.txt' });
  const { messages } = await a.json(`${room(a)}/threads/${thread.id}`);
  expect(messages.at(-1)).toMatchObject({
    text: 'Here are three.',
    byMail: { files: [{ name: 'ideas.txt' }], mail: null },
  });
  const file = await a.request(`${room(a)}/files/${messages.at(-1).byMail.files[0].id}`);
  expect(await file.text()).toContain('what it holds');
});

test('an address for copies is read without writing anything, and takes copies; one that was given out before still does', async () => {
  const rows = async () =>
    (await server.database.owner.query("select token from answer_addresses where kind = 'copy'")).rows;
  const { address } = await a.json(`${room(a)}/copy-address`);
  expect(await a.json(`${room(a)}/copy-address`)).toEqual({ address });
  expect((await b.json(`${room(b)}/copy-address`)).address).not.toBe(address);
  expect(await rows()).toEqual([]);
  await arrives({ from: a.email, to: address, text: 'Copied.' });
  await arrives({
    from: a.email,
    to: address.replace(/.@/, (last: string) => (last === 'a@' ? 'b@' : 'a@')),
    text: 'Forged.',
  });
  const kept = async () =>
    (await a.json(`${a.base}/mails-in?correspondence=${partnership}`)).items.map(
      (each: { excerpt: string }) => each.excerpt,
    );
  expect(await kept()).toEqual(['Copied.']);
  expect((await b.json(`${b.base}/mails-in?correspondence=${partnership}`)).items).toEqual([]);
  const earlier = await answers(
    a.organization.id,
    { email: 'copy' },
    { kind: 'copy', partnership, subject: partnership },
  );
  expect(earlier).not.toBe(address);
  expect(await a.json(`${room(a)}/copy-address`)).toEqual({ address: earlier });
  await arrives({ from: a.email, to: earlier, text: 'To the earlier one.' });
  expect(await kept()).toEqual(['To the earlier one.', 'Copied.']);
  await arrives({ from: 'x@elsewhere.example', to: address, text: 'Buy.' });
  expect((await a.json(`${a.base}/mails-in?state=held`)).items[0]).toMatchObject({ kind: 'copy', excerpt: 'Buy.' });
});
