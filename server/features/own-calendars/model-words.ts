/** Reads what somebody wrote about a meeting as a yes or a no, in English and Spanish. What it finds is offered, never done. */
import { suggest } from '../mail-in/model-suggest.ts';
import type { MailSuggestion } from '../mail-in/schema.ts';

/** An answer that long is read by people. */
const LONGEST = 600;
const COMES =
  /\b(i'll|i will|we'll|we will|i can|we can|happy to|glad to) (be there|come|attend|join|make it)\b|\bsee you (then|there|on|at|tomorrow|next)\b|\bcount me in\b|\b(that|this|it) (works|suits)\b|\b(allí|ahí) (estaré|estaremos)\b|\b(iré|iremos|asistiré|asistiremos)\b|\bnos vemos\b|\bcont(ad|ar) conmigo\b|\bme viene bien\b/iu;
const STAYS_AWAY =
  /\b(can't|cannot|can not|won't|will not|unable to|not able to|not be able to)( \p{L}+){0,3} (make|come|be there|attend|join)\b|\b(no (puedo|podemos|podré|podremos)|me es imposible|no (iré|iremos|asistiré))\b/iu;
const DOUBT = /\b(but|maybe|perhaps|if|unless|instead|pero|quizás?|tal vez|salvo|en vez)\b/iu;

const ACTS = new Set(['agree', 'decline']);

/** Whether the words read like a yes or a no; null where they read like neither, like both, or ask something. */
export function readAnswer(words: string, today: string): MailSuggestion | null {
  const text = words.trim().replaceAll('’', "'");
  if (text === '' || text.length > LONGEST || text.includes('?')) return null;
  const comes = COMES.test(text);
  const away = STAYS_AWAY.test(text);
  const read = (kind: MailSuggestion['kind']) => ({
    kind,
    date: null,
    atRisk: false,
    words: words.trim().slice(0, 200),
  });
  if (away && !comes) return read('decline');
  if (DOUBT.test(text)) return null;
  if (comes && !away) return read('agree');
  return comes || away ? null : suggest(text, ACTS, today);
}
