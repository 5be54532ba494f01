import { useParams, useSearch } from '@tanstack/react-router';
import { Correspondence } from '../features/mail-in/correspondence.tsx';
import { useOrganization } from '../session.tsx';

/** Mails with one partner that our own people copied in. */
export function CorrespondencePage() {
  const { partnership = '' } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  return (
    <Correspondence
      key={partnership}
      organization={useOrganization()}
      partnership={partnership}
      open={typeof search.mail === 'string' ? search.mail : undefined}
    />
  );
}
