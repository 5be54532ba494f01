import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inScope } from '../../platform/database.ts';
import { fixedClock } from '../../platform/clock.ts';
import { mintScope } from '../../platform/scope.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { kept, promise } from '../../testing/promises.ts';
import { type Partners, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { pair, privateTalk, readBack, sponsor } from '../../testing/stages.ts';
import type { GuestStage, StagePage } from './schema.ts';

const START = '2026-03-04T10:00:00.000Z';
const clock = fixedClock(START);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());
beforeEach(() => clock.set(START));

const stage = (who: SignedUp, partnership: string) => `${who.base}/partnerships/${partnership}/stage`;
const page = (who: SignedUp, partnership: string): Promise<StagePage> => who.json(stage(who, partnership));
const propose = (who: SignedUp, partnership: string, body: object, status = 201) =>
  who.json(`${stage(who, partnership)}/moves`, { json: body, status });
const answer = (who: SignedUp, partnership: string, move: string, body: object, status = 200) =>
  who.json(`${stage(who, partnership)}/moves/${move}/answer`, { json: body, status });
const up = { from: 'prospect', to: 'awareness' };
const metIn = (found: Pick<StagePage, 'criteria'>) =>
  Object.fromEntries(found.criteria.map((one) => [one.key, one.met]));

interface World extends Partners {
  /** A person of each side, as the room names them. */
  ana: string;
  bruno: string;
  asked: string;
}

/** Two partners who have met, read back and confirmed. */
async function metPartners(): Promise<World> {
  const two = await twoPartners(server);
  const asked = await request(server, two.a, two.partnership);
  const people: { id: string; side: string }[] = await two.a.json(
    `${two.a.base}/partnerships/${two.partnership}/people`,
  );
  const of = (side: string) => people.find((one) => one.side === side)?.id ?? '';
  const [ana, bruno] = [of('a'), of('b')];
  await readBack(
    server,
    { by: two.a, partnership: two.partnership },
    {
      conversation: asked,
      author: ana,
      heldOn: '2026-03-02',
      sentAt: '2026-03-03T10:00:00.000Z',
      answeredAt: '2026-03-04T09:00:00.000Z',
    },
  );
  return { ...two, ana, bruno, asked };
}

/** One step up, agreed by the other side. */
async function climb({ a, b, partnership }: Partners, to: string, attested: object = {}): Promise<void> {
  const { stage: from } = await page(a, partnership);
  const proposed: StagePage = await propose(a, partnership, { from, to, attested });
  await answer(b, partnership, proposed.pending?.id ?? '', { answer: 'agreed', attested });
}

