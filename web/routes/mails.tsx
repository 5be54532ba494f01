import { useNavigate, useSearch } from '@tanstack/react-router';
import { MAIL_STATES, type MailState } from '../features/mails/api.ts';
import { Mails } from '../features/mails/mails.tsx';
import { paths } from '../paths.ts';
import { useOrganization } from '../session.tsx';

/** What Entente wrote to people on behalf of the organization. */
export function MailsPage() {
  const organization = useOrganization();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = MAIL_STATES.find((each) => each === search.state);
  const onState = (next: MailState | undefined) => {
    void navigate({ href: paths.mails(organization.slug) + (next ? `?state=${next}` : ''), replace: true });
  };
  return (
    <Mails
      organization={organization}
      state={state}
      open={typeof search.mail === 'string' ? search.mail : undefined}
      onState={onState}
    />
  );
}
