import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function InvitePage() {
  const messages = useMessages();
  return <Page title={messages.signIn.title}>{null}</Page>;
}