describe('the stage of a partnership', () => {
  test('is a prospect before anything is agreed, and says what is missing', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const found = await page(a, partnership);
    expect(found).toMatchObject({ stage: 'prospect', next: 'awareness', pending: null, mySide: 'a' });
    expect(metIn(found)).toEqual({ people: false, meeting: false, 'read-back': false, confirmed: false });
    expect(metIn(await page(b, partnership))).toEqual(metIn(found));
    const refused = await propose(a, partnership, up, 409);
    // Whoever proposes is somebody their side now names; the rest is still missing.
    expect(refused).toMatchObject({ reason: 'criteria', missing: ['meeting', 'read-back', 'confirmed'] });
  });

  test('is earned by what both sides can see, and each fact opens what made it', async () => {
    const { a, partnership, asked } = await metPartners();
    const found = await page(a, partnership);
    expect(metIn(found)).toEqual({ people: true, meeting: true, 'read-back': true, confirmed: true });
    expect(found.criteria.find((one) => one.key === 'meeting')?.facts).toMatchObject([
      { kind: 'read-back', conversationId: asked, at: '2026-03-02', way: 'in-person', place: 'Their office' },
    ]);
  });

  test('rests on a meeting that people of both sides came to, before anything is read back', async () => {
    const a = await signUp(server);
    const { base, people, id } = await recordPartner(a);
    const visit = { on: '2026-03-03', zone: 'UTC', purpose: 'A first visit', place: 'Their office' };
    await a.json(`${base}/visits`, { json: { ...visit, purpose: 'Nobody was in' }, status: 201 });
    expect(metIn(await page(a, id)).meeting).toBe(false);
    const held = await a.json(`${base}/visits`, { json: { ...visit, people: [people[0]?.id] }, status: 201 });
    const found = await page(a, id);
    expect(found.criteria.find((one) => one.key === 'meeting')).toMatchObject({
      met: true,
      facts: [
        {
          kind: 'meeting',
          id: held.id,
          title: 'A first visit',
          at: '2026-03-03',
          place: 'Their office',
          recorded: true,
        },
      ],
    });
  });

  test('is proposed by one side and agreed by the other, with what it rested on', async () => {
    const { a, b, partnership } = await metPartners();
    const proposed: StagePage = await propose(a, partnership, { ...up, words: 'We know each other now' });
    expect(proposed).toMatchObject({ stage: 'prospect', may: { propose: false, answer: false, takeBack: true } });
    const seen = await page(b, partnership);
    expect(seen).toMatchObject({
      pending: { to: 'awareness', side: 'a', words: 'We know each other now', answer: null },
      may: { answer: true, takeBack: false },
    });
    clock.advance(60_000);
    const agreed: StagePage = await answer(b, partnership, seen.pending?.id ?? '', {
      answer: 'agreed',
      words: 'So do we',
    });
    expect(agreed).toMatchObject({
      stage: 'awareness',
      since: clock.now().toISOString(),
      next: 'involvement',
      pending: null,
    });
    const { items } = await a.json(`${stage(a, partnership)}/moves`);
    expect(items).toMatchObject([
      {
        to: 'awareness',
        answer: 'agreed',
        answerWords: 'So do we',
        answeredVia: 'session',
        stood: [{ key: 'people', met: true }, {}, {}, {}],
      },
    ]);
  });

  test('is never confirmed by who proposed it, and only they take it back', async () => {
    const { a, b, partnership } = await metPartners();
    const { pending }: StagePage = await propose(a, partnership, up);
    const id = pending?.id ?? '';
    await answer(a, partnership, id, { answer: 'agreed' }, 403);
    await answer(a, partnership, id, { answer: 'refused' }, 403);
    await answer(b, partnership, id, { answer: 'taken-back' }, 403);
    expect((await page(a, partnership)).pending).not.toBeNull();
    await answer(a, partnership, id, { answer: 'taken-back' });
    expect(await page(b, partnership)).toMatchObject({ stage: 'prospect', pending: null });
    await answer(b, partnership, id, { answer: 'agreed' }, 409);
  });

  test('stays as it is when the other side keeps it so', async () => {
    const { a, b, partnership } = await metPartners();
    const { pending }: StagePage = await propose(b, partnership, up);
    await answer(a, partnership, pending?.id ?? '', { answer: 'refused', words: 'Let us meet once more' });
    expect(await page(b, partnership)).toMatchObject({ stage: 'prospect', pending: null, may: { propose: true } });
  });

  test('is agreed only by somebody who may promise, and kept or proposed by anybody', async () => {
    const { a, b, partnership } = await metPartners();
    const luis = await colleagueOf(server, b, { mayPromise: false });
    const { pending }: StagePage = await propose(a, partnership, up);
    await answer(luis, partnership, pending?.id ?? '', { answer: 'agreed' }, 403);
    await answer(luis, partnership, pending?.id ?? '', { answer: 'refused' });
    await propose(luis, partnership, up);
  });

  test('has one step proposed at a time: of two at once one wins', async () => {
    const { a, b, partnership } = await metPartners();
    const both = await Promise.all([a, b].map((who) => who.request(`${stage(who, partnership)}/moves`, { json: up })));
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409]);
    const lost = await both.find((one) => one.status === 409)?.json();
    expect(lost).toMatchObject({ code: 'conflict', reason: 'pending' });
  });

  test('is answered once: of an agreement and a taking back at once one wins', async () => {
    const { a, b, partnership } = await metPartners();
    const { pending }: StagePage = await propose(a, partnership, up);
    const path = (who: SignedUp) => `${stage(who, partnership)}/moves/${pending?.id}/answer`;
    const both = await Promise.all([
      a.request(path(a), { json: { answer: 'taken-back' } }),
      b.request(path(b), { json: { answer: 'agreed' } }),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });

  test('is looked at again when both agree: what was true when it was proposed may no longer be', async () => {
    const { a, b, partnership, bruno } = await metPartners();
    const { pending }: StagePage = await propose(a, partnership, up);
    await b.json(`${b.base}/partnerships/${partnership}/people/${bruno}`, { method: 'PATCH', json: { ended: true } });
    const others: { id: string; side: string; endedAt: string | null }[] = await b.json(
      `${b.base}/partnerships/${partnership}/people`,
    );
    for (const one of others.filter((each) => each.side === 'b' && each.endedAt === null))
      await b.json(`${b.base}/partnerships/${partnership}/people/${one.id}`, {
        method: 'PATCH',
        json: { ended: true },
      });
    expect(await answer(b, partnership, pending?.id ?? '', { answer: 'agreed' }, 409)).toMatchObject({
      reason: 'criteria',
      missing: ['people'],
    });
  });

  test('is not proposed from a stage that has passed, nor over one that was not reached', async () => {
    const world = await metPartners();
    const { a, partnership } = world;
    expect(await propose(a, partnership, { from: 'prospect', to: 'support', words: 'x' }, 409)).toMatchObject({
      reason: 'skip',
      missing: ['initiative', 'kept', 'second', 'pairs'],
    });
    await climb(world, 'awareness');
    expect(await propose(a, partnership, up, 409)).toMatchObject({ reason: 'moved' });
    expect(await propose(a, partnership, { from: 'awareness', to: 'awareness' }, 409)).toMatchObject({
      reason: 'same',
    });
  });

  test('climbs to the top by evidence and words of both, and goes down with a reason', {
    timeout: 30_000,
  }, async () => {
    const world = await metPartners();
    const { a, b, partnership, ana, bruno } = world;
    const place = { by: a, partnership };
    await climb(world, 'awareness');
    expect(metIn(await page(a, partnership))).toEqual({ initiative: false });
    await promise(clock, a, b, partnership, { what: 'A guest talk' });
    expect(metIn(await page(b, partnership))).toEqual({ initiative: true });
    await climb(world, 'involvement');

    await kept(clock, a, b, partnership, { work: 'teaching' });
    expect(metIn(await page(a, partnership))).toEqual({ kept: true, second: true, pairs: false });
    await pair(server, place, ana, bruno, clock.now());
    const carla = (
      await a.json(`${a.base}/partnerships/${partnership}/people`, { json: { name: 'Carla', side: 'a' }, status: 201 })
    ).id;
    await pair(server, place, carla, bruno, clock.now(), false);
    expect(metIn(await page(a, partnership)).pairs).toBe(false);
    const dora = (
      await a.json(`${a.base}/partnerships/${partnership}/people`, { json: { name: 'Dora', side: 'a' }, status: 201 })
    ).id;
    await pair(server, place, dora, bruno, clock.now());
    await climb(world, 'support');

    await kept(clock, b, a, partnership, { work: 'talent' });
    await kept(clock, a, b, partnership, { work: 'talent' });
    await sponsor(server, place, 'a', ana, clock.now());
    await sponsor(server, { by: b, partnership }, 'b', bruno, clock.now());
    expect(metIn(await page(a, partnership))).toEqual({
      'three-kept': true,
      kinds: true,
      sponsors: true,
      benefits: false,
    });
    expect(await propose(a, partnership, { from: 'support', to: 'sponsorship' }, 400)).toMatchObject({
      missing: ['benefits'],
    });
    const proposed: StagePage = await propose(a, partnership, {
      from: 'support',
      to: 'sponsorship',
      attested: { benefits: 'Nine interns', plan: 'not asked for here' },
    });
    expect(proposed.pending?.attested).toEqual({ benefits: { a: 'Nine interns' } });
    expect(await answer(b, partnership, proposed.pending?.id ?? '', { answer: 'agreed' }, 400)).toMatchObject({
      missing: ['benefits'],
    });
    await answer(b, partnership, proposed.pending?.id ?? '', {
      answer: 'agreed',
      attested: { benefits: 'Three hires' },
    });

    const lines = { plan: 'Signed', review: 'In May', breadth: 'Five kinds', survives: 'The rector changed' };
    await climb(world, 'strategic', lines);
    expect(await page(a, partnership)).toMatchObject({ stage: 'strategic', next: null, criteria: [] });

    await propose(a, partnership, { from: 'strategic', to: 'support' }, 400);
    const down: StagePage = await propose(b, partnership, {
      from: 'strategic',
      to: 'support',
      words: 'Nobody leads it now',
    });
    await answer(a, partnership, down.pending?.id ?? '', { answer: 'agreed' });
    expect((await page(b, partnership)).stage).toBe('support');
  });
});

