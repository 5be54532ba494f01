import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { type Colleague, ensureRoomPerson } from '../people/commands.ts';
import { loadPerson } from '../people/queries.ts';
import { type Letter, mayRecordFor, type Room } from '../rooms/policy.ts';
import type { Message, NewMessage, NewThread } from './schema.ts';

interface Author {
  pseudonym: string;
  side: Letter;
  via: Message['via'];
}

/** Whose words these are: the colleague's own, or those of a partner without an account that they write down. */
async function authorOf(
  tx: Tx,
  organization: string,
  room: Room,
  colleague: Colleague,
  said: NewMessage,
  now: Date,
): Promise<Author> {
  if (said.person === undefined) {
    if (!room.mySide) throw new AppError('forbidden', 'You can only write down what the others said here.');
    const pseudonym = await ensureRoomPerson(tx, room.id, room.mySide, colleague, now);
    return { pseudonym, side: room.mySide, via: 'session' };
  }
  const person = await loadPerson(tx, organization, room, said.person, now);
  if (person.side === 'newcomer' || !mayRecordFor(organization, room, person.side)) {
    throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
  }
  return { pseudonym: person.id, side: person.side, via: 'recorded' };
}

/** Begins a plain thread: no obligations and no evidence. */
export async function startThread(
  tx: Tx,
  organization: string,
  room: Room,
  colleague: Colleague,
  input: NewThread,
  now: Date,
): Promise<string> {
  const author = await authorOf(tx, organization, room, colleague, input, now);
  const id = await beginThread(tx, room.id, author, input.subject, now);
  await write(tx, room.id, id, author, colleague.personId, input.text, now);
  return id;
}

async function beginThread(tx: Tx, partnership: string, author: Author, subject: string, now: Date): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into threads (partnership_id, id, subject, started_by, created_at, last_at, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $5, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p`,
    [partnership, id, subject, author.pseudonym, now],
  );
  return id;
}

/** Whose words came by mail or by link, or are written down from a mail: somebody of the room, known already. `personId` of the member who says them. */
export interface Writer {
  person: string;
  side: Letter;
  via: 'link' | 'mail' | 'recorded';
  personId?: string | undefined;
}

/** Puts words that came by mail or by link into a thread, or into a new one about a subject, and has the other side told. */
export async function addWords(
  tx: Tx,
  partnership: string,
  to: { thread: string } | { subject: string },
  writer: Writer,
  text: string,
  now: Date,
): Promise<{ thread: string; message: string }> {
  const author = { pseudonym: writer.person, side: writer.side, via: writer.via };
  const thread = 'thread' in to ? to.thread : await beginThread(tx, partnership, author, to.subject, now);
  const message = await write(tx, partnership, thread, author, writer.personId ?? null, text, now);
  return { thread, message };
}

/** Says something in a thread, and has the other side told. Answers the id of the message. */
export async function addMessage(
  tx: Tx,
  organization: string,
  room: Room,
  thread: string,
  colleague: Colleague,
  input: NewMessage,
  now: Date,
): Promise<string> {
  const author = await authorOf(tx, organization, room, colleague, input, now);
  return write(tx, room.id, thread, author, colleague.personId, input.text, now);
}

async function write(
  tx: Tx,
  partnership: string,
  thread: string,
  author: Author,
  by: string | null,
  text: string,
  now: Date,
): Promise<string> {
  const message = newId();
  const payload = { threadId: thread, messageId: message, side: author.side, via: author.via, by };
  const { rowCount } = await tx.query(
    `with talked as (
       update threads set last_at = greatest(last_at, $3) where partnership_id = $1 and id = $2 returning holder_a, holder_b
     ), said as (
       insert into messages (partnership_id, thread_id, id, author, side, via, text, at, holder_a, holder_b)
       select $1, $2, $4, $5, $6, $7, $8, $3, holder_a, holder_b from talked
     )
     insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
     select $1, $4, 'message', $9, $3, holder_a, holder_b from talked`,
    [partnership, thread, now, message, author.pseudonym, author.side, author.via, text, payload],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such thread here.');
  return message;
}
