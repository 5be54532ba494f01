import { PasswordForm, SignOutEverywhere } from '../features/identity/account-security.tsx';
import { PersonalSettings } from '../features/identity/personal-settings.tsx';
import { MyOrganizations } from '../features/organizations/my-organizations.tsx';
import { useMessages } from '../locale.tsx';
import { usePersonalSettings } from '../session.tsx';
import { BareShell } from '../ui/shell.tsx';
import { Page, Section } from '../ui/page.tsx';

export function SettingsPage() {
  const { settings: words } = useMessages();
  return (
    <Page title={words.title} width="narrow">
      <Section title={words.you}>
        <PersonalSettings />
      </Section>
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