describe('resting and ending', () => {
  test('need reasons, and no promise that still binds the two; the door stays open', async () => {
    const world = await metPartners();
    const { a, b, partnership } = world;
    await climb(world, 'awareness');
    const open = await promise(clock, a, b, partnership, { what: 'A guest talk' });
    await propose(a, partnership, { from: 'awareness', to: 'resting' }, 409);
    expect(await propose(a, partnership, { from: 'awareness', to: 'ended', words: 'We move away' }, 409)).toMatchObject(
      {
        reason: 'promises',
        promises: [{ conversationId: open, title: 'A guest talk' }],
      },
    );
    expect((await page(a, partnership)).openPromises).toHaveLength(1);
    const said = async (who: SignedUp, saying: object) => {
      const path = `${who.base}/partnerships/${partnership}/conversations/${open}`;
      const { head } = await who.json(path);
      await who.json(`${path}/acts`, { json: { saying }, headers: { 'if-match': `"${head}"` }, status: 201 });
    };
    await said(a, { kind: 'cancel', text: 'No longer' });
    await propose(a, partnership, { from: 'awareness', to: 'resting' }, 400);
    const rest: StagePage = await propose(a, partnership, { from: 'awareness', to: 'resting', words: 'A year abroad' });
    await answer(b, partnership, rest.pending?.id ?? '', { answer: 'agreed' });
    expect(await page(b, partnership)).toMatchObject({
      stage: 'resting',
      last: 'awareness',
      next: null,
      moves: ['prospect', 'awareness', 'ended'],
    });
    const again: StagePage = await propose(b, partnership, { from: 'resting', to: 'awareness' });
    await answer(a, partnership, again.pending?.id ?? '', { answer: 'agreed' });
    expect((await page(a, partnership)).stage).toBe('awareness');
  });
});

