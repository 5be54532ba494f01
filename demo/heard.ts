import { finishInterview, startInterview } from '../server/features/interviews/commands.ts';
import { putPoint } from '../server/features/interviews/commands-points.ts';
import type { Membership } from '../server/features/identity/policy.ts';
import { addItem } from '../server/features/needs/commands.ts';
import { disclose } from '../server/features/needs/commands-disclose.ts';
import { type Level, newItemSchema } from '../server/features/needs/schema.ts';
import { answerPair, proposePair, setDuties } from '../server/features/pairs/commands.ts';
import type { DutyKind } from '../server/features/pairs/schema.ts';
import { sendReadback } from '../server/features/readbacks/commands.ts';
import { answerReadback } from '../server/features/readbacks/commands-answer.ts';
import { listReadbacks } from '../server/features/readbacks/queries.ts';
import type { Answer, NewReadback } from '../server/features/readbacks/schema.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import { answerMove, proposeMove } from '../server/features/stages/commands.ts';
import type { NewMove } from '../server/features/stages/schema.ts';
import { guestVoice } from '../server/features/voices/model.ts';
import { inScope } from '../server/platform/database.ts';
import { newId } from '../server/platform/id.ts';
import type { z } from 'zod';
import { link } from './beside.ts';
import { found, type Stage } from './stage.ts';

type Kept = z.input<typeof newItemSchema>;

/** A need or an offer of somebody's own organization, and who is told how much of it. */
export async function keeps(
  stage: Stage,
  who: string,
  organization: string,
  item: Kept,
  told: Record<string, Level> = {},
): Promise<void> {
  await stage.as(who, organization, async (tx, actor) => {
    const writer = { organization: stage.organization(organization).id, actor };
    const owner = item.owner ? found(stage.persons, item.owner, 'person') : null;
    const added = await addItem(tx, writer, newItemSchema.parse({ ...item, owner }), stage.now);
    for (const [room, level] of Object.entries(told))
      await disclose(tx, writer, added.id, found(stage.rooms, room, 'room').id, level, stage.now);
  });
}

type Tag = 'need' | 'offer' | 'constraint' | 'worry' | 'person' | 'date';
export type HeardPoint = readonly [tag: Tag, text: string, more?: { assumed?: true; followUp?: string }];

/** A talk in which somebody listened, finished: every point closed or with a follow-up. Later happenings call it `key`. */
export async function listens(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  talk: {
    heldOn: string;
    way: 'in-person' | 'video' | 'phone';
    place?: string;
    guideTitle: string;
    questions: string[];
  },
  points: readonly HeardPoint[],
): Promise<void> {
  const organization = stage.sideOf(who, room);
  const ids = points.map(() => newId());
  await stage.as(who, organization, async (tx, actor) => {
    const desk = {
      organization: stage.organization(organization).id,
      partnership: found(stage.rooms, room, 'room').id,
      actor,
    };
    const { id } = await startInterview(tx, desk, { ...talk, withPeople: [] }, stage.now);
    for (const [index, [tag, text, { assumed, followUp } = {}]] of points.entries()) {
      await putPoint(
        tx,
        desk,
        id,
        ids[index] ?? '',
        {
          base: 0,
          writer: newId(),
          version: 1,
          spare: newId(),
          position: index + 1,
          text,
          tag,
          certainty: assumed ? 'assumed' : 'heard',
          speaker: null,
          question: null,
          kind: null,
          settled: followUp ? 'follow-up' : 'closed',
          settledWords: followUp ?? null,
          followUpBy: null,
          followUpPerson: followUp ? actor.personId : null,
          dropped: false,
        },
        stage.now,
      );
    }
    await finishInterview(tx, desk, id, stage.now);
    stage.heard.set(key, { interview: id, points: ids });
  });
}

/** What was heard is read back, in a conversation that later happenings call `key`. `talk`: where it was heard, and which of its points. */
export async function readsBack(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  { talk, ...letter }: Omit<NewReadback, 'interview'> & { talk?: readonly [key: string, ...points: number[]] },
): Promise<void> {
  const from = talk && found(stage.heard, talk[0], 'talk');
  const points = letter.points.map((point, index) => {
    const id = from?.points[Number(talk?.[index + 1])];
    return { ...point, ...(id && { id }) };
  });
  const input = { ...letter, points, ...(from && { interview: from.interview }) };
  const organization = stage.sideOf(who, room);
  const played = found(stage.rooms, room, 'room');
  const sent = await stage.asVoice(who, room, async (tx, voice) =>
    sendReadback(tx, await loadRoom(tx, stage.organization(organization).id, played.id), voice, input, stage.now),
  );
  const { conversationId: id } = sent;
  stage.conversations.set(key, { id, room, head: id, acts: [id], tokens: new Map() });
}

