import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function PartnershipPage() {
  const messages = useMessages();
  return <Page title={messages.partners.title}>{null}</Page>;
}
