import { Today } from '../features/today/today.tsx';
import { useOrganization } from '../session.tsx';

/** Whose move it is. */
export function TodayPage() {
  return <Today organization={useOrganization()} />;
}
