import { readFileSync } from 'node:fs';
import { type Result, results } from '@entente/trust';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import {
  asWrittenDown,
  type Cast,
  inWriting,
  members,
  tell,
  throughLink,
  withGuest,
  write,
} from '../../testing/casts.ts';
import { signUp } from '../../testing/people.ts';
import { kept, promise, say } from '../../testing/promises.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type Scenario, scenarios, startOfStories } from '../../testing/scenarios.ts';
import { testServer, type TestServer } from '../../testing/server.ts';

/**
 * The migration makes the rows of conversations that were there before it, in SQL; the server writes those of all that came after,
 * in TypeScript. Both must say the same: what the migration would make of each conversation is compared with what the server wrote,
 * after every act.
 */
const clock = fixedClock(startOfStories);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock, work: true });
});
afterAll(() => server.close());

const [, columns = '', select = ''] =
  readFileSync('server/migrations/0012_commitments.sql', 'utf8')
    .split('--> statement-breakpoint')
    .map((statement) => /^\s*insert into commitments \(([^)]+)\)\s*(select[\s\S]+)$/.exec(statement))
    .find((found) => found !== null) ?? [];

interface Row {
  conversation_id: string;
  result: Result;
  [column: string]: unknown;
}

/** Rows of one conversation, or of all; numbers without the zeros behind the point, which mean nothing. */
async function rowsOf(source: string, conversation?: string): Promise<Row[]> {
  const named = columns.replace(/\bstake\b/, 'trim_scale(stake) as stake');
  const { rows } = await server.database.owner.query<Row>(
    `select ${named} from ${source} where $1::text is null or conversation_id = $1 order by partnership_id, conversation_id`,
    [conversation ?? null],
  );
  return rows;
}
const written = (conversation?: string) => rowsOf('commitments', conversation);
const filledIn = (conversation?: string) => rowsOf(`(${select}) as filled (${columns})`, conversation);

const seen = new Set<Result>();
/** What the server wrote of a conversation, after it was compared with what the migration would make of it. */
async function compared(conversation: string): Promise<Row | undefined> {
  const [row] = await written(conversation);
  expect(await filledIn(conversation)).toEqual(row ? [row] : []);
  if (row) seen.add(row.result);
  return row;
}

/** Compares after every act. */
const watched = (cast: Cast): Cast => ({
  ...cast,
  async open(who, saying) {
    const made = await cast.open(who, saying);
    await compared(made.conversation);
    return made;
  },
  async say(who, conversation, head, saying) {
    await cast.say(who, conversation, head, saying);
    await compared(conversation);
  },
});

const between = scenarios.filter((one) => !one.steps.some((step) => 'by' in step && step.by === 'newcomer'));
const report = { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] };
const accept = { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] };
const day = 86_400_000;

