import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { openConversation } from '../acts/commands.ts';
import type { Room } from '../rooms/policy.ts';
import type { Voice } from '../voices/model.ts';
import { offerOf } from './model.ts';
import { loadReadback } from './queries.ts';
import type { NewReadback, Readback } from './schema.ts';

/** The language in which an organization writes. */
export async function localeOf(tx: Tx, organization: string): Promise<Locale> {
  const { rows } = await tx.query<{ locale: Locale }>('select locale from organizations where id = $1', [organization]);
  return rows[0]?.locale ?? 'en';
}

/** Reads back to the partner what was heard: an offer in a conversation of its own, with the points beside it. */
export async function sendReadback(tx: Tx, room: Room, voice: Voice, input: NewReadback, now: Date): Promise<Readback> {
  const side = room.mySide;
  if (!side) throw new AppError('forbidden', 'Your organization takes part on neither side of this room.');
  if (input.interview) await requireInterview(tx, voice.organization, room.id, input.interview);
  const locale = await localeOf(tx, voice.organization);
  const said = await openConversation(tx, now, voice, room.id, {
    saying: { kind: 'offer', terms: offerOf(input, locale) },
    ...(input.to && { to: input.to }),
  });
  const id = newId();
  await tx.query(
    `insert into readbacks (partnership_id, id, conversation_id, side, author, held_on, way, place, words, sent_at, holder_a, holder_b)
     select a.partnership_id, $2, $3, $4, a.author, $5, $6, $7, $8, $9, a.holder_a, a.holder_b
     from acts a where a.partnership_id = $1 and a.conversation_id = $3 and a.position = 1`,
    [room.id, id, said.conversation, side, input.heldOn, input.way, input.place ?? null, input.words, now],
  );
  const points = input.points.map((point, position) => ({ ...point, id: point.id ?? newId(), position }));
  await insertPoints(tx, room.id, id, points, false);
  if (input.interview) await markReadBack(tx, voice.organization, room.id, input.interview, id, points);
  return loadReadback(tx, room, { organization: voice.organization, side }, id);
}

async function requireInterview(tx: Tx, organization: string, partnership: string, interview: string): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from interviews where organization_id = $1 and id = $2 and partnership_id = $3',
    [organization, interview, partnership],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such talk in your notes.');
}

interface PointInsert {
  id: string;
  position: number;
  tag: string;
  certainty: string;
  text: string;
}

export async function insertPoints(
  tx: Tx,
  partnership: string,
  readback: string,
  points: PointInsert[],
  added: boolean,
): Promise<void> {
  if (points.length === 0) return;
  await tx.query(
    `insert into readback_points (partnership_id, readback_id, id, position, added, tag, certainty, text, holder_a, holder_b)
     select r.partnership_id, r.id, p.id, p.position, $4, p.tag, p.certainty, p.text, r.holder_a, r.holder_b
     from readbacks r, jsonb_to_recordset($3::jsonb) as p(id uuid, position int, tag text, certainty text, text text)
     where r.partnership_id = $1 and r.id = $2`,
    [partnership, readback, JSON.stringify(points), added],
  );
}

/** In our own notes: which talk, and which of our understanding of the partner, was read back. */
async function markReadBack(
  tx: Tx,
  organization: string,
  partnership: string,
  interview: string,
  readback: string,
  points: PointInsert[],
): Promise<void> {
  await tx.query('update interviews set readback_id = $3 where organization_id = $1 and id = $2', [
    organization,
    interview,
    readback,
  ]);
  await tx.query(
    'update needs_offers set source_readback = $3 where organization_id = $1 and partnership_id = $2 and source_point = any($4)',
    [organization, partnership, readback, points.map((point) => point.id)],
  );
}
