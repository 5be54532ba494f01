import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Role } from '../identity/schema.ts';
import { readToken } from './policy-token.ts';
import { type Invitation, invitationSchema } from './schema.ts';

const MOST_INVITATIONS = 500;

/** The latest invitations of an organization, whatever became of them. */
export async function listInvitations(tx: Tx, organization: string, now: Date): Promise<Invitation[]> {
  const { rows } = await tx.query<Invitation>(
    `select i.id, i.email, i.role, i.created_at as "createdAt", i.expires_at as "expiresAt",
       json_build_object('personId', i.invited_by, 'name', m.name) as "invitedBy",
       case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
            when i.expires_at <= $2 then 'expired' else 'open' end as state
     from invitations i join memberships m on m.organization_id = i.organization_id and m.person_id = i.invited_by
     where i.organization_id = $1 order by i.created_at desc, i.id desc limit $3`,
    [organization, now, MOST_INVITATIONS],
  );
  return rows.map((row) => invitationSchema.parse(row));
}

/** An invitation as its token opens it. */
export interface FoundInvitation {
  id: string;
  organization: string;
  organizationName: string;
  email: string;
  role: Role;
  invitedBy: string;
  /** Whether the address has an account on this server. */
  accountExists: boolean;
  proof: string | null;
}

interface Row extends Omit<FoundInvitation, 'proof'> {
  acceptedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
}

/** Reads an invitation by its token, at the gate, and locks it. Says clearly why one that was good is good no longer. */
export async function openInvitation(tx: Tx, text: string, now: Date): Promise<FoundInvitation> {
  const token = readToken(text);
  const row = token && (await findByToken(tx, token.organization, token.hash));
  if (!row || !token)
    throw new AppError('not_found', 'This invitation does not exist. Check that the link is complete.');
  const { acceptedAt, revokedAt, expiresAt, ...invitation } = row;
  if (acceptedAt !== null) throw gone('accepted', 'This invitation has been used already. Sign in instead.');
  if (revokedAt !== null) throw gone('revoked', `This invitation was withdrawn. Ask ${row.invitedBy} for a new one.`);
  if (new Date(expiresAt) <= now)
    throw gone('expired', `This invitation has expired. Ask ${row.invitedBy} for a new one.`);
  return { ...invitation, proof: token.proof };
}

function gone(reason: 'accepted' | 'revoked' | 'expired', detail: string): AppError {
  return new AppError('gone', detail, { reason });
}

async function findByToken(tx: Tx, organization: string, hash: string): Promise<Row | undefined> {
  const { rows } = await tx.query<Row>(
    `select i.id, i.organization_id as organization, o.name as "organizationName", i.email, i.role,
       m.name as "invitedBy", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt", i.expires_at as "expiresAt",
       exists (select from auth.persons p where p.email = i.email) as "accountExists"
     from invitations i
       join organizations o on o.id = i.organization_id
       join memberships m on m.organization_id = i.organization_id and m.person_id = i.invited_by
     where i.organization_id = $1 and i.token_hash = $2
     for update of i`,
    [organization, hash],
  );
  return rows[0];
}
