import { LOCALE_NAMES, LOCALES } from '../../../messages/locale.ts';
import { useLocale } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';

/** The other languages, for pages of people who are not signed in. */
export function LanguageLinks() {
  const { locale, setLocale } = useLocale();
  return LOCALES.filter((each) => each !== locale).map((each) => (
    <Button key={each} kind="quiet" lang={each} onClick={() => setLocale(each)}>
      {LOCALE_NAMES[each]}
    </Button>
  ));
}
