/** Addresses that answers are sent to: `entente+TOKEN@example.org`, or `TOKEN@answers.example.org` where a whole domain is ours. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an answer belongs to; `copy`: mails copied to it are kept with the partnership. */
export type AnswerKind = 'conversation' | 'thread' | 'meeting' | 'copy';

/** Whom an address was given to, and what for. */
export interface AnswerSubject {
  organization: string;
  kind: AnswerKind;
  partnership: string;
  subject: string;
  email: string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 16 bytes of the organization and 10 of the signature: 42 characters, which leaves room for a mailbox before them. */
const TOKEN = /^[a-z2-7]{42}$/;
const SIGNATURE_BYTES = 10;

/** The same subject and person give the same token every time; without `key` nobody can make one. Letters and digits only, in one case, since mail systems change it. */
export function answerToken(key: string, about: AnswerSubject): string {
  const signed = createHmac('sha256', key)
    .update(
      JSON.stringify([
        'answer',
        about.organization,
        about.kind,
        about.partnership,
        about.subject,
        about.email.toLowerCase(),
      ]),
    )
    .digest()
    .subarray(0, SIGNATURE_BYTES);
  return base32(Buffer.concat([Buffer.from(about.organization.replaceAll('-', ''), 'hex'), signed]));
}

/**
 * Token of the address at which an organization takes copies of its mails with a partner. It names the partnership instead of the
 * organization, so that it needs no row: the room says which two organizations it can be, and the signature which of them it is.
 */
export function copyToken(key: string, of: { organization: string; partnership: string }): string {
  const signed = createHmac('sha256', key)
    .update(JSON.stringify(['copies', of.organization, of.partnership]))
    .digest()
    .subarray(0, SIGNATURE_BYTES);
  return base32(Buffer.concat([Buffer.from(of.partnership.replaceAll('-', ''), 'hex'), signed]));
}

/** Where an answer with this token goes. `ours` is `mailbox@domain`, or `@domain` for a whole domain. */
export function answerAddress(ours: string, token: string): string {
  const [mailbox = '', domain = ''] = ours.split('@');
  return mailbox === '' ? `${token}@${domain}` : `${mailbox}+${token}@${domain}`;
}

/** The token of an address, and what it names: an organization, or for copies a partnership. Nothing where the address is none of ours. */
export function readAnswerAddress(ours: string, address: string): { token: string; names: string } | undefined {
  const [mailbox = '', domain = ''] = ours.toLowerCase().split('@');
  const at = address.toLowerCase().lastIndexOf('@');
  const local = address.toLowerCase().slice(0, at);
  if (at < 0 || address.toLowerCase().slice(at + 1) !== domain) return undefined;
  const token = mailbox === '' ? local : local.startsWith(`${mailbox}+`) ? local.slice(mailbox.length + 1) : '';
  if (!TOKEN.test(token)) return undefined;
  const hex = fromBase32(token).subarray(0, 16).toString('hex');
  return { token, names: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}

/** Whether a token is the one that this key makes. */
export function isSigned(key: string, token: string, about: AnswerSubject): boolean {
  return isSame(answerToken(key, about), token);
}

/** As `isSigned`, for addresses of copies. */
export function isCopyToken(key: string, token: string, of: { organization: string; partnership: string }): boolean {
  return isSame(copyToken(key, of), token);
}

function isSame(made: string, token: string): boolean {
  const expected = Buffer.from(made);
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function base32(bytes: Buffer): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
    held &= 255;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 4095;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return Buffer.from(bytes);
}
