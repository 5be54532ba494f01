import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { broken, kept, promise, repaired, say } from '../../testing/promises.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { CommitmentItem, ConfidencePage, DirectionShape, EffectShape } from './schema.ts';

const start = '2026-03-02T09:00:00.000Z';
const day = 86_400_000;
const clock = fixedClock(start);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());
beforeEach(() => clock.set(start));

const room = (who: SignedUp, partnership: string) => `${who.base}/partnerships/${partnership}`;
const page = (who: SignedUp, partnership: string, query = ''): Promise<ConfidencePage> =>
  who.json(`${room(who, partnership)}/confidence${query}`);
const inThem = async (who: SignedUp, partnership: string, query = ''): Promise<DirectionShape> =>
  (await page(who, partnership, query)).directions[0]!;
const effect = (who: SignedUp, partnership: string, id: string): Promise<EffectShape | null> =>
  who.json(`${room(who, partnership)}/conversations/${id}/confidence`);
const behind = async (who: SignedUp, partnership: string, query: string): Promise<CommitmentItem[]> =>
  (await who.json(`${room(who, partnership)}/confidence/commitments?${query}`)).items;
const times = async (n: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < n; i += 1) await work();
};
const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

describe('confidence between two partners', () => {
  it('says that it is too early until five promises are settled, then a number with its interval', async () => {
    const { a, b, partnership } = await twoPartners(server);
    expect((await inThem(a, partnership)).confidence).toMatchObject({
      standing: 'too-early',
      value: null,
      count: 0,
      shares: [],
    });
    await times(4, () => kept(clock, a, b, partnership));
    expect((await inThem(a, partnership)).confidence).toMatchObject({
      standing: 'too-early',
      value: null,
      ofTen: null,
      count: 4,
      kept: 4,
    });
    await kept(clock, a, b, partnership);
    const found = (await inThem(a, partnership)).confidence;
    expect(found).toMatchObject({ standing: 'stated', count: 5, kept: 5 });
    expect(found.value).toBeGreaterThan(0.6);
    expect(found.low! < found.value! && found.value! < found.high!).toBe(true);
    expect(sum(found.shares.map((one) => one.points))).toBeCloseTo(found.value!, 12);
    expect(sum(found.shares.map((one) => one.weight))).toBeCloseTo(1, 12);
  });

  it('opens every share into the commitments that made it, with weights that add up', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const ids: string[] = [];
    await times(4, async () => ids.push(await kept(clock, a, b, partnership)));
    ids.push(await broken(clock, a, b, partnership));
    const found = (await inThem(a, partnership)).confidence;
    const own = await behind(a, partnership, 'customer=a&view=ours&source=own');
    expect(own.map((one) => one.conversationId).sort()).toEqual(ids.sort());
    expect(own.filter((one) => one.counts === 'broken')).toHaveLength(1);
    expect(sum(own.map((one) => one.worth))).toBeCloseTo(found.worth, 9);
    expect(await behind(a, partnership, 'customer=a&view=ours&source=start')).toEqual([]);
    const paged = await a.json(`${room(a, partnership)}/confidence/commitments?customer=a&view=ours&limit=2`);
    const rest = await a.json(
      `${room(a, partnership)}/confidence/commitments?customer=a&view=ours&cursor=${paged.next}`,
    );
    expect([...paged.items, ...rest.items]).toEqual(own);
  });

  it('of the shared record is the same number on both sides', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(5, () => kept(clock, a, b, partnership));
    await times(5, () => kept(clock, b, a, partnership));
    await broken(clock, b, a, partnership);
    const [ofA, ofB] = [await page(a, partnership), await page(b, partnership)];
    expect(ofB.directions[1]!.confidence).toEqual(ofA.directions[0]!.shared);
    expect(ofA.directions[1]!.confidence).toEqual(ofB.directions[0]!.shared);
    expect(ofA.directions[1]!.confidence.value).toBeLessThan(ofA.directions[0]!.shared!.value!);
  });

  it('never lets what we know from other partners reach the other side', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(5, () => kept(clock, a, b, partnership));
    const seen = async () => {
      const found = await page(b, partnership);
      return JSON.stringify([
        found.directions[1],
        found.directions[0]!.shared,
        await behind(b, partnership, 'customer=a&source=population'),
      ]);
    };
    const ofA = async () => (await inThem(a, partnership)).confidence.value;
    const [before, ours] = [await seen(), await ofA()];
    // A third partner of theirs, to whom everything was broken, and one recorded between two others.
    const other = await recordPartner(a, 'Tercero SL', 'luis@tercero.example');
    const recorded = async (outcome: 'renege' | 'accept') => {
      const id = (
        await a.json(`${other.base}/conversations`, {
          json: {
            saying: {
              kind: 'request',
              terms: {
                what: 'Secret',
                conditions: [{ text: 'x' }],
                due: { days: 3 },
                replyBy: { at: '2026-12-01T00:00:00.000Z' },
              },
            },
          },
          status: 201,
        })
      ).conversation;
      const told = async (saying: object, as: object) => {
        const { head } = await a.json(`${other.base}/conversations/${id}`);
        await a.json(`${other.base}/conversations/${id}/acts`, {
          json: { saying, ...as },
          headers: { 'if-match': `"${head}"` },
          status: 201,
        });
      };
      await told({ kind: 'agree' }, { recorded: {} });
      if (outcome === 'renege') await told({ kind: 'renege', text: 'No' }, { recorded: {} });
    };
    await times(6, () => recorded('renege'));
    expect(await ofA()).not.toBe(ours);
    expect(await seen()).toBe(before);
    expect(before).not.toContain('Secret');
    expect((await b.request(`${room(b, partnership)}/confidence/commitments?customer=a&view=ours`)).status).toBe(404);
    expect((await inThem(a, partnership)).confidence.shares.map((one) => one.source)).toContain('elsewhere');
  });

  it('counts a recorded promise half until the other side confirms it', async () => {
    const a = await signUp(server);
    const other = await recordPartner(a);
    const open = await a.json(`${other.base}/conversations`, {
      json: {
        saying: {
          kind: 'request',
          terms: {
            what: 'Places',
            conditions: [{ text: 'x' }],
            due: { days: 9 },
            replyBy: { at: '2026-12-01T00:00:00.000Z' },
          },
        },
      },
      status: 201,
    });
    const tell = async (saying: object, recorded?: object) => {
      const { head } = await a.json(`${other.base}/conversations/${open.conversation}`);
      await a.json(`${other.base}/conversations/${open.conversation}/acts`, {
        json: { saying, ...(recorded && { recorded }) },
        headers: { 'if-match': `"${head}"` },
        status: 201,
      });
    };
    await tell({ kind: 'agree' }, {});
    await tell({ kind: 'report', on: [{ condition: 'c1', text: 'Sent' }] }, {});
    await tell({ kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
    const [item] = await behind(a, other.id, `customer=a&view=ours`);
    expect(item).toMatchObject({ recorded: true, weight: 0.5, counts: 'kept' });
  });

  it('tells what changed, by share and by commitment, and lifts what was made good and forgiven', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(6, () => kept(clock, a, b, partnership));
    const before = (await inThem(a, partnership)).confidence.value!;
    clock.advance(day);
    const bad = await broken(clock, a, b, partnership);
    const fallen = await inThem(a, partnership, '?days=2');
    expect(fallen.confidence.value).toBeLessThan(before - 0.05);
    expect(fallen.changes.before.value).toBeCloseTo(before, 6);
    expect(sum(fallen.changes.items.map((one) => one.by))).toBeCloseTo(
      fallen.confidence.value! - fallen.changes.before.value!,
      9,
    );
    expect(fallen.changes.settled).toMatchObject([{ conversationId: bad, counts: 'broken' }]);
    expect(fallen.trend.at(-1)).toMatchObject({ mark: 'broken' });
    await repaired(clock, a, b, partnership, bad);
    clock.advance(day);
    const mended = await inThem(a, partnership, '?days=4');
    expect(mended.confidence.value).toBeGreaterThan(fallen.confidence.value!);
    expect(mended.changes.settled).toMatchObject([{ conversationId: bad, counts: 'lifted', worth: 0 }]);
    expect(mended.trend.map((one) => one.mark)).toEqual([...Array(6).fill('kept'), 'broken', 'repaired', null]);
    expect(mended.confidence).toMatchObject({ count: 6, kept: 6 });
  });

  it('keeps kinds of work apart, and tells what is no evidence beside', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(5, () => kept(clock, a, b, partnership, { work: 'talent' }));
    await times(5, () => broken(clock, a, b, partnership, { work: 'paperwork' }));
    const id = await promise(clock, a, b, partnership);
    await say(a, partnership, id, { kind: 'cancel', text: 'Not needed' });
    const found = await inThem(a, partnership);
    const value = Object.fromEntries(found.kinds.map((one) => [one.kind, one.confidence.value!]));
    expect(Object.keys(value)).toEqual(['paperwork', 'talent']);
    expect(value.talent).toBeGreaterThan(found.confidence.value!);
    expect(value.paperwork).toBeLessThan(found.confidence.value!);
    expect(found.beside).toEqual([{ result: 'excused', count: 1 }]);
  });

  it('weighs a promise with a small stake less', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(4, () => kept(clock, a, b, partnership, { price: { amount: '1000', unit: 'EUR' } }));
    await kept(clock, a, b, partnership, { price: { amount: '1', unit: 'EUR' }, what: 'Trifle' });
    const items = await behind(a, partnership, 'customer=a&view=ours');
    expect(items.find((one) => one.title === 'Trifle')!.weight).toBe(0.1);
    expect(items.filter((one) => one.weight === 1)).toHaveLength(4);
  });

  it('falls as days pass without a word on what was promised, and is silent about it once there was a warning', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(6, () => kept(clock, a, b, partnership));
    const silent = await promise(clock, a, b, partnership, { days: 4 });
    const before = (await inThem(a, partnership)).confidence;
    clock.advance(5 * day);
    const after = (await inThem(a, partnership)).confidence;
    expect(after.value!).toBeLessThan(before.value!);
    expect(after.count).toBe(before.count + 1);
    await say(b, partnership, silent, { kind: 'report', on: [{ condition: 'c1', text: 'Late' }] });
    await say(a, partnership, silent, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
    expect((await behind(a, partnership, 'customer=a&view=ours'))[0]).toMatchObject({
      result: 'late',
      counts: 'broken',
    });
  });
});

