import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { newRoomToken } from '../../platform/token.ts';
import type { Membership } from '../identity/policy.ts';
import type { LinkScope } from '../links/gate.ts';
import { recordChange } from '../organizations/commands-audit.ts';
import { canOfferClaim } from '../partnerships/policy.ts';
import { loadPerson } from '../people/queries.ts';
import { type Letter, partnerSide, type Room } from '../rooms/policy.ts';
import { CLAIM_DAYS } from './policy.ts';
import { loadClaim } from './queries.ts';
import type { Claim, NewClaim } from './schema.ts';

const DAY = 86_400_000;

export interface Offered {
  claim: Claim;
  token: string;
}

function mustOffer(actor: Membership, organization: string, room: Room, side: Letter): void {
  if (canOfferClaim(actor, organization, room, side)) return;
  const { name, claimedBy } = room.sides[side];
  if (claimedBy !== null)
    throw new AppError('conflict', `${name} is here with an organization of its own already.`, { reason: 'claimed' });
  throw new AppError('forbidden', 'Ask a manager or an administrator of your organization to hand this side over.');
}

/** Offers a recorded side to its organization. An earlier offer for the side no longer counts. */
export async function offerClaim(
  tx: Tx,
  organization: string,
  actor: Membership,
  room: Room,
  input: NewClaim,
  now: Date,
): Promise<Offered> {
  const side = input.side ?? partnerSide(room);
  mustOffer(actor, organization, room, side);
  const id = newId();
  const { token, hash } = newRoomToken(room.id);
  await withdrawOpen(tx, room.id, side, now);
  await tx.query(
    `insert into claims (partnership_id, id, side, token_hash, email, created_at, expires_at, offered_at, offered_by, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $6, $8, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p`,
    [room.id, id, side, hash, input.email, now, new Date(now.getTime() + CLAIM_DAYS * DAY), actor.personId],
  );
  await record(
    tx,
    organization,
    actor.personId,
    'claim.offered',
    room.id,
    { claim: id, side, email: input.email },
    now,
  );
  return { claim: await loadClaim(tx, organization, room, id, now), token };
}

/** Agrees to what one of the partner's people asked for: from now on it is an offer like any other. */
export async function approveClaim(
  tx: Tx,
  organization: string,
  actor: Membership,
  room: Room,
  id: string,
  now: Date,
): Promise<Offered> {
  const claim = await loadClaim(tx, organization, room, id, now);
  mustOffer(actor, organization, room, claim.side);
  if (claim.state !== 'requested')
    throw new AppError('conflict', 'This request is no longer open.', { reason: claim.state });
  const { token, hash } = newRoomToken(room.id);
  await withdrawOpen(tx, room.id, claim.side, now, id);
  await tx.query(
    'update claims set token_hash = $3, offered_at = $4, offered_by = $5, expires_at = $6 where partnership_id = $1 and id = $2',
    [room.id, id, hash, now, actor.personId, new Date(now.getTime() + CLAIM_DAYS * DAY)],
  );
  await record(
    tx,
    organization,
    actor.personId,
    'claim.approved',
    room.id,
    { claim: id, side: claim.side, email: claim.email },
    now,
  );
  return { claim: await loadClaim(tx, organization, room, id, now), token };
}

/** Withdraws an offer, or says no to a request. */
export async function revokeClaim(
  tx: Tx,
  organization: string,
  actor: Membership,
  room: Room,
  id: string,
  now: Date,
): Promise<void> {
  const claim = await loadClaim(tx, organization, room, id, now);
  mustOffer(actor, organization, room, claim.side);
  await tx.query(
    'update claims set revoked_at = $3 where partnership_id = $1 and id = $2 and accepted_at is null and revoked_at is null',
    [room.id, id, now],
  );
  await record(tx, organization, actor.personId, 'claim.revoked', room.id, { claim: id, side: claim.side }, now);
}

export interface Requested {
  id: string;
  /** False when the same person's earlier request is still open. */
  made: boolean;
  side: Letter;
  name: string | null;
  email: string;
}

/** A guest asks for a home of their organization's own. The holder of the side decides. */
export async function requestClaim(
  tx: Tx,
  link: LinkScope,
  room: Room,
  email: string | undefined,
  now: Date,
): Promise<Requested> {
  const person = await loadPerson(tx, link.scope.organization, room, link.person, now);
  if (person.side !== link.side) throw new AppError('forbidden', 'Only somebody of this partner can ask for its side.');
  const { claimedBy, name } = room.sides[link.side];
  if (claimedBy !== null)
    throw new AppError('conflict', `${name} is here with an organization of its own already.`, { reason: 'claimed' });
  const address = email ?? person.email;
  if (!address) throw new AppError('invalid', 'Say to which address the offer may be sent.');
  const open = await tx.query<{ id: string }>(
    `select id from claims where partnership_id = $1 and requested_by = $2 and email = $3 and offered_at is null and revoked_at is null and expires_at > $4`,
    [room.id, person.id, address, now],
  );
  const request = { side: link.side, name: person.name, email: address };
  if (open.rows[0]) return { ...request, id: open.rows[0].id, made: false };
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into claims (partnership_id, id, side, email, created_at, expires_at, requested_at, requested_by, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $5, $7, p.holder_a, p.holder_b from partnerships p
     where p.id = $1 and (select count(*) from claims where partnership_id = $1 and created_at > $8) < 10 for share of p`,
    [
      room.id,
      id,
      link.side,
      address,
      now,
      new Date(now.getTime() + CLAIM_DAYS * DAY),
      person.id,
      new Date(now.getTime() - DAY),
    ],
  );
  if (rowCount === 0)
    throw new AppError('too_many', 'Several requests were made today already. They are being looked at.');
  return { ...request, id, made: true };
}

async function withdrawOpen(
  tx: Tx,
  partnership: string,
  side: Letter,
  now: Date,
  except: string | null = null,
): Promise<void> {
  await tx.query(
    `update claims set revoked_at = $3 where partnership_id = $1 and side = $2 and offered_at is not null and accepted_at is null
       and revoked_at is null and id is distinct from $4`,
    [partnership, side, now, except],
  );
}

function record(
  tx: Tx,
  organization: string,
  person: string,
  action: string,
  subject: string,
  detail: Record<string, unknown>,
  now: Date,
): Promise<void> {
  return recordChange(tx, { now: () => now }, { organization, person, action, subject, detail });
}
