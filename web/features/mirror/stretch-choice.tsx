import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useQueryString } from '../../ui/query-string.ts';

const stretches = ['30', '90', '365'] as const;
type Stretch = (typeof stretches)[number];
const usual: Stretch = '90';

/** How far back the mirror looks, kept in the address. */
export function useStretch(): [Stretch, (days: string) => void] {
  const [{ days }, change] = useQueryString();
  const chosen = stretches.find((one) => one === days) ?? usual;
  return [chosen, (next) => change({ days: next === usual ? undefined : next })];
}

export function StretchChoice({ value, onChange }: { value: Stretch; onChange: (days: string) => void }) {
  const words = useMessages().mirror.stretch;
  return (
    <SelectField
      label={words.label}
      value={value}
      data={stretches.map((days) => ({ value: days, label: words[days] }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
