import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { LinkScope } from '../links/gate.ts';
import { type Colleague, ensureRoomPerson } from '../people/commands.ts';
import { loadPerson } from '../people/queries.ts';
import { type Letter, letters, mayRecordFor, type Room } from '../rooms/policy.ts';
import {
  type Attested,
  type Criterion,
  criteriaFor,
  criteriaOf,
  isAttestable,
  missingEvidence,
  missingWords,
  type MoveKind,
  moveKind,
  type Rung,
  rungsBetween,
  type Stage,
} from './model.ts';
import { canAgree } from './policy.ts';
import { loadMove, loadStanding, type MoveRow, type Standing } from './queries.ts';
import { openPromises, roomFacts } from './queries-facts.ts';
import type { AnswerMove, NewMove } from './schema.ts';

/** A member who acts on a stage: for their own side, or writing down what a side without an account said. */
export interface StageActor {
  organization: string;
  colleague: Colleague;
  mayPromise: boolean;
}

interface Speaker {
  pseudonym: string;
  side: Letter;
  via: 'session' | 'link' | 'recorded';
}

interface Spoken {
  person?: string | undefined;
}

async function speakerOf(tx: Tx, actor: StageActor, room: Room, said: Spoken, now: Date): Promise<Speaker> {
  if (said.person === undefined) {
    if (!room.mySide) throw new AppError('forbidden', 'You can only write down what the others said here.');
    const pseudonym = await ensureRoomPerson(tx, room.id, room.mySide, actor.colleague, now);
    return { pseudonym, side: room.mySide, via: 'session' };
  }
  const person = await loadPerson(tx, actor.organization, room, said.person, now);
  if (person.side === 'newcomer' || !mayRecordFor(actor.organization, room, person.side)) {
    throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
  }
  return { pseudonym: person.id, side: person.side, via: 'recorded' };
}

