import type { Membership } from '../identity/policy.ts';
import { hasRole } from '../organizations/policy.ts';

/** Mails say what many conversations are about: those who answer for all of them see them. */
export function canSeeMails(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'manager');
}

/** A link in a mail may make its reader an administrator, or let them speak as a guest. */
export function canSeeLinks(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'administrator');
}
