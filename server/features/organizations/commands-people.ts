import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { withoutUndefined } from './commands.ts';
import { recordChange } from './commands-audit.ts';
import { canChangeDatedRoles, canChangeMember, leavesAnAdministrator } from './policy.ts';
import { readDatedRole, readMember } from './queries.ts';
import type { ChangeDatedRole, ChangeMember, DatedRole, Member, NewDatedRole } from './schema.ts';

export interface AboutMember {
  organization: string;
  actor: Membership;
  personId: string;
}

/** Changes a membership: role, whether they may promise, ended or begun again. Its history stays. */
export async function changeMember(tx: Tx, clock: Clock, about: AboutMember, change: ChangeMember): Promise<Member> {
  const { organization, actor, personId } = about;
  const before = await readMember(tx, organization, personId);
  if (!canChangeMember(actor, before, change)) {
    throw new AppError('forbidden', 'Only an administrator can change what others may do. You can leave yourself.');
  }
  const ended = change.ended ?? before.endedAt !== null;
  const role = change.role ?? before.role;
  const stepsDown = before.role === 'administrator' && before.endedAt === null && (ended || role !== 'administrator');
  if (stepsDown) await refuseWithoutAdministrator(tx, organization, personId);
  const now = clock.now();
  await tx.query(
    `update memberships set role = $3, may_promise = $4, ended_at = case when $5 then coalesce(ended_at, $6) end
     where organization_id = $1 and person_id = $2`,
    [organization, personId, role, change.mayPromise ?? before.mayPromise, ended, now],
  );
  await recordChange(tx, clock, {
    organization,
    person: actor.personId,
    action: change.ended === true ? 'membership.ended' : 'membership.changed',
    subject: personId,
    detail: { before: { role: before.role, mayPromise: before.mayPromise }, ...withoutUndefined(change) },
  });
  return readMember(tx, organization, personId);
}

/** Locks the administrators, so that two who demote each other at once cannot both succeed. */
async function refuseWithoutAdministrator(tx: Tx, organization: string, without: string): Promise<void> {
  const { rows } = await tx.query<{ person_id: string }>(
    `select person_id from memberships
     where organization_id = $1 and role = 'administrator' and ended_at is null order by person_id for update`,
    [organization],
  );
  const administrators = rows.map((row) => row.person_id);
  if (leavesAnAdministrator(administrators, without)) return;
  throw new AppError('conflict', 'An organization needs an administrator. Make somebody else administrator first.', {
    lastAdministrator: true,
  });
}

/** Writes down what somebody is, from when to when. */
export async function addDatedRole(tx: Tx, clock: Clock, about: AboutMember, wanted: NewDatedRole): Promise<DatedRole> {
  const member = await readMember(tx, about.organization, about.personId);
  refuseUnlessMayWriteRoles(about.actor, member);
  refuseBackwards(wanted);
  const id = newId();
  await tx.query(
    `insert into person_roles (organization_id, id, person_id, title, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)`,
    [about.organization, id, about.personId, wanted.title, wanted.startsOn, wanted.endsOn],
  );
  const role = { id, title: wanted.title, startsOn: wanted.startsOn, endsOn: wanted.endsOn };
  await recordRole(tx, clock, about, 'role.added', id, role);
  return role;
}

/** Corrects or ends an entry. */
export async function changeDatedRole(
  tx: Tx,
  clock: Clock,
  about: AboutMember,
  id: string,
  change: ChangeDatedRole,
): Promise<DatedRole> {
  refuseUnlessMayWriteRoles(about.actor, about);
  const before = await readDatedRole(tx, about.organization, about.personId, id);
  const after = { ...before, ...withoutUndefined(change) };
  refuseBackwards(after);
  await tx.query(
    'update person_roles set title = $3, starts_on = $4, ends_on = $5 where organization_id = $1 and id = $2',
    [about.organization, id, after.title, after.startsOn, after.endsOn],
  );
  await recordRole(tx, clock, about, 'role.changed', id, { before, after });
  return after;
}

/** Removes an entry that was a mistake; an ended one is given its last day instead. */
export async function removeDatedRole(tx: Tx, clock: Clock, about: AboutMember, id: string): Promise<void> {
  refuseUnlessMayWriteRoles(about.actor, about);
  const before = await readDatedRole(tx, about.organization, about.personId, id);
  await tx.query('delete from person_roles where organization_id = $1 and id = $2', [about.organization, id]);
  await recordRole(tx, clock, about, 'role.removed', id, { before });
}

function refuseUnlessMayWriteRoles(actor: Membership, member: { personId: string }): void {
  if (canChangeDatedRoles(actor, member)) return;
  throw new AppError('forbidden', 'You can write down what you are yourself; for others a manager does.');
}

function refuseBackwards(role: { startsOn: string; endsOn: string | null }): void {
  if (role.endsOn === null || role.endsOn >= role.startsOn) return;
  throw new AppError('invalid', 'The last day lies before the first.', {
    issues: [{ path: ['endsOn'], message: 'The last day lies before the first.' }],
  });
}

function recordRole(
  tx: Tx,
  clock: Clock,
  about: AboutMember,
  action: string,
  id: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordChange(tx, clock, {
    organization: about.organization,
    person: about.actor.personId,
    action,
    subject: id,
    detail: { personId: about.personId, ...detail },
  });
}
