import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Problem } from './api/problem.ts';
import { LocaleProvider } from './locale.tsx';
import { paths } from './paths.ts';
import { createAppRouter } from './router.tsx';
import { meQuery, startQuery } from './session.tsx';
import { cssVariables, theme } from './theme.ts';
import { Toasts } from './ui/toast.tsx';

/** Refusals are answers: only a broken connection or a server that is down is tried again. */
function worthRetrying(failures: number, error: unknown): boolean {
  const passing = error instanceof Problem && (error.code === 'offline' || error.code === 'unavailable');
  return passing && failures < 3;
}

/** A session that ended while a page was open: sign in, and come back to where one was. Drafts are on the device. */
function onQueryError(error: unknown): void {
  const { pathname, href } = router.state.location;
  if (!(error instanceof Problem) || error.code !== 'unauthenticated' || !pathname.startsWith('/o/')) return;
  queries.removeQueries({ queryKey: ['me'] });
  void router.navigate({ href: paths.signIn(href) });
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onQueryError }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

// Asked for before anything is drawn, so that the first page does not wait for one answer after the other.
void queries.prefetchQuery(startQuery);
if (/^\/(o\/.*)?$/.test(location.pathname)) void queries.prefetchQuery(meQuery);

const router = createAppRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Everything that surrounds the pages. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LocaleProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
