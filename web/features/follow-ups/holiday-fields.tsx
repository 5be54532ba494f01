import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';
import { placesQuery } from './api.ts';

interface HolidayFieldsProps {
  organization: string;
  /** What it means that no country is chosen. */
  none: string;
  country: string | null;
  region: string | null;
  onChange: (place: { country: string | null; region: string | null }) => void;
}

/** The country, and a region of it, whose public holidays are free. */
export function HolidayFields({ organization, none, country, region, onChange }: HolidayFieldsProps) {
  const { reminders: words } = useMessages().followUps;
  const countries = useQuery(placesQuery(organization)).data?.items ?? [];
  const regions =
    useQuery({ ...placesQuery(organization, country ?? ''), enabled: country !== null }).data?.items ?? [];
  const choices = (first: string, places: { code: string; name: string }[]) => [
    { value: '', label: first },
    ...places.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <>
      <SelectField
        label={words.country}
        value={country ?? ''}
        data={choices(none, countries)}
        onChange={(event) => onChange({ country: event.currentTarget.value || null, region: null })}
      />
      {country !== null && regions.length > 0 && (
        <SelectField
          label={words.region}
          value={region ?? ''}
          data={choices(words.noRegion, regions)}
          onChange={(event) => onChange({ country, region: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}
