import type { FormEvent, ReactNode } from 'react';
import style from './field.module.css';

/** Fields under each other. Sending never reloads the page. */
export function Form({ onSubmit, children, label }: { onSubmit: () => void; children: ReactNode; label?: string }) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={style.form} onSubmit={send} aria-label={label}>
      {children}
    </form>
  );
}
