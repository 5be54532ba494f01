import { MeetingsAcross } from '../features/meetings/meetings-across.tsx';
import { useOrganization } from '../session.tsx';

/** Meetings with all partners. */
export function MeetingsPage() {
  return <MeetingsAcross organization={useOrganization()} />;
}
