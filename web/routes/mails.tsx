import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function MailsPage() {
  const messages = useMessages();
  return <Page title={messages.general.places.mails}>{null}</Page>;
}
