/** Languages the product speaks. Adding one: a folder beside `en`, and its name here and in `catalogue.ts`. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español' };

/** The first language of a wish list (`navigator.languages`, an Accept-Language header's tags) that we speak; English otherwise. */
export function bestLocale(wished: readonly string[]): Locale {
  for (const wish of wished) {
    const language = wish.trim().slice(0, 2).toLowerCase();
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return 'en';
}
