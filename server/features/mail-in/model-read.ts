/** A mail that arrived, as far as Entente needs to know it. */
import {
  type AddressObject,
  type Attachment,
  type HeaderValue,
  type ParsedMail,
  simpleParser,
  type StructuredHeader,
} from 'mailparser';
import { htmlToText, type HtmlToTextOptions } from 'html-to-text';
import { fold } from './model-fold.ts';

/** What a mail is, by the marks that standards and programs set (RFC 3834, 3464, 8098). */
export type MailSort = 'words' | 'auto-reply' | 'bounce' | 'delay';

export interface MailFile {
  name: string;
  type: string;
  content: Buffer;
}

export interface ReadMail {
  /** Without angle brackets around it being promised: as the header has it. Null where there is none. */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: { name: string | null; email: string };
  /** Every address that a header names as a recipient, in lower case. */
  recipients: string[];
  subject: string;
  /** When the sender says it was written; null where that is no date. */
  at: Date | null;
  sort: MailSort;
  /** What the sender wrote now, and what the mail repeats. Plain text: HTML is turned into it and never kept. */
  words: string;
  folded: string;
  files: MailFile[];
  /** Files left out because there were more of them, or larger ones, than we take. */
  filesLeftOut: number;
  /** A calendar in it (RFC 6047), with the method its part names. */
  calendar: { method: string | null; text: string } | null;
  /** Of a bounce or a delay: the mail it is about, whom it could not reach, and the server's own words. */
  report: { messageId: string | null; recipient: string | null; reason: string } | null;
  /** Servers that handed it on; a mail in a loop has many. */
  hops: number;
  /** Results of the receiving server's own checks (RFC 8601), whole. */
  authentication: string[];
}

export type MailRefusal = 'not-a-mail' | 'no-sender' | 'two-senders';
export type MailRead = { ok: true; mail: ReadMail } | { ok: false; reason: MailRefusal };

/** Bytes of one mail, as it travels: files of 25 MB are a third longer on the way. */
export const MOST_MAIL_BYTES = 36 * 1024 * 1024;
/** More than anybody attaches, less than would hurt. */
export const MOST_FILES = 20;
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
const MOST_RECIPIENTS = 200;
const MOST_REFERENCES = 100;
const LONGEST_TEXT = 1_000_000;

/** Reads a mail. What cannot be one is refused with the reason; nothing throws. */
export async function readMail(raw: Buffer): Promise<MailRead> {
  const parsed = await simpleParser(raw, {
    skipTextToHtml: true,
    skipHtmlToText: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
  }).catch(() => undefined);
  if (!parsed || parsed.headerLines.length === 0) return { ok: false, reason: 'not-a-mail' };
  const senders = parsed.headerLines.filter((line) => line.key === 'from');
  if (senders.length > 1) return { ok: false, reason: 'two-senders' };
  const [from, second] = addressesOf(parsed.from);
  if (second) return { ok: false, reason: 'two-senders' };
  if (!from?.email) return { ok: false, reason: 'no-sender' };
  const { words, folded } = fold(withoutSecrets(textOf(parsed)));
  const taken = parsed.attachments.filter((file) => isFile(file));
  const files = taken.filter((file) => file.size <= MOST_FILE_BYTES).slice(0, MOST_FILES);
  const sort = sortOf(parsed, from.email);
  return {
    ok: true,
    mail: {
      messageId: oneLine(parsed.messageId) || null,
      inReplyTo: idsIn(parsed.inReplyTo)[0] ?? null,
      references: idsIn(parsed.references).slice(-MOST_REFERENCES),
      from: { name: oneLine(from.name) || null, email: from.email },
      recipients: recipientsOf(parsed),
      subject: oneLine(parsed.subject).slice(0, 500),
      at: parsed.date && !Number.isNaN(parsed.date.getTime()) ? parsed.date : null,
      sort,
      words: words.slice(0, LONGEST_TEXT),
      folded: folded.slice(0, LONGEST_TEXT),
      files: files.map((file) => ({ name: fileName(file), type: file.contentType, content: file.content })),
      filesLeftOut: taken.length - files.length,
      calendar: calendarIn(parsed),
      report: sort === 'bounce' || sort === 'delay' ? reportIn(parsed) : null,
      hops: parsed.headerLines.filter((line) => line.key === 'received').length,
      authentication: parsed.headerLines
        .filter((line) => line.key === 'authentication-results')
        .map((line) => oneLine(line.line.replace(/^[^:]*:/, ''))),
    },
  };
}

function header(mail: ParsedMail, name: string): string {
  const value: HeaderValue | undefined = mail.headers.get(name);
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'value' in value && typeof value.value === 'string' ? value.value : '';
}

/** Subjects of answers that nobody wrote, where a program sets no mark. */
const AWAY =
  /^\s*(auto(matic|matische)?[ -]?(reply|response|antwort)|out of (the )?office|respuesta automática|fuera de la oficina|réponse automatique|abwesenheit|afwezig|risposta automatica|resposta automática)\b/i;

