import type { Membership } from '../identity/policy.ts';
import { hasRole } from '../organizations/policy.ts';
import type { RuleName } from './model.ts';

/** Mails that arrive say what many conversations are about: only those who may decide about them are reminded of them. */
const forManagers: readonly RuleName[] = ['held-mail'];

/** Rules whose follow-ups this member does not see. */
export function hiddenRules(actor: Pick<Membership, 'role'>): readonly string[] {
  return hasRole(actor, 'manager') ? [] : forManagers;
}
