import { useEffect } from 'react';

/** Keys that only the present page has, for the sheet of all keys. */
export interface PageKeys {
  title: string;
  rows: [keys: string[], means: string][];
}

let present: PageKeys | undefined;

/** The keys of the page that is open, if it has any of its own. */
export function pageKeys(): PageKeys | undefined {
  return present;
}

/** Puts the keys of a page on the sheet while the page is open. */
export function usePageKeys(title: string, rows: PageKeys['rows']): void {
  useEffect(() => {
    const mine = { title, rows };
    present = mine;
    return () => {
      if (present === mine) present = undefined;
    };
  });
}
