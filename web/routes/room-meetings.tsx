import { useParams } from '@tanstack/react-router';
import { RoomMeetings } from '../features/meetings/room-meetings.tsx';
import { useOrganization } from '../session.tsx';

/** Meetings with one partner. */
export function RoomMeetingsPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <RoomMeetings key={partnership} organization={useOrganization()} partnership={partnership} />;
}
