import { Partners } from '../features/partnerships/partners.tsx';
import { useOrganization } from '../session.tsx';

/** Everybody the organization works with. */
export function PartnersPage() {
  return <Partners organization={useOrganization()} />;
}
