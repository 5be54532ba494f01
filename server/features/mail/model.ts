import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import { SERVER_ORGANIZATION } from './schema.ts';

/** Domain for Message-IDs: that of the sender's address. */
export function mailDomain(config: Pick<Config, 'mailFrom' | 'publicUrl'>): string {
  const found = /@([a-z0-9.-]+)>?\s*$/i.exec(config.mailFrom)?.[1];
  return (found ?? (URL.canParse(config.publicUrl) ? new URL(config.publicUrl).hostname : 'localhost')).toLowerCase();
}

/** Bare address of a sender such as "Entente <entente@example.org>". */
export function senderAddress(mailFrom: string): string {
  return /<([^<>]+)>\s*$/.exec(mailFrom)?.[1]?.trim() ?? mailFrom.trim();
}

/** Controls, line breaks and marks that turn the reading direction: nobody's name or subject needs them in a header. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]+/g;

/** Words for a header: one line, no tricks, not too long. */
export function headerWords(text: string, longest = 180): string {
  const clean = text.toWellFormed().replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  if (clean.length <= longest) return clean;
  return `${clean
    .slice(0, longest - 1)
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .trimEnd()}…`;
}

/** Words for the body: line breaks stay, other controls and direction marks go. */
export function bodyWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => line.replace(unprintable, ' ').trimEnd())
    .join('\n')
    .trim();
}

/** Whether mail can be sent to this address: one mailbox, nothing that could be read as more than that. */
export function isAddress(email: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const part = /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]+$/;
  const [mailbox = '', domain = '', ...more] = email.split('@');
  return email.length <= 254 && mailbox.length <= 64 && part.test(mailbox) && part.test(domain) && more.length === 0;
}

const MINUTE = 60_000;
/** Pauses between attempts: a mail server that is away for three days loses nothing. */
export const PAUSES: readonly number[] = [
  10_000,
  30_000,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  120 * MINUTE,
  ...Array.from({ length: 16 }, () => 240 * MINUTE),
];

/** When to try again after so many attempts; null when it is time to give up. */
export function nextTry(attempts: number, now: Date, pauses: readonly number[] = PAUSES): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}

/** Takes the links out of the copy that is kept: whoever reads it later must not be able to act with them. */
export function withoutLinks(text: string, url: string, instead: string): string {
  const base = url.replace(/[?#].*$/, '');
  // In HTML the same address stands escaped; tokens hold no characters that would be.
  return text.replaceAll(new RegExp(`${escapeRegExp(base)}[^\\s"'<>]*`, 'g'), instead);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether the link of a mail lets somebody act or sign in without anything else. */
export function holdsSecret(kind: string, guest: boolean): boolean {
  return ['conversation', 'stage', 'meeting', 'limits'].includes(kind)
    ? guest
    : !['message', 'claim-request', 'review', 'probe', 'digest'].includes(kind);
}

export function isServerMail(organization: string): boolean {
  return organization === SERVER_ORGANIZATION;
}

/** The same event told to the same person is the same mail, however often the job that tells it runs. */
export function mailIdFor(organization: string, event: string, email: string): string {
  const hex = createHash('sha256').update(`${organization} ${event} ${email}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
