/** Mails that arrived, for tests of what is done with them afterwards. */
import { addressFor, type Answers, postOf, type Recipient } from '../features/mail/commands.ts';
import { takeMail } from '../features/mail-in/commands-take.ts';
import { landTaken } from '../features/mail-in/jobs.ts';
import { inScope } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import type { Platform } from '../platform/platform.ts';
import { mintScope } from '../platform/scope.ts';

export interface Arrived {
  state: 'new' | 'landed' | 'held' | 'ignored' | 'refused';
  reason?: string;
  kind?: 'conversation' | 'thread' | 'copy';
  partnership?: string;
  subjectId?: string;
  from?: string;
  name?: string;
  subject?: string;
  words?: string;
  folded?: string;
  direction?: 'in' | 'out';
  messageId?: string;
  actId?: string;
  token?: string;
  suggestion?: object;
}

/** Writes a mail down as the worker would have done. Answers its id. */
export async function arrivedMail(
  platform: Pick<Platform, 'db' | 'clock'>,
  organization: string,
  mail: Arrived,
): Promise<string> {
  const id = newId();
  const now = platform.clock.now();
  await inScope(platform.db, mintScope(organization), (tx) =>
    tx.query(
      `insert into mails_in (organization_id, id, state, reason, kind, partnership_id, subject_id, from_email, from_name, subject, words,
         folded, direction, message_id, act_id, token, suggestion, recipients, size, written_at, received_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,'{entente@entente.example}',1000,$18,$18)`,
      [
        organization,
        id,
        mail.state,
        mail.reason ?? null,
        mail.kind ?? null,
        mail.partnership ?? null,
        mail.subjectId ?? null,
        mail.from ?? 'marta@taller.example',
        mail.name ?? null,
        mail.subject ?? 'Re: Twelve places for interns',
        mail.words ?? '',
        mail.folded ?? '',
        mail.direction ?? null,
        mail.messageId ?? null,
        mail.actId ?? null,
        mail.token ?? null,
        mail.suggestion ?? null,
        now,
      ],
    ),
  );
  return id;
}

/** The address that a mail to somebody names for answers. */
export async function answersAt(
  platform: Platform,
  organization: string,
  to: Recipient,
  answers: Answers,
): Promise<string> {
  const now = platform.clock.now();
  const address = await inScope(platform.db, mintScope(organization), (tx) =>
    addressFor(tx, postOf(platform), { organization, to, answers, now }),
  );
  return address ?? '';
}

export interface WrittenMail {
  from: string;
  to: string;
  text: string;
  subject?: string;
  /** Name of a file that comes with it. */
  file?: string;
  headers?: string[];
}

let written = 0;

/** A mail as it travels. */
export function rawMail({ from, to, text, subject = 'Re: Places', file, headers = [] }: WrittenMail): Buffer {
  written += 1;
  const id = `Message-ID: <${written}.${Date.now()}@mail.example>`;
  const head = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, id, ...headers, 'MIME-Version: 1.0'];
  const words = `Content-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
  const attached = `Content-Type: text/plain\r\nContent-Disposition: attachment; filename="${file}"\r\n\r\nwhat it holds`;
  const body = file
    ? `Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n${words}--part\r\n${attached}\r\n--part--\r\n`
    : words;
  return Buffer.from(`${head.join('\r\n')}\r\n${body}`);
}

/** A mail comes in and becomes what it becomes. */
export async function mailArrives(platform: Platform, mail: WrittenMail): Promise<void> {
  const raw = rawMail(mail);
  await landTaken(platform, {}, await takeMail(platform, { raw, size: raw.length }));
}
