import { useParams } from '@tanstack/react-router';
import { Partnership } from '../features/partnerships/partnership.tsx';
import { useOrganization } from '../session.tsx';

/** One partner. */
export function PartnershipPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <Partnership key={partnership} organization={useOrganization()} partnership={partnership} />;
}
