import type { AllowedAct, Side } from '@entente/protocol';
import type { acts } from './en/acts.ts';

/** Names of the words of acts: the protocol's kinds, split where people say it differently. */
export type ActKey = keyof typeof acts;

/** Whose words they are matters for agreeing; what is proposed or linked matters for those. */
export function actKey(
  act: Pick<AllowedAct, 'kind' | 'proposal'> & { relation?: 'supports' | 'exchange'; atRisk?: boolean },
  side?: Side,
): ActKey {
  switch (act.kind) {
    case 'agree':
      return side === 'customer' ? 'agree-customer' : 'agree-performer';
    case 'propose':
      return act.proposal ? `propose-${act.proposal}` : 'propose-amend';
    case 'link':
      return act.relation === 'exchange' ? 'link-exchange' : 'link-supports';
    case 'progress':
      return act.atRisk ? 'progress-at-risk' : 'progress';
    default:
      return act.kind;
  }
}
