import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Problem } from './api/problem.ts';
import { LocaleProvider } from './locale.tsx';
import { createAppRouter } from './router.tsx';
import { cssVariables, theme } from './theme.ts';
import { Toasts } from './ui/toast.tsx';

/** Refusals are answers: only a broken connection or a server that is down is tried again. */
function worthRetrying(failures: number, error: unknown): boolean {
  const passing = error instanceof Problem && (error.code === 'offline' || error.code === 'unavailable');
  return passing && failures < 3;
}

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

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
