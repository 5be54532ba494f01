import type { Membership } from '../identity/policy.ts';

/** What somebody noted is theirs to change; a manager may tidy up. */
export function canChangeNote(actor: Pick<Membership, 'personId' | 'role'>, note: { author: string }): boolean {
  return note.author === actor.personId || actor.role !== 'member';
}
