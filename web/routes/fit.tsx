import { useParams } from '@tanstack/react-router';
import { Across } from '../features/fit/across.tsx';
import { useOrganization } from '../session.tsx';

/** Who could serve a need of ours, or use an offer. */
export function FitPage() {
  const { item = '' } = useParams({ strict: false });
  return <Across key={item} organization={useOrganization()} item={item} />;
}
