import type { Platform } from '../../platform/platform.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { speak } from '../acts/commands.ts';
import { watchHeldMail } from '../follow-ups/commands-watch.ts';
import { loadPerson } from '../people/queries.ts';
import type { RoomPerson } from '../people/schema.ts';
import { mayRecordFor, type Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addMessage, addWords, startThread } from '../threads/commands.ts';
import type { Voice } from '../voices/model.ts';
import { keepFiles, sayable } from './commands-land.ts';
import { markMailed } from '../mailed-words/commands.ts';
import { readMail } from './model-read.ts';
import { findMailIn, type FoundMail } from './queries.ts';
import type { MailInDecision } from './schema.ts';

/** Who decides, with the voice they write down others' words in. */
export interface Decider {
  organization: string;
  voice: Voice & { member: NonNullable<Voice['member']> };
}

type Parts = Pick<Platform, 'storage' | 'clock'>;

const LONGEST_SUBJECT = 200;

const already = (): AppError =>
  new AppError('conflict', 'Somebody has decided about this mail already. Load the page again to see what.');

/** Does with a mail what somebody who looked at it decided; everything or nothing, and once. */
export async function decideAboutMail(
  tx: Tx,
  parts: Parts,
  by: Decider,
  id: string,
  decision: MailInDecision,
): Promise<void> {
  // Of two who decide at once, the second finds it decided.
  await tx.query('select 1 from mails_in where organization_id = $1 and id = $2 for update', [by.organization, id]);
  const mail = await findMailIn(tx, by.organization, id);
  if (decision.do === 'share') return share(tx, parts, by, mail);
  if (mail.state !== 'held') throw already();
  switch (decision.do) {
    case 'accept':
      return accept(tx, parts, by, mail, decision.person);
    case 'keep':
      return keep(tx, parts, by, mail, decision.partnership);
    case 'discard':
      return settle(tx, by, mail, parts.clock.now(), { state: 'discarded', decision: 'discarded' });
  }
}

interface Settled {
  state: 'landed' | 'discarded';
  decision: 'accepted' | 'kept' | 'discarded' | 'shared';
  kind?: 'copy';
  partnership?: string;
  subject?: string;
  act?: string;
  message?: string;
  people?: string;
  direction?: 'in' | 'out';
}

async function settle(tx: Tx, by: Decider, mail: FoundMail, now: Date, to: Settled): Promise<void> {
  await tx.query(
    `update mails_in set state = $3, decision = $4, decided_by = $5, decided_at = $6, kind = coalesce($7, kind),
       partnership_id = coalesce($8, partnership_id), subject_id = coalesce($9, subject_id), act_id = coalesce($10, act_id),
       people_id = coalesce($11, people_id), direction = coalesce($12, direction), message_row = coalesce($13, message_row)
     where organization_id = $1 and id = $2`,
    [
      by.organization,
      mail.id,
      to.state,
      to.decision,
      by.voice.member.personId,
      now,
      to.kind ?? null,
      to.partnership ?? null,
      to.subject ?? null,
      to.act ?? null,
      to.people ?? null,
      to.direction ?? null,
      to.message ?? null,
    ],
  );
  await watchHeldMail(tx, by.organization, mail.id, now);
}

/** Its words are written down as said by somebody of a side without an account, in the conversation or the talk they belong to. */
async function accept(tx: Tx, parts: Parts, by: Decider, mail: FoundMail, personId: string): Promise<void> {
  const { room, subjectId } = mail;
  if (!mail.canAccept || !room || !subjectId)
    throw new AppError('conflict', 'The words of this mail cannot be written down here. Keep it, or throw it away.');
  const now = parts.clock.now();
  const person = await loadPerson(tx, by.organization, room, personId, now);
  const { organization } = by;
  const files = await filesOf(tx, parts, by, mail, room);
  const mailed = { organization, mail: mail.id, partnership: room.id, subject: subjectId };
  if (mail.kind === 'thread') {
    const text = mail.words.slice(0, 20_000).toWellFormed();
    const said = { text, person: person.id };
    const message = await addMessage(tx, organization, room, subjectId, by.voice.member, said, now);
    await markMailed(tx, { ...mailed, said: message, files }, now);
    return settle(tx, by, mail, now, { state: 'landed', decision: 'accepted', people: person.id, message });
  }
  if (mail.kind === 'meeting') {
    const said = await writeOfMeeting(tx, by, room, subjectId, person, mail.words, now);
    await markMailed(tx, { ...mailed, subject: said.thread, said: said.message, files }, now);
    const { message } = said;
    return settle(tx, by, mail, now, { state: 'landed', decision: 'accepted', people: person.id, message });
  }
  const head = await headOf(tx, room.id, subjectId);
  const spoken = await speak(
    tx,
    now,
    by.voice,
    { partnership: room.id, conversation: subjectId, expected: head.head },
    {
      saying: {
        kind: 'say',
        text: sayable(mail),
        ...(files.length > 0 && { files }),
      },
      recorded: {
        person: person.id,
        ...(person.side !== 'newcomer' && {
          speaker: person.side === head.customerSide ? ('customer' as const) : ('performer' as const),
        }),
        ...(mail.writtenAt && new Date(mail.writtenAt) <= now && { at: mail.writtenAt }),
      },
    },
  );
  await markMailed(tx, { ...mailed, said: spoken.head }, now);
  await settle(tx, by, mail, now, { state: 'landed', decision: 'accepted', act: spoken.head, people: person.id });
}

