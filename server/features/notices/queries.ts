import {
  commitsOf,
  type Commit,
  type Conversation,
  type Saying,
  type Speaker,
  type StoredAct,
  type Via,
} from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { type Letter, type RoomRow, type Seat, seatsOf } from '../conversations/model.ts';

/** Somebody of the room, as a mail may name or reach them. */
export interface RoomPerson {
  id: string;
  name: string | null;
  person_id: string | null;
  newcomer_id: string | null;
  newcomer_name: string | null;
}

/** Somebody who was given a link to the conversation: their newest one. */
export interface Guest {
  person: string;
  speaker: Speaker;
  side: Letter;
  name: string | null;
  email: string;
  /** Id of their first link: ids sort by time. */
  first: string;
}

export interface Member {
  person_id: string;
  name: string;
  email: string;
  role: 'administrator' | 'manager' | 'member';
  may_promise: boolean;
}

/** An act and all that a mail about it may need, as one organization may see it. */
export interface Told {
  organization: { id: string; slug: string };
  title: string;
  conversation: Conversation;
  seats: readonly [Seat, Seat];
  names: Record<Letter, string>;
  act: {
    id: string;
    speaker: Speaker;
    via: Via;
    author: string;
    recordedBy: string | null;
    at: string;
    saying: Saying;
  };
  texts: Map<Commit, string>;
  people: Map<string, RoomPerson>;
  guests: Guest[];
  members: Member[];
}

interface ConversationRow extends RoomRow {
  title: string;
  folded: string;
  name_a: string;
  name_b: string;
}

interface ActRow {
  id: string;
  speaker: Speaker;
  via: Via;
  author: string;
  recorded_by: string | null;
  at: string;
  bytes: string;
  void: string | null;
}

/** Loads what one organization may know of an act; undefined if it is gone, void or not theirs to see. */
export async function loadTold(
  tx: Tx,
  organization: string,
  where: { partnershipId: string; conversationId: string /** The last act without it. */; actId?: string },
  now: Date,
): Promise<Told | undefined> {
  const key = [where.partnershipId, where.conversationId];
  const [conversations, acts, organizations] = await Promise.all([
    tx.query<ConversationRow>(
      `select c.title, c.folded, c.customer_side, c.holder_a, c.holder_b, p.organization_a, p.organization_b, p.claimed_a, p.claimed_b, p.name_a, p.name_b
       from conversations c join partnerships p on p.id = c.partnership_id
       where c.partnership_id = $1 and c.id = $2 and (c.holder_a = $3 or c.holder_b = $3)`,
      [...key, organization],
    ),
    tx.query<ActRow>(
      `select id, speaker, via, author, recorded_by, at, bytes, void from acts
       where partnership_id = $1 and conversation_id = $2 and ($3::text is null or id = $3) order by position desc limit 1`,
      [...key, where.actId ?? null],
    ),
    tx.query<{ id: string; slug: string }>('select id, slug from organizations where id = $1', [organization]),
  ]);
  const row = conversations.rows[0];
  const act = acts.rows[0];
  const own = organizations.rows[0];
  if (!row || !act || !own || act.void !== null) return undefined;
  const conversation = JSON.parse(row.folded) as Conversation;
  const stored = { ...(JSON.parse(act.bytes) as StoredAct), id: act.id };
  const rest = await loadBeside(tx, organization, where, conversation, stored, act, now);
  return {
    organization: own,
    title: row.title,
    conversation,
    seats: seatsOf(row, conversation),
    names: { a: row.name_a, b: row.name_b },
    act: {
      id: act.id,
      speaker: act.speaker,
      via: act.via,
      author: act.author,
      recordedBy: act.recorded_by,
      at: act.at,
      saying: stored,
    },
    ...rest,
  };
}

async function loadBeside(
  tx: Tx,
  organization: string,
  where: { partnershipId: string; conversationId: string },
  conversation: Conversation,
  stored: StoredAct,
  act: ActRow,
  now: Date,
): Promise<Pick<Told, 'texts' | 'people' | 'guests' | 'members'>> {
  const { terms } = conversation.terms;
  const commits = [...commitsOf(stored), ...terms.conditions.map((one) => one.text)];
  const people = [act.author, act.recorded_by, conversation.persons.customer, conversation.persons.performer].filter(
    Boolean,
  );
  const [parts, persons, guests, members] = await Promise.all([
    tx.query<{ commitment: string; text: string }>(
      `select commitment, text from parts
       where partnership_id = $1 and conversation_id = $2 and commitment = any($3) and text is not null and salt is not null`,
      [where.partnershipId, where.conversationId, commits],
    ),
    tx.query<RoomPerson>(
      'select id, name, person_id, newcomer_id, newcomer_name from people where partnership_id = $1 and (id = any($2) or newcomer_id is not null)',
      [where.partnershipId, people],
    ),
    tx.query<Guest & { live: boolean }>(
      `select distinct on (l.person) l.person, l.speaker, l.side, p.name, p.email,
         first_value(l.id) over (partition by l.person order by l.id) as first,
         l.revoked_at is null and (l.used_at is not null or l.expires_at > $4) and p.ended_at is null and p.person_id is null and p.email is not null as live
       from links l join people p on p.partnership_id = l.partnership_id and p.id = l.person
       where l.partnership_id = $1 and l.conversation_id = $2 and case l.side when 'a' then l.holder_a else l.holder_b end = $3
       order by l.person, l.id desc`,
      [where.partnershipId, where.conversationId, organization, now],
    ),
    tx.query<Member>(
      `select person_id, name, email, role, may_promise from memberships
       where organization_id = $1 and ended_at is null and (role <> 'member'
         or person_id in (select person_id from people where partnership_id = $2 and id = any($3)))`,
      [organization, where.partnershipId, people],
    ),
  ]);
  return {
    texts: new Map(parts.rows.map((part) => [part.commitment, part.text])),
    people: new Map(persons.rows.map((person) => [person.id, person])),
    guests: guests.rows.filter((guest) => guest.live),
    members: members.rows,
  };
}
