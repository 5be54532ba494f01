import { useParams } from '@tanstack/react-router';
import { GuestMeeting } from '../features/meetings/guest-meeting.tsx';
import { BareShell } from '../ui/shell.tsx';

/** One meeting for somebody without an account. */
export function GuestMeetingPage() {
  const { token = '' } = useParams({ strict: false });
  return (
    <BareShell mark={false}>
      <GuestMeeting key={token} link={token} />
    </BareShell>
  );
}
