import { asWorker, inScope, sqlState } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import { listenForMail, type MailListener } from '../../platform/mail-listener.ts';
import { readMailbox, type ReadUpTo, watchMailbox } from '../../platform/mailbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { mintScope } from '../../platform/scope.ts';
import { mintedLink } from '../links/gate.ts';
import { readAnswerAddress } from '../mail/model-address.ts';
import { SERVER_ORGANIZATION } from '../mail/schema.ts';
import { landMail, type Receivers, settle, type StoredMail } from './commands-land.ts';
import { type Taken, takeMail } from './commands-take.ts';
import { MOST_MAIL_BYTES, readMail, type ReadMail } from './model-read.ts';
import { nothing } from './schema.ts';

/** Mails that were stored and not looked at, because the process ended in between. */
const sweepJob = defineJob({ name: 'mail-in-sweep', payload: nothing, retryLimit: 3 });
/** Mails as they came are kept for a month beside what was made of them. */
const forgetJob = defineJob({ name: 'mail-in-forget', payload: nothing, retryLimit: 3 });

/** How often the mailbox is looked into by the clock: alone, and beside a connection on which the server says that mail has come. */
interface Pauses {
  alone: number;
  beside: number;
}
const PAUSES: Pauses = { alone: 15_000, beside: 300_000 };
/** Long enough for a batch from a slow server; another process waits that long where this one dies. */
const LEASE_MINUTES = 15;
const BATCH = 100;
const KEEP_DAYS = 30;
const DAY = 86_400_000;

type Parts = Pick<Platform, 'db' | 'clock' | 'config' | 'secrets' | 'storage' | 'log'>;

/** Looks once at what is new in the mailbox; `more` is called where there is more than one look takes. False where another process is at it. */
export async function lookIntoMailbox(parts: Parts, receivers: Receivers, more?: () => void): Promise<boolean> {
  const { db, clock, config, log } = parts;
  const address = config.mailInUrl;
  if (!address) return false;
  const upTo = await claim(parts);
  if (!upTo) return false;
  try {
    const { left } = await readMailbox(address, upTo, { most: MOST_MAIL_BYTES, limit: BATCH }, async (mail) => {
      const taken = await takeMail(parts, mail, async (tx) => {
        await tx.query(
          `update mailbox set uid_validity = $2, last_uid = $3, seen_at = $4 where organization_id = $1 and id = 'in'`,
          [SERVER_ORGANIZATION, mail.uidValidity, mail.uid, clock.now()],
        );
      });
      await landTaken(parts, receivers, taken);
    });
    await release(parts, { left });
    if (left > 0) more?.();
  } catch (error) {
    const reason = error instanceof Error ? describe(error) : String(error);
    log.warn({ reason }, 'the mailbox could not be read');
    await release(parts, { error: reason });
  }
  return true;

  function describe(error: Error): string {
    const { responseText, authenticationFailed, code } = error as Error & Record<string, string | boolean | undefined>;
    if (authenticationFailed) return 'The mail server refuses the name or the password in MAIL_IN_URL.';
    return [String(responseText ?? error.message), code].filter(Boolean).join(' ').slice(0, 500);
  }

  async function release(of: Pick<Parts, 'db' | 'clock'>, how: { left?: number; error?: string }): Promise<void> {
    await asWorker(of.db, (tx) =>
      tx.query(
        `update mailbox set claimed_until = null, looked_at = case when $3::text is null then $2 else looked_at end,
           waiting = coalesce($4, waiting), last_error = $3, last_error_at = case when $3::text is null then last_error_at else $2 end
         where organization_id = $1 and id = 'in'`,
        [SERVER_ORGANIZATION, clock.now(), how.error ?? null, how.left ?? null],
      ),
    );
  }

  async function claim(of: Pick<Parts, 'clock'>): Promise<ReadUpTo | undefined> {
    const now = of.clock.now();
    const { rows } = await asWorker(db, async (tx) => {
      await tx.query("insert into mailbox (organization_id, id) values ($1, 'in') on conflict do nothing", [
        SERVER_ORGANIZATION,
      ]);
      return tx.query<{ uid_validity: string | null; last_uid: string }>(
        `update mailbox set claimed_until = $3 where organization_id = $1 and id = 'in' and (claimed_until is null or claimed_until <= $2)
         returning uid_validity, last_uid`,
        [SERVER_ORGANIZATION, now, new Date(now.getTime() + LEASE_MINUTES * 60_000)],
      );
    });
    return rows[0] && { uidValidity: rows[0].uid_validity, lastUid: Number(rows[0].last_uid) };
  }
}

/** Does with a stored mail what follows. What does not fit is held; what goes wrong is tried again by the sweep. */
export async function landTaken(parts: Parts, receivers: Receivers, taken: Taken): Promise<void> {
  if (!taken.fresh || !taken.read || taken.organization === SERVER_ORGANIZATION) return;
  try {
    const { rows } = await asWorker(parts.db, (tx) =>
      tx.query<{ token: string | null }>('select token from mails_in where organization_id = $1 and id = $2', [
        taken.organization,
        taken.id,
      ]),
    );
    await landStored(parts, receivers, { ...taken, token: rows[0]?.token ?? null }, taken.read);
  } catch (error) {
    parts.log.error({ err: error, mail: taken.id }, 'a mail that came in could not be looked at; it is tried again');
  }
}

/** Somebody may speak at the same moment: then the words come after theirs. */
const TRIES = 5;

