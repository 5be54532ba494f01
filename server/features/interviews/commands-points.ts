import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { watchPoint } from '../follow-ups/commands-watch.ts';
import { heardNow, mergeOf, placeBehind, type Stored } from './model.ts';
import { type Desk, loadFollowUp, pointColumns, presentPoint, type PointRow } from './queries.ts';
import type { Done, FollowUp, KeptPoint, Point, PutPoint } from './schema.ts';

/** More were never heard in one talk; the device keeps what does not fit and says so. */
const MOST_POINTS = 5_000;

/** A talk, held by this transaction until it ends, so that the deliveries of one talk come one after another. */
async function holdInterview(tx: Tx, desk: Desk, interview: string): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from interviews where organization_id = $1 and partnership_id = $2 and id = $3 for update',
    [desk.organization, desk.partnership, interview],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such talk.');
}

async function findPoint(tx: Tx, desk: Desk, interview: string, id: string): Promise<PointRow | undefined> {
  const { rows } = await tx.query<PointRow>(
    `select ${pointColumns} from points where organization_id = $1 and id = $2`,
    [desk.organization, id],
  );
  // Ids are made on devices: one that is another talk's is no point of this one.
  if (rows[0] && rows[0].interview_id !== interview) throw new AppError('not_found', 'This point is of another talk.');
  return rows[0];
}

function asStored(row: PointRow): Stored {
  return {
    revision: row.revision,
    writer: row.writer,
    heard: row.heard,
    text: row.text,
    settledWords: row.settled_words,
    dropped: row.dropped_at !== null,
  };
}

interface Placed {
  interview: string;
  id: string;
  now: Date;
}

/** What a point says, in the order of `fields`. */
function valuesOf(input: PutPoint, now: Date): unknown[] {
  return [
    input.position,
    input.text,
    input.tag,
    input.certainty,
    input.speaker,
    input.question || null,
    input.kind,
    input.settled,
    input.settledWords || null,
    input.settled === 'follow-up' ? input.followUpBy : null,
    input.settled === 'follow-up' ? input.followUpPerson : null,
    input.dropped ? now : null,
    input.writer,
  ];
}

async function insertPoint(tx: Tx, desk: Desk, at: Placed, input: PutPoint): Promise<Point> {
  const { rows: counted } = await tx.query<{ n: number }>(
    'select count(*)::int as n from points where organization_id = $1 and interview_id = $2',
    [desk.organization, at.interview],
  );
  if ((counted[0]?.n ?? 0) >= MOST_POINTS)
    throw new AppError('conflict', `A talk holds ${MOST_POINTS} points. Start another talk for the rest.`);
  const { rows } = await tx.query<PointRow>(
    `insert into points (organization_id, id, interview_id, author, revision, heard, created_at, updated_at,
       position, text, tag, certainty, speaker, question, kind, settled, settled_words, follow_up_by, follow_up_person, dropped_at, writer)
     values ($1, $2, $3, $4, 1, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning ${pointColumns}`,
    [
      desk.organization,
      at.id,
      at.interview,
      desk.actor.personId,
      JSON.stringify({ [input.writer]: input.version }),
      at.now,
      ...valuesOf(input, at.now),
    ],
  );
  if (input.settled === 'follow-up') await watchPoint(tx, desk.organization, at.id, at.now);
  return presentPoint(rows[0] as PointRow);
}

