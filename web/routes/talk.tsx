import { useParams } from '@tanstack/react-router';
import { TalkScreen } from '../features/interviews/talk-page.tsx';
import { useOrganization } from '../session.tsx';

/** One talk, while it is held and afterwards. */
export function TalkPage() {
  const { partnership = '', interview = '' } = useParams({ strict: false });
  return (
    <TalkScreen key={interview} organization={useOrganization()} partnership={partnership} interview={interview} />
  );
}
