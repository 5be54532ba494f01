import {
  type Act,
  actId,
  apply,
  checkAct,
  type Conversation,
  type Evidence,
  evidence,
  isVoid,
  open,
  type Party,
  type Saying,
  type Side,
  type StoredAct,
  table,
  toBeSpoken,
  type Void,
} from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { newId, newToken } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, type RoomRow, seatsOf } from '../conversations/model.ts';
import { useLink } from '../links/commands.ts';
import { todayRows } from '../today/model.ts';
import { commitmentRow } from '../trust/model.ts';
import { type Role, roleIn, roleOpening } from '../voices/commands.ts';
import type { Voice } from '../voices/model.ts';
import { bytesOf, type Content, fillAnswers, filesOf, type Said, sha256, titleOf, write } from './model.ts';
import { canSay } from '../voices/policy.ts';
import {
  type Loaded,
  loadConversation,
  loadFiles,
  loadRoom,
  loadWording,
  requireAddressee,
  requireNewcomer,
  requireSuccessor,
  requireThread,
} from './queries.ts';
import type { ActInput, OpenInput, SayingInput } from './schema.ts';

/** What the speaker gets back: the new head, and where in the log the act stands. */
export interface Spoken {
  conversation: string;
  partnership: string;
  head: string;
  position: number;
}

interface Target {
  partnership: string;
  conversation: string;
  /** Head the speaker had before their eyes. */
  expected: string;
}

const instant = (at: Date): string => at.toISOString();

/**
 * Appends one act to a conversation: everything or nothing, and only on the head the speaker had seen. Storing it is the last
 * thing done: `store` may be the transaction's `finish`.
 */
export async function speak(
  tx: Tx,
  now: Date,
  voice: Voice,
  target: Target,
  input: ActInput,
  store: Tx['query'] = tx.query,
): Promise<Spoken> {
  const found = await loadConversation(tx, voice, target, now);
  if (!found) throw new AppError('not_found', 'There is no such conversation here.');
  if (found.head !== target.expected)
    throw new AppError('stale', 'The conversation has moved on since you opened it.', { head: found.head });
  const { conversation } = found;
  const role = await roleIn(tx, voice, found, input.recorded);
  if (!canSay(voice, input.saying.kind)) {
    throw new AppError(
      'forbidden',
      'In your organization you may talk about this, but somebody with authority to promise has to press this button.',
    );
  }
  const proposed = input.saying.kind === 'propose' ? input.saying.proposal : undefined;
  if (proposed && 'newcomer' in proposed) await requireNewcomer(tx, target.partnership, proposed.newcomer);
  if (proposed?.kind === 'end-together' && proposed.successor) await requireSuccessor(tx, target, proposed.successor);
  const said = await compose(tx, voice, target.partnership, input.saying, conversation);
  const saying = fillAnswers(said.saying, conversation);
  const act = toStored({
    v: 1,
    ...toBeSpoken(conversation, role.speaker),
    at: role.at ?? instant(now),
    parts: said.parts,
    actor: { pseudonym: role.pseudonym, via: role.via },
    ...saying,
  } as Act);
  const after = apply(conversation, act);
  if (isVoid(after)) throw doesNotFit(after);
  if (act.kind === 'link') await relate(tx, voice, found, target, act);
  if (act.kind === 'confirm') await markConfirmed(tx, target, act.confirmed, role.via);
  if (voice.link && table[act.kind].binding) await useLink(tx, voice.link, act.id, now);
  const position = await append(store, found, act, after, {
    now,
    role,
    contents: said.contents,
    before: conversation,
    title: titled(input.saying, saying),
  });
  return { conversation: target.conversation, partnership: target.partnership, head: act.id, position };
}

/** Opens a conversation with a request or an offer. */
export async function openConversation(
  tx: Tx,
  now: Date,
  voice: Voice,
  partnership: string,
  input: OpenInput,
  importId: string | null = null,
): Promise<Spoken> {
  const room = await loadRoom(tx, voice, partnership, now);
  if (!room) throw new AppError('not_found', 'There is no such partnership here.');
  if (!canSay(voice, input.saying.kind))
    throw new AppError('forbidden', 'Ask somebody with authority to promise to make this offer.');
  const role = await roleOpening(tx, voice, room, input);
  if (input.to) await requireAddressee(tx, partnership, role.letter === 'a' ? 'b' : 'a', input.to);
  if (input.threadId) await requireThread(tx, partnership, input.threadId);
  const said = await compose(tx, voice, partnership, input.saying);
  const from: Party = role.letter === 'a' ? room.organization_a : room.organization_b;
  const to: Party = role.letter === 'a' ? room.organization_b : room.organization_a;
  const act = toStored({
    v: 1,
    nonce: sha256(Buffer.from(newToken())).slice(0, 32),
    from,
    to,
    side: role.speaker,
    seq: 1,
    at: role.at ?? instant(now),
    parts: said.parts,
    actor: { pseudonym: role.pseudonym, via: role.via },
    ...said.saying,
  } as Act);
  const after = open(act);
  if (isVoid(after)) throw doesNotFit(after);
  const customerSide: Letter = act.kind === 'request' ? role.letter : role.letter === 'a' ? 'b' : 'a';
  const other: Side = act.kind === 'request' ? 'performer' : 'customer';
  const addressed: Conversation = input.to ? { ...after, persons: { ...after.persons, [other]: input.to } } : after;
  const rows = beside(act, addressed, undefined, { ...room, customer_side: customerSide }, now, said.contents);
  await tx.query(
    'select app.open($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26) as position',
    [
      partnership,
      act.id,
      input.threadId ?? null,
      importId,
      customerSide,
      titleOf(input.saying.terms.what),
      act.from,
      act.side,
      act.kind,
      role.via,
      role.pseudonym,
      role.recorder,
      act.at,
      bytesOf(act),
      after.state,
      JSON.stringify(addressed),
      null,
      addressed.persons.customer ?? null,
      addressed.persons.performer ?? null,
      ...rows,
      room.holder_a,
      room.holder_b,
    ],
  );
  return { conversation: act.id, partnership, head: act.id, position: 1 };
}

