import { AppError } from '../../platform/problem.ts';
import { holds, type Letter, letters, mayRecordFor, type Room } from '../rooms/policy.ts';

/** Each side says who stands for what on it; a side that is not here itself has it written down by who holds it. */
export function dutySides(organization: string, room: Room): Letter[] {
  return letters.filter((side) => room.mySide === side || mayRecordFor(organization, room, side));
}

/** Only a side can propose; who brought a room in between two others only reads. */
export function canPropose(room: Room): boolean {
  return room.mySide !== null;
}

interface Standing {
  proposed_side: Letter;
  agreed_at: string | null;
  ended_at: string | null;
}

/** How an organization may answer a proposal: as the other side, or by writing down what a silent side says; never its own. */
export function answerOf(organization: string, room: Room, pair: Standing): 'own' | 'recorded' | null {
  if (pair.agreed_at !== null || pair.ended_at !== null) return null;
  const other: Letter = pair.proposed_side === 'a' ? 'b' : 'a';
  if (room.mySide === other) return 'own';
  return mayRecordFor(organization, room, other) ? 'recorded' : null;
}

/** Either side ends a pair; what is only proposed is taken back by who proposed it. */
export function canEnd(organization: string, room: Room, pair: Standing): boolean {
  if (pair.ended_at !== null || room.mySide === null) return false;
  return pair.agreed_at !== null || holds(organization, room, pair.proposed_side);
}

/** The sentence for whoever tries to set the duties of a side that speaks for itself. */
export function dutiesOfOthers(name: string): AppError {
  return new AppError(
    'forbidden',
    `${name} is here with an organization of its own and says itself who stands for what.`,
  );
}

/** Everybody says for themselves whom they know; who manages may for others. */
export function canSayFor(actor: { personId: string; role: string }, member: string): boolean {
  return actor.personId === member || actor.role !== 'member';
}
