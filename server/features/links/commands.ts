import type { Speaker } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { newRoomToken } from '../../platform/token.ts';
import { canLink } from '../people/policy.ts';
import { loadPerson } from '../people/queries.ts';
import type { RoomPerson } from '../people/schema.ts';
import { holds, type Letter, type Room } from '../rooms/policy.ts';
import type { LinkScope } from './gate.ts';
import { canAskAgain, FRESH_LINKS, LINK_DAYS, linkGone, linkRole } from './policy.ts';
import { type LinkedConversation, loadLink, loadLinked } from './queries.ts';

export interface IssuedLink {
  id: string;
  token: string;
  /** Path of the page it opens. */
  path: string;
  expiresAt: string;
}

interface Wanted {
  partnershipId: string;
  conversationId: string;
  person: string;
  side: Letter;
  speaker: Speaker;
  /** Older ones stay: a mail that tells of the next act must not shut the page that is open beside it. */
  beside?: true;
}

const DAY = 86_400_000;

/** Makes a link. An older one for the same person and conversation stops working, unless it is made `beside` it. */
export async function issueLink(tx: Tx, wanted: Wanted, now: Date): Promise<IssuedLink> {
  const id = newId();
  const { token, hash } = newRoomToken(wanted.partnershipId);
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY);
  const [, made] = await Promise.all([
    tx.query(
      `update links set replaced_at = $4 where partnership_id = $1 and conversation_id = $2 and person = $3
         and replaced_at is null and revoked_at is null and not $5`,
      [wanted.partnershipId, wanted.conversationId, wanted.person, now, wanted.beside ?? false],
    ),
    tx.query(
      `insert into links (partnership_id, id, token_hash, conversation_id, person, side, speaker, created_at, expires_at, holder_a, holder_b)
       select p.id, $2, $3, $4, $5, $6, $7, $8, $9, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p`,
      [
        wanted.partnershipId,
        id,
        hash,
        wanted.conversationId,
        wanted.person,
        wanted.side,
        wanted.speaker,
        now,
        expiresAt,
      ],
    ),
  ]);
  if (made.rowCount === 0) throw new AppError('not_found', 'There is no such partnership here.');
  return { id, token, path: `/l/${token}`, expiresAt: expiresAt.toISOString() };
}

export interface MadeLink {
  link: IssuedLink;
  person: RoomPerson;
  conversation: LinkedConversation;
}

/** Makes a link for somebody of a side that the organization holds. */
export async function makeLink(
  tx: Tx,
  organization: string,
  room: Room,
  conversationId: string,
  personId: string,
  now: Date,
): Promise<MadeLink> {
  const conversation = await loadLinked(tx, room.id, conversationId);
  const person = await loadPerson(tx, organization, room, personId, now);
  const role = linkRole(person, conversation.conversation, conversation.customerSide, room);
  if (!role) throw new AppError('conflict', 'This person has no part in this conversation.', { reason: 'no-part' });
  if (!canLink(organization, room, person) || !holds(organization, room, role.side)) {
    throw new AppError('forbidden', 'A link speaks for its side, so only that side can give it out.');
  }
  if (person.personId !== null)
    throw new AppError('conflict', 'This person signs in here and needs no link.', { reason: 'has-account' });
  const link = await issueLink(tx, { partnershipId: room.id, conversationId, person: person.id, ...role }, now);
  return { link, person, conversation };
}

/** Withdraws a link at once and for good, with those that later mails brought to the same person. */
export async function revokeLink(
  tx: Tx,
  organization: string,
  room: Room,
  conversation: string,
  id: string,
  now: Date,
): Promise<void> {
  await loadLink(tx, organization, room, conversation, id, now);
  await tx.query(
    `update links set revoked_at = $4 where partnership_id = $1 and conversation_id = $2 and revoked_at is null
       and (id = $3 or (replaced_at is null and person = (
         select w.person from links w where w.partnership_id = $1 and w.id = $3 and w.replaced_at is null)))`,
    [room.id, conversation, id, now],
  );
}

/** A link is used up by the first binding act; of two at once the database lets one win. Call it in the act's own transaction. */
export async function useLink(
  tx: Tx,
  link: Pick<LinkScope, 'partnershipId' | 'id'>,
  act: string,
  now: Date,
): Promise<void> {
  const { rowCount } = await tx.query(
    `update links set used_at = $3, used_by_act = $4 where partnership_id = $1 and id = $2
       and used_at is null and replaced_at is null and revoked_at is null and expires_at > $3`,
    [link.partnershipId, link.id, now, act],
  );
  if (rowCount > 0) return;
  throw linkGone('used');
}

export interface AskedLink extends IssuedLink {
  to: { email: string; name: string | null };
  title: string;
}

/** The next link for somebody whose old one is used, expired or replaced: to the address on record, a few times an hour. */
export async function askFreshLink(tx: Tx, link: LinkScope, now: Date): Promise<AskedLink> {
  if (link.state === 'live')
    throw new AppError('conflict', 'This link still works: you can answer with it.', { reason: 'live' });
  if (!canAskAgain(link.state)) throw linkGone('revoked');
  const { partnershipId, conversationId, person, side, speaker } = link;
  const [people, recent, conversation] = await Promise.all([
    tx.query<{ email: string | null; name: string | null; ended_at: string | null }>(
      'select email, name, ended_at from people where partnership_id = $1 and id = $2 for update',
      [partnershipId, person],
    ),
    tx.query<{ made: number }>(
      'select count(*) as made from links where partnership_id = $1 and person = $2 and created_at > $3',
      [partnershipId, person, new Date(now.getTime() - DAY / 24)],
    ),
    loadLinked(tx, partnershipId, conversationId),
  ]);
  const known = people.rows[0];
  if (!known || known.ended_at !== null) {
    throw linkGone('revoked');
  }
  if (!known.email)
    throw new AppError(
      'conflict',
      'No address of yours is known here. Ask whoever sent you the link for a fresh one.',
      { reason: 'no-address' },
    );
  if ((recent.rows[0]?.made ?? 0) >= FRESH_LINKS) {
    throw new AppError(
      'too_many',
      'Several links were sent to you within the last hour. Look into your mail, or try again later.',
    );
  }
  const issued = await issueLink(tx, { partnershipId, conversationId, person, side, speaker }, now);
  return { ...issued, to: { email: known.email, name: known.name }, title: conversation.title };
}
