import { z } from 'zod';
import { atGate, inScope } from '../../platform/database.ts';
import { DavError, type DavServer, davServer } from '../../platform/dav.ts';
import { newId } from '../../platform/id.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope } from '../../platform/scope.ts';
import { ownerText } from './commands.ts';
import { claimAccount, settleAccount, takeIn, type Taken } from './commands-look.ts';
import { unsealed } from './model-secret.ts';
import type { Account, Owner } from './queries.ts';
import { seeCalendar } from './queries-look.ts';
import { writeOut } from './commands-write.ts';

const ownerShape = z.object({ organization: z.uuid(), person: z.uuid() });

/** Looks at one person's calendar and puts it right. When it is done again is the account's own business. */
export const calendarLookJob = defineJob({ name: 'calendar-look', payload: ownerShape, retryLimit: 0 });
/** Finds the calendars whose time has come. */
export const calendarRoundJob = defineJob({ name: 'calendar-round', payload: z.object({}), retryLimit: 0 });

const MOST_AT_ONCE = 500;

/** Hands every calendar that is due to a job of its own. */
export async function goRound({ db, clock, jobs }: Pick<Platform, 'db' | 'clock' | 'jobs'>): Promise<void> {
  const { rows } = await atGate(db, (tx) =>
    tx.query<Owner>(
      `select organization_id as organization, person_id as person from calendar_accounts
       where next_at <= $1 and (claimed_until is null or claimed_until <= $1) order by next_at limit $2`,
      [clock.now(), MOST_AT_ONCE],
    ),
  );
  for (const owner of rows) await jobs.send(calendarLookJob, owner, { id: newId() });
}

/**
 * One look: reads what changed in the calendar and takes it in, then writes what changed here. What is asked of the network is
 * asked outside of any transaction; a break in the middle is made good by the next look, since every event lies under its UID.
 */
export async function lookAtCalendar(platform: Platform, owner: Owner): Promise<'looked' | 'failed' | 'not now'> {
  const { db, clock, log } = platform;
  const scope = mintScope(owner.organization);
  const claimed = await inScope(db, scope, (tx) => claimAccount(tx, platform, owner));
  if (!claimed) return 'not now';
  const { account } = claimed;
  try {
    const server = openAccount(platform, owner, account);
    const seen = await seeCalendar(server, account, claimed);
    const taken: Taken = await inScope(db, scope, (tx) => takeIn(tx, platform, owner, claimed, seen));
    const written = await writeOut(server, account, taken, {
      owner,
      inTx: (work) => inScope(db, scope, work),
      now: clock.now(),
    });
    await inScope(db, scope, (tx) => settleAccount(tx, owner, { seen, taken, written }, clock.now()));
    return 'looked';
  } catch (error) {
    const trouble = error instanceof DavError ? error : undefined;
    if (!trouble) log.error({ err: error, ...owner }, 'a calendar could not be looked at');
    await inScope(db, scope, (tx) =>
      settleAccount(
        tx,
        owner,
        { trouble: trouble ?? new DavError('broken', ''), failures: account.failures },
        clock.now(),
      ),
    );
    return 'failed';
  }
}

/** The server of an account. */
export function openAccount(
  { config, secrets }: Pick<Platform, 'config' | 'secrets'>,
  owner: Owner,
  account: Account,
): DavServer {
  const password = unsealed(secrets.linkKey, ownerText(owner), account.password);
  if (password === undefined)
    throw new DavError('secret', 'The password can no longer be read. Connect the calendar again.');
  const { url, username } = account;
  return davServer({ url, username, password }, { allowed: config.privateHosts });
}

export function calendarWork(platform: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  platform.jobs.handle(calendarRoundJob, () => goRound(platform));
  platform.jobs.handle(calendarLookJob, async (owner) => {
    await lookAtCalendar(platform, owner);
  });
  platform.jobs.every(calendarRoundJob, '* * * * *', {});
  return { start: () => Promise.resolve(), stop: () => Promise.resolve() };
}
