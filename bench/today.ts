import pg from 'pg';
import { openConversation, speak } from '../server/features/acts/commands.ts';
import { todayPage } from '../server/features/today/queries.ts';
import { inScope, type Tx } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { Connection } from './connection.ts';
import { type House, print, scratchFolder, startHouse } from './house.ts';
import { inline, literal, pgbench } from './pgbench.ts';
import { type Setting, settle, voiceOf } from './setting.ts';

const sizes = [10_000, 1_000_000];
/** Open conversations of the person whose page is measured; the same at every size. */
const ownOpen = 60;
/** One in ten conversations of the organization is still open, answered for by somebody else. */
const openShare = 10;
const seconds = 8;
const filter = { person: 'me' as const, limit: 25 };

/** One person's Today over HTTP with 10 thousand and with a million conversations in the database, against the same SQL by pgbench. */
export async function run(args: string[]): Promise<void> {
  const folder = await scratchFolder();
  const house = await startHouse(folder.path, 'web');
  try {
    const setting = await settle(house);
    const owner = new pg.Client(setting.owner);
    // When something fails, the server is stopped under it; what failed is said by then.
    owner.on('error', () => undefined);
    await owner.connect();
    const partnership = await ownConversations(setting);
    let first = 0;
    let stored = 0;
    for (const size of args.length > 0 ? args.map(Number) : sizes) {
      await fill(owner, setting, partnership, stored, size);
      stored = size;
      const http = await drive(house, setting);
      const raw = await rawReference(setting);
      first ||= http.milliseconds;
      print({
        bench: 'today',
        conversations: size,
        ratio: http.perSecond / raw,
        growth: http.milliseconds / first,
        p50_ms: http.milliseconds,
        per_second: http.perSecond,
        raw_per_second: raw,
      });
    }
    await owner.end();
    await setting.close();
  } finally {
    await house.stop();
    await folder.remove();
  }
}

const later = (days: number) => ({ at: new Date(Date.now() + days * 86_400_000).toISOString() });

/** The person's own open conversations, spoken through the protocol: asked of them, promised by them, waited for by them. */
async function ownConversations({ platform, person }: Setting): Promise<string> {
  const { id: partnership } = await person.json(`${person.base}/partnerships`, {
    json: { name: 'Bench Works' },
    status: 201,
  });
  const voice = voiceOf(person);
  for (let n = 0; n < ownOpen; n += 1) {
    await inScope(platform.db, mintScope(person.organization.id), async (tx) => {
      const terms = {
        what: `Lend us a room for meeting ${n}`,
        conditions: [{ text: 'Forty seats' }],
        due: later(3 + n),
        replyBy: later(2 + n),
      };
      const kind = n % 2 === 0 ? ('offer' as const) : ('request' as const);
      const opened = await openConversation(tx, new Date(), voice, partnership, { saying: { kind, terms } });
      if (n % 3 > 0) return;
      const target = { partnership, conversation: opened.conversation, expected: opened.head };
      await speak(tx, new Date(), voice, target, { saying: { kind: 'agree' }, recorded: {} });
    });
  }
  return partnership;
}

/** More history: copies of a real conversation under other ids, one in ten of them open and somebody else's. */
async function fill(
  owner: pg.Client,
  { person }: Setting,
  partnership: string,
  from: number,
  to: number,
): Promise<void> {
  const chunk = 50_000;
  for (let start = from; start < to; start += chunk) {
    const end = Math.min(start + chunk, to) - 1;
    const id = "'ffff' || lpad(to_hex(g.n), 60, '0')";
    await owner.query(
      `insert into conversations (partnership_id, id, customer_side, title, state, outcome, head, length, folded, opened_at, last_at, due_at, holder_a, holder_b)
       select c.partnership_id, ${id}, c.customer_side, c.title, 'closed', 'satisfied', ${id}, 4, c.folded,
         now() - g.n * interval '1 minute', now() - g.n * interval '1 minute', null, c.holder_a, c.holder_b
       from generate_series($2::int, $3::int) as g(n), lateral (select * from conversations where partnership_id = $1 and id !~ '^ffff' limit 1) c`,
      [partnership, start, end],
    );
    await owner.query(
      `insert into today (organization_id, conversation_id, partnership_id, counterpart_id, mine, role, waits_for, person_id, move_by, since, last_at, due_at)
       select $1, ${id}, $2, $1, g.n % 20 = 0, 'customer', 'work', ('00000000-0000-4000-8000-' || lpad((g.n % 500)::text, 12, '0'))::uuid,
         now() + (g.n % 90) * interval '1 day', now(), now() - (g.n % 40) * interval '1 day', now() + (g.n % 90) * interval '1 day'
       from generate_series($3::int, $4::int) as g(n) where g.n % ${openShare} = 0`,
      [person.organization.id, partnership, start, end],
    );
  }
  await owner.query('vacuum analyze conversations, today');
}

async function drive(house: House, { person, cookie }: Setting): Promise<{ perSecond: number; milliseconds: number }> {
  const connection = new Connection(house.port);
  const times: number[] = [];
  const began = performance.now();
  while (performance.now() < began + seconds * 1000) {
    const sent = performance.now();
    const answer = await connection.send('GET', `${person.base}/today`, { cookie });
    if (answer.status !== 200) throw new Error(`Today was answered ${answer.status}: ${answer.body}`);
    times.push(performance.now() - sent);
  }
  const perSecond = times.length / ((performance.now() - began) / 1000);
  connection.close();
  times.sort((a, b) => a - b);
  return { perSecond, milliseconds: times[Math.floor(times.length / 2)] ?? 0 };
}

/** The page's own statement, taken down from a real request, sent by one pgbench client. */
function rawReference({ platform, person, raw }: Setting): Promise<number> {
  const { organization } = person;
  return inScope(platform.db, mintScope(organization.id), async (tx) => {
    let script = '';
    const listening: Tx = {
      ...tx,
      query: (sql, values = []) => {
        script = inline(
          sql,
          values.map((value) => literal(value)),
        );
        return tx.query(sql, values);
      },
    };
    await todayPage(listening, { organization: organization.id, personId: person.id }, filter, new Date());
    const entering = `select role, may_promise, name, email from app.enter_member('${organization.id}', '${person.id}');`;
    return pgbench(raw, ['begin;', entering, `${script};`, 'commit;'].join('\n'), { clients: 1, seconds });
  });
}
