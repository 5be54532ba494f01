import { OwnMirror } from '../features/mirror/own-mirror.tsx';
import { useOrganization } from '../session.tsx';

/** How our own organization keeps its word. */
export function MirrorPage() {
  return <OwnMirror organization={useOrganization()} />;
}
