import { useParams } from '@tanstack/react-router';
import { ProposeMeeting } from '../features/meetings/propose-meeting.tsx';
import { useOrganization } from '../session.tsx';

/** Proposing a meeting to a partner. */
export function NewMeetingPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <ProposeMeeting key={partnership} organization={useOrganization()} partnership={partnership} />;
}
