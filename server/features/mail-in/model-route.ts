/** Where a mail goes, decided from what is known about it. Pure. */
import type { ReadMail } from './model-read.ts';
import type { MailInReason } from './schema.ts';

/** More mails than this in an hour to one address are no conversation any more. */
export const MOST_IN_AN_HOUR = 60;
/** Handed on more often than this, a mail goes round in circles (RFC 5321, 6.3 speaks of 100). */
const MOST_HOPS = 50;

/** The address a mail came to, as it was given out. */
export interface GivenAddress {
  token: string;
  kind: 'conversation' | 'thread' | 'meeting' | 'copy';
  partnership: string;
  subject: string;
  /** Whom it was given to. */
  email: string;
}

export interface Known {
  /** The address it came to; `forged`: it looks like one of ours and was never given out; none: it came to no address of its own. */
  address: GivenAddress | 'forged' | undefined;
  /** Addresses that are those of the person it was given to, and, for copies, of everybody who may copy mails in. Lower case. */
  senders: ReadonlySet<string>;
  /** A mail of ours that it answers or is about. */
  ours: { mail: string; kind: string; conversation: string | null; partnership: string | null } | undefined;
  /** Its own Message-ID is one of ours: what of our own mails came back. */
  isOurs: 'probe' | 'mail' | undefined;
  /** Mails to the same address within the last hour. */
  lately: number;
  /** What the receiving server found out about the sender; `undefined` where nothing trusted is said. */
  sender: 'passed' | 'failed' | undefined;
}

export type Route =
  | { state: 'landed'; to: GivenAddress }
  | { state: 'held' | 'ignored' | 'refused'; reason: MailInReason };

const held = (reason: MailInReason): Route => ({ state: 'held', reason });
const ignored = (reason: MailInReason): Route => ({ state: 'ignored', reason });
const refused = (reason: MailInReason): Route => ({ state: 'refused', reason });

/**
 * Decides about a mail. What nobody wrote never becomes words; whoever is not the person an address was given to is held for a
 * decision; what was written to no address of its own goes where the mail it answers says, held too.
 */
export function routeMail(mail: ReadMail, known: Known): Route {
  if (known.isOurs === 'probe') return ignored('probe');
  if (known.isOurs || mail.hops > MOST_HOPS) return ignored('loop');
  if (mail.sort === 'bounce') return ignored('bounce');
  if (mail.sort === 'delay') return ignored('delay');
  const { address } = known;
  // An answer to an invitation is made by a program, and meant.
  const invited = address !== 'forged' && address?.kind === 'meeting' && mail.calendar !== null;
  if (mail.sort === 'auto-reply' && !invited) return ignored('auto-reply');
  if (address === 'forged') return refused('forged-address');
  if (mail.words === '' && mail.files.length === 0 && mail.calendar === null) return ignored('empty');
  if (!address) return known.ours ? held('no-address') : refused('unknown-address');
  if (known.lately >= MOST_IN_AN_HOUR) return held('too-many');
  if (known.sender === 'failed') return held('unsure-sender');
  if (!known.senders.has(mail.from.email)) return held('unknown-sender');
  return { state: 'landed', to: address };
}

/**
 * What a trusted server says about the sender (RFC 8601): only results under its own name count, since anybody can write the
 * header. DMARC decides where it is given; else DKIM or SPF has to have passed.
 */
export function senderChecked(results: readonly string[], trusted: string | undefined): Known['sender'] {
  if (!trusted) return undefined;
  const own = results.filter(
    (each) => each.split(';', 1)[0]?.trim().split(/\s/)[0]?.toLowerCase() === trusted.toLowerCase(),
  );
  const found = (method: string): string[] =>
    own.flatMap((each) =>
      [...each.matchAll(new RegExp(`\\b${method}=(\\w+)`, 'gi'))].map((match) => String(match[1]).toLowerCase()),
    );
  const dmarc = found('dmarc');
  if (dmarc.includes('pass')) return 'passed';
  if (dmarc.includes('fail')) return 'failed';
  const rest = [...found('dkim'), ...found('spf')];
  if (rest.includes('pass')) return 'passed';
  return rest.some((each) => ['fail', 'softfail', 'permerror'].includes(each)) ? 'failed' : undefined;
}
