import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { kept, promise } from '../../testing/promises.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { readBack } from '../../testing/stages.ts';
import type { Board, PartnershipItem, PartnershipList } from './schema.ts';

const START = '2026-03-04T10:00:00.000Z';
const DAY = 86_400_000;
const clock = fixedClock(START);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());
beforeEach(() => clock.set(START));

const list = (who: SignedUp, query = ''): Promise<PartnershipList> => who.json(`${who.base}/partnerships?${query}`);
const names = async (who: SignedUp, query = ''): Promise<string[]> =>
  (await list(who, query)).items.map((item) => item.partner.name);
const board = (who: SignedUp, query = ''): Promise<Board> => who.json(`${who.base}/board?${query}`);
const columns = async (who: SignedUp, query = '') =>
  Object.fromEntries(
    (await board(who, query)).columns
      .filter((column) => column.total > 0)
      .map((column) => [column.stage, column.items.map((item) => item.partner.name)]),
  );

/** Brings a recorded partner one step up. */
async function aware(by: SignedUp, partnership: string): Promise<void> {
  const base = `${by.base}/partnerships/${partnership}`;
  const conversation = await request(server, by, partnership);
  const people: { id: string; side: string }[] = await by.json(`${base}/people`);
  const person = people.find((one) => one.side === 'b')?.id ?? '';
  const now = clock.now().toISOString();
  await readBack(
    server,
    { by, partnership },
    { conversation, author: person, heldOn: now.slice(0, 10), sentAt: now, answeredAt: now },
  );
  const { pending } = await by.json(`${base}/stage/moves`, {
    json: { from: 'prospect', to: 'awareness' },
    status: 201,
  });
  await by.json(`${base}/stage/moves/${pending.id}/answer`, { json: { answer: 'agreed', as: 'recorded', person } });
}

describe('partners as one likes to look at them', () => {
  test('a partner says its stage, the step that waits, and what is promised on either side', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await promise(clock, a, b, partnership, { days: 20 });
    await promise(clock, a, b, partnership, { days: 10 });
    await promise(clock, b, a, partnership, { days: 30 });
    await kept(clock, a, b, partnership);
    const [seen] = (await list(a)).items as [PartnershipItem];
    expect(seen).toMatchObject({ stage: 'prospect', stageAsked: null, promises: { ours: 1, theirs: 2 } });
    expect(seen.promises.nextDue).toBe(new Date(Date.parse(START) + 10 * DAY).toISOString());
    expect((await list(b)).items[0]?.promises).toMatchObject({ ours: 2, theirs: 1 });
    expect(await a.json(`${a.base}/partnerships/${partnership}`)).toMatchObject({ promises: { ours: 1, theirs: 2 } });
  });

  test('narrowed by stage, presence, search, silence and whether one takes part', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    const luis = await colleagueOf(server, ana);
    const [abad, beltran, costa] = await Promise.all(
      ['Abad', 'Beltrán', 'Costa'].map((name) => recordPartner(ana, name)),
    );
    await aware(ana, abad?.id ?? '');
    clock.advance(20 * DAY);
    const asked = await request(server, luis, beltran?.id ?? '');
    await ana.json(`${beltran?.base}/conversations/${asked}/links`, {
      json: { person: beltran?.people[0]?.id },
      status: 201,
    });
    clock.advance(10 * DAY);
    expect(await names(ana)).toEqual(['Abad', 'Beltrán', 'Costa']);
    expect(await names(ana, 'stage=awareness')).toEqual(['Abad']);
    expect(await names(ana, 'stage=awareness,prospect')).toEqual(['Abad', 'Beltrán', 'Costa']);
    expect(await names(ana, 'presence=guest')).toEqual(['Beltrán']);
    expect(await names(ana, 'presence=recorded&search=cos')).toEqual(['Costa']);
    expect(await names(ana, 'presence=claimed')).toEqual([]);
    expect(await names(ana, 'quiet=14')).toEqual(['Abad', 'Costa']);
    expect(await names(ana, 'quiet=31')).toEqual([]);
    expect(await names(ana, 'mine=1')).toEqual(['Abad']);
    expect(await names(luis, 'mine=1')).toEqual(['Beltrán']);
    expect(await columns(ana)).toEqual({ prospect: ['Beltrán', 'Costa'], awareness: ['Abad'] });
    expect(await columns(ana, 'quiet=14')).toEqual({ prospect: ['Costa'], awareness: ['Abad'] });
    expect(costa?.id).toBeDefined();
  });

  test('sorted by any column, up and down, one page after the other without a gap or a double', async () => {
    const { a, b, partnership } = await twoPartners(server);
    for (const name of ['Zeta', 'Abad', 'Medio']) await recordPartner(a, name);
    await promise(clock, a, b, partnership);
    await promise(clock, b, a, partnership);
    for (const sort of ['name', 'stage', 'since', 'ours', 'theirs', 'last', 'due']) {
      for (const order of ['up', 'down']) {
        const whole = (await list(a, `sort=${sort}&order=${order}`)).items.map((item) => item.id);
        expect(new Set(whole).size).toBe(4);
        const paged: string[] = [];
        let next: string | null = '';
        while (next !== null) {
          const page: PartnershipList = await list(
            a,
            `sort=${sort}&order=${order}&limit=1${next && `&cursor=${next}`}`,
          );
          paged.push(...page.items.map((item) => item.id));
          next = page.next;
        }
        expect([sort, order, paged]).toEqual([sort, order, whole]);
      }
    }
    expect((await names(a, 'sort=ours&order=down'))[0]).toBe('Acero y Luz');
    expect((await names(a, 'sort=theirs&order=down'))[0]).toBe('Acero y Luz');
    // Who has no date comes last, whichever way the dates run.
    expect((await names(a, 'sort=due'))[0]).toBe('Acero y Luz');
    expect((await names(a, 'sort=due&order=down'))[0]).toBe('Acero y Luz');
    expect(await names(a, 'sort=name&order=down')).toEqual(['Zeta', 'Medio', 'Acero y Luz', 'Abad']);
  });

  test('the board counts whom it does not list', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    for (const name of ['Uno', 'Dos', 'Tres']) await recordPartner(ana, name);
    const found = (await board(ana, 'limit=2')).columns.find((column) => column.stage === 'prospect');
    expect(found).toMatchObject({ total: 3, items: [{}, {}] });
    expect((await board(ana)).columns.map((column) => column.stage)).toHaveLength(8);
  });

  test('what cannot be is refused with words', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    for (const query of ['stage=best', 'presence=maybe', 'quiet=0', 'quiet=x', 'mine=2', 'sort=height', 'order=left'])
      expect((await ana.request(`${ana.base}/partnerships?${query}`)).status).toBe(400);
    expect((await ana.request(`${ana.base}/board?limit=51`)).status).toBe(400);
  });
});