/** Words about a meeting, written down as said by somebody who has no account, in the talk about it. */
async function writeOfMeeting(
  tx: Tx,
  by: Decider,
  room: Room,
  meeting: string,
  person: RoomPerson,
  words: string,
  now: Date,
): Promise<{ thread: string; message: string }> {
  const { side } = person;
  if (side === 'newcomer' || !mayRecordFor(by.organization, room, side))
    throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
  const { rows } = await tx.query<{ thread_id: string | null; purpose: string }>(
    'select thread_id, purpose from meetings where partnership_id = $1 and id = $2 for update',
    [room.id, meeting],
  );
  const found = rows[0];
  if (!found) throw new AppError('not_found', 'There is no such meeting here.');
  const to = found.thread_id === null ? { subject: found.purpose } : { thread: found.thread_id };
  const writer = { person: person.id, side, via: 'recorded' as const, personId: by.voice.member.personId };
  const said = await addWords(tx, room.id, to, writer, words.slice(0, 20_000).toWellFormed(), now);
  if (found.thread_id === null)
    await tx.query('update meetings set thread_id = $3 where partnership_id = $1 and id = $2', [
      room.id,
      meeting,
      said.thread,
    ]);
  return said;
}

async function headOf(
  tx: Tx,
  partnership: string,
  conversation: string,
): Promise<{ head: string; customerSide: string }> {
  const { rows } = await tx.query<{ head: string; customerSide: string }>(
    'select head, customer_side as "customerSide" from conversations where partnership_id = $1 and id = $2',
    [partnership, conversation],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such conversation here.');
  return rows[0];
}

/** The files of a mail as files of the room, from the mail as it came; none once that was deleted. */
async function filesOf(tx: Tx, parts: Parts, by: Decider, mail: FoundMail, room: Room): Promise<string[]> {
  if (mail.rawKey === null) return [];
  const { stream } = await parts.storage.open(mail.rawKey);
  const read = await readMail(Buffer.from(await new Response(stream).arrayBuffer()));
  return read.ok ? keepFiles(tx, parts, by.organization, room.id, read.mail) : [];
}

async function keep(tx: Tx, parts: Parts, by: Decider, mail: FoundMail, partnership: string): Promise<void> {
  await loadRoom(tx, by.organization, partnership);
  const { rowCount } = await tx.query(
    'select 1 from memberships where organization_id = $1 and ended_at is null and lower(email) = $2',
    [by.organization, mail.from.email?.toLowerCase() ?? ''],
  );
  await settle(tx, by, mail, parts.clock.now(), {
    state: 'landed',
    decision: 'kept',
    kind: 'copy',
    partnership,
    direction: rowCount > 0 ? 'out' : 'in',
  });
}

/** The words of a kept mail as plain talk in the room, said by whoever puts them there; another's words are named as theirs. */
async function share(tx: Tx, parts: Parts, by: Decider, mail: FoundMail): Promise<void> {
  if (!mail.canShare || !mail.room)
    throw new AppError('conflict', 'Only a mail that is kept and not in the room yet can be put into it.');
  const now = parts.clock.now();
  const subject = mail.subject.slice(0, LONGEST_SUBJECT).trim() || mail.words.slice(0, 60).trim();
  const said = [mail.from.name, mail.from.email && `<${mail.from.email}>`].filter(Boolean).join(' ');
  const day = (mail.writtenAt ?? mail.receivedAt).slice(0, 10);
  const text = `${said}, ${day}:\n\n${mail.words}`.slice(0, 20_000).toWellFormed();
  await startThread(tx, by.organization, mail.room, by.voice.member, { subject, text }, now);
  await settle(tx, by, mail, now, { state: 'landed', decision: 'shared' });
}