type Said = Omit<Answer, 'points' | 'recorded'> & { corrections?: Record<number, string> };

const answerOf = (points: readonly { id: string; added: boolean }[], { corrections = {}, ...said }: Said): Answer => ({
  ...said,
  points: points
    .filter((point) => !point.added)
    .map(({ id }, index) => {
      const correction = corrections[index];
      return correction === undefined ? { id, verdict: 'confirmed' } : { id, verdict: 'corrected', correction };
    }),
});

/** The other side answers in its own home; what is not corrected is right. */
export async function answers(stage: Stage, key: string, who: string, said: Said): Promise<void> {
  const played = found(stage.conversations, key, 'conversation');
  const organization = stage.organization(stage.sideOf(who, played.room)).id;
  await stage.asVoice(who, played.room, async (tx, voice) => {
    const room = await loadRoom(tx, organization, found(stage.rooms, played.room, 'room').id);
    const reader = { organization, side: room.mySide };
    const [readback] = await listReadbacks(tx, room, reader, played.id);
    if (!readback) throw new Error(`${key} is no read-back`);
    await answerReadback(tx, room, voice, reader, readback.id, answerOf(readback.points, said), stage.now);
  });
}

/** A guest answers by the link that was mailed to them. */
export async function answersByLink(stage: Stage, key: string, who: string, guest: string, said: Said): Promise<void> {
  await link(stage, key, who, guest);
  const played = found(stage.conversations, key, 'conversation');
  const used = await stage.usableLink(played, guest);
  const { organization } = used.scope;
  await inScope(stage.platform.db, used.scope, async (tx) => {
    const room = await loadRoom(tx, organization, used.partnershipId);
    const reader = { organization, side: used.side, guest: true };
    const [readback] = await listReadbacks(tx, room, reader, played.id);
    if (!readback) throw new Error(`${key} is no read-back`);
    const voice = guestVoice(used, 'America/New_York');
    await answerReadback(tx, room, voice, reader, readback.id, answerOf(readback.points, said), stage.now);
  });
}

/** A step of the stage is proposed by one and, where the other side is named, agreed to by it. */
export async function steps(
  stage: Stage,
  room: string,
  [proposer, answerer]: readonly [string, string?],
  { from, to, words, agreed = '' }: Pick<NewMove, 'from' | 'to' | 'words'> & { agreed?: string },
): Promise<void> {
  const played = found(stage.rooms, room, 'room');
  const at = (who: string) => stage.sideOf(who, room);
  const actorOf = (who: string, { personId, name, email, mayPromise }: Membership) => ({
    organization: stage.organization(at(who)).id,
    colleague: { personId, name, email },
    mayPromise,
  });
  const id = await stage.as(proposer, at(proposer), async (tx, member) => {
    const actor = actorOf(proposer, member);
    const here = await loadRoom(tx, actor.organization, played.id);
    return proposeMove(tx, actor, here, { from, to, words, attested: {} }, stage.now);
  });
  if (!answerer) return;
  await stage.as(answerer, at(answerer), async (tx, member) => {
    const actor = actorOf(answerer, member);
    const here = await loadRoom(tx, actor.organization, played.id);
    await answerMove(tx, actor, here, id, { answer: 'agreed', words: agreed, attested: {} }, stage.now);
  });
}

/** Two people become a pair: proposed by the first, agreed to by the second. */
export async function pairsUp(stage: Stage, room: string, one: string, other: string, topic: string): Promise<void> {
  const played = found(stage.rooms, room, 'room');
  const [proposer, answerer] = await Promise.all([one, other].map((who) => stage.pseudonym(room, who)));
  const sideOf = (who: string) => stage.organization(stage.sideOf(who, room)).id;
  const id = await stage.as(one, stage.sideOf(one, room), async (tx, colleague) =>
    proposePair(
      tx,
      sideOf(one),
      await loadRoom(tx, sideOf(one), played.id),
      colleague,
      { people: [proposer ?? '', answerer ?? ''], topic },
      stage.now,
    ),
  );
  await stage.as(other, stage.sideOf(other, room), async (tx, colleague) =>
    answerPair(
      tx,
      sideOf(other),
      await loadRoom(tx, sideOf(other), played.id),
      colleague,
      id,
      { agree: true },
      stage.now,
    ),
  );
}

/** What somebody stands for on their own side. */
export async function standsFor(stage: Stage, room: string, who: string, duties: DutyKind[]): Promise<void> {
  const played = found(stage.rooms, room, 'room');
  const person = await stage.pseudonym(room, who);
  const organization = stage.organization(stage.sideOf(who, room)).id;
  await stage.as(who, stage.sideOf(who, room), async (tx) =>
    setDuties(tx, organization, await loadRoom(tx, organization, played.id), person, duties, stage.now),
  );
}
