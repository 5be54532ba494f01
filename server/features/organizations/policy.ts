/** Who may do what in their organization. Administrator: everything. Manager: invites members and works with partners. Member: works. */
import type { Membership } from '../identity/policy.ts';
import type { Role } from '../identity/schema.ts';

const rank: Record<Role, number> = { member: 1, manager: 2, administrator: 3 };

/** Administrator ⊇ manager ⊇ member. */
export function hasRole(actor: Pick<Membership, 'role'>, atLeast: Role): boolean {
  return rank[actor.role] >= rank[atLeast];
}

export function canChangeOrganization(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'administrator');
}

/** Nobody invites into a role that they could not give. */
export function canInvite(actor: Pick<Membership, 'role'>, role: Role): boolean {
  return hasRole(actor, 'administrator') || (hasRole(actor, 'manager') && role === 'member');
}

export function canSeeInvitations(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'manager');
}

export function canRevokeInvitation(actor: Pick<Membership, 'role'>, invitation: { role: Role }): boolean {
  return canInvite(actor, invitation.role);
}

export function canManagePartners(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'manager');
}

/** Role and promises are given by administrators; everybody may leave. */
export function canChangeMember(
  actor: Pick<Membership, 'role' | 'personId'>,
  member: { personId: string },
  change: { role?: unknown; mayPromise?: unknown; ended?: boolean | undefined },
): boolean {
  if (hasRole(actor, 'administrator')) return true;
  const onlyLeaves = change.role === undefined && change.mayPromise === undefined && change.ended === true;
  return onlyLeaves && actor.personId === member.personId;
}

/** What somebody is, and since when: written by themselves or by a manager. */
export function canChangeDatedRoles(
  actor: Pick<Membership, 'role' | 'personId'>,
  member: { personId: string },
): boolean {
  return hasRole(actor, 'manager') || actor.personId === member.personId;
}

/** An organization always has an administrator: the last one can neither step down nor leave. */
export function leavesAnAdministrator(administrators: readonly string[], without: string): boolean {
  return administrators.some((personId) => personId !== without);
}
