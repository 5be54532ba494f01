import type { Role } from '../../../server/features/identity/schema.ts';

interface Reader {
  role: Role;
  personId: string;
}

/** What the screen offers to whom; the server decides (server/features/organizations/policy.ts). */
export const can = {
  changeOrganization: ({ role }: Pick<Reader, 'role'>) => role === 'administrator',
  seeInvitations: ({ role }: Pick<Reader, 'role'>) => role !== 'member',
  changeMember: ({ role }: Pick<Reader, 'role'>) => role === 'administrator',
  changeDuties: (reader: Reader, person: string) => reader.role !== 'member' || reader.personId === person,
};

/** The roles that somebody may invite into. */
export function invitable({ role }: Pick<Reader, 'role'>): Role[] {
  return role === 'administrator' ? ['member', 'manager', 'administrator'] : ['member'];
}