export async function compose(
  tx: Tx,
  voice: Voice,
  partnership: string,
  input: SayingInput,
  conversation?: Conversation,
): Promise<Said> {
  const rewords = input.kind === 'counter' || (input.kind === 'propose' && input.proposal.kind === 'amend');
  const known = rewords && conversation ? await loadWording(tx, partnership, conversation) : new Map<string, string>();
  const files = await loadFiles(tx, voice.organization, partnership, filesOf(input));
  return write(input, { zone: voice.zone, known, files, ...(conversation && { conversation }) });
}

export function toStored(act: Act): StoredAct {
  const problem = checkAct(act);
  if (problem) throw new AppError('invalid', `${problem.path}: ${problem.problem}`, { issues: [problem] });
  return { ...act, id: actId(act, sha256) };
}

export const doesNotFit = (result: Void): AppError =>
  new AppError('does_not_fit', `That cannot follow here (${result.void}).`, {
    reason: result.void,
    detailed: result.detail ?? {},
  });

function titled(input: SayingInput, saying: Saying): string | null {
  return input.kind === 'counter' && saying.kind === 'counter' ? titleOf(input.terms.what) : null;
}

type Beside = [
  parts: string | null,
  evidence: string | null,
  commitment: string | null,
  today: string | null,
  outbox: string | null,
];

/** What the act leaves beside the log, as the database functions take it. */
function beside(
  act: StoredAct,
  after: Conversation,
  before: Conversation | undefined,
  room: RoomRow,
  now: Date,
  contents: Content[],
): Beside {
  const facts: Evidence[] = evidence(before, act, after);
  const commitment = commitmentRow(after);
  const today = todayRows(after, instant(now), seatsOf(room, after));
  const payload = {
    conversationId: after.id,
    actId: act.id,
    kind: act.kind,
    speaker: act.side,
    via: act.actor.via,
    at: act.at,
  };
  return [
    contents.length > 0 ? JSON.stringify(contents) : null,
    facts.length > 0 ? JSON.stringify(facts.map((fact, n) => ({ ...fact, act_id: fact.act, n }))) : null,
    commitment && JSON.stringify(commitment),
    today && today.length > 0 ? JSON.stringify(today) : null,
    JSON.stringify([{ id: newId(), name: 'act', payload }]),
  ];
}

const silent = ([parts, facts, commitment, today]: Beside): Beside => [parts, facts, commitment, today, null];

/** What surrounds an act that is being stored. */
export interface Around {
  now: Date;
  role: Role;
  contents: Content[];
  before: Conversation;
  title: string | null;
  /** History brought in later is told to nobody. */
  silent?: boolean;
}

/** Stores an act that fits, with all it leaves behind; the expected head is checked once more by the database. */
export async function append(
  store: Tx['query'],
  found: Loaded,
  act: StoredAct,
  after: Conversation,
  around: Around,
): Promise<number> {
  const { role, title } = around;
  const rows = beside(act, after, around.before, found, around.now, around.contents);
  const stored = await store<{ position: number }>(
    'select app.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27) as position',
    [
      found.partnership_id,
      after.id,
      found.head,
      act.id,
      act.from,
      act.seq,
      act.side,
      act.kind,
      role.via,
      role.pseudonym,
      role.recorder,
      act.at,
      bytesOf(act),
      after.state,
      after.closing?.outcome ?? null,
      JSON.stringify(after),
      title,
      after.agreement?.due.ends ?? null,
      after.persons.customer ?? found.person_customer,
      after.persons.performer ?? found.person_performer,
      ...(around.silent ? silent(rows) : rows),
      found.holder_a,
      found.holder_b,
    ],
  );
  return stored.rows[0]?.position ?? 0;
}

/**
 * The other conversation must be one the speaker can see, for a guest one of the same room; where it lies stays beside the log.
 */
async function relate(
  tx: Tx,
  voice: Voice,
  found: Loaded,
  target: Target,
  saying: Extract<Saying, { kind: 'link' }>,
): Promise<void> {
  const { rowCount } = await tx.query(
    `insert into relations (partnership_id, conversation_id, relation, other_id, other_partnership_id, holder_a, holder_b)
     select $1, $2, $3, o.id, o.partnership_id, $5, $6 from conversations o
     where o.id = $4 and o.id <> $2 and (o.partnership_id = $1 or not $7)`,
    [
      target.partnership,
      target.conversation,
      saying.relation,
      saying.other,
      found.holder_a,
      found.holder_b,
      voice.link !== undefined,
    ],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such conversation to link to.');
}

async function markConfirmed(tx: Tx, target: Target, confirmed: string[], via: string): Promise<void> {
  await tx.query(
    'update evidence set via = $4 where partnership_id = $1 and conversation_id = $2 and act_id = any($3)',
    [target.partnership, target.conversation, confirmed, via],
  );
}
