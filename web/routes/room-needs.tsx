import { useParams } from '@tanstack/react-router';
import { RoomFit } from '../features/fit/room-fit.tsx';
import { RoomNeeds } from '../features/needs/room-needs.tsx';
import { useOrganization } from '../session.tsx';

/** Needs and offers of both sides of one partnership. */
export function RoomNeedsPage() {
  const { partnership = '' } = useParams({ strict: false });
  const organization = useOrganization();
  return (
    <RoomNeeds key={partnership} organization={organization} partnership={partnership}>
      <RoomFit organization={organization} partnership={partnership} />
    </RoomNeeds>
  );
}
