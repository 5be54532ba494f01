import { useNavigate, useSearch } from '@tanstack/react-router';
import { MAIL_IN_STATES, type MailInState } from '../features/mail-in/api.ts';
import { MailIn } from '../features/mail-in/mail-in.tsx';
import { paths } from '../paths.ts';
import { useOrganization } from '../session.tsx';

/** What reached Entente by mail for the organization, and whether mail works. */
export function MailInPage() {
  const organization = useOrganization();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = MAIL_IN_STATES.find((each) => each === search.state);
  const onState = (next: MailInState | undefined) => {
    void navigate({ href: paths.mailIn(organization.slug) + (next ? `?state=${next}` : ''), replace: true });
  };
  return (
    <MailIn
      organization={organization}
      state={state}
      open={typeof search.mail === 'string' ? search.mail : undefined}
      onState={onState}
    />
  );
}
