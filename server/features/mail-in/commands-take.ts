import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { asWorker, atGate, type Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { isCopyToken, isSigned, readAnswerAddress } from '../mail/model-address.ts';
import { SERVER_ORGANIZATION } from '../mail/schema.ts';
import { type MailRead, MOST_MAIL_BYTES, readMail, type ReadMail } from './model-read.ts';
import type { GivenAddress } from './model-route.ts';
import { NOBODY } from './queries-known.ts';
import type { MailInReason } from './schema.ts';

/** A mail as it arrived: whole, or only its beginning where it is longer than we take. */
export interface Arrived {
  raw: Buffer;
  /** Bytes the whole mail has. */
  size: number;
  /** Recipients the server that handed it over named, beside those in the mail. */
  recipients?: string[];
}

/** Where a mail was put, to be looked at next. */
export interface Taken {
  organization: string;
  id: string;
  size: number;
  /** False where it was here already. */
  fresh: boolean;
  read: ReadMail | undefined;
}

type Parts = Pick<Platform, 'db' | 'clock' | 'config' | 'secrets' | 'storage'>;

/**
 * Stores a mail: once this has returned, it is not lost. Which organization it is for says the address it came to, else the mail
 * of ours that it answers. The same mail again changes nothing. Of mails for nobody here only the reason is kept.
 */
export async function takeMail(parts: Parts, arrived: Arrived, also?: (tx: Tx) => Promise<void>): Promise<Taken> {
  const { raw, size } = arrived;
  const tooLarge = size > MOST_MAIL_BYTES;
  const read = await readMail(raw);
  const place = read.ok ? await placeOf(parts, read.mail, arrived.recipients ?? []) : refusedAs(read);
  if (tooLarge && place.organization === SERVER_ORGANIZATION) place.reason = 'too-large';
  const mail = read.ok ? read.mail : undefined;
  const id = idOf(place.organization, mail, raw);
  const anybody = place.organization !== SERVER_ORGANIZATION;
  const keep = anybody && mail !== undefined;
  // Of one that is too large its head, by which its sender is told.
  const stored = keep ? await parts.storage.put(Readable.from([raw]), { limit: MOST_MAIL_BYTES }) : undefined;
  const state = keep ? 'new' : 'refused';
  const fresh = await asWorker(parts.db, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into mails_in (organization_id, id, state, reason, kind, token, partnership_id, subject_id, message_id, from_email, from_name,
         subject, words, folded, recipients, files, size, raw_key, written_at, received_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)
       on conflict on constraint mails_in_pkey do nothing`,
      [
        place.organization,
        id,
        state,
        state === 'new' ? null : place.reason,
        place.address?.kind ?? null,
        place.address?.token ?? null,
        place.address && place.address.partnership !== place.organization ? place.address.partnership : null,
        place.address?.subject ?? null,
        keep ? mail.messageId : null,
        keep ? mail.from.email : null,
        keep ? mail.from.name : null,
        keep ? mail.subject : '',
        keep ? mail.words : '',
        keep ? mail.folded : '',
        keep ? mail.recipients : [],
        JSON.stringify(keep ? mail.files.map(({ name, type, content }) => ({ name, type, size: content.length })) : []),
        Math.min(size, 2_147_483_647),
        stored?.key ?? null,
        keep ? mail.at : null,
        parts.clock.now(),
      ],
    );
    await also?.(tx);
    return rowCount > 0;
  });
  if (!fresh && stored) await parts.storage.remove(stored.key);
  return { organization: place.organization, id, size, fresh: fresh && state === 'new', read: mail };
}

/** The same mail is the same row, however often and by whatever way it comes. */
function idOf(organization: string, mail: ReadMail | undefined, raw: Buffer): string {
  const hash = createHash('sha256').update(`${organization} `);
  if (mail?.messageId)
    hash.update(JSON.stringify([mail.messageId, mail.from.email, mail.subject, mail.words, mail.folded]));
  else hash.update(raw);
  const hex = hash.digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Place {
  organization: string;
  address?: GivenAddress;
  reason?: MailInReason;
}

const refusedAs = (read: MailRead): Place => ({
  organization: SERVER_ORGANIZATION,
  ...(!read.ok && { reason: read.reason }),
});

/** A talk is nearer than a copy: of several addresses of one mail the most telling one counts. */
const NEARNESS: GivenAddress['kind'][] = ['conversation', 'meeting', 'thread', 'copy'];

async function placeOf(parts: Parts, mail: ReadMail, envelope: string[]): Promise<Place> {
  const ours = parts.config.answerAddress;
  const named = [...new Set([...envelope, ...mail.recipients])].flatMap((each) => {
    const found = ours ? readAnswerAddress(ours, each) : undefined;
    return found ? [found] : [];
  });
  const copies = await copyAddresses(parts, named);
  return asWorker(parts.db, async (tx) => {
    const given: (GivenAddress & { organization: string })[] = [...copies];
    for (const { names: organization, token } of named) {
      const found = await givenAddress(tx, parts.secrets.linkKey, organization, token);
      if (found) given.push({ ...found, organization });
    }
    const best = given.sort((a, b) => NEARNESS.indexOf(a.kind) - NEARNESS.indexOf(b.kind))[0];
    if (best) return { organization: best.organization, address: best };
    const about = [mail.inReplyTo, mail.report?.messageId, mail.messageId, ...mail.references.toReversed()];
    const ids = about.filter((each) => each !== null && each !== undefined);
    const { rows } = await tx.query<{ organization_id: string }>(
      'select organization_id from mails where message_id = any($1) and organization_id <> $2 order by created_at desc limit 1',
      [ids, SERVER_ORGANIZATION],
    );
    if (rows[0]) return { organization: rows[0].organization_id };
    const reason: MailInReason = named.length > 0 ? 'forged-address' : 'unknown-address';
    return { organization: SERVER_ORGANIZATION, reason };
  });
}

/** Those of the addresses that take copies: of the two organizations of the room the one that the signature was made for. */
async function copyAddresses(
  parts: Parts,
  named: { token: string; names: string }[],
): Promise<(GivenAddress & { organization: string })[]> {
  if (named.length === 0) return [];
  const { rows } = await atGate(parts.db, (tx) =>
    tx.query<{ id: string; holder_a: string; holder_b: string }>(
      'select id, holder_a, holder_b from partnerships where id = any($1)',
      [named.map((each) => each.names)],
    ),
  );
  return rows.flatMap(({ id: partnership, holder_a, holder_b }) =>
    [...new Set([holder_a, holder_b])].flatMap((organization) => {
      const signed = named.find(
        ({ names, token }) =>
          names === partnership && isCopyToken(parts.secrets.linkKey, token, { organization, partnership }),
      );
      const kind = 'copy' as const;
      return signed
        ? [{ organization, token: signed.token, kind, partnership, subject: partnership, email: NOBODY }]
        : [];
    }),
  );
}

/** What a token was given out for; nothing where it was not, or where the signature is not ours. */
async function givenAddress(
  tx: Tx,
  key: string,
  organization: string,
  token: string,
): Promise<GivenAddress | undefined> {
  const { rows } = await tx.query<GivenAddress>(
    `select token, kind, partnership_id as partnership, subject_id as subject, email from answer_addresses
     where organization_id = $1 and token = $2`,
    [organization, token],
  );
  const found = rows[0];
  return found && isSigned(key, token, { organization, ...found }) ? found : undefined;
}