/** `mend`: what this delivery leaves empty is left as another device filled it. */
async function updatePoint(
  tx: Tx,
  desk: Desk,
  row: PointRow,
  input: PutPoint,
  mend: boolean,
  now: Date,
): Promise<Point> {
  const whole: PutPoint = mend
    ? {
        ...input,
        tag: input.tag ?? row.tag,
        speaker: input.speaker ?? row.speaker,
        question: input.question ?? row.question,
        kind: input.kind ?? row.kind,
        ...(input.settled === null && {
          settled: row.settled,
          settledWords: row.settled_words,
          followUpBy: row.follow_up_by,
          followUpPerson: row.follow_up_person,
        }),
      }
    : input;
  const { rows } = await tx.query<PointRow>(
    `update points set revision = revision + 1, heard = $3, updated_at = $4,
       position = $5, text = $6, tag = $7, certainty = $8, speaker = $9, question = $10, kind = $11, settled = $12, settled_words = $13,
       follow_up_by = $14, follow_up_person = $15, dropped_at = $16, writer = $17,
       done_at = case when $12 = 'follow-up' and settled_words = $13 then done_at end,
       done_by = case when $12 = 'follow-up' and settled_words = $13 then done_by end,
       done_words = case when $12 = 'follow-up' and settled_words = $13 then done_words end
     where organization_id = $1 and id = $2 returning ${pointColumns}`,
    [
      desk.organization,
      row.id,
      JSON.stringify(heardNow(row.heard, input.writer, input.version)),
      now,
      ...valuesOf(whole, now),
    ],
  );
  if (whole.settled === 'follow-up' || row.settled === 'follow-up')
    await watchPoint(tx, desk.organization, row.id, now);
  return presentPoint(rows[0] as PointRow);
}

/** The words of a delivery as a point of their own, behind the point that another device changed. */
async function keepBeside(tx: Tx, desk: Desk, row: PointRow, at: Placed, input: PutPoint): Promise<Point> {
  const spare = await findPoint(tx, desk, at.interview, input.spare);
  const merge = mergeOf(spare && asStored(spare), input);
  const { rows } = await tx.query<{ next: number | null }>(
    `select min(position) as next from points
     where organization_id = $1 and interview_id = $2 and position > $3 and dropped_at is null`,
    [desk.organization, at.interview, row.position],
  );
  const own = { ...input, position: placeBehind(row.position, rows[0]?.next ?? null) };
  if (!spare) return insertPoint(tx, desk, { ...at, id: input.spare }, own);
  if (merge === 'old') return presentPoint(spare);
  if (merge === 'beside') return insertPoint(tx, desk, { ...at, id: newId() }, own);
  return updatePoint(tx, desk, spare, { ...input, position: spare.position }, merge === 'mend', at.now);
}

/** Takes one delivery of a point, as often and in whatever order it comes. Talks that are finished take late ones too. */
export async function putPoint(
  tx: Tx,
  desk: Desk,
  interview: string,
  id: string,
  input: PutPoint,
  now: Date,
): Promise<KeptPoint> {
  await holdInterview(tx, desk, interview);
  const row = await findPoint(tx, desk, interview, id);
  const at = { interview, id, now };
  if (!row) return { point: await insertPoint(tx, desk, at, input), beside: null };
  const merge = mergeOf(asStored(row), input);
  if (merge === 'old') {
    const spare = input.spare === id ? undefined : await findPoint(tx, desk, interview, input.spare);
    return { point: presentPoint(row), beside: spare ? presentPoint(spare) : null };
  }
  if (merge !== 'beside')
    return { point: await updatePoint(tx, desk, row, input, merge === 'mend', now), beside: null };
  if (input.spare === id) throw new AppError('invalid', 'spare: another id than that of the point.');
  const beside = await keepBeside(tx, desk, row, at, input);
  await tx.query('update points set heard = $3 where organization_id = $1 and id = $2', [
    desk.organization,
    id,
    JSON.stringify(heardNow(row.heard, input.writer, input.version)),
  ]);
  return { point: presentPoint(row), beside };
}

/** Says that a follow-up is done, or that it is not after all. */
export async function markDone(tx: Tx, desk: Desk, point: string, input: Done, now: Date): Promise<FollowUp> {
  await loadFollowUp(tx, desk, point);
  await tx.query(
    `update points set done_at = $3, done_by = $4, done_words = $5, revision = revision + 1, updated_at = $6
     where organization_id = $1 and id = $2`,
    [
      desk.organization,
      point,
      input.done ? now : null,
      input.done ? desk.actor.personId : null,
      input.done ? input.words || null : null,
      now,
    ],
  );
  await watchPoint(tx, desk.organization, point, now);
  return loadFollowUp(tx, desk, point);
}
