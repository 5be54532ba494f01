import { useMessages } from '../locale.tsx';
import { Page } from '../ui/page.tsx';

export function ImportPage() {
  const messages = useMessages();
  return <Page title={messages.imports.title}>{null}</Page>;
}
