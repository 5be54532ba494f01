import type { Membership } from '../identity/policy.ts';
import { hasRole } from '../organizations/policy.ts';

/** Everybody listens with the guides; managers write them. */
export function canChangeGuides(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'manager');
}