async function landStored(parts: Parts, receivers: Receivers, stored: StoredMail, mail: ReadMail): Promise<void> {
  const scope = mintScope(stored.organization);
  for (let tries = 1; ; tries += 1) {
    try {
      const { state } = await inScope(parts.db, scope, (tx) =>
        landMail(tx, { ...parts, standing: mintedLink }, receivers, stored, mail),
      );
      if (state === 'landed') wakeRelay();
      return;
    } catch (error) {
      const lost = sqlState(error) === 'EN409' || (error instanceof AppError && error.code === 'stale');
      if (lost && tries < TRIES) continue;
      if (!(error instanceof AppError) || error.code === 'internal') throw error;
      const reason = error.code === 'forbidden' ? 'handed-over' : 'not-taken';
      await inScope(parts.db, scope, (tx) => settle(tx, stored, { state: 'held', reason }, parts.clock.now()));
      return;
    }
  }
}

/** Looks at mails that were stored and not looked at. */
export async function sweepMails(parts: Parts, receivers: Receivers): Promise<void> {
  const before = new Date(parts.clock.now().getTime() - 120_000);
  const { rows } = await asWorker(parts.db, (tx) =>
    tx.query<StoredMail & { raw_key: string | null }>(
      `select organization_id as organization, id, token, size, raw_key from mails_in where state = 'new' and received_at < $1
       order by received_at limit $2`,
      [before, BATCH],
    ),
  );
  for (const row of rows) {
    const read = row.raw_key ? await readMail(await content(parts, row.raw_key)) : undefined;
    if (read?.ok) await landStored(parts, receivers, row, read.mail);
    else
      await inScope(parts.db, mintScope(row.organization), (tx) =>
        settle(tx, row, { state: 'refused', reason: 'not-a-mail' }, parts.clock.now()),
      );
  }
}

async function content({ storage }: Pick<Parts, 'storage'>, key: string): Promise<Buffer> {
  const { stream } = await storage.open(key);
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** Deletes mails as they came that are older than a month, but for those that wait for a decision; their words stay. */
export async function forgetMails({ db, clock, storage }: Parts): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * DAY);
  const keys = await asWorker(db, async (tx) => {
    await tx.query('delete from mails_in where organization_id = $1 and received_at < $2', [
      SERVER_ORGANIZATION,
      before,
    ]);
    const { rows } = await tx.query<{ raw_key: string }>(
      `with old as (
         select organization_id, id, raw_key from mails_in where raw_key is not null and received_at < $1 and state not in ('held', 'new') limit 10000
       ), emptied as (
         update mails_in m set raw_key = null from old where m.organization_id = old.organization_id and m.id = old.id
       ) select raw_key from old`,
      [before],
    );
    return rows.map((row) => row.raw_key);
  });
  for (const key of keys) await storage.remove(key);
}

/** Whether a server may hand us mail for this address: those that answers are given, and our own mailbox. */
function isForUs(ours: string | undefined, address: string): boolean {
  if (!ours) return false;
  return readAnswerAddress(ours, address) !== undefined || address.toLowerCase() === ours;
}

/** The way in for mails: a mailbox that is looked into, or a listener; and what becomes of them. */
export function mailInWork(
  platform: Platform,
  receivers: Receivers,
  pauses = PAUSES,
): { start(): Promise<void>; stop(): Promise<void>; port(): number | undefined } {
  const { jobs, config, log } = platform;
  const protocol = config.mailInUrl && new URL(config.mailInUrl).protocol;
  let listener: MailListener | undefined;
  let stopped = false;
  let rouse: (() => void) | undefined;
  let looking = Promise.resolve();
  jobs.handle(sweepJob, () => sweepMails(platform, receivers));
  jobs.handle(forgetJob, () => forgetMails(platform));
  jobs.every(sweepJob, '* * * * *', {});
  jobs.every(forgetJob, '41 3 * * *', {});

  /** Looks whenever the server says that mail has come, and now and then all the same. */
  const look = async (url: string) => {
    let news = false;
    const hasNews = () => {
      news = true;
      rouse?.();
    };
    const watch = watchMailbox(url, hasNews);
    while (!stopped) {
      news = false;
      await lookIntoMailbox(platform, receivers, hasNews).catch((error: unknown) =>
        log.error({ err: error }, 'the mailbox could not be looked into; it is tried again'),
      );
      if (stopped) break;
      if (news) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, watch.listening ? pauses.beside : pauses.alone);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    watch.close();
  };

  return {
    port: () => listener?.port,
    async start() {
      if (!config.mailInUrl) return;
      if (protocol === 'imap:' || protocol === 'imaps:') {
        looking = look(config.mailInUrl);
        return;
      }
      listener = await listenForMail(config.mailInUrl, {
        most: MOST_MAIL_BYTES,
        accepts: (address) => isForUs(config.answerAddress, address),
        take: (mail) => hear(platform, receivers, mail),
      });
    },
    async stop() {
      stopped = true;
      rouse?.();
      await listener?.close();
      await looking;
    },
  };
}

/** A mail handed over by a server: stored before it is told so. */
async function hear(parts: Parts, receivers: Receivers, mail: { raw: Buffer; recipients: string[] }): Promise<void> {
  const taken = await takeMail(parts, { ...mail, size: mail.raw.length }, async (tx) => {
    await tx.query(
      `insert into mailbox (organization_id, id, seen_at, looked_at) values ($1, 'in', $2, $2)
       on conflict on constraint mailbox_pkey do update set seen_at = excluded.seen_at, looked_at = excluded.looked_at`,
      [SERVER_ORGANIZATION, parts.clock.now()],
    );
  });
  void landTaken(parts, receivers, taken);
}
