import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CadencePage,
  FollowUpChange,
  FollowUpItem,
  FollowUpList,
} from '../../../server/features/follow-ups/schema.ts';
import type { FreeDays, NewFreeDays } from '../../../server/features/follow-ups/schema-free-days.ts';
import type { HouseSettings, ReminderSettings } from '../../../server/features/follow-ups/schema-settings.ts';
import type { Nudge, NudgeDraft } from '../../../server/features/nudges/schema.ts';
import type { Wording } from '../../../server/features/nudges/schema-wordings.ts';
import { api } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

export const SHOWS = ['now', 'later', 'done'] as const;
export type Show = (typeof SHOWS)[number];

export interface Narrowed {
  person?: string | undefined;
  partnership?: string | undefined;
  show?: Show;
}

const base = (organization: string): string => `/organizations/${organization}`;
/** Everything about follow-ups of an organization among the queries. */
export const followUpsKey = (organization: string): readonly string[] => ['organizations', organization, 'follow-ups'];

/** What somebody should do, the first due first, page after page. */
export function followUpsQuery(organization: string, { person, partnership, show }: Narrowed) {
  return infiniteQueryOptions({
    queryKey: [...followUpsKey(organization), { person, partnership, show }],
    queryFn: ({ pageParam }) =>
      api.get<FollowUpList>(`${base(organization)}/follow-ups`, { person, partnership, show, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function changeFollowUp(organization: string, id: string, change: FollowUpChange): Promise<FollowUpItem> {
  return api.patch(`${base(organization)}/follow-ups/${id}`, change);
}

/** A draft to the partner, written anew each time: what it names and where it goes may have changed. */
export function nudgeQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: [...followUpsKey(organization), id, 'nudge'],
    queryFn: () => api.get<NudgeDraft>(`${base(organization)}/follow-ups/${id}/nudge`),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function sendNudge(organization: string, id: string, nudge: Nudge): Promise<FollowUpItem> {
  return api.post(`${base(organization)}/follow-ups/${id}/nudge`, nudge);
}

export function cadenceQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'cadence'],
    queryFn: () => api.get<CadencePage>(`${roomPath(organization, partnership)}/cadence`),
  });
}

export function remindersQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'reminders'],
    queryFn: () => api.get<ReminderSettings>(`${base(organization)}/reminders`),
  });
}

export function saveReminders(organization: string, input: ReminderSettings): Promise<ReminderSettings> {
  return api.put(`${base(organization)}/reminders`, input);
}

export function houseQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'follow-up-settings'],
    queryFn: () => api.get<HouseSettings>(`${base(organization)}/follow-up-settings`),
  });
}

export function saveHouse(organization: string, input: HouseSettings): Promise<HouseSettings> {
  return api.put(`${base(organization)}/follow-up-settings`, input);
}

export const freeDaysKey = (organization: string): readonly string[] => ['organizations', organization, 'free-days'];

/** The days of a year on which the organization is closed. */
export function freeDaysQuery(organization: string, year: number) {
  return queryOptions({
    queryKey: [...freeDaysKey(organization), year],
    queryFn: () => api.get<{ items: FreeDays[] }>(`${base(organization)}/free-days`, { year }),
  });
}

export function addFreeDays(organization: string, input: NewFreeDays): Promise<FreeDays> {
  return api.post(`${base(organization)}/free-days`, input);
}

export function removeFreeDays(organization: string, id: string): Promise<void> {
  return api.delete(`${base(organization)}/free-days/${id}`);
}

/** How drafts begin, in every language. */
export function wordingsQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'draft-wordings'],
    queryFn: () => api.get<{ items: Wording[] }>(`${base(organization)}/draft-wordings`),
  });
}

/** Words a draft anew; with null goes back to the product's words. */
export function wordDraft(
  organization: string,
  { draft, locale, changedAt }: Wording,
  words: string | null,
): Promise<Wording> {
  return api.put(`${base(organization)}/draft-wordings/${draft}/${locale}`, { words, seen: changedAt });
}

/** Countries whose holidays are known; with a country its regions. They never change while a page is open. */
export function placesQuery(organization: string, country?: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'holiday-places', country],
    queryFn: () =>
      api.get<{ items: { code: string; name: string }[] }>(`${base(organization)}/holiday-places`, { country }),
    staleTime: Infinity,
  });
}
