import { useParams } from '@tanstack/react-router';
import { Confidence } from '../features/trust/confidence.tsx';
import { useOrganization } from '../session.tsx';

/** What a partnership's kept promises say, both ways. */
export function ConfidencePage() {
  const { partnership = '' } = useParams({ strict: false });
  return <Confidence key={partnership} organization={useOrganization()} partnership={partnership} />;
}
