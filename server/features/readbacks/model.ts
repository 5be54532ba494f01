import { messagesFor } from '../../../messages/catalogue.ts';
import type { Locale } from '../../../messages/locale.ts';
import type { SayingInput, TermsInput } from '../acts/schema.ts';
import type { Answer, NewReadback, PointTag } from './schema.ts';

/** Working days within which a talk is read back. */
export const IN_TIME_DAYS = 2;

/** Longest text of an act; what is added beyond it stands in the read-back itself. */
const LONGEST_TEXT = 9_900;
const DAY = 86_400_000;

/** Whether something sent at a moment lies within two working days (Monday to Friday) after a day. */
export function sentInTime(heldOn: string, sentAt: string): boolean {
  let day = Date.parse(`${heldOn}T00:00:00Z`);
  const sent = Date.parse(`${sentAt.slice(0, 10)}T00:00:00Z`);
  for (let left = IN_TIME_DAYS; left > 0; ) {
    day += DAY;
    if (new Date(day).getUTCDay() % 6 !== 0) left -= 1;
  }
  return sent <= day;
}

const said = (locale: Locale, tag: PointTag, text: string): string => {
  const { tags, pointSaid } = messagesFor(locale).readbacks;
  return pointSaid({ tag: tags[tag], text });
};

/** Reading back as an offer: each point is a condition, so that the record itself holds what was read back and what was answered. */
export function offerOf(input: NewReadback, locale: Locale): TermsInput {
  return {
    what: input.words === '' ? input.subject : `${input.subject}\n\n${input.words}`,
    conditions: input.points.map(({ tag, text }) => ({ text: said(locale, tag, text) })),
    due: { date: input.replyBy },
    replyBy: { date: input.replyBy },
  };
}

/** Words for an act of the record: of a condition by its id. */
export interface Conditions {
  /** Ids of the conditions, in the order of the points. */
  ids: string[];
  locale: Locale;
}

/** The answer as the customer's acceptance: what is confirmed is met; what is corrected or open is taken with its words. */
export function acceptOf(
  input: Answer,
  order: string[],
  { ids, locale }: Conditions,
): Extract<SayingInput, { kind: 'accept' }> {
  const byId = new Map(input.points.map((point) => [point.id, point]));
  const added = input.added.map(({ tag, text }) => said(locale, tag, text));
  const text = [input.words, ...(added.length > 0 ? [messagesFor(locale).readbacks.addedSaid, ...added] : [])]
    .filter((line) => line !== '')
    .join('\n');
  return {
    kind: 'accept',
    verdicts: ids.map((condition, index) => {
      const point = byId.get(order[index] ?? '');
      return {
        condition,
        verdict: point?.verdict === 'confirmed' ? ('met' as const) : ('waived' as const),
        ...(point?.correction && { text: point.correction }),
      };
    }),
    ...(text !== '' && { text: text.slice(0, LONGEST_TEXT) }),
  };
}

/** The listener's report, said with the letter and carried out when the other side takes it up. */
export function reportOf({ ids, locale }: Conditions): Extract<SayingInput, { kind: 'report' }> {
  const { reported } = messagesFor(locale).readbacks;
  return { kind: 'report', on: ids.map((condition) => ({ condition, text: reported })) };
}
