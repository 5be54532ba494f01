import { useParams } from '@tanstack/react-router';
import { OneMeeting } from '../features/meetings/one-meeting.tsx';
import { useOrganization } from '../session.tsx';

/** One meeting with a partner. */
export function MeetingPage() {
  const { partnership = '', meeting = '' } = useParams({ strict: false });
  return <OneMeeting key={meeting} organization={useOrganization()} partnership={partnership} meeting={meeting} />;
}
