import { RemindersForm } from '../features/follow-ups/reminders-form.tsx';
import { useMessages } from '../locale.tsx';
import { useOrganization } from '../session.tsx';
import { Page } from '../ui/page.tsx';

/** How one person is told of things. */
export function RemindersPage() {
  const organization = useOrganization();
  const { reminders: words } = useMessages().followUps;
  return (
    <Page title={words.title} lead={words.lead({ organization: organization.name })} width="narrow">
      <RemindersForm organization={organization} />
    </Page>
  );
}
