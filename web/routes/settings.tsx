import { useParams } from '@tanstack/react-router';
import { CalendarsLink } from '../features/calendars/calendars-link.tsx';
import { PasswordForm, SignOutEverywhere } from '../features/identity/account-security.tsx';
import { PersonalSettings } from '../features/identity/personal-settings.tsx';
import { MyOrganizations } from '../features/organizations/my-organizations.tsx';
import { useMessages } from '../locale.tsx';
import { paths } from '../paths.ts';
import { GoButton } from '../ui/button.tsx';
import { usePersonalSettings } from '../session.tsx';
import { BareShell } from '../ui/shell.tsx';
import { Page, Section } from '../ui/page.tsx';

export function SettingsPage() {
  const { settings: words, calendars, followUps } = useMessages();
  const { slug } = useParams({ strict: false });
  return (
    <Page title={words.title} width="narrow">
      <Section title={words.you}>
        <PersonalSettings />
      </Section>
      {slug && (
        <Section title={calendars.title} id="calendars">
          <CalendarsLink slug={slug} />
        </Section>
      )}
      {slug && (
        <Section title={followUps.reminders.title}>
          <div>
            <GoButton href={paths.reminders(slug)}>{followUps.reminders.open}</GoButton>
          </div>
        </Section>
      )}
      <Section title={words.memberships} id="organizations">
        <MyOrganizations />
      </Section>
      <Section title={words.password.title}>
        <PasswordForm />
      </Section>
      <Section title={words.devices.title}>
        <SignOutEverywhere />
      </Section>
    </Page>
  );
}

/** For somebody who belongs to no organization yet, or to none any more. */
export function BareSettingsPage() {
  usePersonalSettings();
  return (
    <BareShell>
      <SettingsPage />
    </BareShell>
  );
}
