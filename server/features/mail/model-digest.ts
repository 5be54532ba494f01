import type { Messages } from '../../../messages/catalogue.ts';
import { daySaid, deadlineSaid, momentSaid, type ReaderNow } from '../../../messages/format.ts';
import type { Letter } from './model-layout.ts';
import type { DigestFacts } from './schema.ts';

type Body = Omit<Letter, 'hello' | 'locale'>;
type Rule = keyof Messages['followUps']['what'];

/** Links of so many things stand in the mail; the rest is on the page. */
const LINKS = 5;

type Item = DigestFacts['items'][number];

function whatOf({ rule, partner, title, detail }: Item, words: Messages['followUps']): string {
  if (detail === 'thanked') return words.readBackOnly({ partner, title });
  return words.what[rule as Rule]?.({ partner, title }) ?? title;
}

function whyOf(
  { rule, partner, detail }: Item,
  date: string,
  { followUps, mailIn }: Pick<Messages, 'followUps' | 'mailIn'>,
): string {
  if (detail === 'never') return followUps.never({ date });
  const why = followUps.why[rule as Rule]?.({ date }) ?? partner;
  const held = rule === 'held-mail' ? mailIn.reasons[detail as keyof typeof mailIn.reasons] : undefined;
  return held ? `${why}. ${held}` : why;
}

/** What waits for one person, in one mail: what should not be forgotten, what became their move, what was written to them. */
export function digestLetter(facts: DigestFacts, reader: ReaderNow, { mails, mailIn, followUps }: Messages): Body {
  const words = mails.digest;
  const said = (at: string, deadline = true): string => {
    if (at.length === 10) return daySaid(at, reader, 'noun');
    return deadline ? deadlineSaid({ ends: at }, reader, 'noun') : momentSaid(at, reader, 'noun');
  };
  const list = (title: string, items: { text: string; note: string }[]): Body['blocks'] =>
    items.length === 0
      ? []
      : [{ type: 'list', title, items: items.map(({ text, note }) => ({ mark: '•', text, note })) }];
  const followed = facts.items.map((item) => ({
    text: whatOf(item, followUps),
    note: whyOf(item, said(item.date, item.deadline ?? false), { followUps, mailIn }),
  }));
  const { items, moves, messages, meetings, more } = facts;
  const count = items.length + moves.length + messages.length + meetings.length + more;
  const links = [...items, ...moves, ...messages, ...meetings].slice(0, LINKS);
  return {
    subject: words.subject({ count, organization: facts.organization }),
    preheader: followed[0]?.text ?? moves[0]?.title ?? messages[0]?.title ?? meetings[0]?.title ?? '',
    blocks: [
      { type: 'lead', text: words.lead({ organization: facts.organization }) },
      ...list(
        words.moves,
        facts.moves.map(({ title, partner, by }) => ({ text: title, note: words.by({ partner, date: said(by) }) })),
      ),
      ...list(words.follow, followed),
      ...list(
        words.meetings,
        meetings.map(({ what, partner, title, at, count: people }) => ({
          text: title,
          note: words.meeting[what]({ partner, date: said(at, false), count: people }),
        })),
      ),
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
