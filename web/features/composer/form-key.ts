import type { ActKind, AllowedAct, Field, ProposalKind } from '@entente/protocol';
import { proposals, table } from '@entente/protocol';

/** What one button does: a kind of act, split where people mean different things by it. */
export type FormKey =
  | Exclude<ActKind, 'propose' | 'link'>
  | 'progress:risk'
  | `link:${'supports' | 'exchange'}`
  | `propose:${ProposalKind}`;

/** The act behind a button, with what pressing that button has already decided. */
export interface FormParts {
  kind: ActKind;
  proposal?: ProposalKind;
  relation?: 'supports' | 'exchange';
  atRisk?: true;
}

/** The buttons one allowed act becomes. */
export function formKeys(act: Pick<AllowedAct, 'kind' | 'proposal'>): FormKey[] {
  if (act.kind === 'propose') return act.proposal ? [`propose:${act.proposal}`] : [];
  if (act.kind === 'link') return ['link:supports', 'link:exchange'];
  return act.kind === 'progress' ? ['progress', 'progress:risk'] : [act.kind];
}

export function partsOf(key: FormKey): FormParts {
  if (key === 'progress:risk') return { kind: 'progress', atRisk: true };
  if (key === 'link:supports') return { kind: 'link', relation: 'supports' };
  if (key === 'link:exchange') return { kind: 'link', relation: 'exchange' };
  if (key.startsWith('propose:')) return { kind: 'propose', proposal: key.slice(8) as ProposalKind };
  return { kind: key as ActKind };
}

/** What the button itself has answered, so that its form does not ask again. */
const DECIDED_BY_BUTTON: readonly Field['kind'][] = ['proposal', 'relation'];

/** Nobody is asked for the reason of what goes well: a report in time, progress without a warning. */
function needsNoCause({ kind, atRisk }: FormParts, late: boolean): boolean {
  return (kind === 'report' && !late) || (kind === 'progress' && !atRisk);
}

/**
 * What the form of a button asks, from the protocol's table; `late`: the due date has passed. Confirmations ask once for both of their
 * lists.
 */
export function fieldsOf(key: FormKey, late: boolean): Field[] {
  const parts = partsOf(key);
  const { kind, proposal } = parts;
  const fields = proposal ? proposals[proposal].fields : table[kind].fields;
  return fields.filter(
    (field, at) =>
      !DECIDED_BY_BUTTON.includes(field.kind) &&
      !(kind === 'progress' && field.kind === 'flag') &&
      !(field.kind === 'cause' && needsNoCause(parts, late)) &&
      (field.kind !== 'recorded-acts' || fields.findIndex((each) => each.kind === 'recorded-acts') === at),
  );
}

export function isFormKey(value: string, allowed: readonly FormKey[]): value is FormKey {
  return (allowed as readonly string[]).includes(value);
}