function sortOf(mail: ParsedMail, from: string): MailSort {
  const type = header(mail, 'content-type').toLowerCase();
  const report = type === 'multipart/report' ? reportType(mail) : '';
  if (report === 'disposition-notification') return 'auto-reply';
  const returned = mail.headerLines.find((line) => line.key === 'return-path')?.line ?? '';
  const daemon = /^(mailer-daemon|postmaster|mail-daemon)@/i.test(from) || /:\s*<>\s*$/.test(returned);
  if (report === 'delivery-status' || (daemon && mail.headers.has('x-failed-recipients')))
    return /^action:\s*(delayed|relayed|delivered|expanded)/im.test(statusIn(mail)) ? 'delay' : 'bounce';
  const auto = header(mail, 'auto-submitted').toLowerCase();
  if (auto !== '' && !auto.startsWith('no')) return 'auto-reply';
  if (daemon) return 'bounce';
  const marked = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'list-unsubscribe', 'feedback-id'];
  if (marked.some((name) => mail.headers.has(name))) return 'auto-reply';
  if (/^(bulk|junk|list|auto_reply)$/i.test(header(mail, 'precedence').trim())) return 'auto-reply';
  return AWAY.test(mail.subject ?? '') ? 'auto-reply' : 'words';
}

function reportType(mail: ParsedMail): string {
  return parameter(mail.headers, 'report-type').toLowerCase();
}

function parameter(headers: ParsedMail['headers'], name: string): string {
  const value = headers.get('content-type');
  const params = value && typeof value === 'object' && 'params' in value ? (value as StructuredHeader).params : {};
  return params[name] ?? '';
}

function statusIn(mail: ParsedMail): string {
  return mail.attachments
    .filter((part) => part.contentType === 'message/delivery-status')
    .map((part) => part.content.toString('utf8').slice(0, 20_000))
    .join('\n');
}

function reportIn(mail: ParsedMail): NonNullable<ReadMail['report']> {
  const status = statusIn(mail);
  const returned = mail.attachments
    .filter((part) => /^(message\/rfc822|text\/rfc822-headers|message\/global)/.test(part.contentType))
    .map((part) => part.content.toString('latin1').slice(0, 50_000))
    .join('\n');
  const body = mail.text ?? '';
  const id = /^message-id:\s*(<[^<>\s]+>)/im.exec(`${returned}\n${body}`)?.[1];
  const recipient =
    /^(?:final|original)-recipient:\s*(?:rfc822;)?\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/im.exec(status)?.[1] ??
    header(mail, 'x-failed-recipients').split(',')[0]?.trim();
  const reason = /^diagnostic-code:\s*(?:smtp;)?\s*((?:.+)(?:\n[ \t].+)*)/im.exec(status)?.[1] ?? body;
  return { messageId: id ?? null, recipient: recipient || null, reason: oneLine(reason).slice(0, 500) };
}

function textOf(mail: ParsedMail): string {
  if (mail.text?.trim()) return mail.text.slice(0, LONGEST_TEXT);
  return mail.html ? htmlToText(mail.html.slice(0, LONGEST_TEXT), plain) : '';
}

/**
 * Takes out of links of ours what would let a reader act or sign in as whoever got them: an answer repeats the mail it answers, and
 * with it the link that is theirs alone. Also where a mail filter has wrapped them into an address of its own.
 */
export function withoutSecrets(text: string): string {
  return text.replaceAll(
    /((?:\/|%2f)(?:l|m|claim|invite)(?:\/|%2f)|sign-in(?:#|%23)token(?:=|%3d))[\w.~-]{30,}/gi,
    '$1…',
  );
}

/** Words only: no address of a picture or a link that somebody could be led to by its looks. */
const plain: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 100, maxInputLength: LONGEST_TEXT },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'iframe', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** What somebody attached; pictures inside the text, signatures of mail programs and the parts of reports are not. */
function isFile(part: Attachment): boolean {
  if (part.related || part.contentType.startsWith('text/calendar')) return false;
  return !/^(application\/(pkcs7-signature|x-pkcs7-signature|pgp-signature)|message\/(delivery-status|disposition-notification)|text\/rfc822-headers)/.test(
    part.contentType,
  );
}

/** A name without folders, directions of reading and controls. */
function fileName(part: Attachment): string {
  const bare = oneLine(part.filename).split(/[/\\]/).at(-1)?.replace(/^\.+/, '').trim() ?? '';
  if (bare !== '') return bare.slice(0, 200);
  return part.contentType === 'message/rfc822' ? 'mail.eml' : 'file';
}

function calendarIn(mail: ParsedMail): ReadMail['calendar'] {
  const part = mail.attachments.find(
    (each) => each.contentType === 'text/calendar' || each.filename?.toLowerCase().endsWith('.ics'),
  );
  if (!part) return null;
  return { method: parameter(part.headers, 'method').toUpperCase() || null, text: part.content.toString('utf8') };
}

function addressesOf(found: AddressObject | AddressObject[] | undefined): { name: string; email: string }[] {
  const list = found === undefined ? [] : Array.isArray(found) ? found : [found];
  return list
    .flatMap((each) => each.value)
    .flatMap((each) => each.group ?? [each])
    .map((each) => ({ name: each.name, email: (each.address ?? '').trim().toLowerCase() }))
    .filter((each) => /^[^\s@]+@[^\s@]+$/.test(each.email));
}

function recipientsOf(mail: ParsedMail): string[] {
  const named = [...addressesOf(mail.to), ...addressesOf(mail.cc), ...addressesOf(mail.bcc)].map((each) => each.email);
  const delivered = mail.headerLines
    .filter((line) => ['delivered-to', 'x-original-to', 'envelope-to'].includes(line.key))
    .map((line) =>
      line.line
        .replace(/^[^:]*:/, '')
        .trim()
        .replace(/^<|>$/g, '')
        .toLowerCase(),
    );
  return [...new Set([...named, ...delivered])].slice(0, MOST_RECIPIENTS);
}

function idsIn(value: string | string[] | undefined): string[] {
  return (Array.isArray(value) ? value.join(' ') : (value ?? '')).match(/<[^<>\s]{1,300}>/g) ?? [];
}

function oneLine(text: string | undefined): string {
  return (
    (text ?? '')
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