describe('what one promise did', () => {
  it('is told on its conversation: before, what keeping and missing it would do; after, what it did', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(5, () => kept(clock, a, b, partnership));
    const id = await promise(clock, a, b, partnership);
    const open = (await effect(a, partnership, id))!;
    expect(open).toMatchObject({ view: 'ours', counts: null, did: null, standing: 'stated' });
    expect(open.would!.kept).toBeGreaterThan(0);
    expect(open.would!.broken).toBeLessThan(0);
    // The performer sees what the shared record will say of it.
    expect(await effect(b, partnership, id)).toMatchObject({ view: 'shared', did: null });
    await say(b, partnership, id, { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] });
    await say(a, partnership, id, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
    const done = (await effect(a, partnership, id))!;
    expect(done).toMatchObject({ counts: 'kept', would: null, weight: 1 });
    expect(done.did).toBeCloseTo(open.would!.kept, 3);
  });

  it('is nothing before anything is promised, and says so of what is no evidence', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await promise(clock, a, b, partnership);
    await say(a, partnership, id, { kind: 'cancel', text: 'Not needed' });
    expect(await effect(a, partnership, id)).toMatchObject({ result: 'excused', counts: null, did: null, would: null });
    const { conversation } = await a.json(`${room(a, partnership)}/conversations`, {
      json: {
        saying: {
          kind: 'request',
          terms: {
            what: 'x',
            conditions: [{ text: 'y' }],
            due: { days: 2 },
            replyBy: { at: '2026-12-01T00:00:00.000Z' },
          },
        },
      },
      status: 201,
    });
    expect(await effect(a, partnership, conversation)).toBeNull();
    const outsider = await signUp(server, { organization: 'Ajena' });
    expect((await outsider.request(`${room(outsider, partnership)}/conversations/${id}/confidence`)).status).toBe(404);
  });
});

