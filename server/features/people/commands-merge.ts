import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { tellRoom } from '../rooms/commands.ts';
import type { Room } from '../rooms/policy.ts';
import { canKeepPeople, MERGE_DAYS } from './policy.ts';
import { loadPerson } from './queries.ts';
import type { RoomPerson } from './schema.ts';

const DAY = 86_400_000;
/** What the kept row takes over where it has nothing of its own. */
const FILLED = ['email', 'title', 'function', 'topics'] as const;
const isEmpty = (value: string | string[] | null): boolean => value === null || value.length === 0;

/** The two rows, which whoever merges must keep. */
async function bothKept(
  tx: Tx,
  organization: string,
  room: Room,
  ids: readonly [string, string],
  now: Date,
): Promise<[RoomPerson, RoomPerson]> {
  const [one, other] = [
    await loadPerson(tx, organization, room, ids[0], now),
    await loadPerson(tx, organization, room, ids[1], now),
  ];
  if (one.id === other.id) throw new AppError('invalid', 'Choose two people.');
  if (one.side !== other.side || one.side === 'newcomer') {
    throw new AppError('invalid', 'Only two people of the same side can be one.');
  }
  if (!canKeepPeople(organization, room, one.side)) {
    throw new AppError('forbidden', 'That side is here with an organization of its own and keeps its own people.');
  }
  return [one, other];
}

/** Says that two rows are one person. The log is untouched: acts keep the pseudonym they were said under, and readers follow the pointer. */
export async function mergePerson(
  tx: Tx,
  organization: string,
  room: Room,
  id: string,
  into: string,
  now: Date,
): Promise<void> {
  const [gone, kept] = await bothKept(tx, organization, room, [id, into], now);
  if (gone.personId !== null) {
    throw new AppError('conflict', 'Who signs in here is kept. Merge the other one into them.', { reason: 'signs-in' });
  }
  const filled = FILLED.filter((field) => isEmpty(kept[field]) && !isEmpty(gone[field]));
  const taken = (field: (typeof FILLED)[number]) => (filled.includes(field) ? gone[field] : kept[field]);
  const { rowCount } = await tx.query(
    `update people set merged_into = $3, merged_at = $4, merge_filled = $5
     where partnership_id = $1 and id = $2 and merged_into is null
       and exists (select 1 from people k where k.partnership_id = $1 and k.id = $3 and k.merged_into is null)`,
    [room.id, id, into, now, filled],
  );
  if (rowCount === 0) throw new AppError('conflict', 'One of the two was merged already.', { reason: 'merged' });
  await tx.query('update people set merged_into = $3 where partnership_id = $1 and merged_into = $2', [
    room.id,
    id,
    into,
  ]);
  await tx.query(
    'update people set email = $3, title = $4, function = $5, topics = $6 where partnership_id = $1 and id = $2',
    [room.id, into, taken('email'), taken('title'), taken('function'), taken('topics')],
  );
  await tellRoom(tx, room);
}

interface MergedRow {
  merged_into: string;
  merged_at: string;
  merge_filled: string[];
}

/** Undoes a merge: both are there again, and what the kept row took over goes back unless somebody changed it since. */
export async function undoMerge(tx: Tx, organization: string, room: Room, id: string, now: Date): Promise<void> {
  const gone = await loadPerson(tx, organization, room, id, now);
  const { rows } = await tx.query<MergedRow>(
    `select merged_into, merged_at, merge_filled from people
     where partnership_id = $1 and id = $2 and merged_into is not null for update`,
    [room.id, id],
  );
  const merge = rows[0];
  if (!merge) throw new AppError('conflict', 'This person is not merged.', { reason: 'not-merged' });
  const [, kept] = await bothKept(tx, organization, room, [id, merge.merged_into], now);
  if (now.getTime() - Date.parse(merge.merged_at) > MERGE_DAYS * DAY) {
    throw new AppError('conflict', `A merge can be undone for ${MERGE_DAYS} days.`, { reason: 'too-late' });
  }
  const back = (field: (typeof FILLED)[number], empty: null | string[]) =>
    merge.merge_filled.includes(field) && String(kept[field]) === String(gone[field]) ? empty : kept[field];
  await tx.query(
    'update people set email = $3, title = $4, function = $5, topics = $6 where partnership_id = $1 and id = $2',
    [room.id, kept.id, back('email', null), back('title', null), back('function', null), back('topics', [])],
  );
  await tx.query(
    'update people set merged_into = null, merged_at = null, merge_filled = null where partnership_id = $1 and id = $2',
    [room.id, id],
  );
  await tellRoom(tx, room);
}

/** Remembers that two who look alike are two, so that nobody is asked again. */
export async function keepApart(
  tx: Tx,
  organization: string,
  room: Room,
  id: string,
  than: string,
  now: Date,
): Promise<void> {
  await bothKept(tx, organization, room, [id, than], now);
  await tx.query(
    `update people set not_same = array_append(not_same, $3)
     where partnership_id = $1 and id = $2 and cardinality(not_same) < 100 and not_same @> array[$3::uuid] is false`,
    [room.id, id, than],
  );
}
