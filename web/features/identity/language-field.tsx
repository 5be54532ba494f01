import { LOCALE_NAMES, LOCALES, type Locale } from '../../../messages/locale.ts';
import { Choice } from '../../ui/choice.tsx';

/** One of the languages, each in its own name. */
export function LanguageField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Locale;
  onChange: (locale: Locale) => void;
}) {
  const options = LOCALES.map((key) => ({ key, label: <span lang={key}>{LOCALE_NAMES[key]}</span> }));
  return <Choice legend={label} options={options} value={value} onChange={onChange} />;
}
