import type { Tx } from '../../platform/database.ts';
import type { Post } from '../mail/commands.ts';
import { answerAddress, answerToken, copyToken } from '../mail/model-address.ts';
import type { ReadMail } from './model-read.ts';
import type { GivenAddress, Known } from './model-route.ts';

/** Stands where an address is given to an organization, not to a person. */
export const NOBODY = 'copy';

/** The address a stored mail came to, and whose it is. */
export interface AddressOwner extends GivenAddress {
  personId: string | null;
  peopleId: string | null;
}

export async function addressOf(tx: Tx, organization: string, token: string | null): Promise<AddressOwner | undefined> {
  if (token === null) return undefined;
  const { rows } = await tx.query<AddressOwner>(
    `select token, kind, partnership_id as partnership, subject_id as subject, email, person_id as "personId", people_id as "peopleId"
     from answer_addresses where organization_id = $1 and token = $2`,
    [organization, token],
  );
  if (rows[0]) return rows[0];
  // An address for copies needs no row: whoever took the mail has looked at its signature.
  const copied = await tx.query<AddressOwner>(
    `select token, kind, partnership_id as partnership, subject_id as subject, $3 as email, null as "personId", null as "peopleId"
     from mails_in where organization_id = $1 and token = $2 and kind = 'copy' and partnership_id is not null limit 1`,
    [organization, token, NOBODY],
  );
  return copied.rows[0];
}

/**
 * The address at which an organization takes copies of its mails with a partner, the same one every time: the one that was given out
 * when addresses still had rows, else the one that follows from the room. Null where no mail is read.
 */
export async function copyAddressOf(
  tx: Tx,
  { ours, key }: Pick<Post, 'ours' | 'key'>,
  organization: string,
  partnership: string,
): Promise<string | null> {
  if (!ours) return null;
  const earlier = answerToken(key, { organization, kind: 'copy', partnership, subject: partnership, email: NOBODY });
  const { rowCount } = await tx.query('select 1 from answer_addresses where organization_id = $1 and token = $2', [
    organization,
    earlier,
  ]);
  return answerAddress(ours, rowCount > 0 ? earlier : copyToken(key, { organization, partnership }));
}

/** Everybody whose mails count at this address: the person it was given to; for copies everybody of ours and of the partner. */
async function sendersOf(tx: Tx, organization: string, address: AddressOwner): Promise<Set<string>> {
  const copy = address.kind === 'copy';
  const { rows } = await tx.query<{ email: string }>(
    `select lower(email) as email from memberships where organization_id = $1 and ended_at is null and ($2 or person_id = $3)
     union select lower(email) from people
     where partnership_id = $4 and email is not null and ended_at is null and ($2 or id = $5)`,
    [organization, copy, address.personId, address.partnership, address.peopleId],
  );
  const senders = new Set(rows.map((row) => row.email));
  // Somebody who has left the organization no longer speaks for it, though the address was theirs.
  if (!copy && address.personId === null) senders.add(address.email.toLowerCase());
  return senders;
}

/** What has to be known to decide where a mail goes. In the scope of the organization it came for. */
export async function knownAbout(
  tx: Tx,
  organization: string,
  mail: ReadMail,
  address: AddressOwner | undefined,
  sender: Known['sender'],
  now: Date,
): Promise<Known> {
  const ids = [mail.inReplyTo, mail.report?.messageId, ...mail.references.toReversed()].filter(
    (each) => each !== null && each !== undefined,
  );
  const [own, about, lately, senders] = await Promise.all([
    tx.query<{ kind: string }>('select kind from mails where organization_id = $1 and message_id = $2', [
      organization,
      mail.messageId,
    ]),
    tx.query<{ id: string; kind: string; conversation: string | null; partnership: string | null }>(
      `select id, kind, conversation_id as conversation, partnership_id as partnership from mails
       where organization_id = $1 and message_id = any($2) order by created_at desc limit 1`,
      [organization, ids],
    ),
    tx.query<{ count: number }>(
      'select count(*)::int as count from mails_in where organization_id = $1 and token = $2 and received_at > $3',
      [organization, address?.token ?? null, new Date(now.getTime() - 3_600_000)],
    ),
    address ? sendersOf(tx, organization, address) : new Set<string>(),
  ]);
  const found = about.rows[0];
  const kind = own.rows[0]?.kind;
  return {
    address,
    senders,
    ours: found && {
      mail: found.id,
      kind: found.kind,
      conversation: found.conversation,
      partnership: found.partnership,
    },
    isOurs: kind === 'probe' ? 'probe' : kind === undefined ? undefined : 'mail',
    // The mail itself is among those counted.
    lately: (lately.rows[0]?.count ?? 1) - 1,
    sender,
  };
}
