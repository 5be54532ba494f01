import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function TodayPage() {
  const messages = useMessages();
  return <Page title={messages.today.title}>{null}</Page>;
}
