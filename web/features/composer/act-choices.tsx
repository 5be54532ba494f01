import type { AllowedAct, Speaker } from '@entente/protocol';
import { useState } from 'react';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { useConversation } from '../conversations/context.tsx';
import { saidOfKey } from './said-of-key.ts';
import { arrange } from './arrange.ts';
import type { FormKey } from './form-key.ts';
import { meaningOf, wordsOf } from './meaning.ts';
import style from './composer.module.css';

export interface ActChoicesProps {
  allowed: readonly AllowedAct[];
  speaker: Speaker | null;
  /** Whose words are written down, if not the reader's own. */
  recordedName?: string;
  onChoose: (key: FormKey) => void;
}

/** The acts that can follow, as buttons in everyday words, each with one line that says what pressing it will mean. */
export function ActChoices({ allowed, speaker, recordedName, onChoose }: ActChoicesProps) {
  const { page, member } = useConversation();
  const messages = useMessages();
  const reader = useReaderNow();
  const [open, setOpen] = useState(false);
  const alreadyMine =
    speaker !== null && speaker !== 'newcomer' && page.conversation.persons[speaker] === page.speaker.pseudonym;
  const unreachable: FormKey[] = [
    ...(alreadyMine ? (['stand-in'] as const) : []),
    ...(page.view.overdue ? (['progress:risk'] as const) : []),
    ...(member || page.related.length > 0 ? [] : (['link:supports', 'link:exchange'] as const)),
  ];
  const { first, more } = arrange(allowed, unreachable);
  const words = messages.composer;
  const shown = open ? [...first, ...more] : first.length > 0 ? first : more;
  if (shown.length === 0) return <p className={style.soft}>{words.noMoves}</p>;
  return (
    <div className={style.stack}>
      <div className={style.choices}>
        {shown.map((key, index) => (
          <button
            key={key}
            type="button"
            className={style.choice}
            data-act={index === 0 ? '' : undefined}
            data-form={key}
            onClick={() => onChoose(key)}
          >
            <strong>{wordsOf(key, speaker, messages.acts).button}</strong>
            <span>
              {recordedName
                ? words.recordedMeans({ said: saidOfKey(key, speaker, messages, recordedName) })
                : meaningOf(page, key, speaker, messages, reader)}
            </span>
          </button>
        ))}
      </div>
      {first.length > 0 && more.length > 0 && (
        <div>
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.lessMoves : words.moreMoves}
          </Button>
        </div>
      )}
    </div>
  );
}
