import type { Condition, Deadline, Terms } from '@entente/protocol';
import type { DeadlineInput, TermsInput } from '../../../server/features/acts/schema.ts';
import { type Problem, problem } from './problems.ts';
import type { DeadlineValue, QuantityValue, TermsValue } from './values.ts';
import { emptyDeadline, emptyTerms } from './values.ts';
import { instantIn, wallTime } from './zone-time.ts';

/** What a commitment says in plain words. */
export type Wording = (commit: string) => string;

function deadlineValue(deadline: Deadline, zone: string): DeadlineValue {
  return deadline.date ? emptyDeadline(deadline.date) : wallTime(zone, deadline.ends);
}

/** Terms of the log as a form starts from them; the answer date is asked anew. */
export function termsValueOf(terms: Terms, wording: Wording, zone: string, replyBy: string): TermsValue {
  const empty = emptyTerms(replyBy);
  const due = terms.due;
  return {
    ...empty,
    what: wording(terms.what),
    conditions: terms.conditions.map((each: Condition) => ({ key: each.id, id: each.id, text: wording(each.text) })),
    dueBy: due === undefined ? 'open' : 'days' in due ? 'days' : 'date',
    due: due !== undefined && 'ends' in due ? deadlineValue(due, zone) : empty.due,
    days: due !== undefined && 'days' in due ? String(due.days) : '',
    ...(terms.work && { work: terms.work }),
    effort: terms.effort ?? empty.effort,
    price: terms.price ?? empty.price,
    antecedent: terms.antecedent
      ? { wanted: true, text: wording(terms.antecedent.text), by: deadlineValue(terms.antecedent.by, zone) }
      : empty.antecedent,
  };
}

/** A deadline as the API takes it; nothing while no day is given. */
export function deadlineInput(value: DeadlineValue | undefined, zone: string): DeadlineInput | undefined {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value.date)) return undefined;
  return value.time ? { at: instantIn(zone, value.date, value.time) } : { date: value.date };
}

export function quantityInput(value: QuantityValue | undefined): { amount: string; unit: string } | undefined {
  const amount = value?.amount.trim().replace(',', '.') ?? '';
  return amount && value?.unit.trim() ? { amount, unit: value.unit.trim() } : undefined;
}

function quantityProblem(field: string, value: QuantityValue): Problem[] {
  const amount = value.amount.trim().replace(',', '.');
  if (!amount) return [];
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(amount)) return [problem(field, 'not-a-number')];
  return value.unit.trim() ? [] : [problem(field, 'no-unit')];
}

function dueInput(value: TermsValue, zone: string): TermsInput['due'] {
  if (value.dueBy === 'days')
    return /^[1-9]\d{0,3}$/.test(value.days.trim()) ? { days: Number(value.days) } : undefined;
  return value.dueBy === 'date' ? deadlineInput(value.due, zone) : undefined;
}

function termsProblems(value: TermsValue, zone: string): Problem[] {
  const found: Problem[] = [];
  if (!value.what.trim()) found.push(problem('terms.what', 'missing'));
  if (!value.conditions.some((each) => each.text.trim())) found.push(problem('terms.conditions', 'no-condition'));
  if (value.dueBy === 'date' && !deadlineInput(value.due, zone)) found.push(problem('terms.due', 'no-day'));
  if (value.dueBy === 'days' && !dueInput(value, zone)) found.push(problem('terms.days', 'not-a-number'));
  found.push(...quantityProblem('terms.effort', value.effort), ...quantityProblem('terms.price', value.price));
  if (value.antecedent.wanted) {
    if (!value.antecedent.text.trim()) found.push(problem('terms.antecedent', 'missing'));
    if (!deadlineInput(value.antecedent.by, zone)) found.push(problem('terms.antecedentBy', 'no-day'));
  }
  if (!deadlineInput(value.replyBy, zone)) found.push(problem('terms.replyBy', 'no-day'));
  return found;
}

/** Terms as the API takes them, or what is still missing. Empty rows of the list of conditions are not conditions. */
export function termsInput(
  value: TermsValue,
  zone: string,
): { terms: TermsInput; problems: [] } | { terms?: undefined; problems: Problem[] } {
  const problems = termsProblems(value, zone);
  const replyBy = deadlineInput(value.replyBy, zone);
  if (problems.length > 0 || !replyBy) return { problems };
  const due = dueInput(value, zone);
  const effort = quantityInput(value.effort);
  const price = quantityInput(value.price);
  const by = deadlineInput(value.antecedent.by, zone);
  const terms: TermsInput = {
    what: value.what.trim(),
    conditions: value.conditions
      .filter((each) => each.text.trim())
      .map((each) => ({ ...(each.id ? { id: each.id } : {}), text: each.text.trim() })),
    ...(due ? { due } : {}),
    ...(value.work ? { work: value.work } : {}),
    ...(effort ? { effort } : {}),
    ...(price ? { price } : {}),
    ...(value.antecedent.wanted && by ? { antecedent: { text: value.antecedent.text.trim(), by } } : {}),
    replyBy,
  };
  return { terms, problems: [] };
}

/** True when the form says the same as the terms it started from, the answer date aside. */
export function saysTheSame(value: TermsValue, start: TermsValue): boolean {
  const essence = ({ replyBy: _replyBy, work, ...rest }: TermsValue) =>
    JSON.stringify({
      ...rest,
      work,
      conditions: rest.conditions.filter((c) => c.text.trim()).map((c) => [c.id, c.text.trim()]),
    });
  return essence(value) === essence(start);
}
