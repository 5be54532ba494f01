import { useId, useState } from 'react';
import { dayOf } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { DeadlineValue } from './values.ts';
import style from './composer.module.css';

export interface DeadlineFieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  error?: string;
  value: DeadlineValue | undefined;
  onChange: (value: DeadlineValue) => void;
}

/** A day from today on; the hour only for those who ask for it. */
export function DeadlineField({ label, hint, optional, error, value, onChange }: DeadlineFieldProps) {
  const { composer } = useMessages();
  const reader = useReaderNow();
  const id = useId();
  const { date, time } = value ?? { date: '', time: '' };
  const [exact, setExact] = useState(time !== '');
  return (
    <div className={style.deadline}>
      <DateField
        label={label}
        hint={hint}
        optional={optional}
        error={error}
        value={date}
        min={dayOf(reader.now, reader.zone)}
        onChange={(day) => onChange({ date: day, time })}
      />
      {exact ? (
        <div className={style.time}>
          <label htmlFor={id}>{composer.fields.time}</label>
          <input
            id={id}
            type="time"
            value={time}
            onChange={(event) => onChange({ date, time: event.currentTarget.value })}
          />
        </div>
      ) : (
        date && (
          <button type="button" className={style.inline} onClick={() => setExact(true)}>
            {composer.fields.time}
          </button>
        )
      )}
    </div>
  );
}
