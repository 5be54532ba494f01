import { newId } from './new-id.ts';

const KEY = 'entente-page';

let page: string | undefined;

/** Asks for a lock that is held as long as this page is open; false where another page holds it. */
function holds(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`${KEY}:${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}

/** The id of this open page: the same after a reload, another in a second one. */
export async function thisPage(): Promise<string> {
  if (page) return page;
  let wanted: string | null = null;
  try {
    wanted = sessionStorage.getItem(KEY);
  } catch {
    // Storage is closed: a new id each time.
  }
  // Web locks exist only over HTTPS and on this machine; elsewhere a copied page shares its draft.
  const free = wanted && ('locks' in navigator ? await holds(wanted) : true);
  page ??= wanted && free ? wanted : newId();
  if (page !== wanted && 'locks' in navigator) void holds(page);
  try {
    sessionStorage.setItem(KEY, page);
  } catch {
    // As above.
  }
  return page;
}

/** Which of these pages are no longer open, so that what was typed in them may be taken over. */
export async function closedPages(ids: string[]): Promise<string[]> {
  if (!('locks' in navigator)) return ids;
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map((lock) => lock.name));
  return ids.filter((id) => !open.has(`${KEY}:${id}`));
}
