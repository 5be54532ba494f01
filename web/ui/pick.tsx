import { useId } from 'react';
import { ChevronIcon } from './icons.tsx';
import style from './pick.module.css';

interface PickProps {
  label: string;
  value: string;
  options: [value: string, label: string][];
  onPick: (value: string | undefined) => void;
}

/** One of several, as a pill in a row of filters; a chosen one stands out. */
export function Pick({ label, value, options, onPick }: PickProps) {
  const id = useId();
  return (
    <div className={style.pick}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        value={value}
        data-chosen={value !== '' || undefined}
        onChange={(event) => onPick(event.currentTarget.value || undefined)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      <ChevronIcon />
    </div>
  );
}
