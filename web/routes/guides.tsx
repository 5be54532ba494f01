import { Guides } from '../features/guides/guides.tsx';
import { useOrganization } from '../session.tsx';

/** Questions to have at hand. */
export function GuidesPage() {
  return <Guides organization={useOrganization()} />;
}
