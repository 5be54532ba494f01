import { useMantineColorScheme } from '@mantine/core';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Me, Start } from '../server/features/identity/schema.ts';
import { api } from './api/client.ts';
import { setClock } from './clock.tsx';
import { useLocale } from './locale.tsx';

/** What the server is: set up or not, a demo or not. */
export const startQuery = queryOptions({
  queryKey: ['start'],
  queryFn: async () => {
    const start = await api.get<Start>('/start');
    if (start.demo) setClock(start.demo.now);
    return start;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in. Fails with `unauthenticated` when nobody is. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => api.get<Me>('/me'), staleTime: 5 * 60_000 });

export type Membership = Me['memberships'][number];
/** The organization a page stands in, and what the reader may do there. */
export type OurOrganization = Membership['organization'] & Pick<Membership, 'role' | 'mayPromise'>;

/** What the server is. */
export function useStart(): Start {
  return useSuspenseQuery(startQuery).data;
}

/** The person signed in, and their organizations. Only inside pages that ask for a session. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The person signed in. */
export function usePerson(): Me['person'] {
  return useMe().person;
}

/** The membership that an address names, if the person has it. */
export function membershipOf(me: Me, slug: string | undefined): OurOrganization | undefined {
  const found = me.memberships.find((each) => each.organization.slug === slug);
  return found && { ...found.organization, role: found.role, mayPromise: found.mayPromise };
}

/** The organization of the present address. Only inside /o/{slug}. */
export function useOrganization(): OurOrganization {
  const me = useMe();
  const { slug } = useParams({ strict: false });
  const organization = membershipOf(me, slug);
  if (!organization) throw new Error('useOrganization needs an address of an organization the person belongs to');
  return organization;
}

/** Language, zone and light or dark follow the person once they are known. */
export function usePersonalSettings(): void {
  const person = useQuery({ ...meQuery, enabled: false }).data?.person;
  const { setLocale, setZone } = useLocale();
  const { setColorScheme } = useMantineColorScheme();
  const { locale, timeZone, theme } = person ?? {};
  useEffect(() => {
    if (locale) setLocale(locale);
    setZone(timeZone ?? null);
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [locale, timeZone, theme, setLocale, setZone, setColorScheme]);
}
