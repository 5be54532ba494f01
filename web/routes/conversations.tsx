import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function ConversationsPage() {
  const messages = useMessages();
  return <Page title={messages.general.places.conversations}>{null}</Page>;
}