/** Proposes a step. Up needs all the evidence; down, resting and ending need reasons. */
export async function proposeMove(tx: Tx, actor: StageActor, room: Room, input: NewMove, now: Date): Promise<string> {
  const speaker = await speakerOf(tx, actor, room, input, now);
  const standing = await loadStanding(tx, room);
  if (input.from !== standing.stage) {
    throw new AppError('conflict', 'The stage has changed meanwhile. Look at it once more.', { reason: 'moved' });
  }
  const attested = attestedBy(input.to, speaker.side, input.attested);
  const kind = moveKind(standing.stage, standing.last, input.to);
  const criteria = await mustBeReached(tx, room, standing, kind, input.to, attested);
  if (kind === 'up') mustSay(criteria, speaker.side);
  else if (input.words === '' && kind !== 'again') {
    throw new AppError('invalid', 'Say in a few words why.', { reason: 'words' });
  }
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into stage_moves (partnership_id, id, from_stage, to_stage, proposed_side, proposed_by, proposed_via, proposed_at, words, attested,
       facts, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p
     on conflict (partnership_id) where answer is null do nothing`,
    [
      room.id,
      id,
      standing.stage,
      input.to,
      speaker.side,
      speaker.pseudonym,
      speaker.via,
      now,
      input.words,
      attested,
      snapshot(criteria),
    ],
  );
  if (rowCount === 0) {
    throw new AppError('conflict', 'A step is proposed already. It is answered or taken back before the next one.', {
      reason: 'pending',
    });
  }
  await tell(tx, room.id, id, 'proposed', actor.colleague.personId, now);
  return id;
}

/** Answers a step, or takes it back. */
export async function answerMove(
  tx: Tx,
  actor: StageActor,
  room: Room,
  id: string,
  input: AnswerMove,
  now: Date,
): Promise<void> {
  const move = await loadMove(tx, room.id, id);
  if (input.answer === 'agreed' && !canAgree(actor)) {
    throw new AppError('forbidden', 'To agree binds your organization: somebody who may promise for it has to say so.');
  }
  const speaker = await speakerOf(tx, actor, room, input, now);
  await answerAs(tx, room, move, speaker, input, now);
  await tell(tx, room.id, id, 'answered', actor.colleague.personId, now);
}

/** A guest's answer. It leaves the link as it is: a step is answered once, whoever else may find the link later. */
export async function answerAsGuest(
  tx: Tx,
  room: Room,
  link: Pick<LinkScope, 'person' | 'side'>,
  id: string,
  input: Pick<AnswerMove, 'answer' | 'words' | 'attested'>,
  now: Date,
): Promise<void> {
  const move = await loadMove(tx, room.id, id);
  await answerAs(tx, room, move, { pseudonym: link.person, side: link.side, via: 'link' }, input, now);
  await tell(tx, room.id, id, 'answered', null, now);
}

async function answerAs(
  tx: Tx,
  room: Room,
  move: MoveRow,
  speaker: Speaker,
  input: Pick<AnswerMove, 'answer' | 'words' | 'attested'>,
  now: Date,
): Promise<void> {
  if (move.answer !== null) throw alreadyAnswered();
  const own = speaker.side === move.proposed_side;
  if (own !== (input.answer === 'taken-back')) {
    throw own
      ? new AppError('forbidden', 'The other side answers what you proposed. You can take it back.')
      : new AppError('forbidden', 'Only who proposed it takes it back. You can keep it as it is.');
  }
  const agreed = input.answer === 'agreed' ? await agreement(tx, room, move, speaker.side, input.attested) : undefined;
  const { rowCount } = await tx.query(
    `update stage_moves set answer = $3, answered_by = $4, answered_via = $5, answered_at = $6, answer_words = $7,
       attested = coalesce($8::jsonb, attested), facts = coalesce($9::jsonb, facts)
     where partnership_id = $1 and id = $2 and answer is null`,
    [
      room.id,
      move.id,
      input.answer,
      speaker.pseudonym,
      speaker.via,
      now,
      input.words || null,
      agreed?.attested ?? null,
      agreed ? snapshot(agreed.criteria) : null,
    ],
  );
  if (rowCount === 0) throw alreadyAnswered();
}

/** What holds when both agree: looked at again, because much may have happened since it was proposed. */
async function agreement(tx: Tx, room: Room, move: MoveRow, side: Letter, given: Record<string, string>) {
  const standing = await loadStanding(tx, room);
  const attested = merge(move.attested, attestedBy(move.to_stage, side, given));
  const kind = moveKind(standing.stage, standing.last, move.to_stage);
  const criteria = await mustBeReached(tx, room, standing, kind, move.to_stage, attested);
  if (kind === 'up') for (const one of letters) mustSay(criteria, one, one === side);
  return { attested, criteria };
}

function alreadyAnswered(): AppError {
  return new AppError('conflict', 'This step has been answered already. Look at what came of it.', {
    reason: 'answered',
  });
}

/** Refuses a step that the room does not bear, saying what is missing; answers the criteria as they stand. */
async function mustBeReached(
  tx: Tx,
  room: Room,
  standing: Standing,
  kind: MoveKind,
  to: Stage,
  attested: Attested,
): Promise<Criterion[]> {
  if (kind === 'none') throw new AppError('conflict', 'You stand there already.', { reason: 'same' });
  if (kind === 'skip') {
    const rungs = rungsBetween(standing.stage, standing.last, to as Rung);
    const facts = await roomFacts(tx, room.id);
    const missing = rungs.flatMap((rung) => criteriaFor(rung, facts).flatMap((one) => (one.met ? [] : [one.key])));
    throw new AppError('conflict', 'Stages are reached one after the other. Propose the next one.', {
      reason: 'skip',
      missing,
    });
  }
  if (kind === 'rest' || kind === 'end') {
    const open = await openPromises(tx, room.id);
    if (open.length === 0) return [];
    throw new AppError(
      'conflict',
      'Close these promises first, or hand them over: they bind one of you to the other.',
      {
        reason: 'promises',
        promises: open,
      },
    );
  }
  if (kind !== 'up') return [];
  const criteria = criteriaFor(to as Rung, await roomFacts(tx, room.id), attested);
  const missing = missingEvidence(criteria);
  if (missing.length === 0) return criteria;
  throw new AppError('conflict', 'A stage is earned before it is agreed: some of what it asks for is still missing.', {
    reason: 'criteria',
    missing,
  });
}

/** Each side writes one line of what nothing here can show. */
function mustSay(criteria: readonly Criterion[], side: Letter, own = true): void {
  const missing = missingWords(criteria, side);
  if (missing.length === 0) return;
  throw new AppError(
    own ? 'invalid' : 'conflict',
    'Write one line for each thing that Entente cannot see by itself: why do you say that it is so?',
    { reason: 'attested', missing },
  );
}

/** Only what the stage asks for, as the words of one side. */
function attestedBy(to: Stage, side: Letter, given: Record<string, string>): Attested {
  const asked = to in criteriaOf ? criteriaOf[to as Rung].filter(isAttestable) : [];
  return Object.fromEntries(asked.flatMap((key) => (given[key] ? [[key, { [side]: given[key] }]] : [])));
}

function merge(one: Attested, other: Attested): Attested {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Attested>;
  return Object.fromEntries([...keys].map((key) => [key, { ...one[key], ...other[key] }]));
}

/** The criteria as they stood: what each rested on, without names or words. */
function snapshot(criteria: readonly Criterion[]): string {
  return JSON.stringify(
    criteria.map(({ key, met, facts }) => ({ key, met, facts: facts.map(({ kind, id }) => ({ kind, id })) })),
  );
}

/** Has the other side told, and open pages look again. */
async function tell(
  tx: Tx,
  partnership: string,
  move: string,
  happened: 'proposed' | 'answered',
  by: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
     select p.id, $2, 'stage', $3, $4, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [partnership, newId(), { moveId: move, happened, by }, now],
  );
}
