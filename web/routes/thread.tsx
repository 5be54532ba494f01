import { useParams } from '@tanstack/react-router';
import { Thread } from '../features/threads/thread.tsx';
import { useOrganization } from '../session.tsx';

/** Plain talk with a partner. */
export function ThreadPage() {
  const { partnership = '', thread = '' } = useParams({ strict: false });
  return <Thread key={thread} organization={useOrganization()} partnership={partnership} thread={thread} />;
}
