import type { FormKey } from './form-key.ts';
import { readDay } from './read-day.ts';

/** An act that a text reads like, and the day it mentions. Offered as a button, never done by itself. */
export interface Reading {
  key: FormKey | 'question';
  date?: string;
}

interface Pattern {
  keys: FormKey[];
  says: RegExp;
  unless?: RegExp;
}

const NEGATED = /\b(not|n't|cannot|can't|won't|no)\b/i;
const ASKS = /\?\s*$/;
const YES =
  /^(oh |great,? |hi[, ]+|hola[, ]+)?(yes|yep|yeah|sure|ok|okay|agreed|deal|of course|sounds good|that works|works for (me|us)|happy to|gladly|you have (my|our) word|sí|si(?=$|[,.!])|claro|de acuerdo|vale|por supuesto|perfecto|nos parece bien|me parece bien|con gusto|trato hecho)(?=$|[\s,.!;:–-])/i;

/** First match wins: the more specific way of speaking stands before the more general one. */
const PATTERNS: readonly Pattern[] = [
  {
    keys: ['renege'],
    says: /(can(no|'|’)?t|will not|won['’]t|unable to|not going to be able to) (keep|deliver|make|do|manage|finish) (this|it|that|our promise|my promise)|no (podemos|puedo|vamos a poder|voy a poder) (cumplir|entregar|hacer)/i,
  },
  {
    keys: ['progress:risk', 'progress'],
    says: /\b(may|might|could|will probably|is likely to|are likely to) (slip|be late|be delayed|take longer|run late)|running late|behind schedule|delayed|(puede|podr[ií]a) (que )?(se )?(retras|demor)\w*|vamos con retraso|vamos retrasad/i,
  },
  {
    keys: ['propose:amend'],
    says: /\b(more time|another (day|week|month|few days)|push (it|this|the date)|move the (date|deadline)|extend|extension)\b|m[aá]s tiempo|aplazar|posponer|pr[oó]rroga|otra semana/i,
  },
  {
    keys: ['retract'],
    says: /\b(not|n['’]t) (quite )?(done|finished|ready)\b|spoke too soon|todav[ií]a no est[aá]|a[uú]n no est[aá]/i,
  },
  {
    keys: ['return'],
    says: /\b(not (as|what) (we )?agreed|isn['’]t what|not what we|is missing|are missing|still missing|doesn['’]t match|not complete|incomplete)\b|no es lo (acordado|que)|falta(n)?\b|incomplet/i,
  },
  {
    keys: ['cancel', 'withdraw'],
    says: /\b(no longer need|don['’]t need (it|this|that) (any ?more|anymore)|not needed any ?more|never ?mind|forget (it|about)|take (it|that|this) back)\b|ya no (lo |la |los |las )?necesit|olv[ií]d(a|en|e)|lo retir(o|amos)/i,
  },
  {
    keys: ['counter'],
    says: /\b(yes|sure|ok|okay|gladly|s[ií]|claro|vale)(?!\p{L}).{0,80}\b(but|only if|instead|except|rather|pero|siempre que|solo si|s[oó]lo si|en vez de|en cambio)\b/iu,
  },
  {
    keys: ['defer'],
    says: /\b(get back to you|let you know|come back to you|answer you|give you an answer|need (a day|some time|until) |check (internally|with))\b|(te|os|le|les) (digo|decimos|respond\w*|confirm\w*|avis\w*)|necesit(o|amos) (hasta|unos d[ií]as|consultarlo)/i,
  },
  {
    keys: ['decline', 'refuse'],
    says: /^(no\b|nope|sorry|unfortunately|i['’]?m afraid|we['’]?re afraid|lamentablemente|lo siento|por desgracia)|\b(have to (decline|pass)|can['’]t (take|help)|not able to|rather not|keep it as it is|no (podemos|puedo) (ahora|aceptar|ayudar)|preferimos que no)\b/i,
  },
  {
    keys: ['accept'],
    says: /\b(looks (good|great|perfect)|all good|well done|great work|we accept|i accept|accepted|exactly what we)\b|todo bien|todo correcto|acept(o|amos|ado)|buen trabajo|justo lo que/i,
    unless: NEGATED,
  },
  {
    keys: ['report', 'fulfil'],
    says: /\b(it['’]s|is|all|are|we['’]re|i['’]m|have|has|i['’]ve|we['’]ve) (now |all |just |been )*(done|finished|delivered|completed|complete|ready|sent|live)\b|^(done|delivered|finished)\b|ya est[aá]|(hemos|he) (terminado|entregado|enviado|acabado)|^(hecho|listo|entregado|terminado)\b/i,
    unless: /\b(not|n['’]t|when|once|will be|cuando|no)\b/i,
  },
  { keys: ['agree', 'consent', 'accept'], says: YES },
  {
    keys: ['agree', 'consent'],
    says: /\b(works for (me|us)|count (me|us) in|we['’]ll do it|i['’]ll do it|can do (that|it)|by .{2,20} works|lo hacemos|lo hago|cuenta con|cuenten con|contad con|nos viene bien|me viene bien)\b/i,
    unless: NEGATED,
  },
  { keys: ['resume'], says: /\b(resume|pick (it|this) up again|carry on|back to work)\b|retom(ar|amos)|reanud/i },
  { keys: ['forgive'], says: /\b(forgive|no hard feelings|water under the bridge|all is well)\b|perdon|sin rencor/i },
  { keys: ['take-back'], says: /never ?mind|forget it|olv[ií]d/i },
];

/**
 * The allowed act a message reads like, in English or Spanish, or nothing. A question stays a question
 * whatever words it is made of; `today` is the reader's day, `YYYY-MM-DD`.
 */
export function recognise(text: string, allowed: readonly FormKey[], today: string): Reading | undefined {
  const said = text.trim().replaceAll(/\s+/g, ' ');
  if (said.length < 2 || said.length > 600) return undefined;
  const date = readDay(said, today);
  if (ASKS.test(said)) {
    const wish = PATTERNS.find((each) => each.keys.includes('propose:amend'));
    if (wish?.says.test(said) && allowed.includes('propose:amend')) return withDate('propose:amend', date);
    return allowed.includes('say') ? { key: 'question' } : undefined;
  }
  for (const { keys, says, unless } of PATTERNS) {
    const key = keys.find((each) => allowed.includes(each));
    if (key && says.test(said) && !unless?.test(said)) return withDate(key, date);
  }
  return undefined;
}

function withDate(key: FormKey, date: string | undefined): Reading {
  return date ? { key, date } : { key };
}
