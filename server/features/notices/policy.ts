import type { Move, Speaker } from '@entente/protocol';
import type { Guest, Member, Told } from './queries.ts';

/** Somebody who is told about an act. */
export type Hearer =
  | { kind: 'member'; side: 'customer' | 'performer'; member: Member }
  | { kind: 'guest'; guest: Guest };

/** Acts that change nothing for the other side and need no word: theirs to see when they come by. */
const quiet = new Set(['judge', 'link']);

/** Whether an act is worth a mail to a side whose move it did not become. */
export function isNews(told: Pick<Told, 'act'>): boolean {
  const { saying } = told.act;
  if (saying.kind === 'confirm') return saying.denied.length > 0;
  return !quiet.has(saying.kind);
}

/** Whether a side hears of an act: of what the other said or wrote down for it, never of its own words. */
function hears(told: Told, speaker: Speaker, moves: readonly Move[]): boolean {
  const { act } = told;
  if (act.speaker === speaker && act.via !== 'recorded') return false;
  const moved = moves.some((move) => move.side === speaker || move.side === 'both');
  return moved || isNews(told);
}

/**
 * Who is told, among those whose side the organization holds: the person who answers for a side, or its managers and administrators
 * where nobody does; for a side without an account, whoever was given a link. Never the person who acted.
 */
export function hearers(told: Told, moves: readonly Move[]): Hearer[] {
  const { act, organization } = told;
  const actor = act.recordedBy ?? (act.via === 'recorded' ? null : act.author);
  const actorMember = actor ? told.people.get(actor)?.person_id : null;
  const members = told.seats.flatMap((seat): Hearer[] => {
    if (!seat.own || seat.holder !== organization.id || !hears(told, seat.side, moves)) return [];
    const answers = told.people.get(told.conversation.persons[seat.side] ?? '')?.person_id;
    const person = told.members.find((member) => member.person_id === answers);
    const tell = person ? [person] : told.members.filter((member) => member.role !== 'member');
    return tell
      .filter((member) => member.person_id !== actorMember)
      .map((member) => ({ kind: 'member', side: seat.side, member }));
  });
  const guests = told.guests.filter((guest) => guest.person !== actor && guestHears(told, guest, moves));
  return [...members, ...guests.map((guest): Hearer => ({ kind: 'guest', guest }))];
}

function guestHears(told: Told, guest: Guest, moves: readonly Move[]): boolean {
  if (guest.speaker === 'newcomer') return newcomerHears(told, moves);
  const seat = told.seats.find((one) => one.side === guest.speaker);
  return seat !== undefined && !seat.own && hears(told, guest.speaker, moves);
}

/** Somebody who was asked to take a side over hears only what concerns that. */
function newcomerHears(told: Told, moves: readonly Move[]): boolean {
  if (told.act.speaker === 'newcomer' && told.act.via !== 'recorded') return false;
  return moves.some((move) => move.side === 'newcomer') || ['refuse', 'take-back'].includes(told.act.saying.kind);
}
