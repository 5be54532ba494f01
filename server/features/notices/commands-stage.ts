import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchPartnership } from '../follow-ups/commands-watch.ts';
import { tellingsOf } from '../follow-ups/queries-reminders.ts';
import { issueLink } from '../links/commands.ts';
import { enqueue, postOf, type Recipient } from '../mail/commands.ts';
import { mailIdFor } from '../mail/model.ts';
import type { StageFacts } from '../mail/schema.ts';
import { type Letter, letters, otherSide, type Room } from '../rooms/policy.ts';
import { findRoom } from '../rooms/queries.ts';
import { loadMove, type MoveRow } from '../stages/queries.ts';
import { type StageHearer, stageHearers } from './queries-stage.ts';
import type { StageNotice } from './schema.ts';

type Parts = Pick<Platform, 'config' | 'clock' | 'secrets'>;

/** What happened to a step, and who said so. */
interface Told {
  happened: StageFacts['happened'];
  side: Letter;
  via: 'session' | 'link' | 'recorded';
  name: string | null;
  at: string;
  words: string;
}

function toldOf(move: MoveRow, happened: StageNotice['happened']): Told | undefined {
  if (happened === 'proposed') {
    const { proposed_side: side, proposed_via: via, proposed_name: name, proposed_at: at, words } = move;
    return { happened, side, via, name, at, words };
  }
  const { answer, answered_via: via, answered_at: at } = move;
  if (answer === null || via === null || at === null) return undefined;
  const side = answer === 'taken-back' ? move.proposed_side : otherSide(move.proposed_side);
  return { happened: answer, side, via, name: move.answered_name, at, words: move.answer_words ?? '' };
}

/**
 * Tells the other side of a step that was proposed or answered, and a side without an account of what was written down for it. Guests
 * hear of it who were given a link before: the mail brings them one to the same conversation.
 */
export async function tellStage(tx: Tx, parts: Parts, organization: string, notice: StageNotice): Promise<void> {
  await watchPartnership(tx, organization, notice.partnershipId, parts.clock.now());
  const room = await findRoom(tx, organization, notice.partnershipId);
  if (!room) return;
  const move = await loadMove(tx, room.id, notice.moveId);
  const told = toldOf(move, notice.happened);
  if (!told) return;
  for (const side of letters) {
    if (side === told.side && told.via !== 'recorded') continue;
    for (const hearer of await stageHearers(tx, organization, room, side, move, notice.by ?? null)) {
      await write(tx, parts, organization, { room, side, move, told, hearer, id: notice.id });
    }
  }
}

interface Writing {
  room: Room;
  side: Letter;
  move: MoveRow;
  told: Told;
  hearer: StageHearer;
  id: string;
}

async function write(tx: Tx, parts: Parts, organization: string, writing: Writing): Promise<void> {
  const { room, side, move, told, hearer, id } = writing;
  const now = parts.clock.now();
  const telling =
    hearer.personId === null ? undefined : (await tellingsOf(tx, organization, [hearer.personId]))(hearer.personId);
  if (telling && !telling.atOnce) return;
  const morning = telling?.notBefore(now);
  const to: Recipient = { email: hearer.email, name: hearer.name, personId: hearer.personId };
  const own = room.sides[told.side].name;
  const facts: StageFacts = {
    kind: 'stage',
    ...(await addressFor(tx, parts, room.id, side, hearer, now)),
    guest: hearer.link !== null,
    partner: room.sides[otherSide(side)].name,
    who: { name: told.name, organization: own },
    ...(side === told.side && { recordedBy: room.sides[otherSide(side)].name }),
    happened: told.happened,
    from: move.from_stage,
    to: move.to_stage,
    words: told.words,
    at: told.at,
  };
  await enqueue(tx, {
    organization,
    id: mailIdFor(organization, id, hearer.email),
    to,
    facts,
    post: postOf(parts),
    now,
    ...(morning && { notBefore: morning }),
    thread: move.id,
    partnership: room.id,
  });
}

async function addressFor(
  tx: Tx,
  { config }: Parts,
  partnershipId: string,
  side: Letter,
  hearer: StageHearer,
  now: Date,
): Promise<{ url: string; expiresAt?: string }> {
  if (hearer.link === null) return { url: `${config.publicUrl}/o/${hearer.slug}/partners/${partnershipId}` };
  const { conversationId, speaker, person } = hearer.link;
  const link = await issueLink(tx, { partnershipId, conversationId, person, side, speaker, beside: true }, now);
  return { url: `${config.publicUrl}${link.path}`, expiresAt: link.expiresAt };
}
