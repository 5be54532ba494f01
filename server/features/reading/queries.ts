import {
  allowedActs,
  type Conversation,
  type Evidence,
  type Saying,
  type Speaker,
  type Via,
  view,
} from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { mailedWords } from '../mailed-words/queries.ts';
import { canSay } from '../voices/policy.ts';
import { relatedTo } from './queries-related.ts';
import type { Voice } from '../voices/model.ts';
import { guestSpeaker, type Letter, type RoomRow, type Seat, seatsOf, standingOf } from '../conversations/model.ts';

import type { ActShape, ConversationPage } from '../conversations/schema.ts';

interface PageRow extends RoomRow {
  id: string;
  title: string;
  head: string;
  folded: string;
  thread_id: string | null;
  import_id: string | null;
  person_customer: string | null;
  person_performer: string | null;
  name_a: string;
  name_b: string;
  guest: boolean;
}

interface ActRow {
  id: string;
  position: number;
  speaker: Speaker;
  via: Via;
  at: string;
  author: string;
  recorded_by: string | null;
  bytes: string;
  void: string | null;
}

interface PersonRow {
  id: string;
  name: string | null;
  title: string | null;
  side: string;
  person_id: string | null;
  newcomer_id: string | null;
  newcomer_name: string | null;
}

/** One conversation as a reader sees it. `not_found` where it is not in their scope. */
export async function conversationPage(
  tx: Tx,
  reader: Voice,
  partnership: string,
  id: string,
  now: Date,
): Promise<ConversationPage> {
  const key = [partnership, id];
  const own = reader.link ? undefined : reader.organization;
  const [found, acts, contents, people, facts, links, related, mailed] = await Promise.all([
    loadPageRow(tx, reader, partnership, id, now),
    tx.query<ActRow>(
      'select id, position, speaker, via, at, author, recorded_by, bytes, void from acts where partnership_id = $1 and conversation_id = $2 order by position',
      key,
    ),
    loadContents(tx, partnership, id),
    tx.query<PersonRow>(
      `select p.id, coalesce(k.name, p.name) as name, coalesce(k.title, p.title) as title, p.side, p.person_id, p.newcomer_id, p.newcomer_name
       from people p left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into where p.partnership_id = $1`,
      [partnership],
    ),
    tx.query<Evidence>(
      'select act_id as act, at, kind, about, via, facts from evidence where partnership_id = $1 and conversation_id = $2 order by at, act_id, n',
      key,
    ),
    loadLinks(tx, partnership, id),
    relatedTo(tx, reader, partnership, id, now),
    mailedWords(tx, partnership, id, own),
  ]);
  if (!found) throw new AppError('not_found', 'There is no such conversation here.');
  const conversation = JSON.parse(found.folded) as Conversation;
  const instant = now.toISOString();
  const seats = seatsOf(found, conversation);
  const { speaker, recordable } = standingHere(reader, people.rows, conversation, seats);
  const open = (whose: Speaker) => allowedActs(conversation, whose, instant).filter((act) => canSay(reader, act.kind));
  const known = new Map(people.rows.map((row) => [row.id, row]));
  const newcomer = people.rows.find((row) => row.newcomer_id !== null && row.newcomer_id === newcomerOf(conversation));
  const thread = found.thread_id ? await loadThread(tx, partnership, found.thread_id, own) : null;
  const here = seats.find((seat) => seat.side === speaker);
  return {
    id,
    partnershipId: partnership,
    title: found.title,
    head: found.head,
    speaker: { speaker, recordable, pseudonym: ownPseudonym(reader, people.rows, here) },
    sides: { customer: presentSide(found, seats[0], known), performer: presentSide(found, seats[1], known) },
    newcomer: newcomer?.newcomer_id
      ? { organizationId: newcomer.newcomer_id, name: newcomer.newcomer_name ?? '' }
      : null,
    conversation,
    view: view(conversation, instant),
    allowed: speaker ? open(speaker) : [],
    allowedRecorded: Object.fromEntries(recordable.map((whose) => [whose, allowedActs(conversation, whose, instant)])),
    texts: contents,
    people: presentPeople(people.rows, reader.link ? heard(found, acts.rows, thread, reader.link.person) : undefined),
    acts: acts.rows.map((row) => presentAct(row, conversation, mailed.get(row.id))),
    evidence: facts.rows,
    related,
    thread,
    links: reader.link ? [] : links,
    importId: found.import_id,
    now: instant,
  };
}

/** Whose voices are in one conversation: all that a link shows of the people of a room. */
function heard(row: PageRow, acts: ActRow[], thread: ConversationPage['thread'], guest: string): Set<string | null> {
  const spoken = acts.flatMap((act) => [act.author, act.recorded_by]);
  const before = thread?.messages.map((message) => message.author) ?? [];
  return new Set([guest, row.person_customer, row.person_performer, ...spoken, ...before]);
}

function presentPeople(people: PersonRow[], only?: Set<string | null>): ConversationPage['people'] {
  const shown = people.filter((row) => only === undefined || only.has(row.id));
  return Object.fromEntries(
    shown.map((row) => [
      row.id,
      { name: row.name ?? row.newcomer_name, title: row.title, side: row.side as Letter | 'newcomer' },
    ]),
  );
}

/** For whom the reader speaks here, and whose words they may write down. */
function standingHere(
  reader: Voice,
  people: PersonRow[],
  conversation: Conversation,
  seats: [Seat, Seat],
): { speaker: Speaker | null; recordable: Speaker[] } {
  const { link } = reader;
  if (!link) return standingOf(seats, conversation, reader.organization);
  const guest = people.find((row) => row.id === link.person);
  return { speaker: guestSpeaker(link.speaker, guest?.newcomer_id ?? null, conversation, seats), recordable: [] };
}

