/** What is new in a mail, and what it only repeats: quoted mails and signatures are folded away, never lost. */
import EmailReplyParser from 'email-reply-parser';

export interface Folded {
  /** What the sender wrote now. */
  words: string;
  /** The rest, as it stood: quoted mails, signature. Empty where there is none. */
  folded: string;
}

/** Longer mails are not looked through for quotes: nobody types that much, and what finds quotes is not made for it. */
const LONGEST = 100_000;

/** Lines that say "what follows is an older mail" by themselves. */
const RULES = [
  /^_{20,}$/,
  /^-{2,}\s*(original message|mensaje original|message d'origine|ursprüngliche nachricht|forwarded message|mensaje reenviado|oorspronkelijk bericht|messaggio originale|mensagem original)\s*-{2,}$/i,
];
/** First and second line of the block with which Outlook begins an older mail, in the languages it is written in most. */
const FROM = /^\*?(from|de|von|da|van|fra|från)\s*:\*?\s+\S/i;
const THEN =
  /^\*?(sent|date|to|enviado( el)?|fecha|para|gesendet|datum|an|envoyé|à|inviato|data|verzonden|aan|enviada em|sendt|skickat)\s*:\*?/i;
/** "On 9 November, Kay wrote:", also broken over two lines and already quoted. */
const WROTE =
  /^(?:>\s*)*(on|el|am|le|il|em|op)\b[^\n]{0,200}(?:\n[^\n]{0,200})?(wrote|escribió|schrieb|a écrit|ha scritto|escreveu|schreef)(\s[^\n:]{0,200})?\s?:\s*$/im;

/** Parts a text into new words and what is folded away. Where everything is quoted, there are no new words. */
export function fold(text: string): Folded {
  const all = tidy(text);
  if (all.length > LONGEST) return { words: all, folded: '' };
  const cut = startOfOlder(all);
  const [before, older] = [all.slice(0, cut), all.slice(cut)];
  const words = tidy(
    new EmailReplyParser()
      .read(before)
      .getFragments()
      .filter((part) => !part.isHidden() && !part.isQuoted() && !part.isSignature())
      .map((part) => part.getContent())
      .join('\n'),
  );
  if (words !== '') return { words, folded: rest(all, words) };
  // Answers written below or between the quoted lines: everything that is not quoted is theirs.
  const own = tidy(
    withoutSignature(all)
      .replace(WROTE, '')
      .split('\n')
      .filter((line) => !/^\s*>/.test(line))
      .join('\n'),
  );
  return cut === 0 && older !== '' && !/^\s*>/m.test(all)
    ? { words: '', folded: all }
    : { words: own, folded: rest(all, own) };
}

/** Where the older mail begins; the length of the text where none does. */
function startOfOlder(text: string): number {
  const lines = text.split('\n');
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const bare = line.trim();
    const next = lines.slice(index + 1, index + 4).filter((each) => each.trim() !== '');
    if (RULES.some((rule) => rule.test(bare))) return at;
    if (FROM.test(bare) && next.some((each) => THEN.test(each.trim()))) return at;
    at += line.length + 1;
  }
  const wrote = WROTE.exec(text);
  // Only where nothing but quoted lines follows: else they answered below.
  if (wrote && onlyQuoted(text.slice(wrote.index + wrote[0].length))) return wrote.index;
  return text.length;
}

function onlyQuoted(text: string): boolean {
  return withoutSignature(text)
    .split('\n')
    .every((line) => line.trim() === '' || /^\s*>/.test(line));
}

/** RFC 3676, 4.3: two hyphens and a space on a line of their own. */
function withoutSignature(text: string): string {
  return text.replace(/^-- ?\n[\s\S]*$/m, '');
}

/** What of the text the new words are not. */
function rest(all: string, words: string): string {
  const kept = new Map<string, number>();
  for (const line of words.split('\n')) kept.set(line.trim(), (kept.get(line.trim()) ?? 0) + 1);
  return tidy(
    all
      .split('\n')
      .filter((line) => {
        const left = kept.get(line.trim()) ?? 0;
        if (left === 0 || line.trim() === '') return true;
        kept.set(line.trim(), left - 1);
        return false;
      })
      .join('\n'),
  );
}

/** One kind of line end, no lines of blanks at the ends, no heaps of empty lines. */
function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replace(/[ \t\u00a0]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}