describe('what only one side knows', () => {
  test('a private talk meets nothing and shows to nobody but its own side, whose page says how to make it count', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const before = JSON.stringify(await page(b, partnership));
    const talk = await privateTalk(server, { by: a, partnership }, '2026-03-02', clock.now());
    const own = await page(a, partnership);
    expect(own.own).toEqual({ interview: { id: talk, heldOn: '2026-03-02' } });
    expect(metIn(own).meeting).toBe(false);
    expect(JSON.stringify(await page(b, partnership))).toBe(before);
    const refused = await b.request(`${stage(b, partnership)}/moves`, { json: up });
    expect(await refused.text()).not.toContain('café');
  });

  test('is said no more once something shared tells of a meeting', async () => {
    const { a, partnership } = await metPartners();
    await privateTalk(server, { by: a, partnership }, '2026-03-02', clock.now());
    expect((await page(a, partnership)).own).toEqual({ interview: null });
  });
});

describe('a side without an account', () => {
  const setUp = async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte', name: 'Ana' });
    const partner = await recordPartner(ana, 'Taller Nuevo SL');
    const asked = await request(server, ana, partner.id);
    const marta = partner.people[0]?.id ?? '';
    await readBack(
      server,
      { by: ana, partnership: partner.id },
      {
        conversation: asked,
        author: marta,
        heldOn: '2026-03-02',
        sentAt: '2026-03-03T10:00:00.000Z',
        answeredAt: '2026-03-04T09:00:00.000Z',
      },
    );
    const { url } = await ana.json(`${partner.base}/conversations/${asked}/links`, {
      json: { person: marta },
      status: 201,
    });
    const token = String(url).split('/l/')[1] ?? '';
    const guest = async (path: string, call: { json?: unknown } = {}) => {
      const response = await browser(server).request(`/api/guest/${path}`, {
        ...call,
        headers: { 'x-entente-link': token },
      });
      return { status: response.status, body: (await response.json()) as GuestStage & { code?: string } };
    };
    return { ana, partner, marta, asked, guest };
  };

  test('answers by link, also when the conversation is closed; the link stays good for the conversation', async () => {
    const { ana, partner, asked, guest } = await setUp();
    await privateTalk(server, { by: ana, partnership: partner.id }, '2026-03-01', clock.now());
    const path = `${partner.base}/conversations/${asked}`;
    const { head } = await ana.json(path);
    await ana.json(`${path}/acts`, {
      json: { saying: { kind: 'withdraw' } },
      headers: { 'if-match': `"${head}"` },
      status: 201,
    });
    expect((await guest('stage')).body).toMatchObject({
      stage: 'prospect',
      pending: null,
      mySide: 'b',
      may: { answer: false },
    });
    const { pending }: StagePage = await propose(ana, partner.id, up);
    const seen = await guest('stage');
    expect(seen.body).toMatchObject({ pending: { to: 'awareness' }, may: { answer: true } });
    expect(JSON.stringify(seen.body)).not.toMatch(/café|interview|@/);
    expect((await guest(`stage/moves/${pending?.id}/answer`, { json: { answer: 'taken-back' } })).status).toBe(400);
    const agreed = await guest(`stage/moves/${pending?.id}/answer`, { json: { answer: 'agreed', words: 'Gladly' } });
    expect(agreed).toMatchObject({ status: 200, body: { stage: 'awareness', pending: null } });
    expect((await guest(`stage/moves/${pending?.id}/answer`, { json: { answer: 'agreed' } })).status).toBe(409);
    const { items } = await ana.json(`${stage(ana, partner.id)}/moves`);
    expect(items[0]).toMatchObject({ answeredVia: 'link', answeredBy: { name: 'Marta Gil' } });
  });

  test('never answers what it is said to have proposed itself', async () => {
    const { ana, partner, marta, guest } = await setUp();
    const { pending }: StagePage = await propose(ana, partner.id, { ...up, as: 'recorded', person: marta });
    expect(pending).toMatchObject({ side: 'b', proposedVia: 'recorded' });
    expect((await guest('stage')).body.may).toEqual({ answer: false });
    expect((await guest(`stage/moves/${pending?.id}/answer`, { json: { answer: 'agreed' } })).status).toBe(403);
    await answer(ana, partner.id, pending?.id ?? '', { answer: 'agreed' });
  });

  test('is answered for in writing, marked as recorded, by whoever holds it', async () => {
    const { ana, partner, marta } = await setUp();
    const { pending }: StagePage = await propose(ana, partner.id, up);
    await answer(ana, partner.id, pending?.id ?? '', { answer: 'agreed' }, 403);
    await answer(ana, partner.id, pending?.id ?? '', { answer: 'agreed', as: 'recorded' }, 400);
    const agreed: StagePage = await answer(ana, partner.id, pending?.id ?? '', {
      answer: 'agreed',
      as: 'recorded',
      person: marta,
    });
    expect(agreed.stage).toBe('awareness');
    const { items } = await ana.json(`${stage(ana, partner.id)}/moves`);
    expect(items[0]).toMatchObject({ answeredVia: 'recorded', answeredBy: { name: 'Marta Gil' } });
  });

  test('once it is here nobody writes its answer down any more', async () => {
    const { a, partnership, bruno } = await metPartners();
    const { pending }: StagePage = await propose(a, partnership, up);
    await answer(a, partnership, pending?.id ?? '', { answer: 'agreed', as: 'recorded', person: bruno }, 403);
  });
});

