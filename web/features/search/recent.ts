/** What a person opened from the palette of one organization, kept on this device until they sign out. */
export interface Recent {
  href: string;
  title: string;
  detail: string | null;
}

const PREFIX = 'entente-recent-';
const MOST = 6;

function isRecent(one: unknown): one is Recent {
  if (typeof one !== 'object' || one === null) return false;
  const { href, title } = one as Record<string, unknown>;
  return typeof href === 'string' && href.startsWith('/o/') && typeof title === 'string';
}

/** The last ones first; nothing where the device keeps nothing. */
export function recentOf(person: string, organization: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${PREFIX}${person}-${organization}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(person: string, organization: string, opened: Recent): void {
  const others = recentOf(person, organization).filter((one) => one.href !== opened.href);
  try {
    localStorage.setItem(`${PREFIX}${person}-${organization}`, JSON.stringify([opened, ...others].slice(0, MOST)));
  } catch {
    // A device that keeps nothing shows no recent places.
  }
}

/** Titles can be private: they leave the device with the person. */
export function forgetRecent(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
