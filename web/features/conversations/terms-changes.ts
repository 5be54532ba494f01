import type { ActId, Deadline, Due, Quantity, Terms, WorkKind } from '@entente/protocol';
import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';

export type ChangeMark = 'same' | 'changed' | 'added' | 'removed';

/** One line of two versions side by side. Texts are commitments, to be looked up by whoever shows them. */
export type TermsLine =
  | { part: 'what'; mark: ChangeMark; before?: string; after?: string }
  | { part: 'condition'; id: string; mark: ChangeMark; before?: string; after?: string }
  | { part: 'due'; mark: ChangeMark; before?: Due; after?: Due }
  | { part: 'work'; mark: ChangeMark; before?: WorkKind; after?: WorkKind }
  | { part: 'effort' | 'price'; mark: ChangeMark; before?: Quantity; after?: Quantity }
  | { part: 'antecedent'; mark: ChangeMark; before?: string; after?: string }
  | { part: 'antecedentBy' | 'replyBy'; mark: ChangeMark; before?: Deadline; after?: Deadline };

function markOf(before: unknown, after: unknown): ChangeMark {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'changed';
}

function conditionLines(before: Terms, after: Terms): TermsLine[] {
  const now = after.conditions.map((each): TermsLine => {
    const old = before.conditions.find((candidate) => candidate.id === each.id)?.text;
    return { part: 'condition', id: each.id, mark: markOf(old, each.text), before: old, after: each.text };
  });
  const gone = before.conditions
    .filter((each) => !after.conditions.some((candidate) => candidate.id === each.id))
    .map((each): TermsLine => ({ part: 'condition', id: each.id, mark: 'removed', before: each.text }));
  return [...now, ...gone];
}

/**
 * Two versions of terms line by line, conditions matched by their id. Same wording is the same text, whatever commitment it
 * stands under: `wording` resolves it. The answer date is left out: it belongs to the version, not to the promise.
 */
export function termsChanges(before: Terms, after: Terms, wording: (commit: string) => string): TermsLine[] {
  const settle = (line: TermsLine): TermsLine =>
    (line.part === 'what' || line.part === 'condition' || line.part === 'antecedent') &&
    line.mark === 'changed' &&
    wording(line.before ?? '') === wording(line.after ?? '') &&
    wording(line.after ?? '') !== ''
      ? { ...line, mark: 'same' }
      : line;
  const lines: TermsLine[] = [
    { part: 'what', mark: markOf(before.what, after.what), before: before.what, after: after.what },
    ...conditionLines(before, after),
  ];
  const add = (line: TermsLine) => {
    if (line.before !== undefined || line.after !== undefined) lines.push(line);
  };
  add({ part: 'due', mark: markOf(before.due, after.due), before: before.due, after: after.due });
  add({ part: 'work', mark: markOf(before.work, after.work), before: before.work, after: after.work });
  add({ part: 'effort', mark: markOf(before.effort, after.effort), before: before.effort, after: after.effort });
  add({ part: 'price', mark: markOf(before.price, after.price), before: before.price, after: after.price });
  const [was, is] = [before.antecedent, after.antecedent];
  add({ part: 'antecedent', mark: markOf(was?.text, is?.text), before: was?.text, after: is?.text });
  add({ part: 'antecedentBy', mark: markOf(was?.by, is?.by), before: was?.by, after: is?.by });
  return lines.map(settle);
}

/** Terms that an act puts on the table. */
export function termsIn(act: ActShape): Terms | undefined {
  const { saying } = act;
  if ('terms' in saying) return saying.terms;
  return saying.kind === 'propose' && saying.proposal.kind === 'amend' ? saying.proposal.terms : undefined;
}

/** For every act that carries terms: the terms it changed. The opening act has none before it. */
export function termsBefore(page: ConversationPage): Map<ActId, Terms> {
  const before = new Map<ActId, Terms>();
  const proposed = new Map<ActId, Terms>();
  let current: Terms | undefined;
  for (const act of page.acts) {
    const terms = termsIn(act);
    if (terms && current) before.set(act.id, current);
    if (act.void !== null) continue;
    if (terms && act.saying.kind === 'propose') proposed.set(act.id, terms);
    else if (terms) current = terms;
    if (act.saying.kind === 'consent') current = proposed.get(act.saying.answers) ?? current;
  }
  return before;
}
