import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { newRoomToken } from '../../platform/token.ts';
import { canLink } from '../people/policy.ts';
import { loadPerson } from '../people/queries.ts';
import type { Letter, Room } from '../rooms/policy.ts';
import { linkEnds } from './policy.ts';

export interface IssuedMeetingLink {
  /** Path of the page it opens. */
  path: string;
  expiresAt: string;
}

/** Makes a link to a meeting for one person without an account. Earlier ones go on working: each mail brings one. */
export async function issueMeetingLink(
  tx: Tx,
  to: { partnership: string; meeting: string; person: string; side: Letter },
  now: Date,
): Promise<IssuedMeetingLink> {
  const { token, hash } = newRoomToken(to.partnership);
  const { rows: times } = await tx.query<{ last: string | null }>(
    'select max(ends_at) as last from meeting_occurrences where partnership_id = $1 and meeting_id = $2',
    [to.partnership, to.meeting],
  );
  const last = times[0]?.last;
  const ends = linkEnds(last ? new Date(last) : null, now);
  const { rowCount } = await tx.query(
    `insert into meeting_links (partnership_id, id, token_hash, meeting_id, person, side, created_at, expires_at, holder_a, holder_b)
     select m.partnership_id, $3, $4, m.id, $5, $6, $7, $8, m.holder_a, m.holder_b from meetings m where m.partnership_id = $1 and m.id = $2`,
    [to.partnership, to.meeting, newId(), hash, to.person, to.side, now, ends],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such meeting here.');
  return { path: `/m/${token}`, expiresAt: ends.toISOString() };
}

/** Makes a link by hand, to be handed on in another way: for somebody asked, of a side that the organization holds. */
export async function makeMeetingLink(
  tx: Tx,
  organization: string,
  room: Room,
  meeting: string,
  personId: string,
  now: Date,
): Promise<IssuedMeetingLink> {
  const person = await loadPerson(tx, organization, room, personId, now);
  const { rows } = await tx.query<{ side: Letter }>(
    'select side from meeting_people where partnership_id = $1 and meeting_id = $2 and person = $3',
    [room.id, meeting, person.id],
  );
  const asked = rows[0];
  if (!asked) throw new AppError('not_found', 'That person is not asked to this meeting. Add them first.');
  if (!canLink(organization, room, person))
    throw new AppError('forbidden', 'A link speaks for its side, so only that side can give it out.');
  if (person.personId !== null)
    throw new AppError('conflict', 'This person signs in here and needs no link.', { reason: 'has-account' });
  return issueMeetingLink(tx, { partnership: room.id, meeting, person: person.id, side: asked.side }, now);
}
