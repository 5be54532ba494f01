import { Checkbox } from '@mantine/core';
import type { AllowedAct, Speaker } from '@entente/protocol';
import { useState } from 'react';
import { dayOf } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { FieldProps } from './field-props.ts';
import { FilesField } from './files-field.tsx';
import { type FormKey, formKeys } from './form-key.ts';
import { wordsOf } from './meaning.ts';
import { problemAt } from './problems.ts';
import { recognise } from './recognise.ts';
import style from './composer.module.css';

export interface MessageBoxProps extends Pick<FieldProps, 'values' | 'write' | 'problems'> {
  allowed: readonly AllowedAct[];
  speaker: Speaker | null;
  label: string;
  sendLabel: string;
  busy: boolean;
  onSend: () => void;
  /** The text reads like another act, and the writer says yes, that is meant. */
  onMean: (key: FormKey, date: string | undefined) => void;
}

/** A text that reads like an act: the button is offered beside it, never pressed. */
function Reads({
  allowed,
  speaker,
  values,
  write,
  onMean,
}: Omit<MessageBoxProps, 'label' | 'sendLabel' | 'busy' | 'onSend' | 'problems'>) {
  const messages = useMessages();
  const words = messages.composer;
  const reader = useReaderNow();
  const [no, setNo] = useState<string>();
  const reading = recognise(values.text, allowed.flatMap(formKeys), dayOf(reader.now, reader.zone));
  if (!reading || no === reading.key) return null;
  if (reading.key === 'question') {
    if (values.flags.question) return null;
    return (
      <div className={style.offer} role="status">
        <span>{words.readsQuestion}</span>
        <Button kind="plain" onClick={() => write({ flags: { ...values.flags, question: true } })}>
          {words.asQuestion}
        </Button>
        <Button kind="quiet" onClick={() => setNo(reading.key)}>
          {words.readsNo}
        </Button>
      </div>
    );
  }
  const { key, date } = reading;
  const button = wordsOf(key, speaker, messages.acts).button;
  return (
    <div className={style.offer} role="status">
      <span>{words.reads({ button })}</span>
      <Button kind="plain" onClick={() => onMean(key, date)}>
        {words.readsUse({ button })}
      </Button>
      <Button kind="quiet" onClick={() => setNo(key)}>
        {words.readsNo}
      </Button>
    </div>
  );
}

/** The plain message: one text box, the default of every conversation. */
export function MessageBox(props: MessageBoxProps) {
  const { values, write, problems, label, sendLabel, busy, onSend } = props;
  const { composer } = useMessages();
  const missing = problemAt(problems, 'text');
  return (
    <div className={style.stack}>
      <TextArea
        label={label}
        labelHidden
        placeholder={composer.messagePlaceholder}
        rows={3}
        longest={10_000}
        value={values.text}
        error={missing && composer.problems[missing]}
        data-reply=""
        onChange={(text) => write({ text })}
      />
      <Reads {...props} />
      <div className={style.foot}>
        <div className={style.tools}>
          <FilesField
            label={composer.attach}
            labelHidden
            files={values.files}
            onChange={(change) => write((now) => ({ files: change(now.files) }))}
          />
          <Checkbox
            label={composer.asQuestion}
            checked={values.flags.question ?? false}
            onChange={(event) => write({ flags: { ...values.flags, question: event.currentTarget.checked } })}
          />
        </div>
        <Button kind="act" busy={busy} onClick={onSend} aria-keyshortcuts="Control+Enter">
          {busy ? composer.sending : sendLabel}
        </Button>
      </div>
    </div>
  );
}
