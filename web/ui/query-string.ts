import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

type Change = Record<string, string | number | undefined>;

/** The address with some of its parameters changed; undefined and empty ones are taken out. Pure. */
export function withQuery(path: string, search: string, change: Change): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The parameters of the address, and a way to change them: in place, unless `push` makes it a step that "back" undoes. */
export function useQueryString(): [Record<string, string>, (change: Change, how?: { push?: boolean }) => void] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const values = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (next: Change, { push = false } = {}) => {
      const { pathname, searchStr } = router.state.location;
      void router.navigate({ href: withQuery(pathname, searchStr, next), replace: !push, resetScroll: false });
    },
    [router],
  );
  return [values, change];
}