describe('the rows that the migration makes of what was there before it', () => {
  it('are read from the migration itself', () => {
    expect(columns).toContain('silent_from');
    expect(select).toContain('from conversations c');
  });

  const told: [string, Scenario[], () => Promise<Cast>][] = [
    ['two members', between, async () => (await members(server)).cast],
    ['a performer who comes by link', scenarios, () => withGuest(server, 'performer')],
    ['a customer who comes by link', scenarios, () => withGuest(server, 'customer')],
    ['a performer whose words are written down', between.map(asWrittenDown), () => inWriting(server)],
  ];
  it.each(told)('are those the server writes after every act of every story: %s', async (_name, stories, cast) => {
    for (const story of stories) await tell(clock, watched(await cast()), story);
  });

  it('hold what was at stake, the kind of work, and a day that was missed with notice or without', async () => {
    clock.set(startOfStories);
    const { a, b, partnership } = await twoPartners(server);
    const price = { amount: '900.50', unit: 'EUR' };
    const good = await kept(clock, a, b, partnership, { price, work: 'talent' });
    expect(await compared(good)).toMatchObject({ result: 'kept', stake: '900.5', unit: 'EUR', kind: 'talent' });
    for (const notice of [true, false]) {
      const id = await promise(clock, a, b, partnership, { days: 3 });
      if (notice) await say(b, partnership, id, { kind: 'progress', atRisk: true, text: 'It may slip' });
      expect((await compared(id))?.silent_from === null).toBe(notice);
      clock.advance(4 * day);
      await say(b, partnership, id, report);
      await compared(id);
      await say(a, partnership, id, accept);
      expect((await compared(id))?.result).toBe(notice ? 'late-with-notice' : 'late');
    }
  });

  it('count what was written down for half until it is confirmed, and for nothing once it is denied', async () => {
    for (const agrees of [true, false]) {
      clock.set(startOfStories);
      const a = await signUp(server);
      const partner = await recordPartner(a);
      const person = partner.people[0]?.id;
      const [first] = scenarios;
      const asked = first?.steps[0];
      const path = `${partner.base}/conversations`;
      const opened = await a.json(path, { json: { saying: asked && 'say' in asked && asked.say }, status: 201 });
      clock.advance(60_000);
      const promised = await write(a, `${path}/${opened.conversation}/acts`, opened.head, {
        saying: { kind: 'agree' },
        recorded: { person },
      });
      expect(await compared(opened.conversation)).toMatchObject({ result: 'open', recorded: true });
      const { url } = await a.json(`${path}/${opened.conversation}/links`, { json: { person }, status: 201 });
      const guest = throughLink(server, String(url).split('/l/')[1] ?? '');
      const answer = { confirmed: agrees ? [promised.head] : [], denied: agrees ? [] : [promised.head] };
      await write(guest, '/api/guest/acts', promised.head, { saying: { kind: 'confirm', ...answer } });
      expect(await compared(opened.conversation)).toMatchObject({
        result: agrees ? 'open' : 'denied',
        recorded: false,
      });
    }
  });

  it('are those of an import, before and after a later file settles what was open', async () => {
    clock.set('2026-11-24T10:00:00.000Z');
    const who = await signUp(server, { organization: 'Hospital' });
    const run = async (...lines: string[]) => {
      const { id } = await who.json(`${who.base}/imports`, {
        method: 'POST',
        body: ['customer,performer,what,promised at,due,done,stake', ...lines].join('\n'),
        headers: { 'x-file-name': 'history.csv', 'content-type': 'text/csv' },
        status: 201,
      });
      await who.json(`${who.base}/imports/${id}`, { method: 'PATCH', json: { unit: 'EUR' }, status: 200 });
      await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
      const status = async () => (await who.json(`${who.base}/imports/${id}`)).status;
      await expect.poll(status, { timeout: 20_000, interval: 50 }).toBe('done');
      const { items } = await who.json(`${who.base}/conversations`);
      const found = await Promise.all(items.map((one: { id: string }) => compared(one.id)) as Promise<Row>[]);
      return found.map((row) => row.result).toSorted();
    };
    expect(
      await run(
        'Hospital,Foundry,Beds,2026-01-05,2026-02-01,2026-01-30,1200',
        'Hospital,Foundry,Lamps,2026-01-05,2026-02-01,2026-02-09,12.50',
        'Foundry,Hospital,Advice,2026-01-05,2026-02-01,,',
        'North,South,Chairs,2026-11-01,2026-12-24,,',
      ),
    ).toEqual(['kept', 'late', 'open', 'open']);
    expect(await run('Foundry,Hospital,Advice,2026-01-05,2026-02-01,2026-02-03,')).toEqual([
      'kept',
      'late',
      'late',
      'open',
    ]);
  });

  it('are all of them alike at the end, and every way to come out was among them', async () => {
    const all = await written();
    expect(all.length).toBeGreaterThan(40);
    expect(await filledIn()).toEqual(all);
    expect([...seen].toSorted()).toEqual([...results].toSorted());
  });
});
