import { useParams } from '@tanstack/react-router';
import { NewReadback } from '../features/readbacks/new-readback.tsx';
import { useOrganization } from '../session.tsx';

/** Reading back to a partner what was heard. */
export function NewReadbackPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <NewReadback organization={useOrganization()} partnership={partnership} />;
}
