import { useEffect, useRef, type ReactNode } from 'react';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useConversation } from '../conversations/context.tsx';
import { ActField } from './act-field.tsx';
import { fieldsOf } from './form-key.ts';
import { meaningOf, wordsOf } from './meaning.ts';
import { saidOfKey } from './said-of-key.ts';
import type { ComposerState } from './use-composer.ts';
import style from './composer.module.css';

export interface ActFormProps {
  composer: ComposerState;
  busy: boolean;
  recordedName?: string;
  onSend: () => void;
  onBack: () => void;
  /** Notes on what kept the last attempt from being taken. */
  children?: ReactNode;
}

/** The form of one act: what it asks comes from the protocol's table, and what sending it will mean stands above. */
export function ActForm({ composer, busy, recordedName, onSend, onBack, children }: ActFormProps) {
  const { page } = useConversation();
  const messages = useMessages();
  const words = messages.composer;
  const reader = useReaderNow();
  const { form, speaker, draft, write, problems } = composer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [form]);
  const button = wordsOf(form, speaker, messages.acts).button;
  const means = recordedName
    ? words.recordedMeans({ said: saidOfKey(form, speaker, messages, recordedName) })
    : meaningOf(page, form, speaker, messages, reader);
  return (
    <form
      className={style.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {button}
        </h3>
        <p className={style.meaning}>{means}</p>
        {form === 'progress:risk' && <p className={style.soft}>{words.fields.atRiskWhy}</p>}
      </div>
      {fieldsOf(form, composer.context.late).map((field) => (
        <ActField
          key={field.name}
          field={field}
          formKey={form}
          values={draft.values}
          write={write}
          problems={problems}
        />
      ))}
      {problems.length > 0 && <Fault>{words.problemsTitle({ n: problems.length })}</Fault>}
      {children}
      <Buttons>
        <Button type="submit" kind="act" busy={busy} aria-keyshortcuts="Control+Enter">
          {busy ? words.sending : recordedName ? words.recorded.send : button}
        </Button>
        <Button kind="no" onClick={onBack}>
          {words.back}
        </Button>
      </Buttons>
    </form>
  );
}
