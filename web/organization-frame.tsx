import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { api } from './api/client.ts';
import { listenLive } from './api/live.ts';
import { paced } from './api/pace.ts';
import { pointsWait } from './features/interviews/waiting.ts';
import { useMessages } from './locale.tsx';
import { forgetRecent } from './features/search/recent.ts';
import { paths } from './paths.ts';
import { useMe, useOrganization, usePersonalSettings } from './session.tsx';
import {
  ConversationsIcon,
  MeetingsIcon,
  MirrorIcon,
  NeedsIcon,
  OrganizationIcon,
  PartnersIcon,
  TodayIcon,
} from './ui/icons.tsx';
import type { MenuGroup } from './ui/menu.tsx';
import { dismissActions } from './ui/toast.tsx';
import { Shell, type Place } from './ui/shell.tsx';

/** Fetched when somebody searches for the first time. */
const Palette = lazy(async () => ({ default: (await import('./features/search/palette.tsx')).Palette }));

/** Keeps the pages of one organization true while others act: what happened there makes its queries stale. */
function useLive(organization: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = paced(() => void queries.invalidateQueries({ queryKey: ['organizations', organization] }), 1000);
    return listenLive({ path: `/organizations/${organization}/live`, onEvent: refresh, onReconnect: refresh });
  }, [organization, queries]);
}

/** What was written in a talk without a connection is sent on whatever page one comes back. */
function useSendWaiting(person: string, organization: string): void {
  useEffect(() => {
    if (!pointsWait()) return;
    void import('./features/interviews/talks.ts')
      .then(({ sendWaiting }) => sendWaiting(person, organization))
      .catch(() => undefined);
  }, [person, organization]);
}

/** Takes off this device what was heard in talks, but for words that are nowhere else. */
async function forgetTalks(): Promise<void> {
  const { forgetSaved } = await import('./features/interviews/talks.ts');
  await forgetSaved();
}

function usePlaces(slug: string): Place[] {
  const { general } = useMessages();
  return [
    { label: general.places.today, href: paths.today(slug), letter: 't', icon: <TodayIcon size={22} /> },
    { label: general.places.partners, href: paths.partners(slug), letter: 'p', icon: <PartnersIcon size={22} /> },
    {
      label: general.places.conversations,
      href: paths.conversations(slug),
      letter: 'c',
      icon: <ConversationsIcon size={22} />,
    },
    { label: general.places.meetings, href: paths.meetings(slug), letter: 'm', icon: <MeetingsIcon size={22} /> },
    { label: general.places.needs, href: paths.needs(slug), letter: 'n', icon: <NeedsIcon size={22} /> },
    { label: general.places.mirror, href: paths.mirror(slug), letter: 'i', icon: <MirrorIcon size={22} />, rare: true },
    {
      label: general.places.organization,
      href: paths.organization(slug),
      letter: 'o',
      icon: <OrganizationIcon size={22} />,
    },
  ];
}

/** The other organizations of the person, and what is rarely needed of this one. */
function useOrganizationMenu(): MenuGroup[] {
  const me = useMe();
  const organization = useOrganization();
  const { general } = useMessages();
  return [
    {
      label: general.shell.switchTo,
      entries: me.memberships.map(({ organization: each }) => ({
        label: each.name,
        href: paths.today(each.slug),
        current: each.id === organization.id,
      })),
    },
    {
      label: organization.name,
      entries: [
        { label: general.places.mirror, href: paths.mirror(organization.slug) },
        { label: general.places.import, href: paths.import(organization.slug) },
        ...(organization.role === 'member'
          ? []
          : [{ label: general.places.mails, href: paths.mails(organization.slug) }]),
      ],
    },
    {
      entries: [{ label: general.shell.newOrganization, href: `${paths.settings(organization.slug)}#organizations` }],
    },
  ];
}

/** The frame of an organization's pages: its places, who is here, and the live connection. */
export function OrganizationFrame() {
  const me = useMe();
  const organization = useOrganization();
  const { general } = useMessages();
  const router = useRouter();
  const queries = useQueryClient();
  const [searching, setSearching] = useState(false);
  const places = usePlaces(organization.slug);
  const organizationMenu = useOrganizationMenu();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useEffect(dismissActions, [pathname]);
  usePersonalSettings();
  useLive(organization.id);
  useSendWaiting(me.person.id, organization.id);
  const signOut = async () => {
    await forgetTalks().catch(() => undefined);
    await api.post('/auth/sign-out').catch(() => undefined);
    await router.navigate({ href: paths.signIn() });
    queries.clear();
    forgetRecent();
  };
  return (
    <Shell
      places={places}
      onSearch={() => setSearching(true)}
      organization={organization.name}
      organizationMenu={organizationMenu}
      person={me.person.name}
      personMenu={[
        {
          label: me.person.email,
          entries: [
            { label: general.shell.settings, href: paths.settings(organization.slug) },
            { label: general.shell.signOut, onPress: () => void signOut() },
          ],
        },
      ]}
    >
      <Outlet />
      {searching && (
        <Suspense>
          <Palette
            organization={organization}
            person={me.person.id}
            places={places}
            onClose={() => setSearching(false)}
          />
        </Suspense>
      )}
    </Shell>
  );
}
