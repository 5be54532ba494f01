import type { Commit, ConditionReport, Deadline, Due, Instant, Proposal, Quantity, Saying, Terms } from './act.ts';
import { addDays } from './time.ts';

/** The parts of terms that a person can change. When an answer is expected is not one of them: moving it is no counter-offer. */
export type TermName = 'what' | 'conditions' | 'due' | 'work' | 'effort' | 'price' | 'antecedent';

const sameDeadline = (a: Deadline | undefined, b: Deadline | undefined): boolean =>
  a?.ends === b?.ends && a?.date === b?.date;

const sameQuantity = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
  a?.amount === b?.amount && a?.unit === b?.unit;

/** Equal as spoken: the same moment and day, or the same cycle time. */
export function sameDue(a: Due | undefined, b: Due | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('days' in a || 'days' in b) return 'days' in a && 'days' in b && a.days === b.days;
  return sameDeadline(a, b);
}

export const sameConditions = (a: Terms, b: Terms): boolean =>
  a.conditions.length === b.conditions.length &&
  a.conditions.every((condition, index) => {
    const twin = b.conditions[index]!;
    return condition.id === twin.id && condition.text === twin.text;
  });

export const sameAntecedent = (a: Terms, b: Terms): boolean =>
  a.antecedent?.text === b.antecedent?.text && sameDeadline(a.antecedent?.by, b.antecedent?.by);

/** Which terms differ between two versions, in the order people read them. */
export function changedTerms(before: Terms, after: Terms): TermName[] {
  const changed: TermName[] = [];
  if (before.what !== after.what) changed.push('what');
  if (!sameConditions(before, after)) changed.push('conditions');
  if (!sameDue(before.due, after.due)) changed.push('due');
  if (before.work !== after.work) changed.push('work');
  if (!sameQuantity(before.effort, after.effort)) changed.push('effort');
  if (!sameQuantity(before.price, after.price)) changed.push('price');
  if (!sameAntecedent(before, after)) changed.push('antecedent');
  return changed;
}

/** A cycle time counts from the moment of agreement. */
export const resolveDue = (due: Due, agreedAt: Instant): Deadline =>
  'days' in due ? { ends: addDays(agreedAt, due.days) } : due;

export const conditionIdsOf = (terms: Terms): string[] => terms.conditions.map((condition) => condition.id);

/** Every commitment that terms speak of. */
export const commitsOfTerms = (terms: Terms): Commit[] => [
  terms.what,
  ...terms.conditions.map((condition) => condition.text),
  ...(terms.antecedent ? [terms.antecedent.text] : []),
];

const present = (...commits: (Commit | undefined)[]): Commit[] => commits.filter((commit) => commit !== undefined);

const commitsOfReport = (entry: ConditionReport): Commit[] => [...present(entry.text), ...(entry.files ?? [])];

const commitsOfProposal = (proposal: Proposal): Commit[] => [
  ...(proposal.kind === 'amend' ? commitsOfTerms(proposal.terms) : []),
  ...present(proposal.text),
];

/** Every commitment to a text or file that an act speaks of, its terms included. */
export function commitsOf(saying: Saying): Commit[] {
  const own = 'text' in saying ? present(saying.text) : [];
  switch (saying.kind) {
    case 'request':
    case 'offer':
    case 'counter':
      return [...commitsOfTerms(saying.terms), ...own];
    case 'propose':
      return commitsOfProposal(saying.proposal);
    case 'report':
      return [...saying.on.flatMap(commitsOfReport), ...own];
    case 'accept':
      return [...saying.verdicts.flatMap((verdict) => present(verdict.text)), ...own];
    case 'return':
      return [...saying.unmet.flatMap((unmet) => present(unmet.text)), ...own];
    case 'fulfil':
    case 'make-good':
    case 'say':
      return [...own, ...(saying.files ?? [])];
    default:
      return own;
  }
}

/** Every moment an act names for the future, with the property that names it. */
export function datesOf(saying: Saying): { name: string; deadline: Deadline }[] {
  const dates: { name: string; deadline: Deadline }[] = [];
  const add = (name: string, deadline: Deadline | undefined) => {
    if (deadline) dates.push({ name, deadline });
  };
  const addTerms = (terms: Terms) => {
    add('replyBy', terms.replyBy);
    if (terms.due && 'ends' in terms.due) add('due', terms.due);
    add('antecedent', terms.antecedent?.by);
  };
  if ('terms' in saying) addTerms(saying.terms);
  if ('until' in saying) add('until', saying.until);
  if ('due' in saying) add('due', saying.due);
  if ('expected' in saying) add('expected', saying.expected);
  if (saying.kind === 'propose') {
    const { proposal } = saying;
    if (proposal.kind === 'amend') addTerms(proposal.terms);
    if (proposal.kind === 'pause') add('until', proposal.until);
    if (proposal.kind === 'pause' || proposal.kind === 'reopen') add('due', proposal.due);
  }
  return dates;
}
