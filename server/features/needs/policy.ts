import type { Membership } from '../identity/policy.ts';

/** Whoever wrote it down or answers for it changes it and decides who is told; a manager may too. */
export function canChangeItem(
  actor: Pick<Membership, 'personId' | 'role'>,
  item: { owner: string | null; createdBy: string },
): boolean {
  return item.createdBy === actor.personId || item.owner === actor.personId || actor.role !== 'member';
}
