import { useMessages } from '../../locale.tsx';
import { Field } from '../../ui/field.tsx';
import type { QuantityValue } from './values.ts';
import style from './composer.module.css';

export interface QuantityFieldProps {
  legend: string;
  unitExample: string;
  error?: string;
  value: QuantityValue | undefined;
  onChange: (value: QuantityValue) => void;
}

/** An amount and of what. */
export function QuantityField({ legend, unitExample, error, value, onChange }: QuantityFieldProps) {
  const { composer, general } = useMessages();
  const { amount, unit } = value ?? { amount: '', unit: '' };
  return (
    <fieldset className={style.group}>
      <legend>
        {legend} <span className={style.optional}>({general.field.optional})</span>
      </legend>
      <div className={style.pair}>
        <Field
          label={composer.fields.amount}
          optional
          inputMode="decimal"
          maxLength={18}
          value={amount}
          error={error}
          onChange={(event) => onChange({ amount: event.currentTarget.value, unit: unit || unitExample })}
        />
        <Field
          label={composer.fields.unit}
          optional
          maxLength={20}
          placeholder={unitExample}
          value={unit}
          onChange={(event) => onChange({ amount, unit: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
