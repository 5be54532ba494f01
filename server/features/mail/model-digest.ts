import type { Messages } from '../../../messages/catalogue.ts';
import { momentSaid, type ReaderNow } from '../../../messages/format.ts';
import type { Letter } from './model-layout.ts';
import type { DigestFacts } from './schema.ts';

type Body = Omit<Letter, 'hello' | 'locale'>;
type Rule = keyof Messages['followUps']['what'];

/** Links of so many things stand in the mail; the rest is on the page. */
const LINKS = 5;

/** What waits for one person, in one mail: what should not be forgotten, what became their move, what was written to them. */
export function digestLetter(facts: DigestFacts, reader: ReaderNow, { mails, followUps }: Messages): Body {
  const words = mails.digest;
  const said = (at: string): string => momentSaid(at, reader, 'noun');
  const list = (title: string, items: { text: string; note: string }[]): Body['blocks'] =>
    items.length === 0
      ? []
      : [{ type: 'list', title, items: items.map(({ text, note }) => ({ mark: '•', text, note })) }];
  const followed = facts.items.map(({ rule, partner, title, date }) => ({
    text: followUps.what[rule as Rule]?.({ partner, title }) ?? title,
    note: followUps.why[rule as Rule]?.({ date: said(date) }) ?? partner,
  }));
  const count = facts.items.length + facts.moves.length + facts.messages.length + facts.more;
  const links = [...facts.items, ...facts.moves, ...facts.messages].slice(0, LINKS);
  return {
    subject: words.subject({ count, organization: facts.organization }),
    preheader: followed[0]?.text ?? facts.moves[0]?.title ?? facts.messages[0]?.title ?? '',
    blocks: [
      { type: 'lead', text: words.lead({ organization: facts.organization }) },
      ...list(
        words.moves,
        facts.moves.map(({ title, partner, by }) => ({ text: title, note: words.by({ partner, date: said(by) }) })),
      ),
      ...list(words.follow, followed),
      ...list(
        words.messages,
        facts.messages.map(({ title, partner }) => ({ text: title, note: partner })),
      ),
      ...(facts.more > 0 ? [{ type: 'text' as const, text: words.more({ count: facts.more }) }] : []),
      ...(links.length > 0
        ? [
            {
              type: 'links' as const,
              title: words.open,
              items: links.map(({ title, partner, url }) => ({ label: title || partner, url })),
            },
          ]
        : []),
      { type: 'buttons', items: [{ label: words.button, url: facts.url }] },
      { type: 'small', text: words.why({ organization: facts.organization }) },
    ],
  };
}
