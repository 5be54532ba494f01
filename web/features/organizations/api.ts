import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ChangeMember,
  ChangeOrganization,
  Invitation,
  Member,
  NewDatedRole,
  NewInvitation,
  NewOrganization,
  Organization,
  sentInvitationSchema,
} from '../../../server/features/organizations/schema.ts';
import { api } from '../../api/client.ts';

export type SentInvitation = z.infer<typeof sentInvitationSchema>;

const at = (organization: string) => `/organizations/${organization}`;

export function organizationQuery(id: string) {
  return queryOptions({ queryKey: ['organizations', id, 'self'], queryFn: () => api.get<Organization>(at(id)) });
}

export function peopleQuery(id: string) {
  return queryOptions({
    queryKey: ['organizations', id, 'people'],
    queryFn: () => api.get<Member[]>(`${at(id)}/people`),
  });
}

export function invitationsQuery(id: string) {
  return queryOptions({
    queryKey: ['organizations', id, 'invitations'],
    queryFn: () => api.get<Invitation[]>(`${at(id)}/invitations`),
  });
}

export function newOrganization(wanted: NewOrganization): Promise<Organization> {
  return api.post('/organizations', wanted);
}

export function changeOrganization(id: string, change: ChangeOrganization): Promise<Organization> {
  return api.patch(at(id), change);
}

export function changeMember(id: string, person: string, change: ChangeMember): Promise<Member> {
  return api.patch(`${at(id)}/people/${person}`, change);
}

export function addDuty(id: string, person: string, duty: NewDatedRole): Promise<unknown> {
  return api.post(`${at(id)}/people/${person}/roles`, duty);
}

export function removeDuty(id: string, person: string, duty: string): Promise<void> {
  return api.delete(`${at(id)}/people/${person}/roles/${duty}`);
}

export function invite(id: string, wanted: NewInvitation): Promise<SentInvitation> {
  return api.post(`${at(id)}/invitations`, wanted);
}

export function revokeInvitation(id: string, invitation: string): Promise<void> {
  return api.delete(`${at(id)}/invitations/${invitation}`);
}
