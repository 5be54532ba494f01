import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { watchTalk } from '../follow-ups/commands-watch.ts';
import { type HeardPoint, keepUnderstanding } from '../needs/commands-understanding.ts';
import { canDropInterview } from './policy.ts';
import { type Desk, loadInterview } from './queries.ts';
import type { ChangeInterview, Interview, NewInterview } from './schema.ts';

async function checkPeople(tx: Tx, desk: Desk, people: string[]): Promise<void> {
  const { rows } = await tx.query<{ n: number }>(
    'select count(*)::int as n from people where partnership_id = $1 and id = any($2)',
    [desk.partnership, people],
  );
  if (rows[0]?.n !== new Set(people).size)
    throw new AppError('not_found', 'Somebody named here is not known in this partnership. Add them first.');
}

/** Begins a talk. Its questions are copied, so that a guide may change without changing what was asked. */
export async function startInterview(tx: Tx, desk: Desk, input: NewInterview, now: Date): Promise<Interview> {
  await checkPeople(tx, desk, input.withPeople);
  const id = newId();
  await tx.query(
    `insert into interviews (organization_id, id, partnership_id, held_on, way, place, with_people, guide_title, questions,
       started_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      desk.organization,
      id,
      desk.partnership,
      input.heldOn,
      input.way,
      input.place || null,
      [...new Set(input.withPeople)],
      input.guideTitle,
      JSON.stringify(input.questions),
      desk.actor.personId,
      now,
    ],
  );
  await watchTalk(tx, desk, id, now);
  return loadInterview(tx, desk, id);
}

export async function changeInterview(
  tx: Tx,
  desk: Desk,
  id: string,
  input: ChangeInterview,
  now: Date,
): Promise<Interview> {
  await loadInterview(tx, desk, id);
  await checkPeople(tx, desk, input.withPeople);
  await tx.query(
    `update interviews set held_on = $3, way = $4, place = $5, with_people = $6, updated_at = $7
     where organization_id = $1 and id = $2`,
    [desk.organization, id, input.heldOn, input.way, input.place || null, [...new Set(input.withPeople)], now],
  );
  await watchTalk(tx, desk, id, now);
  return loadInterview(tx, desk, id);
}

/** Ends a talk once each of its points is closed or has a follow-up, and keeps the needs and offers that were heard. */
export async function finishInterview(tx: Tx, desk: Desk, id: string, now: Date): Promise<Interview> {
  const { open } = await loadInterview(tx, desk, id);
  if (open > 0)
    throw new AppError('conflict', 'Some points are still open. Close each, or say what follows from it.', { open });
  const { rows } = await tx.query<HeardPoint>(
    `select id, interview_id as interview, tag as nature, kind, certainty, text from points
     where organization_id = $1 and interview_id = $2 and tag in ('need', 'offer') and dropped_at is null order by position, id`,
    [desk.organization, id],
  );
  const { organization, partnership } = desk;
  await keepUnderstanding(tx, { organization, partnership, person: desk.actor.personId }, rows, now);
  await tx.query(
    `update interviews set finished_at = coalesce(finished_at, $3), updated_at = $3 where organization_id = $1 and id = $2`,
    [desk.organization, id, now],
  );
  return loadInterview(tx, desk, id);
}

/** Opens a finished talk again, to add and correct. */
export async function reopenInterview(tx: Tx, desk: Desk, id: string, now: Date): Promise<Interview> {
  await loadInterview(tx, desk, id);
  await tx.query('update interviews set finished_at = null, updated_at = $3 where organization_id = $1 and id = $2', [
    desk.organization,
    id,
    now,
  ]);
  return loadInterview(tx, desk, id);
}

/** Takes away a talk in which nothing was written. */
export async function dropInterview(tx: Tx, desk: Desk, id: string, now: Date): Promise<void> {
  const interview = await loadInterview(tx, desk, id);
  if (interview.points > 0)
    throw new AppError('conflict', 'Something was written in this talk. Drop its points first.');
  if (!canDropInterview(desk.actor, interview))
    throw new AppError('forbidden', 'Only who began this talk, or a manager, can take it away.');
  await tx.query('delete from interviews where organization_id = $1 and id = $2', [desk.organization, id]);
  await watchTalk(tx, desk, id, now);
}
