import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { LinkScope } from '../links/gate.ts';
import { type Colleague, ensureRoomPerson } from '../people/commands.ts';
import { loadPerson } from '../people/queries.ts';
import { noteChange, tellRoom } from '../rooms/commands.ts';
import { type Letter, otherSide, type Room } from '../rooms/policy.ts';
import { answerOf, canEnd, canPropose, dutiesOfOthers, dutySides } from './policy.ts';
import { guestPairs, loadPair, type PairRow } from './queries.ts';
import type { AnswerPair, DutyKind, NewPair } from './schema.ts';

/** At once proposed or agreed in one room: enough for everybody, and an end to a loop that went wrong. */
const MOST = 500;

/** Proposes that one person of each side work together. It is a pair once the other side agrees. */
export async function proposePair(
  tx: Tx,
  organization: string,
  room: Room,
  colleague: Colleague,
  input: NewPair,
  now: Date,
): Promise<string> {
  if (!canPropose(room) || !room.mySide)
    throw new AppError('forbidden', 'You can only write down what the others said here.');
  const [one, other] = [
    await loadPerson(tx, organization, room, input.people[0], now),
    await loadPerson(tx, organization, room, input.people[1], now),
  ];
  const a = one.side === 'a' ? one : other;
  const b = one.side === 'a' ? other : one;
  if (a.side !== 'a' || b.side !== 'b')
    throw new AppError('invalid', 'A pair is one person of each side: choose one here and one there.');
  if (a.endedAt !== null || b.endedAt !== null)
    throw new AppError('conflict', 'Who is no longer there cannot be paired. Choose somebody else.', {
      reason: 'left',
    });
  const by = await ensureRoomPerson(tx, room.id, room.mySide, colleague, now);
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into pairs (partnership_id, id, person_a, person_b, topic, proposed_side, proposed_by, proposed_at, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, p.holder_a, p.holder_b from partnerships p
     where p.id = $1 and (select count(*) from pairs where partnership_id = $1 and ended_at is null) < $9 for share of p
     on conflict (partnership_id, person_a, person_b) where ended_at is null do nothing`,
    [room.id, id, a.id, b.id, input.topic ?? null, room.mySide, by, now, MOST],
  );
  if (rowCount === 0)
    throw new AppError('conflict', 'These two are paired or proposed as a pair already.', { reason: 'paired' });
  await tellRoom(tx, room);
  return id;
}

interface Answerer {
  by: string;
  via: 'session' | 'link' | 'recorded';
}

async function writeAnswer(
  tx: Tx,
  partnership: string,
  id: string,
  agree: boolean,
  { by, via }: Answerer,
  now: Date,
): Promise<void> {
  const { rowCount } = await tx.query(
    agree
      ? `update pairs set agreed_at = $3, agreed_by = $4, agreed_via = $5
         where partnership_id = $1 and id = $2 and agreed_at is null and ended_at is null`
      : `update pairs set ended_at = $3, ended_by = $4, ended_via = $5, ended_how = 'refused'
         where partnership_id = $1 and id = $2 and agreed_at is null and ended_at is null`,
    [partnership, id, now, by, via],
  );
  if (rowCount === 0) throw answered();
}

const answered = (): AppError =>
  new AppError('conflict', 'This proposal was answered already.', { reason: 'answered' });

/** The other side's answer: its own, or written down for a side that is not here itself, with the person whose words these are. */
export async function answerPair(
  tx: Tx,
  organization: string,
  room: Room,
  colleague: Colleague,
  id: string,
  input: AnswerPair,
  now: Date,
): Promise<void> {
  const pair = await loadPair(tx, room.id, id);
  const way = answerOf(organization, room, pair);
  if (way === null) {
    if (pair.agreed_at !== null || pair.ended_at !== null) throw answered();
    throw new AppError('forbidden', 'The other side answers a proposal, never the one who made it.');
  }
  if ((way === 'recorded') !== (input.person !== undefined)) {
    throw new AppError('invalid', 'Say whose answer you write down, and only then.');
  }
  const side = otherSide(pair.proposed_side);
  const by =
    input.person === undefined
      ? await ensureRoomPerson(tx, room.id, side, colleague, now)
      : await personOf(tx, organization, room, side, input.person, now);
  await writeAnswer(tx, room.id, id, input.agree, { by, via: way === 'own' ? 'session' : 'recorded' }, now);
  await noteChange(tx, room.id, now);
  await tellRoom(tx, room);
}

async function personOf(
  tx: Tx,
  organization: string,
  room: Room,
  side: Letter,
  id: string,
  now: Date,
): Promise<string> {
  const person = await loadPerson(tx, organization, room, id, now);
  if (person.side !== side)
    throw new AppError('invalid', 'That person belongs to the other side. Choose whose answer it is.');
  return person.id;
}

/** A guest's answer, about themselves only: proposals that do not name them do not exist for them. */
export async function answerAsGuest(
  tx: Tx,
  room: Room,
  link: LinkScope,
  id: string,
  agree: boolean,
  now: Date,
): Promise<void> {
  const mine = await guestPairs(tx, room.id, link.person, link.side);
  if (!mine.some((pair) => pair.id === id)) throw new AppError('not_found', 'There is no such proposal for you.');
  await writeAnswer(tx, room.id, id, agree, { by: link.person, via: 'link' }, now);
  await noteChange(tx, room.id, now);
  await tellRoom(tx, room);
}

/** Ends a pair, or takes a proposal back. */
export async function endPair(
  tx: Tx,
  organization: string,
  room: Room,
  colleague: Colleague,
  id: string,
  now: Date,
): Promise<void> {
  const pair: PairRow = await loadPair(tx, room.id, id);
  if (pair.ended_at !== null) throw new AppError('conflict', 'This pair ended already.', { reason: 'ended' });
  if (!canEnd(organization, room, pair) || !room.mySide) {
    throw new AppError('forbidden', 'Only who made the proposal takes it back. You can say no instead.');
  }
  const by = await ensureRoomPerson(tx, room.id, room.mySide, colleague, now);
  await tx.query(
    `update pairs set ended_at = $3, ended_by = $4, ended_via = 'session', ended_how = $5
     where partnership_id = $1 and id = $2 and ended_at is null`,
    [room.id, id, now, by, pair.agreed_at === null ? 'taken-back' : 'ended'],
  );
  await noteChange(tx, room.id, now);
  await tellRoom(tx, room);
}

/** Sets what one person stands for on their side. Duties that stay keep their date. */
export async function setDuties(
  tx: Tx,
  organization: string,
  room: Room,
  id: string,
  duties: readonly DutyKind[],
  now: Date,
): Promise<void> {
  const person = await loadPerson(tx, organization, room, id, now);
  const { side } = person;
  if (side === 'newcomer') throw new AppError('invalid', 'Duties belong to people of the two sides.');
  if (!dutySides(organization, room).includes(side)) throw dutiesOfOthers(room.sides[side].name);
  const via = room.mySide === side ? 'session' : 'recorded';
  await tx.query(
    `delete from duties where partnership_id = $1 and side = $2 and duty <> all($4)
       and person in (select id from people where partnership_id = $1 and (id = $3 or merged_into = $3))`,
    [room.id, side, id, duties],
  );
  await tx.query(
    `insert into duties (partnership_id, side, duty, person, since, via, holder_a, holder_b)
     select p.id, $2, d, $3, $5, $6, p.holder_a, p.holder_b from partnerships p cross join unnest($4::text[]) as d
     where p.id = $1 for share of p on conflict do nothing`,
    [room.id, side, id, [...new Set(duties)], now, via],
  );
  await noteChange(tx, room.id, now);
  await tellRoom(tx, room);
}
