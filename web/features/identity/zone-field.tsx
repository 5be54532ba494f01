import { useMemo } from 'react';
import { timeSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';

interface ZoneFieldProps {
  label: string;
  value: string;
  onChange: (zone: string) => void;
  disabled?: boolean;
}

/** A time zone by its city, with the hour it is there now. */
export function ZoneField({ label, value, onChange, disabled }: ZoneFieldProps) {
  const { settings } = useMessages();
  const reader = useReaderNow();
  const zones = useMemo(() => [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])].toSorted(), [value]);
  const hint = settings.zoneNow({ time: timeSaid(reader.now, { locale: reader.locale, zone: value }) });
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      disabled={disabled}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
