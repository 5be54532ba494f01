import { FreeDaysOfYear } from '../features/follow-ups/free-days.tsx';
import { HouseForm } from '../features/follow-ups/house-form.tsx';
import { can } from '../features/organizations/abilities.ts';
import { Invitations } from '../features/organizations/invitations.tsx';
import { OrganizationSettings } from '../features/organizations/organization-settings.tsx';
import { People } from '../features/organizations/people.tsx';
import { useMessages } from '../locale.tsx';
import { useOrganization } from '../session.tsx';
import { paths } from '../paths.ts';
import { Buttons, GoButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useQueryString } from '../ui/query-string.ts';
import { Tabs } from '../ui/tabs.tsx';

const TABS = ['people', 'invitations', 'settings'] as const;

export function OrganizationPage() {
  const { organization: words, followUpHouse: house, imports, listening } = useMessages();
  const organization = useOrganization();
  const [{ tab }, change] = useQueryString();
  const tabs = TABS.filter((key) => key !== 'invitations' || can.seeInvitations(organization));
  const current = tabs.find((key) => key === tab) ?? 'people';
  return (
    <Page
      title={words.title}
      above={organization.name}
      actions={
        <Buttons>
          <GoButton href={paths.guides(organization.slug)}>{listening.guides}</GoButton>
          {organization.role !== 'member' && <GoButton href={paths.import(organization.slug)}>{imports.open}</GoButton>}
        </Buttons>
      }
    >
      <Tabs
        label={words.title}
        tabs={tabs.map((key) => ({ key, label: words.tabs[key] }))}
        current={current}
        onChange={(key) => change({ tab: key === 'people' ? undefined : key })}
      >
        {current === 'people' && <People />}
        {current === 'invitations' && <Invitations />}
        {current === 'settings' && (
          <>
            <OrganizationSettings />
            <HouseForm organization={organization} />
            <FreeDaysOfYear organization={organization} />
            <Section title={house.wordings.title} note={house.wordings.note}>
              <div>
                <GoButton href={paths.wordings(organization.slug)}>{house.wordings.open}</GoButton>
              </div>
            </Section>
          </>
        )}
      </Tabs>
    </Page>
  );
}
