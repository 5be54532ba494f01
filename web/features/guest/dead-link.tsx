import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { type AskLink, FreshLink } from './fresh-link.tsx';

interface DeadLinkProps {
  link: string;
  error: unknown;
  onRetry: () => void;
  /** Has the next link sent, where it is not one to a conversation. */
  ask?: AskLink | undefined;
}

/** A link that opens nothing any more: says why, and how to get the next one. */
export function DeadLink({ link, error, onRetry, ask }: DeadLinkProps) {
  const { guest, general } = useMessages();
  const problem = asProblem(error);
  if (problem.code !== 'gone' && problem.code !== 'not_found') {
    return (
      <Page width="narrow" title={general.product}>
        <ErrorNote error={error} onRetry={onRetry} />
      </Page>
    );
  }
  const reason = String(problem.data.reason ?? 'unknown');
  const words = (guest.gone as Partial<Record<string, { title: string; text: string }>>)[reason] ?? guest.gone.unknown;
  const fresh = reason === 'expired' || reason === 'used' || reason === 'replaced';
  return (
    <Page width="narrow" title={words.title} lead={words.text}>
      {fresh ? (
        <FreshLink link={link} ask={ask} />
      ) : (
        <div>
          <Button onClick={onRetry}>{general.actions.retry}</Button>
        </div>
      )}
    </Page>
  );
}
