import type { ErrorComponentProps } from '@tanstack/react-router';
import { useMessages } from './locale.tsx';
import { GoButton } from './ui/button.tsx';
import { ErrorNote } from './ui/error-note.tsx';
import { Loading } from './ui/loading.tsx';
import { Page } from './ui/page.tsx';

/** There is no such page, or it is not this reader's. */
export function PageMissing() {
  const { general } = useMessages();
  return (
    <main>
      <Page title={general.pageNotFound.title} lead={general.pageNotFound.text} width="narrow">
        <div>
          <GoButton href="/" kind="act">
            {general.pageNotFound.home}
          </GoButton>
        </div>
      </Page>
    </main>
  );
}

/** A page failed: says so, and tries again. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return (
    <div style={{ padding: 'var(--s8) var(--s4)' }}>
      <ErrorNote error={error} onRetry={reset} />
    </div>
  );
}

/** The page is on its way. */
export function PagePending() {
  return <Loading />;
}
