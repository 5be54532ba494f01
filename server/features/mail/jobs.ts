import { bestLocale } from '../../../messages/locale.ts';
import { messagesFor } from '../../../messages/catalogue.ts';
import type { ReaderNow } from '../../../messages/format.ts';
import { asWorker, atGate, type Tx } from '../../platform/database.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/id.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ErrandSource } from '../../platform/relay.ts';
import { type MailServer, MailRefused } from '../../platform/smtp.ts';
import {
  headerWords,
  holdsSecret,
  isAddress,
  isServerMail,
  nextTry,
  PAUSES,
  senderAddress,
  withoutLinks,
} from './model.ts';
import { RING_ADDRESS } from './model-layout.ts';
import { writeLetter, type Written } from './model-letters.ts';
import { mailCalendar, type MailFacts, mailFacts, mailJobPayload } from './schema.ts';

/** Sends one mail. When and how often is the row's own business; the job's retries are for crashes. */
export const sendMailJob = defineJob({
  name: 'mail-send',
  payload: mailJobPayload,
  retryLimit: 8,
  retryDelaySeconds: 5,
  expireSeconds: 300,
});

/** Once a day: links that were never sent and can no longer be of use are taken out of the kept mails. */
export const forgetLinksJob = defineJob({
  name: 'mail-forget-links',
  payload: mailJobPayload.partial(),
  retryLimit: 3,
});

const KEEP_LINKS_DAYS = 35;
/** Less than the job's own patience: a crash while sending is then tried again, with the same Message-ID. */
const CLAIM_MINUTES = 4;

interface MailRow {
  organization_id: string;
  id: string;
  to_email: string;
  to_name: string | null;
  person_id: string | null;
  locale: string | null;
  facts: unknown;
  message_id: string;
  reply_to_id: string | null;
  reference_ids: string[];
  answer_address: string | null;
  attempts: number;
}

/** Mails whose time has come, to be handed to a job. Taking them says so on the row; a later attempt is handed over anew. */
export function mailErrands(clock: Clock): ErrandSource {
  return {
    name: 'mails',
    async take(tx: Tx, limit: number) {
      const { rows } = await tx.query<{ organization: string; id: string }>(
        `update mails m set relayed_at = $2
         from (select organization_id, id from mails where relayed_at is null and state = 'queued' and next_try_at <= $2
               order by next_try_at limit $1) f
         where m.organization_id = f.organization_id and m.id = f.id and m.relayed_at is null
         returning m.organization_id as organization, m.id`,
        [limit, clock.now()],
      );
      return { errands: rows.map((payload) => ({ id: newId(), job: sendMailJob, payload })) };
    },
  };
}

/** What the job needs beside the platform. */
export interface Mailing {
  /** Absent without SMTP_URL: mails are then kept to be read on the local page. */
  server?: MailServer;
  pauses?: readonly number[];
  /** Says more than the facts of a mail do, where another feature can: a link alone becomes the conversation it opens. */
  enrich?: (organization: string, email: string, facts: MailFacts) => Promise<MailFacts>;
  /** Told of a mail that will not be sent any more. */
  failed?: (organization: string, mail: string) => Promise<void>;
  /** Where a mail is shown if nobody may read it on a page. */
  console?: (text: string) => unknown;
}

/** Sends, keeps or fails one mail. */
export async function sendMail(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'log'>,
  mailing: Mailing,
  key: { organization: string; id: string },
): Promise<void> {
  const now = platform.clock.now();
  const parts: Settling = { ...platform, ...(mailing.failed && { failed: mailing.failed }) };
  const row = await claim(platform, key, now);
  if (!row) return;
  const found = mailFacts.safeParse(row.facts);
  if (!found.success) return fail(parts, row, 'The mail cannot be read; this is a mistake in Entente.');
  const facts = (await mailing.enrich?.(row.organization_id, row.to_email, found.data)) ?? found.data;
  const reader = await readerOf(platform, row, now);
  const written = writeLetter(facts, { name: row.to_name, answers: row.answer_address !== null }, reader);
  const words = messagesFor(reader.locale).mails;
  if (!isAddress(row.to_email)) return fail(parts, row, words.failures.address, written);
  if ('expiresAt' in facts && facts.expiresAt && new Date(facts.expiresAt) <= now)
    return fail(parts, row, words.failures.expired, written);
  if (!mailing.server) return keep(parts, mailing, row, facts, written);
  try {
    await mailing.server.send({
      from: { name: written.from ?? 'Entente', address: senderAddress(platform.config.mailFrom) },
      to: { name: headerWords(row.to_name ?? '', 100), address: row.to_email },
      subject: row.reply_to_id ? `Re: ${written.subject}` : written.subject,
      text: written.text,
      html: written.html,
      ...(written.ring && { pictures: [{ address: RING_ADDRESS, name: 'ring.png', png: written.ring }] }),
      ...('calendar' in facts && facts.calendar !== undefined && { calendar: mailCalendar.parse(facts.calendar) }),
      messageId: row.message_id,
      ...(row.reply_to_id && { inReplyTo: row.reply_to_id }),
      references: row.reference_ids,
      ...(row.answer_address && { replyTo: { name: written.from ?? 'Entente', address: row.answer_address } }),
      date: now,
    });
  } catch (error) {
    if (error instanceof MailRefused) return fail(parts, row, error.reason, written);
    return tryLater(parts, row, error, mailing.pauses ?? PAUSES, written);
  }
  await settle(parts, row, { state: 'sent', written: redacted(facts, written, words.redacted) });
}

