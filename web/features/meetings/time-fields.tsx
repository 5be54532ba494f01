import { useId } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { CrossIcon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ZoneField } from '../identity/zone-field.tsx';
import { MOST_OPTIONS } from './propose-value.ts';
import { cityOf, useLocalSaid } from './said.ts';
import style from './meetings.module.css';

interface LocalFieldProps {
  label: string;
  value: string;
  onChange: (local: string) => void;
  invalid?: boolean;
}

/** A day and a time, chosen the device's own way, and said back in full. */
export function LocalField({ label, value, onChange, invalid }: LocalFieldProps) {
  const id = useId();
  const said = useLocalSaid();
  return (
    <div>
      <label htmlFor={id} className={style.label}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        className={style.timeInput}
        value={value}
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.currentTarget.value.slice(0, 16))}
      />
      <div id={`${id}-said`} className={style.soft}>
        {value ? said(value) : ''}
      </div>
    </div>
  );
}

interface OptionsFieldProps {
  options: string[];
  onChange: (options: string[]) => void;
  invalid: boolean;
}

/** Two to eight times to choose from. */
export function OptionsField({ options, onChange, invalid }: OptionsFieldProps) {
  const { form: words } = useMessages().meetings;
  const put = (place: number, local: string) =>
    onChange(options.map((each, index) => (index === place ? local : each)));
  return (
    <div className={style.stack}>
      {options.map((option, place) => (
        // A time has no name but its place in the list.
        // eslint-disable-next-line react/no-array-index-key
        <div key={place} className={style.times}>
          <LocalField
            label={words.startLabel({ n: place + 1 })}
            value={option}
            invalid={invalid}
            onChange={(local) => put(place, local)}
          />
          {options.length > 2 && (
            <IconButton
              aria-label={words.removeTime({ n: place + 1 })}
              onClick={() => onChange(options.filter((_, index) => index !== place))}
            >
              <CrossIcon size={18} />
            </IconButton>
          )}
        </div>
      ))}
      {options.length < MOST_OPTIONS && (
        <div>
          <Button onClick={() => onChange([...options, ''])}>{words.addTime}</Button>
        </div>
      )}
    </div>
  );
}

const LENGTHS = [30, 60, 90, 120, 240] as const;

/** How long it takes. */
export function LastsField({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const { form: words } = useMessages().meetings;
  const known = LENGTHS.some((each) => each === value);
  return (
    <SelectField
      label={words.lasts}
      data={[
        ...LENGTHS.map((each) => ({ value: String(each), label: words.hours[each] })),
        ...(known ? [] : [{ value: String(value), label: words.lastsOther({ n: value }) }]),
      ]}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

/** Whose clock the times are on: named, and changed where the meeting is elsewhere. */
export function MeetingZone({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { form: words } = useMessages().meetings;
  return (
    <details className={style.zone}>
      <summary>
        {words.zoneNote({ zone: cityOf(zone) })} {words.changeZone}
      </summary>
      <ZoneField label={words.zone} value={zone} onChange={onChange} />
    </details>
  );
}