async function loadPageRow(
  tx: Tx,
  reader: Voice,
  partnership: string,
  id: string,
  now: Date,
): Promise<PageRow | undefined> {
  const { rows } = await tx.query<PageRow>(
    `select c.id, c.title, c.head, c.folded, c.thread_id, c.import_id, c.customer_side, c.person_customer, c.person_performer, c.holder_a, c.holder_b,
       p.organization_a, p.organization_b, p.claimed_a, p.claimed_b, p.name_a, p.name_b,
       exists (select 1 from links l where l.partnership_id = $1 and l.revoked_at is null and l.expires_at > $4) as guest
     from conversations c join partnerships p on p.id = c.partnership_id
     where c.partnership_id = $1 and c.id = $2 and (c.holder_a = $3 or c.holder_b = $3)`,
    [partnership, id, reader.organization, now],
  );
  return rows[0];
}

async function loadContents(tx: Tx, partnership: string, id: string): Promise<ConversationPage['texts']> {
  const { rows } = await tx.query<{
    commitment: string;
    text: string | null;
    salt: string | null;
    file: string | null;
    name: string;
    media: string;
    size: number;
  }>(
    `select t.commitment, t.text, t.salt, f.id as file, f.name, f.media, f.size
     from parts t left join files f on f.partnership_id = t.partnership_id and f.id = t.file_id
     where t.partnership_id = $1 and t.conversation_id = $2`,
    [partnership, id],
  );
  return Object.fromEntries(
    rows.map((row) => {
      if (row.salt === null) return [row.commitment, { erased: true as const }];
      if (row.file)
        return [row.commitment, { file: { id: row.file, name: row.name, media: row.media, size: row.size } }];
      return [row.commitment, { text: row.text ?? '' }];
    }),
  );
}

async function loadLinks(tx: Tx, partnership: string, id: string): Promise<ConversationPage['links']> {
  const { rows } = await tx.query<ConversationPage['links'][number]>(
    `select id, person, speaker, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt"
     from links where partnership_id = $1 and conversation_id = $2 order by created_at desc limit 100`,
    [partnership, id],
  );
  return rows;
}

async function loadThread(
  tx: Tx,
  partnership: string,
  thread: string,
  own: string | undefined,
): Promise<ConversationPage['thread']> {
  const [subject, messages, mailed] = await Promise.all([
    tx.query<{ subject: string }>('select subject from threads where partnership_id = $1 and id = $2', [
      partnership,
      thread,
    ]),
    tx.query<NonNullable<ConversationPage['thread']>['messages'][number]>(
      'select id, author, side, via, text, at from messages where partnership_id = $1 and thread_id = $2 order by at, id limit 1000',
      [partnership, thread],
    ),
    mailedWords(tx, partnership, thread, own),
  ]);
  const row = subject.rows[0];
  if (!row) return null;
  const marked = messages.rows.map((message) => {
    const byMail = mailed.get(message.id);
    return byMail ? { ...message, byMail } : message;
  });
  return { id: thread, subject: row.subject, messages: marked };
}

function newcomerOf(conversation: Conversation): string | undefined {
  const proposal = conversation.pending?.proposal;
  return proposal && 'newcomer' in proposal ? proposal.newcomer : undefined;
}

/** One person may work for both organizations: they are here as the one in whose name they read. */
function ownPseudonym(reader: Voice, people: PersonRow[], seat: Seat | undefined): string | null {
  if (reader.link) return reader.link.person;
  const personId = reader.member?.personId;
  return people.find((row) => row.person_id === personId && row.side === seat?.letter)?.id ?? null;
}

function presentSide(row: PageRow, seat: Seat, people: Map<string, PersonRow>): ConversationPage['sides']['customer'] {
  const pseudonym = seat.side === 'customer' ? row.person_customer : row.person_performer;
  const person = pseudonym ? people.get(pseudonym) : undefined;
  const handedTo = seat.handedTo ? [...people.values()].find((one) => one.newcomer_id === seat.handedTo) : undefined;
  return {
    organizationId: seat.handedTo ?? (seat.letter === 'a' ? row.organization_a : row.organization_b),
    name: handedTo?.newcomer_name ?? (seat.letter === 'a' ? row.name_a : row.name_b),
    side: seat.letter,
    presence: seat.own ? 'claimed' : row.guest ? 'guest' : 'recorded',
    person: person?.name ? { id: person.id, name: person.name } : null,
  };
}

function presentAct(row: ActRow, conversation: Conversation, byMail: ActShape['byMail']): ActShape {
  const {
    v: _v,
    nonce: _n,
    conversation: _c,
    from: _f,
    to: _t,
    side: _s,
    seq: _q,
    prev: _p,
    seen: _e,
    at: _a,
    parts: _r,
    actor: _o,
    ...saying
  } = JSON.parse(row.bytes) as Record<string, unknown>;
  return {
    id: row.id,
    position: row.position,
    speaker: row.speaker,
    via: row.via,
    at: row.at,
    author: row.author,
    recordedBy: row.recorded_by,
    void: row.void,
    unconfirmed: conversation.unconfirmed.some((one) => one.act === row.id),
    denied: conversation.denied.includes(row.id),
    ...(byMail && { byMail }),
    saying: saying as unknown as Saying,
  };
}
