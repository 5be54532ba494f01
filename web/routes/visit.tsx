import { useParams } from '@tanstack/react-router';
import { LogVisit } from '../features/meetings/log-visit.tsx';
import { useOrganization } from '../session.tsx';

/** Writing down a visit that took place. */
export function VisitPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <LogVisit key={partnership} organization={useOrganization()} partnership={partnership} />;
}
