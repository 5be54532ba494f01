import { FollowUps } from '../features/follow-ups/follow-ups.tsx';
import { useOrganization } from '../session.tsx';

/** Everything to follow up. */
export function FollowUpsPage() {
  return <FollowUps organization={useOrganization()} />;
}