type Parts = Pick<Platform, 'db' | 'clock' | 'log'>;
type Settling = Parts & Pick<Mailing, 'failed'>;

async function claim(
  { db }: Parts,
  { organization, id }: { organization: string; id: string },
  now: Date,
): Promise<MailRow | undefined> {
  return asWorker(db, async (tx) => {
    const until = new Date(now.getTime() + CLAIM_MINUTES * 60_000);
    const { rows } = await tx.query<MailRow>(
      `update mails set attempts = attempts + 1, claimed_until = $4
       where organization_id = $1 and id = $2 and state = 'queued' and (claimed_until is null or claimed_until <= $3)
       returning organization_id, id, to_email, to_name, person_id, locale, facts, message_id, reply_to_id, reference_ids, answer_address, attempts`,
      [organization, id, now, until],
    );
    if (rows[0]) return rows[0];
    const { rowCount } = await tx.query(
      "select 1 from mails where organization_id = $1 and id = $2 and state = 'queued'",
      [organization, id],
    );
    if (rowCount > 0) throw new Error('another attempt to send this mail has not ended yet');
    return undefined;
  });
}

/** The recipient's own language and zone; else the organization's; the language a mail was asked for in comes first. */
async function readerOf({ db }: Parts, row: MailRow, now: Date): Promise<ReaderNow> {
  const { rows } = await atGate(db, (tx) =>
    tx.query<{ locale: string; zone: string }>(
      `select locale, time_zone as zone from auth.persons where id = $1
       union all select locale, time_zone from organizations where id = $2`,
      [row.person_id, row.organization_id],
    ),
  );
  const found = rows[0] ?? { locale: 'en', zone: 'UTC' };
  return { locale: bestLocale([row.locale ?? found.locale]), zone: found.zone, now: now.toISOString() };
}

/** Without a mail server the mail is kept, with its links: the local page is then the only way they reach anybody. */
async function keep(
  parts: Settling,
  mailing: Mailing,
  row: MailRow,
  facts: MailFacts,
  written: Written,
): Promise<void> {
  await settle(parts, row, { state: 'local', written });
  if (isServerMail(row.organization_id))
    mailing.console?.(`\n  Mail to ${row.to_email}: ${written.subject}\n  ${facts.url}\n`);
}

async function fail(parts: Settling, row: MailRow, reason: string, written?: Written): Promise<void> {
  parts.log.warn({ mail: row.id, reason }, 'a mail could not be sent');
  await settle(parts, row, { state: 'failed', error: reason, written });
}

async function tryLater(
  parts: Settling,
  row: MailRow,
  error: unknown,
  pauses: readonly number[],
  written: Written,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const at = nextTry(row.attempts, parts.clock.now(), pauses);
  parts.log.warn({ mail: row.id, reason, attempts: row.attempts, next: at }, 'the mail server did not take a mail');
  await settle(
    parts,
    row,
    at ? { state: 'queued', error: reason, nextTryAt: at, written } : { state: 'failed', error: reason, written },
  );
}

interface Settled {
  state: 'queued' | 'sent' | 'failed' | 'local';
  written?: Written | undefined;
  error?: string;
  nextTryAt?: Date;
}

async function settle({ db, clock, failed }: Settling, row: MailRow, to: Settled): Promise<void> {
  await asWorker(db, (tx) =>
    tx.query(
      `update mails set state = $3, last_error = $4, next_try_at = $5, relayed_at = case when $3 = 'queued' then null else relayed_at end,
         claimed_until = null, sent_at = case when $3 = 'sent' then $6::timestamptz end, facts = case when $3 = 'sent' then null else facts end,
         subject = coalesce($7, subject), body_text = coalesce($8, body_text), body_html = coalesce($9, body_html)
       where organization_id = $1 and id = $2`,
      [
        row.organization_id,
        row.id,
        to.state,
        to.error?.slice(0, 1000) ?? null,
        to.nextTryAt ?? null,
        clock.now(),
        to.written?.subject ?? null,
        to.written?.text ?? null,
        to.written ? standalone(to.written) : null,
      ],
    ),
  );
  if (to.state === 'failed') await failed?.(row.organization_id, row.id);
}

/** The HTML with its picture in it, as a page can show it. */
function standalone({ html, ring }: Written): string {
  return ring ? html.replaceAll(RING_ADDRESS, `data:image/png;base64,${ring.toString('base64')}`) : html;
}

/** The copy that stays after sending: without the links that let somebody act or sign in. */
function redacted(facts: MailFacts, written: Written, instead: string): Written {
  if (!holdsSecret(facts.kind, 'guest' in facts && facts.guest)) return written;
  const clean = (text: string) => withoutLinks(text, facts.url, instead);
  return { ...written, text: clean(written.text), html: clean(written.html) };
}

/** Takes the links out of kept mails that are too old for them to work. */
export async function forgetLinks({ db, clock }: Parts): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_LINKS_DAYS * 86_400_000);
  await asWorker(db, (tx) =>
    tx.query(
      "update mails set facts = null, body_text = null, body_html = null where facts is not null and state <> 'queued' and created_at < $1",
      [before],
    ),
  );
}
