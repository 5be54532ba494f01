import { useParams } from '@tanstack/react-router';
import { Listening } from '../features/interviews/listening.tsx';
import { useOrganization } from '../session.tsx';

/** Talks with one partner. */
export function ListeningPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <Listening key={partnership} organization={useOrganization()} partnership={partnership} />;
}
