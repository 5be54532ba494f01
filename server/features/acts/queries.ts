import type { Commit, Conversation } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Letter, RoomRow } from '../conversations/model.ts';
import type { Voice } from '../voices/model.ts';
import type { StoredFile } from './model.ts';

/** A partnership as an act needs it: who holds which side, and the speaker's pseudonym on either side, if there is one already. */
export interface Room extends Omit<RoomRow, 'customer_side'> {
  partnership_id: string;
  pseudonym_a: string | null;
  pseudonym_b: string | null;
  now: Date;
}

/** A conversation as an act needs it. */
export interface Loaded extends RoomRow {
  partnership_id: string;
  pseudonym_a: string | null;
  pseudonym_b: string | null;
  head: string;
  conversation: Conversation;
  person_customer: string | null;
  person_performer: string | null;
  now: Date;
}

const roomColumns = `p.id as partnership_id, p.organization_a, p.organization_b, p.claimed_a, p.claimed_b,
  (select m.id from people m where m.partnership_id = p.id and m.person_id = $3 and m.side = 'a') as pseudonym_a,
  (select m.id from people m where m.partnership_id = p.id and m.person_id = $3 and m.side = 'b') as pseudonym_b`;

export async function loadConversation(
  tx: Tx,
  voice: Voice,
  target: { partnership: string; conversation: string },
  now: Date,
): Promise<Loaded | undefined> {
  const { rows } = await tx.query<Omit<Loaded, 'conversation' | 'now'> & { folded: string }>(
    `select c.head, c.folded, c.customer_side, c.person_customer, c.person_performer, c.holder_a, c.holder_b, ${roomColumns}
     from conversations c join partnerships p on p.id = c.partnership_id
     where c.partnership_id = $1 and c.id = $2 and (c.holder_a = $4 or c.holder_b = $4)`,
    [target.partnership, target.conversation, voice.member?.personId ?? null, voice.organization],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { folded, ...rest } = row;
  return { ...rest, conversation: JSON.parse(folded) as Conversation, now };
}

export async function loadRoom(tx: Tx, voice: Voice, partnership: string, now: Date): Promise<Room | undefined> {
  const { rows } = await tx.query<Omit<Room, 'now'>>(
    `select p.holder_a, p.holder_b, ${roomColumns} from partnerships p where p.id = $1 and (p.holder_a = $2 or p.holder_b = $2)`,
    [partnership, voice.organization, voice.member?.personId ?? null],
  );
  return rows[0] && { ...rows[0], now };
}

/** Wording of the terms in force, by commitment. */
export async function loadWording(
  tx: Tx,
  partnership: string,
  conversation: Conversation,
): Promise<Map<Commit, string>> {
  const { terms } = conversation.terms;
  const commits = [
    terms.what,
    ...terms.conditions.map((one) => one.text),
    ...(terms.antecedent ? [terms.antecedent.text] : []),
  ];
  const { rows } = await tx.query<{ commitment: string; text: string }>(
    'select commitment, text from parts where partnership_id = $1 and conversation_id = $2 and commitment = any($3) and text is not null',
    [partnership, conversation.id, commits],
  );
  return new Map(rows.map((row) => [row.commitment, row.text]));
}

/** Files the speaker uploaded to this room and has not attached yet. */
export async function loadFiles(
  tx: Tx,
  organization: string,
  partnership: string,
  ids: string[],
): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<StoredFile>(
    'select id, media, size, sha256 from files where partnership_id = $1 and id = any($2) and uploader = $3 and attached_at is null',
    [partnership, ids, organization],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const missing = ids.find((id) => !found.has(id));
  if (missing)
    throw new AppError('not_found', 'A file you attached is no longer here. Attach it again.', { file: missing });
  return found;
}

/** Somebody of one side who is still there: to whom something can be put. */
export async function requireAddressee(tx: Tx, partnership: string, side: Letter, person: string): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from people where partnership_id = $1 and id = $2 and side = $3 and ended_at is null',
    [partnership, person, side],
  );
  if (rowCount === 0) throw new AppError('not_found', 'That person is not known on the other side. Add them first.');
}

/** The talk a conversation grows out of has to be of the same room. */
export async function requireThread(tx: Tx, partnership: string, thread: string): Promise<void> {
  const { rowCount } = await tx.query('select 1 from threads where partnership_id = $1 and id = $2', [
    partnership,
    thread,
  ]);
  if (rowCount === 0) throw new AppError('not_found', 'The talk this grows out of is not in this room.');
}

/** Whoever shall take a side over has to be known in the room, so that they can be asked. */
export async function requireNewcomer(tx: Tx, partnership: string, newcomer: string): Promise<void> {
  const { rowCount } = await tx.query('select 1 from people where partnership_id = $1 and newcomer_id = $2 limit 1', [
    partnership,
    newcomer,
  ]);
  if (rowCount === 0)
    throw new AppError('not_found', 'Nobody of that organization is known in this partnership. Add them first.');
}

/** What takes the place of a conversation is another one that both sides can see. */
export async function requireSuccessor(
  tx: Tx,
  target: { partnership: string; conversation: string },
  successor: string,
): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from conversations where partnership_id = $1 and id = $2 and id <> $3',
    [target.partnership, successor, target.conversation],
  );
  if (rowCount === 0)
    throw new AppError('not_found', 'What takes its place has to be another conversation in this room.');
}

/** What was said after a head, for somebody who was slower. */
export async function actsSince(
  tx: Tx,
  organization: string,
  race: { partnership: string; conversation: string; expected: string },
): Promise<{ head: string; since: { id: string; kind: string; speaker: string; at: string }[] }> {
  const { rows } = await tx.query<{ id: string; kind: string; speaker: string; at: string }>(
    `select a.id, a.kind, a.speaker, a.at from acts a
     where a.partnership_id = $1 and a.conversation_id = $2 and (a.holder_a = $4 or a.holder_b = $4)
       and a.position > coalesce((select e.position from acts e where e.partnership_id = $1 and e.conversation_id = $2 and e.id = $3), 0)
     order by a.position limit 100`,
    [race.partnership, race.conversation, race.expected, organization],
  );
  return { head: rows.at(-1)?.id ?? race.expected, since: rows };
}
