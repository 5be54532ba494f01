import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function OrganizationPage() {
  const messages = useMessages();
  return <Page title={messages.organization.title}>{null}</Page>;
}
