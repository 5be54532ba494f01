import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function GuestPage() {
  const messages = useMessages();
  return <Page title={messages.conversation.title}>{null}</Page>;
}
