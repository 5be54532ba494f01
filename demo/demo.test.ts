import {
  type Conversation,
  type Outcome,
  proposalKinds,
  type StateName,
  type StoredAct,
  actKinds,
  table,
  view,
  workKinds,
} from '@entente/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../server/platform/clock.ts';
import { asPerson, browser } from '../server/testing/people.ts';
import { testServer, type TestServer } from '../server/testing/server.ts';
import { buildDemo } from './build.ts';
import { NOW } from './calendar.ts';
import { PASSWORD, people } from './cast.ts';
import { DEMO_ANSWERS } from './mailed.ts';
import { signInList } from './open.ts';
import type { Stage } from './stage.ts';

interface World {
  server: TestServer;
  stage: Stage;
}

async function build(): Promise<World> {
  const clock = fixedClock(NOW);
  const server = await testServer({ clock, config: { answerAddress: DEMO_ANSWERS } });
  const stage = await buildDemo(server.platform, clock);
  return { server, stage };
}

let world: World;
let again: World;
beforeAll(async () => {
  world = await build();
  again = await build();
});
afterAll(async () => {
  await world?.server.close();
  await again?.server.close();
});

/** Everything that was said, as the owner of the database sees it, without what differs in every world: ids, salts, hashes. */
async function told({ server }: World) {
  const { rows } = await server.database.owner.query<{
    title: string;
    bytes: string;
    void: string | null;
    texts: string[] | null;
  }>(
    `select c.title, a.bytes, a.void, (select array_agg(p.text order by p.name, p.text) from parts p
       where p.partnership_id = a.partnership_id and p.conversation_id = a.conversation_id
         and a.bytes::jsonb -> 'parts' @> jsonb_build_array(jsonb_build_object('commit', p.commitment))) as texts
     from acts a join conversations c on c.partnership_id = a.partnership_id and c.id = a.conversation_id
     order by a.at, c.title, a.position`,
  );
  return rows.map(({ bytes, ...row }) => ({ ...row, act: JSON.parse(bytes) as StoredAct }));
}

async function conversations({ server }: World): Promise<Conversation[]> {
  const { rows } = await server.database.owner.query<{ folded: string }>('select folded from conversations');
  return rows.map(({ folded }) => JSON.parse(folded) as Conversation);
}