describe('the database itself', () => {
  test('lets nobody answer their own step, nor change one that was answered', async () => {
    const { a, b, partnership } = await metPartners();
    const { pending }: StagePage = await propose(a, partnership, up);
    const as = (who: SignedUp, set: string) =>
      inScope(server.platform.db, mintScope(who.organization.id), (tx) =>
        tx.query(`update stage_moves set ${set} where partnership_id = $1 and id = $2`, [partnership, pending?.id]),
      );
    const agree = "answer = 'agreed', answered_by = proposed_by, answered_via = 'session', answered_at = proposed_at";
    await expect(as(a, agree)).rejects.toThrow(/row-level security/);
    await expect(as(b, agree.replace('agreed', 'taken-back'))).rejects.toThrow(/row-level security/);
    await answer(b, partnership, pending?.id ?? '', { answer: 'refused' });
    expect((await as(b, agree)).rowCount).toBe(0);
    const outsider = await signUp(server, { organization: 'Ajena' });
    const found = await inScope(server.platform.db, mintScope(outsider.organization.id), (tx) =>
      tx.query('select 1 from stage_moves where partnership_id = $1', [partnership]),
    );
    expect(found.rowCount).toBe(0);
  });
});

describe('steps that wait for us', () => {
  test('are those the other side proposed, and no others', async () => {
    const { a, b, partnership } = await metPartners();
    await propose(a, partnership, up);
    expect((await a.json(`${a.base}/stage-moves`)).items).toEqual([]);
    expect((await b.json(`${b.base}/stage-moves`)).items).toMatchObject([
      { partnershipId: partnership, partner: 'Universidad del Norte', from: 'prospect', to: 'awareness' },
    ]);
  });
});
