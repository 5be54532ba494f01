import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function SetupPage() {
  const messages = useMessages();
  return <Page title={messages.setup.title}>{null}</Page>;
}
