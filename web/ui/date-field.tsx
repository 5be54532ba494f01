import { useId } from 'react';
import { daySaid, fullDay } from '../../messages/format.ts';
import { useReaderNow } from '../clock.tsx';
import { useMessages } from '../locale.tsx';
import style from './field.module.css';

export interface DateFieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  error?: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
}

/** A day, chosen the device's own way, and said back as people say it. */
export function DateField({ label, hint, optional, error, value, onChange, min, max }: DateFieldProps) {
  const { general } = useMessages();
  const reader = useReaderNow();
  const id = useId();
  const valid = /^\d{4}-\d\d-\d\d$/.test(value);
  const said = valid ? daySaid(value, reader) : '';
  const full = valid ? fullDay(value, reader.locale) : '';
  return (
    <div className={style.field}>
      <label htmlFor={id} className={style.label}>
        {label} {optional && <span className={style.optional}>({general.field.optional})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={style.hint}>
          {hint}
        </div>
      )}
      <div className={style.date}>
        <input
          type="date"
          id={id}
          value={value}
          min={min}
          max={max}
          required={!optional}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <span id={`${id}-said`} className={style.said}>
          {full.startsWith(said) ? full : [said, full].filter(Boolean).join(', ')}
        </span>
      </div>
      {error && <div className={`${style.error} ${style.fault}`}>{error}</div>}
    </div>
  );
}
