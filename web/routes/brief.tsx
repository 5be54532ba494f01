import { useParams } from '@tanstack/react-router';
import { BriefView } from '../features/brief/brief.tsx';
import { useOrganization } from '../session.tsx';

/** One page before a meeting. */
export function BriefPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <BriefView key={partnership} organization={useOrganization()} partnership={partnership} />;
}
