import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, note } from '../../../demo/beside.ts';
import { buildDemo } from '../../../demo/build.ts';
import { NOW } from '../../../demo/calendar.ts';
import { listens } from '../../../demo/heard.ts';
import { tellActs } from '../../../demo/post.ts';
import { accept, report, terms } from '../../../demo/script.ts';
import type { Stage } from '../../../demo/stage.ts';
import { fixedClock } from '../../platform/clock.ts';
import { atGate, inScope } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { mintScope } from '../../platform/scope.ts';
import { askedByHand } from '../../testing/attention-by-hand.ts';
import { arrivedMail } from '../../testing/mails-in.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { enqueue, postOf, retryMail } from '../mail/commands.ts';
import { type Mailing, sendMail } from '../mail/jobs.ts';
import { decideAboutMail } from '../mail-in/commands-decide.ts';
import { settle } from '../mail-in/commands-land.ts';
import { memberVoice } from '../voices/model.ts';
import { watchMail, watchPoint } from './commands-watch.ts';
import { sweepAll, tick } from './jobs.ts';
import { ruleNames } from './model.ts';
import type { Fact, Settings } from './model-facts.ts';
import { loadFacts, type Watched } from './queries-facts.ts';
import { readHouse, settingsOf, zonesOf } from './queries-settings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How often the test's jobs run; every minute, as on a server, would take it hours. */
const STEP = 6 * HOUR;
const start = Math.ceil(Date.parse(NOW) / HOUR) * HOUR;
const end = start + 365 * DAY;

const clock = fixedClock(NOW);
let server: TestServer;
let stage: Stage;
beforeAll(async () => {
  server = await testServer({ clock });
  stage = await buildDemo(server.platform, clock);
}, 180_000);
afterAll(() => server?.close());

/** A fixed order of chance, the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

interface Event {
  at: number;
  play(): Promise<void>;
}

const rooms = [
  { room: 'calusa-corriente', people: ['renata', 'iker'] },
  { room: 'telmo-calusa', people: ['joaquin', 'amparo'] },
  { room: 'brightwater-telmo', people: ['monique', 'ruth'] },
] as const;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** One promise from the request to the end, or as far as it comes: half of them stop somewhere. */
function promiseOf(index: number, next: () => number): Event[] {
  const { room, people } = rooms[index % rooms.length] ?? rooms[0];
  const [customer, performer] = next() < 0.5 ? people : [people[1], people[0]];
  const key = `year ${index}`;
  let at = start + Math.floor(next() * 300 * 24) * HOUR;
  const later = (days: number): number => (at += Math.ceil((0.2 + next()) * days * 24) * HOUR);
  const replyBy = day(at + (5 + next() * 20) * DAY);
  const due = day(at + (25 + next() * 70) * DAY);
  const wanted = terms(`Thing ${index} of the year`, ['It is there'], due, replyBy);
  const events: Event[] = [
    { at, play: () => stage.open(key, { room }, { who: customer, saying: { kind: 'request', terms: wanted } }) },
  ];
  const says = (who: string, days: number, saying: Parameters<Stage['speak']>[2]): void => {
    events.push({ at: later(days), play: () => stage.speak(key, who, saying) });
  };
  if (next() < 0.4) says(performer, 4, { kind: 'defer', until: { date: day(at + 12 * DAY) } });
  says(performer, 8, { kind: 'agree' });
  if (next() < 0.5) says(performer, 12, { kind: 'progress', text: 'It goes well.' });
  if (next() < 0.5) says(customer, 6, { kind: 'say', text: 'Good to hear.' });
  says(performer, 30, report({ c1: 'Here it is.' }));
  says(customer, 9, accept(1, 5));
  return next() < 0.5 ? events : events.slice(0, 1 + Math.floor(next() * events.length));
}

/** A talk in which somebody listened, of which a point is to be followed up by a day. */
function talkOf(index: number, next: () => number): Event[] {
  const { room, people } = rooms[index % rooms.length] ?? rooms[0];
  const who = people[index % 2] ?? people[0];
  const at = start + Math.floor(next() * 340 * 24) * HOUR;
  const talk = { heldOn: day(at), way: 'in-person' as const, guideTitle: 'None', questions: ['How are you?'] };
  const key = `talk ${index}`;
  return [
    {
      at,
      play: async () => {
        await listens(stage, key, who, room, talk, [['need', 'Welders', { followUp: 'Ask who can teach' }]]);
        const [point] = stage.heard.get(key)?.points ?? [];
        const organization = stage.organization(stage.sideOf(who, room)).id;
        await inScope(server.platform.db, mintScope(organization), async (tx) => {
          await tx.query('update points set follow_up_by = $3 where organization_id = $1 and id = $2', [
            organization,
            point,
            day(at + next() * 40 * DAY),
          ]);
          await watchPoint(tx, organization, point ?? newId(), clock.now());
        });
      },
    },
  ];
}

