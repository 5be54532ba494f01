import { useId, useRef, useState } from 'react';
import { useMessages } from '../locale.tsx';
import { Button } from './button.tsx';
import style from './copy-field.module.css';
import { announce } from './toast.tsx';

/** A link to hand over: shown whole, selected at a touch, copied by its button. Works without the clipboard too. */
export function CopyField({ label, value, copy }: { label: string; value: string; copy?: string }) {
  const { general } = useMessages();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const take = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(general.actions.copied);
    } catch {
      // Without a secure address there is no clipboard: the text stays selected for Ctrl-C.
      field.current?.focus();
    }
  };
  return (
    <div className={style.copy}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      <Button kind="act" onClick={() => void take()}>
        {copied ? general.actions.copied : (copy ?? general.actions.copy)}
      </Button>
    </div>
  );
}
