import { useParams } from '@tanstack/react-router';
import { RoomNeeds } from '../features/needs/room-needs.tsx';
import { useOrganization } from '../session.tsx';

/** Needs and offers of both sides of one partnership. */
export function RoomNeedsPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <RoomNeeds key={partnership} organization={useOrganization()} partnership={partnership} />;
}
