import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSuggestion } from '../../../server/features/mail-in/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { type FormKey, formKeys, isFormKey } from '../composer/form-key.ts';
import { wordsOf } from '../composer/meaning.ts';
import { useConversation } from '../conversations/context.tsx';
import shared from '../mails/mail-list.module.css';

const keyOf = ({ kind, atRisk }: MailSuggestion): FormKey => (kind === 'progress' && atRisk ? 'progress:risk' : kind);

/** What the reader's own mail reads like: the form of that act is opened at a press, with the day it named; nothing is done by itself. */
export function SuggestionFromMail() {
  const { page, api, ask } = useConversation();
  const { mailIn, acts } = useMessages();
  const { suggestion: words } = mailIn;
  const offered = useQuery({
    queryKey: [...api.key, 'mail-suggestion', page.head],
    queryFn: () => api.mailSuggestion(),
  }).data;
  const [declined, setDeclined] = useState<string>();
  const { suggestion, mail } = offered ?? { suggestion: null, mail: null };
  if (!suggestion || mail === declined) return null;
  const key = keyOf(suggestion);
  if (!isFormKey(key, page.allowed.flatMap(formKeys))) return null;
  const { button } = wordsOf(key, page.speaker.speaker, acts);
  const use = () => {
    ask(key, suggestion.date ?? undefined);
    requestAnimationFrame(() => document.getElementById('composer')?.scrollIntoView());
  };
  return (
    <div className={shared.note} role="status">
      <strong>{words.reads({ words: suggestion.words.replace(/[.!…]+$/, ''), button })}</strong>
      <span>{words.never}</span>
      <Buttons>
        <Button kind="act" onClick={use}>
          {words.use({ button })}
        </Button>
        <Button kind="no" onClick={() => setDeclined(mail ?? undefined)}>
          {words.no}
        </Button>
      </Buttons>
    </div>
  );
}