/** Words beside any conversation, and notes that the other side never sees and that are no contact. */
function wordsOf(index: number, next: () => number): Event[] {
  const { room, people } = rooms[index % rooms.length] ?? rooms[0];
  const who = people[next() < 0.5 ? 0 : 1];
  const at = start + Math.floor(next() * 365 * 24) * HOUR;
  const where = { room, subject: `Beside it ${index % 5}` };
  if (next() < 0.2) return [{ at, play: () => note(stage, who, { room }, 'Only for us.') }];
  return [{ at, play: () => message(stage, `${room} ${index % 5}`, where, who, 'How are you?') }];
}

/** What `people` of a side have to do with mails is done in its own scope. */
function scopeOf(index: number): { organization: string; partnership: string } {
  const { room, people } = rooms[index % rooms.length] ?? rooms[0];
  return {
    organization: stage.organization(stage.sideOf(people[0], room)).id,
    partnership: stage.rooms.get(room)?.id ?? '',
  };
}

/** A mail to somebody without an account that no server can take, and that is perhaps sent again and refused again. */
function failureOf(index: number, next: () => number): Event[] {
  const at = start + Math.floor(next() * 330 * 24) * HOUR;
  const { db, log, config } = server.platform;
  const mailing: Mailing = {
    failed: (organization, mail) =>
      inScope(db, mintScope(organization), (tx) => watchMail(tx, organization, mail, clock.now())),
  };
  const id = newId();
  const send = () => sendMail({ db, log, config, clock }, mailing, { organization: scopeOf(index).organization, id });
  const events: Event[] = [
    {
      at,
      play: async () => {
        const { organization, partnership } = scopeOf(index);
        await inScope(db, mintScope(organization), (tx) =>
          enqueue(tx, {
            organization,
            id,
            to: { email: 'nobody at nowhere', name: 'Nobody' },
            facts: { kind: 'magic-link', url: 'http://entente.example/x', expiresAt: '2099-01-01T00:00:00.000Z' },
            post: postOf(server.platform),
            now: clock.now(),
            partnership,
          }),
        );
        await send();
      },
    },
  ];
  const again = at + Math.ceil((1 + next() * 20) * 24) * HOUR;
  const retry = async (): Promise<void> => {
    const { organization } = scopeOf(index);
    await inScope(db, mintScope(organization), async (tx) => {
      await retryMail(tx, organization, id, clock.now());
      await watchMail(tx, organization, id, clock.now());
    });
  };
  if (next() < 0.7) events.push({ at: again, play: retry });
  if (next() < 0.5) events.push({ at: again + 30 * HOUR, play: send });
  return events;
}

/** A mail that arrives and is held; mostly, somebody decides about it after a while. */
function heldOf(index: number, next: () => number): Event[] {
  const at = start + Math.floor(next() * 330 * 24) * HOUR;
  const id = { mail: '' };
  // Of some nobody knows which partner they are about.
  const known = next() < 0.7;
  const events: Event[] = [
    {
      at,
      play: async () => {
        const { organization, partnership } = scopeOf(index);
        id.mail = await arrivedMail(server.platform, organization, {
          state: 'new',
          ...(known && { kind: 'copy', partnership }),
        });
        await inScope(server.platform.db, mintScope(organization), (tx) =>
          settle(
            tx,
            { organization, id: id.mail, token: null, size: 0 },
            { state: 'held', reason: 'unknown-sender' },
            clock.now(),
          ),
        );
      },
    },
  ];
  if (next() < 0.7) {
    events.push({
      at: at + Math.ceil(next() * 15 * 24) * HOUR,
      play: async () => {
        const { organization } = scopeOf(index);
        const member = { personId: newId(), name: 'Whoever', email: 'who@here.example', mayPromise: false };
        const voice = { ...memberVoice(organization, { id: member.personId, timeZone: 'UTC' }, member), member };
        await inScope(server.platform.db, mintScope(organization), (tx) =>
          decideAboutMail(tx, { ...server.platform, clock }, { organization, voice }, id.mail, { do: 'discard' }),
        );
      },
    });
  }
  return events;
}

function yearOf(seed: number): Event[] {
  const next = chance(seed);
  const many = (count: number, of: (index: number, chance: () => number) => Event[]): Event[] =>
    Array.from({ length: count }, (_, index) => of(index, next)).flat();
  return [
    ...many(22, promiseOf),
    ...many(8, talkOf),
    ...many(24, wordsOf),
    ...many(6, failureOf),
    ...many(8, heldOf),
  ].toSorted((one, other) => one.at - other.at);
}

/** Ten times at which nothing runs, from an hour to nine days. */
function outagesOf(seed: number): { from: number; to: number }[] {
  const next = chance(seed);
  return Array.from({ length: 10 }, () => {
    const from = start + Math.floor(next() * 350 * 24) * HOUR;
    return { from, to: from + Math.ceil((0.5 + next() * 9 * 24) * HOUR) };
  });
}

