import { useId, type ReactNode } from 'react';
import style from './field.module.css';

export interface ChoiceProps<K extends string> {
  legend: string;
  /** The legend is only read aloud. */
  legendHidden?: boolean;
  options: { key: K; label: ReactNode }[];
  value: K | undefined;
  onChange: (key: K) => void;
}

/** One of a few, all in sight, each big enough for a thumb. */
export function Choice<K extends string>({ legend, legendHidden, options, value, onChange }: ChoiceProps<K>) {
  const name = useId();
  return (
    <fieldset className={style.choices}>
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {options.map((option) => (
        <label key={option.key} className={style.choice}>
          <input type="radio" name={name} checked={option.key === value} onChange={() => onChange(option.key)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
