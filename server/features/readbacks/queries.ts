import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { holds, letters, mayRecordFor, otherSide, type Letter, type Room } from '../rooms/policy.ts';
import { sentInTime } from './model.ts';
import type { PointTag, Readback } from './schema.ts';

const MOST = 200;

export interface ReadbackRow {
  id: string;
  conversation_id: string;
  side: Letter;
  author: string;
  author_name: string | null;
  held_on: string;
  way: Readback['way'];
  place: string | null;
  words: string;
  sent_at: string;
  answered_at: string | null;
  answered_name: string | null;
  answered_via: Readback['answeredVia'];
  answer_words: string | null;
}

interface PointRow {
  readback_id: string;
  id: string;
  added: boolean;
  tag: PointTag;
  certainty: 'heard' | 'assumed';
  text: string;
  verdict: 'confirmed' | 'corrected' | 'open' | null;
  correction: string | null;
}

/** Who reads: a side of the room; a guest answers for it by link. */
export interface Reader {
  organization: string;
  side: Letter | null;
  guest?: boolean;
}

const select = `select r.id, r.conversation_id, r.side, r.author, a.name as author_name, r.held_on, r.way, r.place, r.words, r.sent_at,
    r.answered_at, b.name as answered_name, r.answered_via, r.answer_words
  from readbacks r left join people a on a.partnership_id = r.partnership_id and a.id = r.author
    left join people b on b.partnership_id = r.partnership_id and b.id = r.answered_by
  where r.partnership_id = $1`;

async function present(tx: Tx, room: Room, reader: Reader, rows: ReadbackRow[]): Promise<Readback[]> {
  if (rows.length === 0) return [];
  const points = await tx.query<PointRow>(
    `select readback_id, id, added, tag, certainty, text, verdict, correction from readback_points
     where partnership_id = $1 and readback_id = any($2) order by added, position`,
    [room.id, rows.map((row) => row.id)],
  );
  return rows.map((row) => {
    const listened = otherSide(row.side);
    const open = row.answered_at === null;
    return {
      id: row.id,
      conversationId: row.conversation_id,
      mine: reader.side === row.side,
      listener: room.sides[row.side].name,
      listened: room.sides[listened].name,
      author: row.author_name,
      heldOn: row.held_on,
      way: row.way,
      place: row.place,
      words: row.words,
      sentAt: row.sent_at,
      inTime: sentInTime(row.held_on, row.sent_at),
      answeredAt: row.answered_at,
      answeredBy: row.answered_name,
      answeredVia: row.answered_via,
      answerWords: row.answer_words,
      points: points.rows.filter((point) => point.readback_id === row.id).map(({ readback_id: _, ...point }) => point),
      may: {
        answer: open && reader.side === listened,
        record: open && !reader.guest && mayRecordFor(reader.organization, room, listened),
      },
    };
  });
}

/** What was read back in a room, the newest first; of one conversation where it is named. */
export async function listReadbacks(tx: Tx, room: Room, reader: Reader, conversation?: string): Promise<Readback[]> {
  const { rows } = await tx.query<ReadbackRow>(
    `${select} and ($2::text is null or r.conversation_id = $2) order by r.sent_at desc, r.id desc limit ${MOST}`,
    [room.id, conversation ?? null],
  );
  return present(tx, room, reader, rows);
}

export async function loadReadback(tx: Tx, room: Room, reader: Reader, id: string): Promise<Readback> {
  const { rows } = await tx.query<ReadbackRow>(`${select} and r.id = $2`, [room.id, id]);
  const [found] = await present(tx, room, reader, rows);
  if (!found) throw new AppError('not_found', 'There is no such read-back here.');
  return found;
}

/** The side on which an organization stands, or else the one it holds. */
export function readingSide(organization: string, room: Room): Letter | null {
  return room.mySide ?? letters.find((side) => holds(organization, room, side)) ?? null;
}
