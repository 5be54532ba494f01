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

/** The day that goes with it, where the words of a mail named one: `?act=defer&day=2026-03-06`. */
export function wantedDay(search: string): string | undefined {
  const day = new URLSearchParams(search).get('day') ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
