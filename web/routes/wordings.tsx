import { Wordings } from '../features/follow-ups/wordings.tsx';
import { useOrganization } from '../session.tsx';

/** How drafts of messages begin. */
export function WordingsPage() {
  return <Wordings organization={useOrganization()} />;
}
