import type { Tx } from '../../platform/database.ts';
import type { DigestFacts } from '../mail/schema.ts';
import { listFollowUps } from './queries.ts';
import type { FollowUpItem } from './schema.ts';

/** Things of one kind in one digest; the rest is on the page. */
const MOST = 12;

interface Reader {
  organization: string;
  personId: string;
  name: string;
  /** `PUBLIC_URL/o/SLUG` */
  base: string;
}

const days = ['by', 'lastAt', 'contactAt', 'heardAt', 'sentAt', 'heldOn', 'endsAt', 'failedAt'] as const;

/** The day that the words of a rule name. A day without a time is its noon, so that it is the same day in every zone that matters. */
function dayOf(item: FollowUpItem): string {
  const found = days.map((key) => item.reason[key]).find((one) => typeof one === 'string') as string | undefined;
  const at = found ?? item.dueAt;
  return at.length === 10 ? `${at}T12:00:00.000Z` : at;
}

function addressOf(base: string, item: FollowUpItem): string {
  const room = `${base}/partners/${item.partnershipId}`;
  if (item.conversationId) return `${room}/conversations/${item.conversationId}`;
  const [meeting, time = ''] = item.subjectId.split(' ');
  if (item.kind === 'meeting') return `${room}/meetings/${meeting}?${new URLSearchParams({ time }).toString()}`;
  return item.kind === 'talk' ? `${room}/listening/${item.subjectId}` : room;
}

interface MoveRow {
  partnership_id: string;
  conversation_id: string;
  title: string;
  partner: string;
  move_by: string;
}

async function newMoves(tx: Tx, reader: Reader, since: Date, now: Date): Promise<MoveRow[]> {
  const { rows } = await tx.query<MoveRow>(
    `select t.partnership_id, t.conversation_id, c.title, t.move_by,
       case when p.claimed_a = $1 then p.name_b else p.name_a end as partner
     from today t join conversations c on c.partnership_id = t.partnership_id and c.id = t.conversation_id
     join partnerships p on p.id = t.partnership_id
     where t.organization_id = $1 and t.person_id = $2 and t.mine and t.last_at > $3 and (t.lapses_at is null or t.lapses_at > $4)
     order by t.move_by, t.conversation_id limit $5`,
    [reader.organization, reader.personId, since, now, MOST + 1],
  );
  return rows;
}

interface ThreadRow {
  partnership_id: string;
  id: string;
  subject: string;
  partner: string;
}

/** Threads in which the partner wrote since then, of those that this person has written in. */
async function newMessages(tx: Tx, reader: Reader, since: Date): Promise<ThreadRow[]> {
  const { rows } = await tx.query<ThreadRow>(
    `select t.partnership_id, t.id, t.subject, case when p.claimed_a = $1 then p.name_b else p.name_a end as partner
     from threads t join partnerships p on p.id = t.partnership_id
     where (t.holder_a = $1 or t.holder_b = $1) and t.last_at > $3
       and exists (select from messages m where m.partnership_id = t.partnership_id and m.thread_id = t.id and m.at > $3
         and m.side = case when p.claimed_a = $1 then 'b' else 'a' end)
       and exists (select from messages m join people w on w.partnership_id = m.partnership_id and w.id = m.author
         where m.partnership_id = t.partnership_id and m.thread_id = t.id and w.person_id = $2)
     order by t.last_at desc limit $4`,
    [reader.organization, reader.personId, since, MOST + 1],
  );
  return rows;
}

/**
 * What one person is told in one mail; null where nothing is new since the last one. `all`: what happened too, for whoever is not told of
 * it at once.
 */
export async function digestOf(
  tx: Tx,
  reader: Reader,
  since: Date,
  now: Date,
  all: boolean,
): Promise<DigestFacts | null> {
  const [{ items, next }, moves, messages] = await Promise.all([
    listFollowUps(tx, reader, { person: 'me', show: 'now', limit: 100 }, now),
    all ? newMoves(tx, reader, since, now) : [],
    all ? newMessages(tx, reader, since) : [],
  ]);
  const isNew = (item: FollowUpItem): boolean =>
    new Date(item.raisedAt) > since || (item.snoozedUntil !== null && new Date(item.snoozedUntil) > since);
  if (!items.some(isNew) && moves.length === 0 && messages.length === 0) return null;
  const left = (list: readonly unknown[]): number => Math.max(0, list.length - MOST);
  const room = (partnership: string): string => `${reader.base}/partners/${partnership}`;
  return {
    kind: 'digest',
    url: `${reader.base}/today`,
    organization: reader.name,
    items: items.slice(0, MOST).map((item) => ({
      rule: item.rule,
      partner: item.partner,
      title: item.title ?? '',
      date: dayOf(item),
      url: addressOf(reader.base, item),
    })),
    moves: moves.slice(0, MOST).map((row) => ({
      partner: row.partner,
      title: row.title,
      by: row.move_by,
      url: `${room(row.partnership_id)}/conversations/${row.conversation_id}`,
    })),
    messages: messages.slice(0, MOST).map((row) => ({
      partner: row.partner,
      title: row.subject,
      url: `${room(row.partnership_id)}/threads/${row.id}`,
    })),
    more: left(items) + left(moves) + left(messages) + (next ? 1 : 0),
  };
}
