import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { recordChange } from './commands-audit.ts';
import { canInvite, canRevokeInvitation } from './policy.ts';
import { hashOfToken, makeToken, proofOf } from './policy-token.ts';
import { readOrganization } from './queries.ts';
import type { FoundInvitation } from './queries-invitations.ts';
import type { Invitation, NewInvitation } from './schema.ts';

const DAYS_OPEN = 14;
/** Invitations of one organization within a day; more is a mistake or spam in its name. */
const MOST_A_DAY = 200;

/** How an invitation is mailed, in the transaction that makes it; a MailPort is one. */
export interface InvitationMail {
  deliver(
    tx: Tx,
    organization: string,
    mail: {
      id: string;
      to: { email: string };
      facts: { kind: 'invitation'; url: string; expiresAt: string; organization: string; invitedBy: string };
    },
  ): Promise<void>;
}

export interface Inviting {
  clock: Clock;
  mail: InvitationMail;
  publicUrl: string;
  linkKey: string;
}

/** Invites somebody. An earlier open invitation to the same address is replaced. The answer's url is never shown again. */
export async function invite(
  tx: Tx,
  { clock, mail, publicUrl, linkKey }: Inviting,
  organization: string,
  actor: Membership,
  wanted: NewInvitation,
): Promise<Invitation & { url: string }> {
  if (!canInvite(actor, wanted.role)) {
    throw new AppError('forbidden', 'Managers can invite members; for other roles ask an administrator.');
  }
  const now = clock.now();
  await refuseInvitation(tx, organization, wanted.email, now);
  await tx.query(
    `update invitations set revoked_at = $3
     where organization_id = $1 and email = $2 and accepted_at is null and revoked_at is null`,
    [organization, wanted.email, now],
  );
  const id = newId();
  const token = makeToken(organization, randomBytes(24));
  const expires = new Date(now.getTime() + DAYS_OPEN * 24 * 60 * 60 * 1000);
  await tx.query(
    `insert into invitations (organization_id, id, email, role, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organization, id, wanted.email, wanted.role, hashOfToken(token), actor.personId, now, expires],
  );
  await recordChange(tx, clock, {
    organization,
    person: actor.personId,
    action: 'invitation.sent',
    subject: id,
    detail: { email: wanted.email, role: wanted.role },
  });
  const url = `${publicUrl}/invite/${token}`;
  const { name } = await readOrganization(tx, organization);
  await mail.deliver(tx, organization, {
    id,
    to: { email: wanted.email },
    facts: {
      kind: 'invitation',
      url: `${url}.${proofOf(linkKey, id, wanted.email)}`,
      expiresAt: expires.toISOString(),
      organization: name,
      invitedBy: actor.name,
    },
  });
  return {
    id,
    email: wanted.email,
    role: wanted.role,
    invitedBy: { personId: actor.personId, name: actor.name },
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
    state: 'open',
    url,
  };
}

async function refuseInvitation(tx: Tx, organization: string, email: string, now: Date): Promise<void> {
  const dayBefore = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const [members, sent] = await Promise.all([
    tx.query('select from memberships where organization_id = $1 and email = $2 and ended_at is null', [
      organization,
      email,
    ]),
    tx.query<{ many: boolean }>(
      'select count(*) >= $3 as many from invitations where organization_id = $1 and created_at > $2',
      [organization, dayBefore, MOST_A_DAY],
    ),
  ]);
  if (members.rowCount > 0) throw new AppError('conflict', `${email} belongs to your organization already.`);
  if (sent.rows[0]?.many)
    throw new AppError('too_many', `At most ${MOST_A_DAY} invitations a day. Please go on tomorrow.`);
}

/** Withdraws an invitation; doing it twice is no error. */
export async function revokeInvitation(
  tx: Tx,
  clock: Clock,
  organization: string,
  actor: Membership,
  id: string,
): Promise<void> {
  const { rows } = await tx.query<Pick<Invitation, 'role' | 'email'> & { accepted: boolean; revoked: boolean }>(
    `select role, email, accepted_at is not null as accepted, revoked_at is not null as revoked
     from invitations where organization_id = $1 and id = $2 for update`,
    [organization, id],
  );
  const found = rows[0];
  if (!found) throw new AppError('not_found', 'There is no such invitation.');
  if (!canRevokeInvitation(actor, found))
    throw new AppError('forbidden', 'Only an administrator can withdraw this invitation.');
  if (found.accepted) throw new AppError('conflict', 'It has been accepted. End the membership instead.');
  if (found.revoked) return;
  await tx.query('update invitations set revoked_at = $3 where organization_id = $1 and id = $2', [
    organization,
    id,
    clock.now(),
  ]);
  await recordChange(tx, clock, {
    organization,
    person: actor.personId,
    action: 'invitation.revoked',
    subject: id,
    detail: { email: found.email },
  });
}

/** Makes a person one of the inviting organization, at the gate. `invitation` was read and locked in this transaction. */
export async function acceptInvitation(
  tx: Tx,
  clock: Clock,
  invitation: FoundInvitation,
  person: { id: string; name: string; email: string },
): Promise<void> {
  const now = clock.now();
  const { organization, role } = invitation;
  // Somebody who left comes back into their old membership, so that what they did stays theirs.
  const { rowCount } = await tx.query(
    `insert into memberships as m (organization_id, person_id, role, name, email, joined_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, person_id) do update
       set role = excluded.role, name = excluded.name, email = excluded.email, ended_at = null
       where m.ended_at is not null`,
    [organization, person.id, role, person.name, person.email, now],
  );
  if (rowCount === 0)
    throw new AppError('conflict', `You belong to ${invitation.organizationName} already.`, { member: true });
  await tx.query('update invitations set accepted_at = $3 where organization_id = $1 and id = $2', [
    organization,
    invitation.id,
    now,
  ]);
  await recordChange(tx, clock, {
    organization,
    person: person.id,
    action: 'invitation.accepted',
    subject: invitation.id,
    detail: { invited: invitation.email, joined: person.email, role },
  });
}
