import type { Config } from '../../config.ts';
import type { Tx } from '../../platform/database.ts';
import { SERVER_ORGANIZATION } from '../mail/schema.ts';
import type { MailHealth } from './schema.ts';

const COUNTED_DAYS = 30;

interface MailboxRow {
  looked_at: string | null;
  seen_at: string | null;
  waiting: number;
  last_error: string | null;
  last_error_at: string | null;
}

interface OutRow {
  sent_at: string | null;
  queued: number;
  failed: number;
  last_error: string | null;
}

type Counts = Omit<MailHealth['counts'], 'elsewhere'>;

/** Host and port of an address, never who signs in there. */
function hostOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).host || null;
}

function wayOf(url: string | undefined): MailHealth['in']['how'] {
  if (url === undefined) return null;
  if (url.startsWith('imap')) return 'imap';
  return url.startsWith('lmtp') ? 'lmtp' : 'smtp';
}

/** Whether mail comes in and goes out for an organization, told by the mails themselves. `elsewhere` is counted by `refusedByServer`. */
export async function mailHealthOf(
  tx: Tx,
  organization: string,
  config: Pick<Config, 'mailInUrl' | 'smtpUrl' | 'mailFrom' | 'answerAddress'>,
  now: Date,
  elsewhere: number,
): Promise<MailHealth> {
  const since = new Date(now.getTime() - COUNTED_DAYS * 86_400_000);
  const [mailbox, own, out, states, probe] = await Promise.all([
    tx.query<MailboxRow>(
      `select looked_at, seen_at, waiting, last_error, last_error_at from mailbox where organization_id = $1
       order by seen_at desc nulls last limit 1`,
      [SERVER_ORGANIZATION],
    ),
    tx.query<{ at: string | null }>('select max(received_at) as at from mails_in where organization_id = $1', [
      organization,
    ]),
    outOf(tx, organization, since),
    tx.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from mails_in where organization_id = $1 and received_at > $2 group by state',
      [organization, since],
    ),
    lastProbe(tx, organization),
  ]);
  const seen = mailbox.rows[0];
  const count = (state: keyof Counts) => states.rows.find((row) => row.state === state)?.count ?? 0;
  return {
    in: {
      how: wayOf(config.mailInUrl),
      server: hostOf(config.mailInUrl),
      address: config.answerAddress ?? null,
      lookedAt: seen?.looked_at ?? null,
      seenAt: seen?.seen_at ?? null,
      ownAt: own.rows[0]?.at ?? null,
      waiting: seen?.waiting ?? 0,
      lastError: seen?.last_error ?? null,
      lastErrorAt: seen?.last_error_at ?? null,
    },
    out: { server: hostOf(config.smtpUrl), from: config.mailFrom, ...out },
    counts: {
      landed: count('landed'),
      held: count('held'),
      ignored: count('ignored'),
      refused: count('refused'),
      discarded: count('discarded'),
      elsewhere,
    },
    probe,
  };
}

async function outOf(tx: Tx, organization: string, since: Date): Promise<Omit<MailHealth['out'], 'server' | 'from'>> {
  const { rows } = await tx.query<OutRow>(
    `select (select sent_at from mails where organization_id = $1 and sent_at is not null order by created_at desc, id desc limit 1) as sent_at,
       (select count(*)::int from mails where organization_id = $1 and state = 'queued' and created_at > $2) as queued,
       (select count(*)::int from mails where organization_id = $1 and state = 'failed' and created_at > $2) as failed,
       (select last_error from mails where organization_id = $1 and state in ('queued', 'failed') and last_error is not null
          and created_at > $2 order by created_at desc, id desc limit 1) as last_error`,
    [organization, since],
  );
  const row = rows[0];
  return {
    sentAt: row?.sent_at ?? null,
    queued: row?.queued ?? 0,
    failed: row?.failed ?? 0,
    lastError: row?.last_error ?? null,
  };
}

/** The last mail that tried whether mail comes back, and when it did. */
async function lastProbe(tx: Tx, organization: string): Promise<MailHealth['probe']> {
  const { rows } = await tx.query<{ at: string; state: string; back_at: string | null }>(
    `select coalesce(m.sent_at, m.created_at) as at, m.state,
       (select min(i.received_at) from mails_in i where i.organization_id = m.organization_id and i.reason = 'probe'
          and i.message_id = m.message_id) as back_at
     from mails m where m.organization_id = $1 and m.kind = 'probe' order by m.created_at desc, m.id desc limit 1`,
    [organization],
  );
  const row = rows[0];
  return row ? { sentAt: row.at, state: row.state, backAt: row.back_at } : null;
}

/** Mails of the last days that belonged to nobody here: only how many. As the worker, since they are the server's own. */
export async function refusedByServer(tx: Tx, now: Date): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from mails_in where organization_id = $1 and received_at > $2',
    [SERVER_ORGANIZATION, new Date(now.getTime() - COUNTED_DAYS * 86_400_000)],
  );
  return rows[0]?.count ?? 0;
}
