import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf, type SignedUp } from '../../testing/people.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { Item } from './schema.ts';

let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let ofA: string;
let ofB: string;

beforeAll(async () => {
  server = await testServer();
  ({ a, b, partnership } = await twoPartners(server));
  ofA = `${a.base}/partnerships/${partnership}`;
  ofB = `${b.base}/partnerships/${partnership}`;
});
afterAll(() => server.close());

const offer = (more: object = {}) => ({
  nature: 'offer',
  kind: 'training',
  title: 'Evening course in welding',
  detail: 'Twelve places, with certificate',
  skills: ['welding'],
  amount: 'twelve places',
  startsOn: '2027-01-10',
  endsOn: '2027-06-30',
  urgency: 'quarter',
  ...more,
});
const add = (json: object = offer(), who = a): Promise<Item> => who.json(`${who.base}/needs`, { json, status: 201 });
const tell = (item: Item, level: string, who = a, status = 200) =>
  who.json(`${who.base}/partnerships/${partnership}/needs/${item.id}/level`, {
    method: 'PUT',
    json: { level },
    status,
  });
const readByB = async (item: Item) => {
  const { theirs } = await b.json(`${ofB}/needs`);
  return theirs.disclosed.find((one: { id: string }) => one.id === item.id);
};

describe('our own book', () => {
  test('keeps a need or an offer once, tells nobody, and lists it newest first', async () => {
    const item = await add();
    expect(item).toMatchObject({
      ...offer(),
      owner: null,
      about: null,
      status: 'open',
      disclosures: [],
      may: { change: true },
    });
    const list = await a.json(`${a.base}/needs?nature=offer`);
    expect(list.items[0].id).toBe(item.id);
    expect((await a.json(`${a.base}/needs?nature=need`)).items).toEqual([]);
    expect(await readByB(item)).toBeUndefined();
  });

  test('is paged', async () => {
    const titles = ['x1', 'x2', 'x3'];
    for (const title of titles) await add({ nature: 'need', kind: 'data', title });
    const first = await a.json(`${a.base}/needs?nature=need&limit=2`);
    const second = await a.json(`${a.base}/needs?nature=need&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((one: Item) => one.title)).toEqual(titles.toReversed());
    expect(second.next).toBeNull();
  });

  test('is changed by who wrote it or answers for it, and by managers', async () => {
    const luis = await colleagueOf(server, a);
    const item = await add();
    const path = `${a.base}/needs/${item.id}`;
    await luis.json(path, { method: 'PATCH', json: { title: 'x' }, status: 403 });
    await tell(item, 'full', luis, 403);
    const owned = await a.json(path, { method: 'PATCH', json: { owner: luis.id } });
    expect(owned.owner).toEqual({ personId: luis.id, name: luis.name });
    expect(await luis.json(path, { method: 'PATCH', json: { title: 'Theirs' } })).toMatchObject({
      title: 'Theirs',
      detail: 'Twelve places, with certificate',
    });
    await a.json(path, { method: 'PATCH', json: { owner: b.id }, status: 400 });
    await luis.json(path, { method: 'DELETE', status: 204 });
    await a.json(path, { method: 'PATCH', json: { title: 'x' }, status: 404 });
  });

  test.each([
    [{ title: '   ' }],
    [{ title: 'x'.repeat(201) }],
    [{ detail: 'x'.repeat(5001) }],
    [{ kind: 'money' }],
    [{ skills: Array.from({ length: 41 }, (_, n) => `s${n}`) }],
    [{ startsOn: '2027-02-30' }],
    [{ startsOn: '0000-01-01' }],
    [{ startsOn: '2027-02-02', endsOn: '2027-02-01' }],
    [{ owner: '01a20b73-ad6d-716e-87c7-84cf72a4d726' }],
    [{ more: 1 }],
  ])('refuses %j', async (part) => {
    await a.json(`${a.base}/needs`, { json: offer(part), status: 400 });
  });

  test('keeps every script, emoji and direction', async () => {
    const title = 'مهندسان 👩🏽‍🔧 vers été';
    expect((await add(offer({ title }))).title).toBe(title);
  });
});

describe('what a partner is told', () => {
  test('goes up the ladder and down again, a level at a time or at once', async () => {
    const item = await add();
    await tell(item, 'titled');
    expect(await readByB(item)).toMatchObject({
      level: 'titled',
      title: item.title,
      kind: 'training',
      detail: null,
      skills: [],
      amount: null,
      startsOn: null,
      urgency: null,
      owner: null,
    });
    expect(await tell(item, 'full')).toMatchObject({
      disclosures: [{ partnership, partner: 'Acero y Luz', level: 'full' }],
    });
    expect(await readByB(item)).toMatchObject({
      level: 'full',
      detail: item.detail,
      skills: ['welding'],
      amount: 'twelve places',
    });
    const before = (await b.json(`${ofB}/needs`)).theirs.counted;
    await tell(item, 'counted');
    expect(await readByB(item)).toBeUndefined();
    expect((await b.json(`${ofB}/needs`)).theirs.counted.offers).toBe(before.offers + 1);
    await tell(item, 'hidden');
    expect((await b.json(`${ofB}/needs`)).theirs.counted).toEqual(before);
  });

  test('follows a change of the item, as far as it was told', async () => {
    const item = await add();
    await tell(item, 'titled');
    await a.json(`${a.base}/needs/${item.id}`, {
      method: 'PATCH',
      json: { title: 'Weekend course', detail: 'Secret' },
    });
    expect(await readByB(item)).toMatchObject({ title: 'Weekend course', detail: null });
    const { rows } = await server.database.owner.query('select * from disclosures where id = $1', [item.id]);
    expect(JSON.stringify(rows)).not.toContain('Secret');
  });

  test('ends when the item is closed or thrown away, and does not come back by itself', async () => {
    const item = await add();
    await tell(item, 'full');
    const path = `${a.base}/needs/${item.id}`;
    await a.json(path, { method: 'PATCH', json: { status: 'met' } });
    expect(await readByB(item)).toBeUndefined();
    await tell(item, 'full', a, 409);
    expect(await a.json(path, { method: 'PATCH', json: { status: 'open' } })).toMatchObject({ disclosures: [] });
    await tell(item, 'full');
    await a.json(path, { method: 'DELETE', status: 204 });
    expect(await readByB(item)).toBeUndefined();
  });

  test('is ended by either side, and by nobody else', async () => {
    const item = await add();
    await tell(item, 'full');
    await b.json(`${ofB}/disclosures/${item.id}`, { method: 'DELETE', status: 204 });
    expect(await readByB(item)).toBeUndefined();
    await b.json(`${ofB}/disclosures/${item.id}`, { method: 'DELETE', status: 404 });
    await tell(item, 'full');
    await a.json(`${ofA}/disclosures/${item.id}`, { method: 'DELETE', status: 204 });
    expect(await readByB(item)).toBeUndefined();
  });

  test('names who answers for it only when all of it is told', async () => {
    const item = await add(offer({ owner: a.id }));
    await tell(item, 'titled');
    expect(await readByB(item)).toMatchObject({ owner: null });
    await tell(item, 'full');
    expect(await readByB(item)).toMatchObject({ owner: a.name });
  });

  test('is decided by the side that has it: the other side cannot tell, change or drop it', async () => {
    const item = await add();
    await tell(item, 'full');
    await tell(item, 'counted', b, 404);
    await b.json(`${b.base}/needs/${item.id}`, { method: 'PATCH', json: { title: 'x' }, status: 404 });
    await b.json(`${b.base}/needs/${item.id}`, { method: 'DELETE', status: 404 });
  });
});

describe('what we understand of a partner', () => {
  test('stays ours, and cannot be told as if it were', async () => {
    const item = await add({
      nature: 'need',
      kind: 'talent',
      title: 'They need welders',
      about: partnership,
      sourceWords: 'We are short of hands',
    });
    expect(item).toMatchObject({
      about: partnership,
      certainty: 'heard',
      source: { words: 'We are short of hands' },
      answer: null,
    });
    expect((await a.json(`${ofA}/needs`)).understood.map((one: Item) => one.id)).toContain(item.id);
    expect(JSON.stringify(await b.json(`${ofB}/needs`))).not.toContain('They need welders');
    await tell(item, 'full', a, 409);
    await add({ nature: 'need', kind: 'talent', title: 'x', about: '01a20b73-ad6d-716e-87c7-84cf72a4d726' }).then(
      () => expect.fail('a partnership that is not ours'),
      (error: Error) => expect(error.message).toContain('404'),
    );
  });

  test('is not listed among our own', async () => {
    const { id } = await recordPartner(a, 'Otro');
    const item = await add({ nature: 'need', kind: 'talent', title: 'Only theirs', about: id });
    expect((await a.json(`${a.base}/needs?nature=need`)).items.map((one: Item) => one.id)).not.toContain(item.id);
  });
});
