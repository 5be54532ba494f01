import { queryOptions } from '@tanstack/react-query';
import type {
  CalendarQuestion,
  CalendarState,
  NewCalendarAccount,
} from '../../../server/features/own-calendars/schema.ts';
import { api } from '../../api/client.ts';

export type { CalendarQuestion, CalendarState };
export type Access = Omit<NewCalendarAccount, 'calendar'>;
export interface FoundCalendar {
  url: string;
  name: string;
}

const at = (organization: string) => `/organizations/${organization}/calendar`;

export function calendarQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'calendar'],
    queryFn: () => api.get<CalendarState>(at(organization)),
  });
}

export function questionsQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'calendar', 'questions'],
    queryFn: () => api.get<{ items: CalendarQuestion[] }>(`${at(organization)}/questions`),
  });
}

export function findCalendars(organization: string, access: Access): Promise<{ calendars: FoundCalendar[] }> {
  return api.post(`${at(organization)}/find`, access);
}

export function connectCalendar(organization: string, account: NewCalendarAccount): Promise<CalendarState> {
  return api.put(`${at(organization)}/account`, account);
}

export function disconnectCalendar(organization: string): Promise<void> {
  return api.delete(`${at(organization)}/account`);
}

export function lookNow(organization: string): Promise<CalendarState> {
  return api.post(`${at(organization)}/look`);
}

export function makeFeed(organization: string): Promise<{ url: string; createdAt: string }> {
  return api.put(`${at(organization)}/feed`, {});
}

export function revokeFeed(organization: string): Promise<void> {
  return api.delete(`${at(organization)}/feed`);
}

export function answerQuestion(organization: string, id: string, answer: 'done' | 'left'): Promise<void> {
  return api.post(`${at(organization)}/questions/${id}`, { answer });
}