describe('nobody is ranked', () => {
  it('no route about trust takes or gives a person, or an order', async () => {
    const spec = await (await server.request('/api/openapi.json')).json();
    const paths = Object.entries(spec.paths).filter(([, methods]) =>
      Object.values(methods as object).some((one) => one.tags?.includes('Trust') || one.tags?.includes('Mirror')),
    );
    expect(paths.length).toBeGreaterThan(3);
    for (const [path, methods] of paths) {
      for (const method of Object.values(methods as Record<string, any>)) {
        const parameters = (method.parameters ?? []).map((one: { name: string }) => one.name);
        expect(
          parameters.filter((name: string) => /person|people|sort|order|rank|author/i.test(name)),
          path,
        ).toEqual([]);
        const schemas = JSON.stringify(method.responses['200']);
        expect(schemas).not.toMatch(/person|author|rank/i);
      }
    }
    const named = ['TrustPage', 'TrustDirection', 'TrustCommitment', 'TrustEffect', 'Confidence'];
    for (const name of named)
      expect(JSON.stringify(spec.components.schemas[name]), name).not.toMatch(/person|pseudonym|author|rank/i);
  });
});

describe('checking the model on our own history', () => {
  it('scores it once there is enough, and says nothing of an empty one', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const check = () => a.json(`${a.base}/confidence/check`);
    expect(await check()).toMatchObject({ n: 0, brier: null, bins: [] });
    await times(6, () => kept(clock, a, b, partnership));
    await times(2, () => broken(clock, a, b, partnership));
    const found = await check();
    expect(found).toMatchObject({ n: 6, commitments: 8 });
    expect(found.brier).toBeGreaterThan(0);
    expect(sum(found.bins.map((one: { n: number }) => one.n))).toBe(6);
  });
});
