import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function SettingsPage() {
  const messages = useMessages();
  return <Page title={messages.settings.title}>{null}</Page>;
}
