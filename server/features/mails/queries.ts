import type { Tx } from '../../platform/database.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { holdsSecret, withoutLinks } from '../mail/model.ts';
import { mailFacts, SERVER_ORGANIZATION } from '../mail/schema.ts';
import type { LocalMails, MailFilter, MailSummary, MailWithBody } from './schema.ts';

interface Row {
  id: string;
  kind: string;
  to_email: string;
  to_name: string | null;
  subject: string | null;
  state: MailSummary['state'];
  attempts: number;
  last_error: string | null;
  next_try_at: string | null;
  created_at: string;
  sent_at: string | null;
  partnership_id: string | null;
  conversation_id: string | null;
  retryable: boolean;
}

interface FullRow extends Row {
  facts: unknown;
  body_text: string | null;
  body_html: string | null;
}

const columns = `m.id, m.kind, m.to_email, m.to_name, m.subject, m.state, m.attempts, m.last_error, m.next_try_at, m.created_at, m.sent_at,
  m.partnership_id, m.conversation_id, m.state in ('failed', 'local') and m.facts is not null as retryable`;

function present(row: Row, sending: boolean): MailSummary {
  return {
    id: row.id,
    kind: row.kind,
    to: { name: row.to_name, email: row.to_email },
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    nextTryAt: row.next_try_at,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    conversation:
      row.partnership_id && row.conversation_id ? { partnershipId: row.partnership_id, id: row.conversation_id } : null,
    // What was kept while no mail server was set can be sent once there is one.
    canRetry: row.retryable && (row.state === 'failed' || sending),
  };
}

/** Mails of one organization, newest first. */
export async function listMails(
  tx: Tx,
  organization: string,
  filter: MailFilter,
  sending: boolean,
): Promise<{ items: MailSummary[]; next: string | null }> {
  const after = readCursor(filter.cursor, 'moment', 'id');
  const { rows } = await tx.query<Row>(
    `select ${columns} from mails m
     where m.organization_id = $1 and ($2::text is null or m.state = $2)
       and ($3::timestamptz is null or (m.created_at, m.id) < ($3::timestamptz, $4::uuid))
     order by m.created_at desc, m.id desc limit $5`,
    [organization, filter.state ?? null, after?.[0] ?? null, after?.[1] ?? null, filter.limit + 1],
  );
  const items = rows.slice(0, filter.limit).map((row) => present(row, sending));
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last ? writeCursor([last.createdAt, last.id]) : null };
}

/** Who looks at a mail: whether its link is theirs to have, what stands in its place, and whether mails can be sent at all. */
export interface MailReader {
  links: boolean;
  instead: string;
  sending: boolean;
}

/** One mail with what it says; its link only for whom it is right to have it. */
export async function readMail(
  tx: Tx,
  organization: string,
  id: string,
  reader: MailReader,
): Promise<MailWithBody | undefined> {
  const { rows } = await tx.query<FullRow>(
    `select ${columns}, m.facts, m.body_text, m.body_html from mails m where m.organization_id = $1 and m.id = $2`,
    [organization, id],
  );
  const row = rows[0];
  if (!row) return undefined;
  return { ...present(row, reader.sending), ...bodies(row, reader) };
}

function bodies(row: FullRow, reader: MailReader): { text: string | null; html: string | null } {
  const found = mailFacts.safeParse(row.facts);
  const facts = found.success ? found.data : undefined;
  if (reader.links || !facts || !holdsSecret(facts.kind, 'guest' in facts && facts.guest))
    return { text: row.body_text, html: row.body_html };
  const clean = (text: string | null) => text && withoutLinks(text, facts.url, reader.instead);
  return { text: clean(row.body_text), html: clean(row.body_html) };
}

/**
 * Mails the server itself kept because no mail server is set, such as links to sign in. They are shown to an administrator only where
 * everything the addressee may enter is that administrator's too: else the link would open another organization's door. At the gate.
 */
export async function localServerMails(tx: Tx, reader: string): Promise<LocalMails> {
  const { rows } = await tx.query<FullRow>(
    `select ${columns}, m.facts, m.body_text, m.body_html
     from mails m join auth.persons p on p.email = lower(m.to_email)
     where m.organization_id = $1 and m.state = 'local'
       and exists (select 1 from memberships k where k.person_id = p.id and k.ended_at is null)
       and not exists (
         select 1 from memberships k where k.person_id = p.id and k.ended_at is null and not exists (
           select 1 from memberships mine where mine.organization_id = k.organization_id and mine.person_id = $2
             and mine.role = 'administrator' and mine.ended_at is null))
     order by m.created_at desc, m.id desc limit 50`,
    [SERVER_ORGANIZATION, reader],
  );
  return {
    items: rows.map((row) => ({ ...present(row, false), canRetry: false, text: row.body_text, html: row.body_html })),
  };
}
