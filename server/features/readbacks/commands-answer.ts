import type { Conversation } from '@entente/protocol';
import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { speakInTurn, type Turn } from '../acts/commands-series.ts';
import { loadConversation } from '../acts/queries.ts';
import type { Room } from '../rooms/policy.ts';
import { roleIn, type Role } from '../voices/commands.ts';
import type { Voice } from '../voices/model.ts';
import { canSay } from '../voices/policy.ts';
import { insertPoints, localeOf } from './commands.ts';
import { acceptOf, reportOf } from './model.ts';
import { loadReadback, type Reader } from './queries.ts';
import type { Answer, Readback } from './schema.ts';

/** Every point gets an answer, and nothing else does. */
function requireWhole(readback: Readback, input: Answer): void {
  const asked = new Set(readback.points.map((point) => point.id));
  const answered = new Set(input.points.map((point) => point.id));
  if (asked.size !== input.points.length || asked.size !== answered.size || [...asked].some((id) => !answered.has(id)))
    throw new AppError('invalid', 'Say something on each point, once: right, not quite, or that you cannot say.');
  if (input.points.every((point) => point.verdict === 'open') && input.added.length === 0)
    throw new AppError('invalid', 'Confirm, correct or add at least one thing; or answer later.');
}

/** The acts that still lead from where the conversation stands to the acceptance; none where it was closed or changed otherwise. */
function turnsTo(
  conversation: Conversation,
  roles: { answering: Role; listener: Role },
  input: Answer,
  order: string[],
  locale: Locale,
): Turn[] {
  const ids = conversation.terms.terms.conditions.map((condition) => condition.id);
  if (conversation.pending || ids.length !== order.length) return [];
  const conditions = { ids, locale };
  const agree: Turn = { role: roles.answering, saying: { kind: 'agree' } };
  // Said by the listener with the letter: reading back is done the moment the other side takes it up.
  const report: Turn = { role: roles.listener, saying: reportOf(conditions) };
  const accept: Turn = { role: roles.answering, saying: acceptOf(input, order, conditions) };
  if (conversation.state === 'negotiating') return conversation.terms.by === 'performer' ? [agree, report, accept] : [];
  if (conversation.state === 'performing') return [report, accept];
  return conversation.state === 'reported' ? [accept] : [];
}

/**
 * The partner's answer: each point confirmed, corrected or left open, and what they add. Both wordings are kept. Where the promise
 * to read back is still open, it is thereby accepted: the first kept promise.
 */
export async function answerReadback(
  tx: Tx,
  room: Room,
  voice: Voice,
  reader: Reader,
  id: string,
  input: Answer,
  now: Date,
): Promise<Readback> {
  await tx.query('select 1 from readbacks where partnership_id = $1 and id = $2 for update', [room.id, id]);
  const readback = await loadReadback(tx, room, reader, id);
  if (readback.answeredAt !== null)
    throw new AppError('conflict', 'It has been answered already. Write into the conversation what has changed.', {
      reason: 'answered',
    });
  if (!(input.recorded ? readback.may.record : readback.may.answer))
    throw new AppError('forbidden', 'Only the side that was listened to answers this.');
  requireWhole(readback, input);
  const target = { partnership: room.id, conversation: readback.conversationId };
  const found = await loadConversation(tx, voice, target, now);
  if (!found) throw new AppError('not_found', 'There is no such conversation here.');
  if (!canSay(voice, 'agree'))
    throw new AppError('forbidden', 'Somebody with authority to promise in your organization has to answer this.');
  const answering = await roleIn(tx, voice, found, input.recorded && { speaker: 'customer', ...input.recorded });
  const order = readback.points.map((point) => point.id);
  const turns = turnsTo(
    found.conversation,
    { answering, listener: await listenerRole(tx, room, id) },
    input,
    order,
    await localeOf(tx, voice.organization),
  );
  if (turns.length > 0) await speakInTurn(tx, now, voice, target, turns);
  await keepAnswer(tx, room.id, id, input, order.length, answering, now);
  return loadReadback(tx, room, reader, id);
}

async function listenerRole(tx: Tx, room: Room, readback: string): Promise<Role> {
  const { rows } = await tx.query<{ author: string; side: 'a' | 'b' }>(
    'select author, side from readbacks where partnership_id = $1 and id = $2',
    [room.id, readback],
  );
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such read-back here.');
  return { speaker: 'performer', letter: row.side, pseudonym: row.author, via: 'session', recorder: null };
}

async function keepAnswer(
  tx: Tx,
  partnership: string,
  id: string,
  input: Answer,
  points: number,
  answering: Role,
  now: Date,
): Promise<void> {
  await tx.query(
    `update readback_points p set verdict = a.verdict, correction = a.correction
     from jsonb_to_recordset($3::jsonb) as a(id uuid, verdict text, correction text)
     where p.partnership_id = $1 and p.readback_id = $2 and p.id = a.id`,
    [partnership, id, JSON.stringify(input.points)],
  );
  const added = input.added.map((point, index) => ({
    ...point,
    id: newId(),
    position: points + index,
    certainty: 'heard',
  }));
  await insertPoints(tx, partnership, id, added, true);
  await tx.query(
    `update readbacks set answered_at = $3, answered_by = $4, answered_via = $5, answer_words = $6
     where partnership_id = $1 and id = $2`,
    [partnership, id, now, answering.pseudonym, answering.via, input.words === '' ? null : input.words],
  );
}
