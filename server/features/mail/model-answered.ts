/** Letters to somebody whose mail came in: what it reads like, and what of it could not be taken. */
import type { AllowedAct } from '@entente/protocol';
import { actKey } from '../../../messages/act-key.ts';
import type { Messages } from '../../../messages/catalogue.ts';
import { deadlineSaid, momentSaid, type ReaderNow } from '../../../messages/format.ts';
import type { Letter } from './model-layout.ts';
import type { LimitsFacts, SuggestionFacts } from './schema.ts';

type Body = Omit<Letter, 'hello' | 'locale'>;

/** Puts to whoever wrote it the act that their answer reads like. The button opens the form; nothing is done by opening it. */
export function suggestionLetter(facts: SuggestionFacts, reader: ReaderNow, words: Messages): Body {
  const { mails } = words;
  const { suggestion } = mails;
  const act = facts.action as Pick<AllowedAct, 'kind'> & { atRisk: boolean };
  const { button } = words.acts[actKey(act, facts.role ?? undefined)];
  const day = facts.date && deadlineSaid({ ends: `${facts.date}T12:00:00.000Z`, date: facts.date }, reader, 'noun');
  const form = act.kind === 'progress' && act.atRisk ? 'progress:risk' : act.kind;
  const query = new URLSearchParams({ act: form, ...(facts.date && { day: facts.date }) });
  const lead = suggestion.lead({ button });
  return {
    subject: mails.subject({ title: facts.title, partner: facts.partner }),
    preheader: lead,
    blocks: [
      { type: 'about', text: facts.title },
      { type: 'lead', text: lead },
      { type: 'text', text: suggestion.wrote },
      { type: 'quote', text: facts.words },
      { type: 'text', text: day ? suggestion.readsWithDay({ button, day }) : suggestion.reads({ button }) },
      { type: 'buttons', items: [{ label: button, url: `${facts.url}?${query}` }], hint: suggestion.hint },
      { type: 'small', text: suggestion.leave },
      { type: 'small', text: mails.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }) },
      { type: 'small', text: mails.whyGuest({ organization: facts.partner }) },
    ],
  };
}

/** Whole ones, as limits are set in; a size just above one is no longer that. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

/** Tells the sender of a mail what of it was not taken, and what to do, so that nothing is lost unnoticed. */
export function limitsLetter(facts: LimitsFacts, reader: ReaderNow, words: Messages): Body {
  const { limits } = words.mails;
  const most = { mail: megabytes(facts.most.mail), file: megabytes(facts.most.file), files: facts.most.files };
  const nothing = facts.took === 'nothing';
  const lead = nothing ? limits.leadNothing : limits.leadFiles({ count: facts.filesLeft });
  const instead = facts.page === null ? limits.again : limits.againOrPage;
  return {
    subject: limits.subject({ subject: facts.subject }),
    preheader: lead,
    blocks: [
      { type: 'lead', text: lead },
      { type: 'quote', text: facts.subject },
      {
        type: 'text',
        text: nothing
          ? limits.nothing({ size: megabytes(facts.size) })
          : limits.files({ taken: facts.filesTaken, left: facts.filesLeft }),
      },
      { type: 'text', text: limits.most(most) },
      { type: 'text', text: instead },
      ...(facts.page === null
        ? []
        : [{ type: 'buttons' as const, items: [{ label: words.mails.openPage, url: facts.page }] }]),
      { type: 'small', text: limits.why },
      ...(facts.guest && facts.expiresAt
        ? [
            {
              type: 'small' as const,
              text: words.mails.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }),
            },
          ]
        : []),
    ],
  };
}
