import type { Membership } from '../identity/policy.ts';
import { hasRole } from '../organizations/policy.ts';

/** Mails that arrive say what many conversations are about: those who answer for all of them see and decide about them. */
export function canDecide(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'manager');
}

/** Whether mail works is the business of those who set it up. */
export function canSeeHealth(actor: Pick<Membership, 'role'>): boolean {
  return hasRole(actor, 'administrator');
}

/** What was kept with a partner's correspondence is for every colleague, like the notes about that partner. */
export function isCorrespondence(mail: { kind: string | null; state: string }): boolean {
  return mail.kind === 'copy' && mail.state === 'landed';
}
