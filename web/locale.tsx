import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Messages } from '../messages/catalogue.ts';
import type { Reader } from '../messages/format.ts';
import { bestLocale, LOCALES, type Locale } from '../messages/locale.ts';

const STORED = 'entente-locale';

interface LocaleState extends Reader {
  messages: Messages;
  /** Changes the language of the screen at once, and remembers it on this device. */
  setLocale: (locale: Locale) => void;
  /** Changes the zone that dates are shown in; null is the device's own. */
  setZone: (zone: string | null) => void;
}

const LocaleContext = createContext<LocaleState | undefined>(undefined);

/** Loads one language only. */
async function loadMessages(locale: Locale): Promise<Messages> {
  const file =
    locale === 'es' ? await import('../messages/es/messages.ts') : await import('../messages/en/messages.ts');
  return file.messages;
}

function initialLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  return LOCALES.find((locale) => locale === stored) ?? bestLocale(navigator.languages);
}

/** The zone of this device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Provides the words and the reader's zone. Shows nothing until the words are there, which is one small file. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, choose] = useState(initialLocale);
  const [zone, chooseZone] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Messages }>();

  useEffect(() => {
    let current = true;
    void loadMessages(locale).then((messages) => {
      if (!current) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, messages });
    });
    return () => {
      current = false;
    };
  }, [locale]);

  const setLocale = useCallback((next: Locale) => {
    localStorage.setItem(STORED, next);
    choose(next);
  }, []);

  const state = useMemo(
    () => loaded && { ...loaded, zone: zone ?? deviceZone(), setLocale, setZone: chooseZone },
    [loaded, zone, setLocale],
  );
  return state && <LocaleContext value={state}>{children}</LocaleContext>;
}

/** Language, zone and words of the reader. */
export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (!state) throw new Error('useLocale needs a LocaleProvider above it');
  return state;
}

/** The words of the reader's language. */
export function useMessages(): Messages {
  return useLocale().messages;
}