describe('the demo world', () => {
  test('stands on its morning in June', () => {
    expect(world.server.platform.clock.now().toISOString()).toBe(NOW);
  });

  test('shows every kind of act and of proposal that the protocol knows, and none without effect', async () => {
    const acts = await told(world);
    expect(acts.filter((one) => one.void !== null)).toEqual([]);
    expect(new Set(acts.map(({ act }) => act.kind))).toEqual(new Set(actKinds));
    expect(new Set(acts.flatMap(({ act }) => (act.kind === 'propose' ? [act.proposal.kind] : [])))).toEqual(
      new Set(proposalKinds),
    );
  });

  test('shows every state, every outcome and every look of a ring', async () => {
    const seen = (await conversations(world)).map((one) => view(one, NOW));
    const outcomes = new Set<Outcome | undefined>(Object.values(table).flatMap(({ closes = [] }) => closes));
    // What only the clock says.
    outcomes.add('lapsed').add('expired').add(undefined);
    expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(outcomes);
    const states: StateName[] = ['negotiating', 'performing', 'reported', 'disputed', 'closed'];
    expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(states));
    expect(new Set(seen.map(({ ring }) => ring.mark))).toEqual(
      new Set(['open', 'closed', 'broken', 'repaired', 'faded']),
    );
    for (const sign of ['overdue', 'unanswered', 'atRisk', 'paused'] as const)
      expect(
        seen.some((one) => one[sign]),
        sign,
      ).toBe(true);
    const moves = new Set(seen.flatMap(({ moves: all }) => all.map((move) => move.for)));
    expect(moves).toEqual(
      new Set(['answer', 'antecedent', 'work', 'rework', 'review', 'settlement', 'proposal', 'resume', 'question']),
    );
  });

  test('names every kind of work, and says why things slip and break', async () => {
    const works = (await conversations(world)).flatMap((one) => one.terms.terms.work ?? []);
    expect(new Set(works)).toEqual(new Set(workKinds));
    const caused = (await told(world)).filter(({ act }) =>
      act.kind === 'propose' ? 'cause' in act.proposal : 'cause' in act,
    );
    expect(new Set(caused.map(({ act }) => act.kind))).toEqual(
      new Set(['progress', 'report', 'propose', 'renege', 'stop', 'cancel']),
    );
  });

  test('speaks in all three ways, and has links that work today', async () => {
    const acts = await told(world);
    expect(new Set(acts.map(({ act }) => act.actor.via))).toEqual(new Set(['session', 'link', 'recorded']));
    const { stage, server } = world;
    const jimena = stage.conversations.get('desayuno')?.tokens.get('jimena') ?? '';
    const page = await browser(server).json('/api/guest/conversation', { headers: { 'x-entente-link': jimena } });
    expect(page.allowed.map((act: { kind: string }) => act.kind)).toContain('agree');
  });

  test('is told the same way every time', async () => {
    const plain = async (of: World) =>
      (await told(of)).map(({ title, texts, act }) => ({
        title,
        texts,
        kind: act.kind,
        side: act.side,
        at: act.at,
        via: act.actor.via,
      }));
    expect(await plain(again)).toEqual(await plain(world));
  });

  test('has a short and interesting Today for everybody but the one who only runs the server', async () => {
    const { server, stage } = world;
    for (const [who, person] of Object.entries(people)) {
      let shown = 0;
      for (const [organization, work] of Object.entries(person.at)) {
        if (work.left) continue;
        const me = await asPerson(server, stage.persons.get(who) ?? '');
        const base = `/api/organizations/${stage.organization(organization).id}`;
        const today = await me.json(`${base}/today`);
        shown += today.mine.items.length + today.theirs.items.length;
        expect(today.mine.items.length, who).toBeLessThan(8);
        for (const item of today.mine.items) {
          const page = await me.json(`${base}/partnerships/${item.partnershipId}/conversations/${item.id}`);
          expect(page.title).toBe(item.title);
        }
      }
      if (!['nathan', 'gerald'].includes(who)) expect(shown, who).toBeGreaterThan(0);
    }
  });

  test('lets everybody on the sign-in list come in with the password beside their name', async () => {
    const list = signInList().people;
    expect(list.length).toBeGreaterThanOrEqual(12);
    for (const { email, password, organization } of [list[0], list.at(-1)].filter((one) => one !== undefined)) {
      expect(password).toBe(PASSWORD);
      const me = await browser(world.server).json('/api/auth/sign-in/email', { json: { email, password } });
      expect(me.memberships.map((one: { organization: { name: string } }) => one.organization.name)).toContain(
        organization,
      );
    }
  });

  test('has mails that came in: copied both ways, one that waits for a decision, and answers that read like an act', async () => {
    const { server, stage } = world;
    const renata = await asPerson(server, stage.persons.get('renata') ?? '');
    const base = `/api/organizations/${stage.organization('calusa').id}`;
    const { items } = await renata.json(`${base}/mails-in`);
    expect(items.map((one: { state: string }) => one.state).toSorted()).toEqual(['held', ...Array(5).fill('landed')]);
    const copied = items.filter((one: { kind: string }) => one.kind === 'copy');
    expect(copied.map((one: { direction: string }) => one.direction)).toEqual(['out', 'in', 'out']);
    const room = (key: string) => {
      const played = stage.conversations.get(key);
      return `${base}/partnerships/${stage.rooms.get(played?.room ?? '')?.id}/conversations/${played?.id}`;
    };
    const offered = await renata.json(`${room('county-letter')}/mail-suggestion`);
    expect(offered.suggestion).toMatchObject({ kind: 'report' });
    expect((await renata.json(room('desayuno'))).acts.at(-1)).toMatchObject({ via: 'link', byMail: { files: [] } });
    const { rows } = await server.database.owner.query("select to_email from mails where kind = 'suggestion'");
    expect(rows).toEqual([{ to_email: 'jimena@puertoclaro.example' }]);
  });

  test('leaves nothing waiting: no mail in a queue, no act untold', async () => {
    const { rows } = await world.server.database.owner.query<{ waiting: number }>(
      "select (select count(*) from outbox) + (select count(*) from mails where state in ('queued', 'failed')) as waiting",
    );
    expect(rows[0]?.waiting).toBe(0);
  });
});
