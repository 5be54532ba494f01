import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { holds, type Letter, letters, type Room } from '../rooms/policy.ts';
import { type ClaimMarks, claimState } from './policy.ts';
import type { Claim } from './schema.ts';

interface ClaimRow extends ClaimMarks {
  id: string;
  side: Letter;
  email: string;
  requested_by: string | null;
  requested_by_name: string | null;
  created_at: string;
}

const select = `select c.id, c.side, c.email, c.requested_at, c.offered_at, c.accepted_at, c.revoked_at, c.expires_at, c.created_at,
    c.requested_by, p.name as requested_by_name
  from claims c left join people p on p.partnership_id = c.partnership_id and p.id = c.requested_by
  where c.partnership_id = $1 and (c.side = any($2) or c.accepted_at is not null)`;

const heldBy = (organization: string, room: Room): Letter[] =>
  letters.filter((side) => holds(organization, room, side));

function present(row: ClaimRow, now: Date): Claim {
  return {
    id: row.id,
    side: row.side,
    email: row.email,
    state: claimState(row, now),
    requestedBy: row.requested_by ? { id: row.requested_by, name: row.requested_by_name } : null,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
  };
}

/** Offers and requests for the sides the organization holds, and what was accepted; newest first. */
export async function listClaims(tx: Tx, organization: string, room: Room, now: Date): Promise<Claim[]> {
  const { rows } = await tx.query<ClaimRow>(`${select} order by c.id desc limit 100`, [
    room.id,
    heldBy(organization, room),
  ]);
  return rows.map((row) => present(row, now));
}

export async function loadClaim(tx: Tx, organization: string, room: Room, id: string, now: Date): Promise<Claim> {
  const { rows } = await tx.query<ClaimRow>(`${select} and c.id = $3`, [room.id, heldBy(organization, room), id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such offer here.');
  return present(rows[0], now);
}

/** Who of an organization decides about its partners. */
export async function managersOf(
  tx: Tx,
  organization: string,
): Promise<{ personId: string; name: string; email: string }[]> {
  const { rows } = await tx.query<{ personId: string; name: string; email: string }>(
    `select person_id as "personId", name, email from memberships
     where organization_id = $1 and role in ('administrator', 'manager') and ended_at is null order by joined_at limit 20`,
    [organization],
  );
  return rows;
}

export async function namedOrganization(tx: Tx, id: string): Promise<{ id: string; slug: string; name: string }> {
  const { rows } = await tx.query<{ id: string; slug: string; name: string }>(
    'select id, slug, name from organizations where id = $1',
    [id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such organization here.');
  return rows[0];
}
