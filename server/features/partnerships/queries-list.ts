import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { presentRoom, roomColumns, type RoomRow } from '../rooms/queries.ts';
import { stages } from '../stages/model.ts';
import { summaries } from './queries-summaries.ts';
import type { Board, BoardFilter, PartnershipFilter, PartnershipList } from './schema.ts';

/** Whose list it is. */
interface Reader {
  organization: string;
  personId: string;
}

/** The partner's name as lists sort and search it. */
const sortName = `lower(case when claimed_b = $1 then name_a when claimed_a = $1 then name_b else name_a || ' · ' || name_b end)`;
const agreed = (what: string) =>
  `(select ${what} from stage_moves m where m.partnership_id = p.id and m.answer = 'agreed' order by m.answered_at desc, m.id desc limit 1)`;
const stage = `coalesce(${agreed('m.to_stage')}, 'prospect')`;
const last =
  '(select greatest((select max(at) from acts where partnership_id = p.id), (select max(last_at) from threads where partnership_id = p.id)))';
const owed = (own: boolean) =>
  `(select count(*) from commitments k where k.partnership_id = p.id and k.result = 'open'
     and k.performer = (case when (claimed_b is not distinct from $1) = ${own} then organization_b else organization_a end)::text)`;
const moment = (what: string, none: string) =>
  `coalesce(to_char(${what} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '${none}') collate "C"`;
const number = (what: string) => `lpad((${what})::text, 9, '0') collate "C"`;

/** What each order compares, as text; who has none of it comes last either way. */
const sortKeys: Record<PartnershipFilter['sort'], (none: string) => string> = {
  name: () => sortName,
  stage: () => number(`array_position(array[${stages.map((one) => `'${one}'`).join(', ')}], ${stage})`),
  since: () => moment(`coalesce(${agreed('m.answered_at')}, created_at)`, ''),
  ours: () => number(owed(true)),
  theirs: () => number(owed(false)),
  last: (none) => moment(last, none),
  due: (none) =>
    moment(`(select min(due_at) from commitments k where k.partnership_id = p.id and k.result = 'open')`, none),
};

/** Conditions that narrow the list; `given` adds a value and answers its place. */
function narrowed(filter: BoardFilter, reader: Reader, now: Date, given: (value: unknown) => string): string {
  const { search, presence, quiet } = filter;
  const since = quiet && new Date(now.getTime() - quiet * 86_400_000);
  const theirs = "case when claimed_b = $1 then 'a' else 'b' end";
  const here = '(case when claimed_b = $1 then claimed_a else claimed_b end) is not null';
  const linked =
    () => `exists (select 1 from links l where l.partnership_id = p.id and l.side = ${theirs} and l.revoked_at is null
    and l.replaced_at is null and l.expires_at > ${given(now)})`;
  const presences = {
    claimed: () => here,
    guest: () => `not ${here} and ${linked()}`,
    recorded: () => `not ${here} and not ${linked()}`,
  };
  return [
    '(holder_a = $1 or holder_b = $1)',
    search && `strpos(${sortName}, lower(${given(search)})) > 0`,
    filter.stage && filter.stage.length > 0 && `${stage} = any(${given(filter.stage)})`,
    presence && `(${presences[presence]()})`,
    since && `coalesce(${last}, created_at) < ${given(since)}`,
    filter.mine &&
      `exists (select 1 from people x where x.partnership_id = p.id and x.person_id = ${given(reader.personId)} and x.ended_at is null)`,
  ]
    .filter(Boolean)
    .join(' and ');
}

/** Everybody an organization works with, in the order that is asked for, one page at a time. */
export async function listPartnerships(
  tx: Tx,
  reader: Reader,
  filter: PartnershipFilter,
  now: Date,
): Promise<PartnershipList> {
  const values: unknown[] = [reader.organization, filter.limit + 1];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const down = filter.order === 'down';
  const after = readCursor(filter.cursor, 'text', 'id');
  const where = narrowed(filter, reader, now, given);
  const key = sortKeys[filter.sort](down ? '' : '~');
  const beyond = after ? `where (sort_key, id) ${down ? '<' : '>'} (${given(after[0])}, ${given(after[1])}::uuid)` : '';
  const way = down ? 'desc' : 'asc';
  const { rows } = await tx.query<RoomRow & { sort_key: string }>(
    `select * from (select ${roomColumns}, ${key} as sort_key from partnerships p where ${where}) p
     ${beyond} order by sort_key ${way}, id ${way} limit $2`,
    values,
  );
  const shown = rows.slice(0, filter.limit);
  const end = shown.at(-1);
  const rooms = shown.map((row) => presentRoom(row, reader.organization));
  const items = await summaries(tx, reader.organization, rooms, now);
  return { items, next: rows.length > shown.length && end ? writeCursor([end.sort_key, end.id]) : null };
}

/** The partners by stage, each column by name. */
export async function boardOf(tx: Tx, reader: Reader, filter: BoardFilter, now: Date): Promise<Board> {
  const values: unknown[] = [reader.organization, filter.limit];
  const where = narrowed(filter, reader, now, (value) => `$${values.push(value)}`);
  const { rows } = await tx.query<RoomRow & { stage: (typeof stages)[number]; total: number }>(
    `select * from (
       select p.*, row_number() over (partition by stage order by sort_key, id) as place, count(*) over (partition by stage) as total
       from (select ${roomColumns}, ${sortName} as sort_key, ${stage} as stage from partnerships p where ${where}) p
     ) p where place <= $2 order by place`,
    values,
  );
  const rooms = rows.map((row) => presentRoom(row, reader.organization));
  const items = await summaries(tx, reader.organization, rooms, now);
  return {
    columns: stages.map((name) => ({
      stage: name,
      total: rows.find((row) => row.stage === name)?.total ?? 0,
      items: items.filter((item) => item.stage === name),
    })),
  };
}
