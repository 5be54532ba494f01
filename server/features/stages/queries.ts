import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, letters, mayRecordFor, partnerName, partnerSide, type Room } from '../rooms/policy.ts';
import { presentRoom, type RoomRow } from '../rooms/queries.ts';
import {
  type Attested,
  type Criterion,
  criteriaFor,
  type CriterionKey,
  ladder,
  movesFrom,
  nextRung,
  type Rung,
  type Stage,
} from './model.ts';
import { canAgree, canAnswer, canTakeBack } from './policy.ts';
import { lastInterview, openPromises, roomFacts } from './queries-facts.ts';
import type { GuestStage, Move, MoveFilter, ShownCriterion, StagePage, WaitingMoves } from './schema.ts';

/** Facts listed under one criterion; the rest is counted. */
const FACTS = 12;

export interface MoveRow {
  id: string;
  from_stage: Stage;
  to_stage: Stage;
  proposed_side: Letter;
  proposed_by: string;
  proposed_name: string | null;
  proposed_via: Move['proposedVia'];
  proposed_at: string;
  words: string;
  attested: Attested;
  facts: { key: CriterionKey; met: boolean; facts: unknown[] }[];
  answer: Move['answer'];
  answered_by: string | null;
  answered_name: string | null;
  answered_via: Move['answeredVia'];
  answered_at: string | null;
  answer_words: string | null;
}

const selectMove = `select m.id, m.from_stage, m.to_stage, m.proposed_side, m.proposed_by, x.name as proposed_name, m.proposed_via, m.proposed_at,
  m.words, m.attested, m.facts, m.answer, m.answered_by, y.name as answered_name, m.answered_via, m.answered_at, m.answer_words
  from stage_moves m left join people x on x.partnership_id = m.partnership_id and x.id = m.proposed_by
  left join people y on y.partnership_id = m.partnership_id and y.id = m.answered_by
  where m.partnership_id = $1`;

function presentMove(row: MoveRow): Move {
  return {
    id: row.id,
    from: row.from_stage,
    to: row.to_stage,
    side: row.proposed_side,
    proposedBy: { id: row.proposed_by, name: row.proposed_name },
    proposedVia: row.proposed_via,
    proposedAt: row.proposed_at,
    words: row.words,
    attested: row.attested,
    stood: row.facts.map(({ key, met, facts }) => ({ key, met, count: facts.length })),
    answer: row.answer,
    answeredBy: row.answered_by === null ? null : { id: row.answered_by, name: row.answered_name },
    answeredVia: row.answered_via,
    answeredAt: row.answered_at,
    answerWords: row.answer_words,
  };
}

/** Where two organizations stand. */
export interface Standing {
  stage: Stage;
  since: string;
  /** The rung they stood on last: the stage itself, unless they rest or have ended. */
  last: Rung;
}

/** The stage of a room: its last agreed step, and a prospect before any. */
export async function loadStanding(tx: Tx, room: Pick<Room, 'id' | 'createdAt'>): Promise<Standing> {
  const [found, rung] = await Promise.all([
    tx.query<{ to_stage: Stage; answered_at: string }>(
      `select to_stage, answered_at from stage_moves where partnership_id = $1 and answer = 'agreed'
       order by answered_at desc, id desc limit 1`,
      [room.id],
    ),
    tx.query<{ to_stage: Rung }>(
      `select to_stage from stage_moves where partnership_id = $1 and answer = 'agreed' and to_stage = any($2)
       order by answered_at desc, id desc limit 1`,
      [room.id, ladder],
    ),
  ]);
  return {
    stage: found.rows[0]?.to_stage ?? 'prospect',
    since: found.rows[0]?.answered_at ?? room.createdAt,
    last: rung.rows[0]?.to_stage ?? 'prospect',
  };
}

