/**
 * Reads short answers such as "yes, by Friday" as the act they may be meant as, in English and Spanish. What it finds is offered
 * to whoever wrote it, to be pressed or not; the words are only words. Anything longer, mixed or conditional is left alone.
 */
import type { MailSuggestion } from './schema.ts';

/** An answer that long is talked about, not pressed. */
const LONGEST = 600;

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miércoles', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sábado', 'sabado'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const DAY = 86_400_000;

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day that words name, seen from the day they were written (`YYYY-MM-DD`); none, or the last one where there are several. */
export function dayNamed(text: string, today: string): string | null {
  const now = Date.parse(`${today}T00:00:00Z`);
  const lower = text.toLowerCase();
  const exact = [...lower.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)].at(-1)?.[0];
  if (exact && !Number.isNaN(Date.parse(exact))) return iso(Date.parse(exact));
  const month = monthDay(lower, now);
  if (month) return month;
  if (/\b(day after tomorrow|pasado mañana)\b/.test(lower)) return iso(now + 2 * DAY);
  if (/\b(tomorrow|mañana)\b/.test(lower) && !/(por|de|la) mañana/.test(lower)) return iso(now + DAY);
  if (/\b(today|hoy)\b/.test(lower)) return iso(now);
  const weekday = WEEKDAYS.findIndex((names) =>
    names.some((name) => new RegExp(`(^|[^\\p{L}])${name}([^\\p{L}]|$)`, 'u').test(lower)),
  );
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(now).getUTCDay() + 7) % 7 || 7;
  const next = /\b(next|próximo|proximo|que viene)\b/.test(lower) && ahead < 4 ? 7 : 0;
  return iso(now + (ahead + next) * DAY);
}

/** "12 January", "January 12", "12 de enero", with a year or the next such day. */
function monthDay(lower: string, now: number): string | null {
  for (const [index, names] of MONTHS.entries()) {
    const name = names.join('|');
    const found =
      new RegExp(
        `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of|\\s+de)?\\s+(?:${name})\\b\\.?(?:,?(?:\\s+de|\\s+del)?\\s+(\\d{4}))?`,
      ).exec(lower) ?? new RegExp(`\\b(?:${name})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`).exec(lower);
    if (!found) continue;
    const day = Number(found[1]);
    const year = Number(found[2] ?? new Date(now).getUTCFullYear());
    const at = Date.UTC(year, index, day);
    if (new Date(at).getUTCMonth() !== index || new Date(at).getUTCDate() !== day) return null;
    return iso(found[2] || at >= now ? at : Date.UTC(year + 1, index, day));
  }
  return null;
}

type Kind = MailSuggestion['kind'];

const starts = (...words: string[]): RegExp => new RegExp(`^(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const YES = starts(
  'yes',
  'yep',
  'sure',
  'of course',
  'ok',
  'okay',
  'agreed',
  'gladly',
  'with pleasure',
  'happy to',
  'we can do that',
  'i can do that',
  'sí',
  'si',
  'claro',
  'por supuesto',
  'de acuerdo',
  'vale',
  'con gusto',
  'encantad[oa]s?',
);
const NO = starts(
  'no',
  'sorry, no',
  'unfortunately',
  "we can't",
  "i can't",
  'we cannot',
  'i cannot',
  'lo siento',
  'lamentablemente',
  'no podemos',
  'no puedo',
);
const LATER =
  /\b(i'll|i will|we'll|we will|let me|can i) (answer|reply|get back|let you know|confirm|come back)|\b(os|te|le|les) (respond|contest|confirm|dir|avis)\p{L}+|\bcontestar(é|emos)\b/iu;
const DONE =
  /\b(it's|it is|all|we're|we are|that's) (done|finished|sent|delivered)\b|\b(done|delivered|sent)[.!]|^(done|sent|delivered)\b|\b(ya está|está hecho|hecho|entregado|enviado|terminado)\b/iu;
const THANKS =
  /\b(looks (good|great)|perfect|all good|we accept|i accept|accepted|that works|received, thank|todo (bien|correcto)|perfecto|lo aceptamos|aceptado|recibido)\b/iu;
const SLIPS =
  /\b(delayed?|late|slip(s|ping)?|behind|not (make|be able)|won't make|retras\p{L}*|tarde|no llegamos|no llegaremos|más tiempo)\b/iu;
const ON_TRACK =
  /\b(on track|going well|under way|on schedule|half ?way|va bien|en marcha|según lo previsto|a mitad)\b/iu;
const BUT = /\b(but|except|instead|only if|unless|pero|salvo|en vez|solo si|sólo si|a menos)\b/iu;

/** The act that these words read like, among those that can follow; null where they read like none, or like two. */
export function suggest(words: string, allowed: ReadonlySet<string>, today: string): MailSuggestion | null {
  const text = words
    .trim()
    .replace(/^(hi|hello|dear|hola|buenos días|buenas|querid[oa]s?|estimad[oa]s?)\b[^\n]{0,60}\n+/iu, '')
    .trim();
  if (text === '' || text.length > LONGEST || text.includes('?')) return null;
  const date = dayNamed(text, today);
  const read = (kind: Kind, atRisk = false): MailSuggestion | null =>
    allowed.has(kind) ? { kind, date, atRisk, words: text.slice(0, 200) } : null;
  const yes = YES.test(text);
  const no = NO.test(text);
  if (yes && no) return null;
  if (LATER.test(text) && date) return read('defer');
  if (no) return SLIPS.test(text) || BUT.test(text) ? (date ? read('counter') : null) : read('decline');
  if (DONE.test(text) && !BUT.test(text) && allowed.has('report')) return read('report');
  if (SLIPS.test(text)) return read('progress', true);
  if (!yes && ON_TRACK.test(text) && allowed.has('progress')) return read('progress');
  if (THANKS.test(text) && !BUT.test(text) && allowed.has('accept')) return read('accept');
  if (!yes) return null;
  if (BUT.test(text)) return read('counter');
  return read('agree');
}
