import { createHash } from 'node:crypto';
import { systemClock } from '../../platform/clock.ts';
import { atGate, type Database } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';

/** How many tries are allowed within how long: in real time, also where the product's clock stands still. */
export interface Limit {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

export const LIMITS = {
  /** Wrong passwords for one address, wherever they come from. */
  signInByEmail: { name: 'sign-in-email', tries: 10, seconds: 600 },
  /** Wrong passwords from one machine: generous, because an office shares one address. */
  signInByPeer: { name: 'sign-in-peer', tries: 100, seconds: 600 },
  linkByEmail: { name: 'link-email', tries: 5, seconds: 900 },
  linkByPeer: { name: 'link-peer', tries: 50, seconds: 900 },
} as const satisfies Record<string, Limit>;

export interface Attempt {
  limit: Limit;
  /** What is counted: an address, a peer. Null is not counted. */
  what: string | null;
}

const keyOf = ({ limit, what }: Attempt) => createHash('sha256').update(`${limit.name}:${what}`).digest('base64url');

/** Throws too_many when one of these has been tried too often lately. Counts nothing. */
export async function refuseTooMany(db: Database, attempts: Attempt[]): Promise<void> {
  const counted = attempts.filter((each) => each.what !== null);
  const now = systemClock.now();
  const { rows } = await atGate(db, (tx) =>
    tx.query<{ key: string; tries: number; since: string }>(
      'select key, tries, since from auth.attempts where key = any($1)',
      [counted.map(keyOf)],
    ),
  );
  for (const each of counted) {
    const row = rows.find((found) => found.key === keyOf(each));
    if (!row || row.tries < each.limit.tries) continue;
    const over = Math.ceil((new Date(row.since).getTime() + each.limit.seconds * 1000 - now.getTime()) / 1000);
    if (over > 0)
      throw new AppError('too_many', `Too many tries. Please wait ${waitingTime(over)}.`, { retryAfter: over });
  }
}

/** Counts one try of each; a window that is over begins anew. */
export async function countAttempts(db: Database, attempts: Attempt[]): Promise<void> {
  const now = systemClock.now();
  await atGate(db, async (tx) => {
    // In the order of the keys, so that two transactions cannot wait for each other.
    const keys = attempts
      .filter((each) => each.what !== null)
      .map((each) => ({ key: keyOf(each), start: new Date(now.getTime() - each.limit.seconds * 1000) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { key, start } of keys) {
      await tx.query(
        `insert into auth.attempts as a (key, tries, since) values ($1, 1, $2)
         on conflict (key) do update set
           tries = case when a.since <= $3 then 1 else a.tries + 1 end,
           since = case when a.since <= $3 then excluded.since else a.since end`,
        [key, now, start],
      );
    }
    await tx.query('delete from auth.attempts where since < $1', [new Date(now.getTime() - 24 * 3600 * 1000)]);
  });
}

/** Forgets the tries: the right password came. */
export async function forgetAttempts(db: Database, attempts: Attempt[]): Promise<void> {
  await atGate(db, (tx) => tx.query('delete from auth.attempts where key = any($1)', [attempts.map(keyOf)]));
}

function waitingTime(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