export async function loadMove(tx: Tx, partnership: string, id: string): Promise<MoveRow> {
  const { rows } = await tx.query<MoveRow>(`${selectMove} and m.id = $2`, [partnership, id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such step here.');
  return rows[0];
}

async function loadPending(tx: Tx, partnership: string): Promise<MoveRow | undefined> {
  const { rows } = await tx.query<MoveRow>(`${selectMove} and m.answer is null`, [partnership]);
  return rows[0];
}

const isRung = (stage: Stage): stage is Rung => (ladder as readonly Stage[]).includes(stage);

const show = (criterion: Criterion): ShownCriterion => ({
  ...criterion,
  facts: criterion.facts.slice(0, FACTS),
  more: Math.max(0, criterion.facts.length - FACTS),
});

/** What both sides see of their stage, the same for each. */
async function sharedStage(tx: Tx, room: Room) {
  const [standing, facts, pending] = await Promise.all([
    loadStanding(tx, room),
    roomFacts(tx, room.id),
    loadPending(tx, room.id),
  ]);
  const next = nextRung(standing.stage);
  const attested = pending?.to_stage === next ? pending?.attested : undefined;
  return {
    ...standing,
    held: isRung(standing.stage)
      ? criteriaFor(standing.stage, facts)
          .filter((one) => one.facts.length > 0 || !one.met)
          .map(show)
      : [],
    next: next ?? null,
    criteria: next ? criteriaFor(next, facts, attested).map(show) : [],
    pending: pending ? presentMove(pending) : null,
    names: { a: room.sides.a.name, b: room.sides.b.name },
    met: facts.readbacks.length + facts.meetings.length > 0,
  };
}

/** The stage of a partnership as a member sees it. */
export async function stagePageOf(
  tx: Tx,
  organization: string,
  actor: { mayPromise: boolean },
  room: Room,
): Promise<StagePage> {
  const [{ met, ...shared }, promises, interview] = await Promise.all([
    sharedStage(tx, room),
    openPromises(tx, room.id),
    lastInterview(tx, organization, room.id),
  ]);
  const { pending } = shared;
  const recordable = letters.filter((side) => mayRecordFor(organization, room, side));
  return {
    ...shared,
    mySide: room.mySide,
    moves: movesFrom(shared.stage, shared.last),
    openPromises: promises,
    own: { interview: met ? null : interview },
    recordable,
    may: {
      propose: pending === null && (room.mySide !== null || recordable.length > 0),
      answer: pending !== null && canAnswer(organization, room, pending.side),
      agree: canAgree(actor),
      takeBack: pending !== null && canTakeBack(organization, room, pending.side),
    },
  };
}

/** Whether a guest belongs to the side their link speaks for: a newcomer who took one conversation over does not. */
export async function isOfSide(tx: Tx, partnership: string, guest: { person: string; side: Letter }): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from people where partnership_id = $1 and id = $2 and side = $3', [
    partnership,
    guest.person,
    guest.side,
  ]);
  return rowCount > 0;
}

/** The stage as a guest of one side sees it: what is shared, and nothing of whoever holds their side. */
export async function guestStageOf(tx: Tx, room: Room, side: Letter, canAct: boolean): Promise<GuestStage> {
  const { met: _, ...shared } = await sharedStage(tx, room);
  const { pending } = shared;
  return { ...shared, mySide: side, may: { answer: canAct && pending !== null && pending.side !== side } };
}

/** Answered steps, the last first. */
export async function listMoves(
  tx: Tx,
  partnership: string,
  filter: MoveFilter,
): Promise<{ items: Move[]; next: string | null }> {
  const after = readCursor(filter.cursor, 'id')?.[0] ?? null;
  const { rows } = await tx.query<MoveRow>(
    `${selectMove} and m.answer is not null and ($2::uuid is null or m.id < $2::uuid) order by m.id desc limit $3`,
    [partnership, after, filter.limit + 1],
  );
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return { items: shown.map(presentMove), next: rows.length > shown.length && last ? writeCursor([last.id]) : null };
}

/** Steps that the other side proposed and we have not answered, the oldest first; at most fifty. */
export async function waitingMovesOf(tx: Tx, organization: string): Promise<WaitingMoves> {
  const { rows } = await tx.query<
    RoomRow & { move: string; from_stage: Stage; to_stage: Stage; proposed_at: string; proposed_side: Letter }
  >(
    `select m.id as move, m.from_stage, m.to_stage, m.proposed_at, m.proposed_side, p.*
     from stage_moves m join partnerships p on p.id = m.partnership_id
     where (m.holder_a = $1 or m.holder_b = $1) and m.answer is null
       and case m.proposed_side when 'a' then p.claimed_b else p.claimed_a end = $1
     order by m.proposed_at, m.id limit 50`,
    [organization],
  );
  return {
    items: rows.map((row) => {
      const room = presentRoom(row, organization);
      return {
        id: row.move,
        partnershipId: room.id,
        partner: partnerName(room) || room.sides[partnerSide(room)].name,
        from: row.from_stage,
        to: row.to_stage,
        proposedAt: row.proposed_at,
      };
    }),
  };
}
