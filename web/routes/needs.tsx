import { OwnNeeds } from '../features/needs/own-needs.tsx';
import { useOrganization } from '../session.tsx';

/** What the organization needs and offers. */
export function NeedsPage() {
  return <OwnNeeds organization={useOrganization()} />;
}
