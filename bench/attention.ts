import pg from 'pg';
import { tick } from '../server/features/follow-ups/jobs.ts';
import { listFollowUps } from '../server/features/follow-ups/queries.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { print, scratchFolder, startHouse } from './house.ts';
import { type Setting, settle } from './setting.ts';

/** Open things of one organization that are watched, and of them those that are due to be looked at on one tick. */
const usualSize = 1_000_000;
const dueAtOnce = 2000;
/** Follow-ups that are open, and of them those of the person whose list is measured. */
const openItems = 100_000;
const ownItems = 60;
const rounds = 15;
const filter = { person: 'me' as const, show: 'now' as const, limit: 50 };

/** One tick over a million open things, and one person's list, each against the plain indexed query for the same rows in the same run. */
export async function run(args: string[]): Promise<void> {
  const size = Number(args[0] ?? usualSize);
  const folder = await scratchFolder();
  const house = await startHouse(folder.path, 'web');
  try {
    const setting = await settle(house);
    const owner = new pg.Client(setting.owner);
    owner.on('error', () => undefined);
    await owner.connect();
    await fill(owner, setting, size);
    await measureTick(owner, setting, size);
    await measureList(owner, setting);
    await owner.end();
    await setting.close();
  } finally {
    await house.stop();
    await folder.remove();
  }
}

const key = "'ffff' || lpad(to_hex(g.n), 60, '0')";

/** A million moves, each watched; what is looked at next lies within the next 90 days, but for what is due. */
async function fill(owner: pg.Client, { person }: Setting, size: number): Promise<void> {
  const { id: partnership } = await person.json(`${person.base}/partnerships`, {
    json: { name: 'Bench Works' },
    status: 201,
  });
  const chunk = 100_000;
  for (let from = 0; from < size; from += chunk) {
    const range = [person.organization.id, partnership, from, Math.min(from + chunk, size) - 1];
    await owner.query(
      `insert into today (organization_id, conversation_id, partnership_id, counterpart_id, mine, role, waits_for, person_id, move_by, since, last_at, due_at)
       select $1, ${key}, $2, $1, g.n % 2 = 0, 'customer', 'work', ('00000000-0000-4000-8000-' || lpad((g.n % 500)::text, 12, '0'))::uuid,
         now() + (g.n % 90 - 1) * interval '1 day', now(), now() - (g.n % 10) * interval '1 day', now() + (g.n % 90) * interval '1 day'
       from generate_series($3::int, $4::int) as g(n)`,
      range,
    );
    await owner.query(
      `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
       select $1, 'conversation', ${key}, $2, now() + (1 + g.n % 89) * interval '1 day' from generate_series($3::int, $4::int) as g(n)`,
      range,
    );
  }
  await owner.query(
    `insert into follow_ups (organization_id, id, rule, kind, subject_id, occasion, partnership_id, conversation_id, person_id, due_at, raised_at, reason, changed_at)
     select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(g.n), 12, '0'))::uuid, 'move-overdue', 'conversation', ${key}, 'filled', $2, ${key},
       case when g.n < $4 then $5 else ('00000000-0000-4000-8000-' || lpad((g.n % 500)::text, 12, '0'))::uuid end,
       now() - (g.n % 60) * interval '1 day', now(), '{"waitsFor":"work"}', now()
     from generate_series(0, $3::int - 1) as g(n)`,
    [person.organization.id, partnership, openItems, ownItems, person.id],
  );
  await owner.query('vacuum analyze today, watched, follow_ups');
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measureTick(owner: pg.Client, { platform, person }: Setting, size: number): Promise<void> {
  const { organization } = person;
  const ticks: number[] = [];
  const raws: number[] = [];
  let raised = 0;
  for (let round = 0; round < rounds; round += 1) {
    await owner.query(
      `update watched set look_at = now() - interval '1 minute' where organization_id = $1 and subject_id in (
         select ${key} from generate_series($2::int, $3::int) as g(n))`,
      [organization.id, round * dueAtOnce, (round + 1) * dueAtOnce - 1],
    );
    const now = new Date();
    raws.push(
      await timed(() =>
        owner.query(
          `select w.subject_id, t.* from watched w join today t on t.organization_id = w.organization_id
             and t.partnership_id = w.partnership_id and t.conversation_id = w.subject_id
           where w.organization_id = $1 and w.look_at <= $2`,
          [organization.id, now],
        ),
      ),
    );
    ticks.push(await timed(() => tick({ db: platform.db, log: platform.log }, now)));
    const { rows } = await owner.query("select count(*)::int as n from follow_ups where occasion <> 'filled'");
    raised = rows[0].n;
  }
  const milliseconds = median(ticks);
  print({
    bench: 'attention-tick',
    watched: size,
    due: dueAtOnce,
    ratio: median(raws) / milliseconds,
    milliseconds,
    raw_milliseconds: median(raws),
    per_second: (dueAtOnce / milliseconds) * 1000,
    raised,
  });
}

async function measureList(owner: pg.Client, { platform, person }: Setting): Promise<void> {
  const { organization } = person;
  const lists: number[] = [];
  const raws: number[] = [];
  for (let round = 0; round < rounds * 10; round += 1) {
    const now = new Date();
    lists.push(
      await timed(() =>
        inScope(platform.db, mintScope(organization.id), (tx) =>
          listFollowUps(tx, { organization: organization.id, hidden: [], personId: person.id }, filter, now),
        ),
      ),
    );
    raws.push(
      await timed(() =>
        owner.query(
          `select * from follow_ups where organization_id = $1 and answers_for = $2 and state = 'open' order by due_at, id limit 51`,
          [organization.id, person.id],
        ),
      ),
    );
  }
  const milliseconds = median(lists);
  print({
    bench: 'attention-list',
    open: openItems,
    ratio: median(raws) / milliseconds,
    p50_ms: milliseconds,
    raw_p50_ms: median(raws),
  });
}
