import { useParams } from '@tanstack/react-router';
import { PeopleAndPairs } from '../features/pairs/people-and-pairs.tsx';
import { useOrganization } from '../session.tsx';

/** The people of both sides of a partnership, and who works with whom. */
export function PartnerPeoplePage() {
  const { partnership = '' } = useParams({ strict: false });
  return <PeopleAndPairs key={partnership} organization={useOrganization()} partnership={partnership} />;
}
