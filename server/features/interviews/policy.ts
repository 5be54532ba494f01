import type { Membership } from '../identity/policy.ts';
import { hasRole } from '../organizations/policy.ts';

/** A talk begun by mistake is taken away by who began it, or by a manager; never one in which something was heard. */
export function canDropInterview(
  actor: Pick<Membership, 'personId' | 'role'>,
  interview: { startedBy: { id: string }; points: number },
): boolean {
  return interview.points === 0 && (hasRole(actor, 'manager') || actor.personId === interview.startedBy.id);
}