/** Everything that could ever be looked at, from the tables themselves: what the product keeps of it is not asked. */
const subjects = `
  select 'conversation' as kind, c.id::text as subject, c.partnership_id as partnership from conversations c
  union all select 'partnership', p.id::text, p.id from partnerships p
  union all select 'pair', r.id::text, r.partnership_id from pairs r
  union all select 'readback', r.id::text, r.partnership_id from readbacks r
  union all select 'talk', i.id::text, i.partnership_id from interviews i where i.organization_id = $1
  union all select 'point', p.id::text, i.partnership_id from points p
    join interviews i on i.organization_id = p.organization_id and i.id = p.interview_id where p.organization_id = $1
  union all select 'meeting', o.meeting_id || ' ' || o.occurrence, o.partnership_id from meeting_occurrences o
  union all select 'mail', m.id::text, m.partnership_id from mails m where m.organization_id = $1 and m.partnership_id is not null
  union all select 'held-mail', m.id::text, m.partnership_id from mails_in m where m.organization_id = $1`;

interface House {
  organization: string;
  facts: Fact[];
  settings: Settings;
}

async function housesNow(): Promise<House[]> {
  const { db } = server.platform;
  const { rows } = await server.database.owner.query<{ id: string }>(
    'select id from organizations where claimed_at is not null',
  );
  return Promise.all(
    rows.map(async ({ id }) => {
      const [house, facts] = await inScope(db, mintScope(id), async (tx) => {
        const watched = await tx.query<Watched>(subjects, [id]);
        return [await readHouse(tx, id), await loadFacts(tx, id, watched.rows)] as const;
      });
      const people = house.people.map((one) => one.person_id);
      const zones = await atGate(db, (tx) => zonesOf(tx, people));
      return { organization: id, facts, settings: await settingsOf(house, zones, clock.now()) };
    }),
  );
}

const askedNow = (houses: readonly House[], at: number): string[] =>
  houses
    .flatMap(({ organization, facts, settings }) =>
      facts.flatMap((fact) =>
        askedByHand(fact, at, settings).map(
          ({ rule, occasion, person }) => `${organization} ${rule} ${fact.subject} ${occasion} ${person ?? 'anybody'}`,
        ),
      ),
    )
    .toSorted();

async function openNow(): Promise<string[]> {
  const { rows } = await server.database.owner.query<{ item: string }>(
    `select concat_ws(' ', organization_id, rule, subject_id, occasion, coalesce(person_id::text, 'anybody')) as item
     from follow_ups where state = 'open'`,
  );
  return rows.map(({ item }) => item).toSorted();
}

test('a year over the demo world with ten outages: everything due is raised once, the first time that jobs run, and none is missed', async () => {
  await server.database.owner.query(
    `insert into follow_up_settings (organization_id, cadence, country, updated_at, updated_by)
     select id, '{"early":[56,84],"middle":[42,63],"late":[30,45]}', case when locale = 'es' then 'ES' else 'US' end, $1, id
     from organizations where claimed_at is not null`,
    [NOW],
  );
  await server.database.owner.query(
    `insert into free_days (organization_id, id, starts_on, ends_on, name, added_at, added_by)
     select id, gen_random_uuid(), '2026-10-30', '2026-11-03', 'Closed', $1, id from organizations where claimed_at is not null`,
    [NOW],
  );
  const events = yearOf(2026);
  const outages = outagesOf(7);
  const raised = new Map<string, string>();
  let houses: House[] = [];
  let changed = true;
  let before = '';
  let happened = 0;
  for (let at = start; at < end; at += STEP) {
    clock.set(new Date(at));
    for (let event = events[0]; event && event.at <= at; event = events[0]) {
      events.shift();
      changed = true;
      // What has come too late is refused, as it would be for anybody.
      await event.play().then(
        () => (happened += 1),
        () => undefined,
      );
    }
    if (outages.some(({ from, to }) => at >= from && at < to)) continue;
    if (changed) await tellActs(stage);
    // The sweep mends what was missed: seldom here, so that it cannot hide much.
    if (at === start || (new Date(at).getUTCDay() === 0 && new Date(at).getUTCHours() < 3))
      await sweepAll(server.platform, clock.now());
    const looked = await tick(server.platform, clock.now());
    if (changed) houses = await housesNow();
    changed = false;
    const asked = askedNow(houses, at);
    for (const item of asked) if (!raised.has(item)) raised.set(item, new Date(at).toISOString());
    if (looked > 0 || asked.join() !== before) expect(await openNow(), new Date(at).toISOString()).toEqual(asked);
    before = asked.join();
  }
  expect(happened).toBeGreaterThan(100);
  expect(raised.size).toBeGreaterThan(150);
  // Of every rule there is.
  const rules = new Set([...raised.keys()].map((item) => item.split(' ')[1]));
  expect(ruleNames.filter((rule) => !rules.has(rule))).toEqual([]);
  const { rows } = await server.database.owner.query<{ item: string; at: Date | string }>(
    `select concat_ws(' ', organization_id, rule, subject_id, occasion, coalesce(person_id::text, 'anybody')) as item, raised_at as at
     from follow_ups`,
  );
  expect(rows.map(({ item, at }) => `${item} at ${new Date(at).toISOString()}`).toSorted()).toEqual(
    [...raised].map(([item, at]) => `${item} at ${at}`).toSorted(),
  );
}, 600_000);
