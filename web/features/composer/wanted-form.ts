import { type FormKey, isFormKey } from './form-key.ts';

/**
 * The form that the button of a mail asked for: `?act=agree`, `?act=propose&proposal=amend`. It is opened, never sent; an act that can no
 * longer follow is no longer among `allowed` and opens nothing.
 */
export function wantedForm(search: string, allowed: readonly FormKey[]): FormKey | undefined {
  const query = new URLSearchParams(search);
  const act = query.get('act');
  const proposal = query.get('proposal');
  const key = act === 'propose' && proposal ? `propose:${proposal}` : act;
  return key && isFormKey(key, allowed) ? key : undefined;
}
