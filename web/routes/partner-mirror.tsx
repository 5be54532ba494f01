import { useParams } from '@tanstack/react-router';
import { BothMirrors } from '../features/mirror/both-mirrors.tsx';
import { useOrganization } from '../session.tsx';

/** How both sides of a partnership keep their word. */
export function PartnerMirrorPage() {
  const { partnership = '' } = useParams({ strict: false });
  return <BothMirrors key={partnership} organization={useOrganization()} partnership={partnership} />;
}
