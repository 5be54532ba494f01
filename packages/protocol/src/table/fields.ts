import type { Field, FieldKind } from './rule.ts';

export const required = (name: string, kind: FieldKind): Field => ({ name, kind, required: true });
export const optional = (name: string, kind: FieldKind): Field => ({ name, kind, required: false });

/** Words that may go with an act. */
export const words = optional('text', 'text');
/** Words without which the act says nothing: a reason, an account. */
export const reason = required('text', 'text');
/** Why it slips or was missed. Never demanded: an answer given under duress says nothing. */
export const cause = optional('cause', 'cause');
export const files = optional('files', 'files');
