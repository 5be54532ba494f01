import { useEffect, useId, useRef, type TextareaHTMLAttributes } from 'react';
import { numberSaid } from '../../messages/format.ts';
import { useLocale, useMessages } from '../locale.tsx';
import type { Draft } from './draft.ts';
import style from './field.module.css';

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  label: string;
  /** The label is only read aloud, because something beside it says the same. */
  labelHidden?: boolean;
  hint?: string;
  optional?: boolean;
  error?: string;
  value: string;
  onChange: (text: string) => void;
  /** Most characters; the rest is counted near the end and refused past it. */
  longest?: number;
  rows?: number;
  /** From `useDraft`: says that this is an earlier draft, and offers to throw it away. */
  draft?: Draft;
  /** Ctrl or Cmd with Enter. */
  onSubmit?: () => void;
}

/** Text of any length: grows as one writes. With `useDraft` nothing typed is ever lost. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    labelHidden,
    hint,
    optional,
    error,
    value,
    onChange,
    longest,
    rows = 3,
    draft,
    onSubmit,
    id,
    ...rest
  } = props;
  const words = useMessages().general.field;
  const made = useId();
  const field = id ?? made;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  const left = longest === undefined ? undefined : longest - value.length;
  const near = left !== undefined && longest !== undefined && left < Math.max(50, longest / 10);
  const described = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ');
  return (
    <div className={style.field}>
      <label htmlFor={field} className={labelHidden ? 'visually-hidden' : style.label}>
        {label} {optional && <span className={style.optional}>({words.optional})</span>}
      </label>
      {hint && (
        <div id={`${field}-hint`} className={style.hint}>
          {hint}
        </div>
      )}
      <textarea
        ref={area}
        id={field}
        className={style.area}
        style={{ '--rows': rows } as React.CSSProperties}
        value={value}
        aria-invalid={error || (left ?? 0) < 0 ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
        }}
        {...rest}
      />
      <Under id={`${field}-error`} error={error} draft={draft} left={near ? left : undefined} />
    </div>
  );
}

interface UnderProps {
  id: string;
  error: string | undefined;
  draft: Draft | undefined;
  left: number | undefined;
}

/** What stands under the text: what is wrong, where it came from, how much room is left. */
function Under({ id, error, draft, left }: UnderProps) {
  const { messages, locale } = useLocale();
  const words = messages.general.field;
  if (!error && !draft?.restored && left === undefined) return null;
  return (
    <div className={style.under}>
      {error && (
        <span id={id} className={style.fault}>
          {error}
        </span>
      )}
      {draft?.restored && (
        <span>
          {words.draftRestored}{' '}
          <button type="button" className={style.discard} onClick={draft.clear}>
            {words.discardDraft}
          </button>
        </span>
      )}
      {left !== undefined && (
        <span className={left < 0 ? style.fault : undefined}>
          {left < 0
            ? words.tooLong({ over: numberSaid(-left, locale) })
            : words.longest({ left: numberSaid(left, locale) })}
        </span>
      )}
    </div>
  );
}
