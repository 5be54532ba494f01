import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type DatedRole, type Member, memberSchema, type Organization, organizationSchema } from './schema.ts';

/** The organization that was entered (or any, at the gate). */
export async function readOrganization(tx: Tx, organization: string): Promise<Organization> {
  const { rows } = await tx.query<Organization>(
    `select id, slug, name, domain, about, locale, time_zone as "timeZone", created_at as "createdAt"
     from organizations where id = $1`,
    [organization],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such organization.');
  return organizationSchema.parse(rows[0]);
}

/** All people of an organization can be shown at once up to this many. */
const MOST_PEOPLE = 5000;

const ROLES = `coalesce((
  select json_agg(json_build_object('id', r.id, 'title', r.title, 'startsOn', r.starts_on, 'endsOn', r.ends_on)
                  order by r.starts_on, r.id)
  from person_roles r where r.organization_id = m.organization_id and r.person_id = m.person_id), '[]') as roles`;
const MEMBER = `m.person_id as "personId", m.name, m.email, m.role, m.may_promise as "mayPromise",
  m.joined_at as "joinedAt", m.ended_at as "endedAt", ${ROLES}`;

/** The people of an organization, also those who left, with what they are and were. */
export async function listMembers(tx: Tx, organization: string): Promise<Member[]> {
  const { rows } = await tx.query<Member>(
    `select ${MEMBER} from memberships m where m.organization_id = $1
     order by m.ended_at is not null, lower(m.name), m.person_id limit $2`,
    [organization, MOST_PEOPLE],
  );
  return rows.map((row) => memberSchema.parse(row));
}

/** One of the organization's people. */
export async function readMember(tx: Tx, organization: string, personId: string): Promise<Member> {
  const { rows } = await tx.query<Member>(
    `select ${MEMBER} from memberships m where m.organization_id = $1 and m.person_id = $2`,
    [organization, personId],
  );
  if (!rows[0]) throw new AppError('not_found', 'This person is not one of the organization.');
  return memberSchema.parse(rows[0]);
}

/** What one person is or was. */
export async function readDatedRole(tx: Tx, organization: string, personId: string, id: string): Promise<DatedRole> {
  const { rows } = await tx.query<DatedRole>(
    `select id, title, starts_on as "startsOn", ends_on as "endsOn"
     from person_roles where organization_id = $1 and person_id = $2 and id = $3`,
    [organization, personId, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such entry.');
  return rows[0];
}
