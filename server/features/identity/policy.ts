import type { Role } from './schema.ts';

/** Who somebody is inside the organization they have entered. */
export interface Membership {
  readonly personId: string;
  readonly role: Role;
  readonly mayPromise: boolean;
  readonly name: string;
  readonly email: string;
}

/** A person may set a new password without the old one only just after coming in by a mailed link. */
export function canSetPasswordWithoutOld(session: { via: string; createdAt: Date }, now: Date): boolean {
  return session.via === 'link' && now.getTime() - session.createdAt.getTime() < 15 * 60_000;
}
