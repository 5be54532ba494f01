import type { Tx } from '../../platform/database.ts';
import type { DigestFacts } from '../mail/schema.ts';
import { listFollowUps, type Reader } from './queries.ts';
import { type MeetingNews, meetingNews } from './queries-digest-meetings.ts';
import type { FollowUpItem } from './schema.ts';

const NO_NEWS: MeetingNews = { items: [], fresh: false };
/** Things of one kind in one digest; the rest is on the page. */
const MOST = 12;

interface Hearer extends Reader {
  name: string;
  /** `PUBLIC_URL/o/SLUG` */
  base: string;
}

const days = [
  'by',
  'lastAt',
  'contactAt',
  'heardAt',
  'sentAt',
  'heldOn',
  'endsAt',
  'failedAt',
  'heldAt',
  'since',
] as const;

/** The day or the moment that the words of a rule name, and whether somebody had time until then. */
function dayOf(item: FollowUpItem): { date: string; deadline?: boolean } {
  const found = days.map((key) => item.reason[key]).find((one) => typeof one === 'string') as string | undefined;
  const date = found ?? item.dueAt;
  return date === item.reason.by && date.length > 10 ? { date, deadline: true } : { date };
}

/** What makes the reason more exact: why a mail is held; that nobody has spoken yet. */
function detailOf({ rule, reason }: FollowUpItem): { detail?: string } {
  if (reason.thanked) return { detail: 'thanked' };
  if (rule === 'held-mail') return { detail: String(reason.held) };
  return rule.startsWith('cadence-') && reason.contactAt === undefined ? { detail: 'never' } : {};
}

function addressOf(base: string, item: FollowUpItem): string {
  if (item.kind === 'held-mail') return `${base}/mail-in?${new URLSearchParams({ mail: item.subjectId }).toString()}`;
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

async function newMoves(tx: Tx, reader: Hearer, since: Date, now: Date): Promise<MoveRow[]> {
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

/** Threads in which the partner wrote since then, of those that this person has written in, or that are about a meeting they are asked to. */
async function newMessages(tx: Tx, reader: Hearer, since: Date): Promise<ThreadRow[]> {
  const { rows } = await tx.query<ThreadRow>(
    `select t.partnership_id, t.id, t.subject, case when p.claimed_a = $1 then p.name_b else p.name_a end as partner
     from threads t join partnerships p on p.id = t.partnership_id
     where (t.holder_a = $1 or t.holder_b = $1) and t.last_at > $3
       and exists (select from messages m where m.partnership_id = t.partnership_id and m.thread_id = t.id and m.at > $3
         and m.side = case when p.claimed_a = $1 then 'b' else 'a' end)
       and (exists (select from messages m join people w on w.partnership_id = m.partnership_id and w.id = m.author
           where m.partnership_id = t.partnership_id and m.thread_id = t.id and w.person_id = $2)
         or exists (select from meetings g join meeting_people i on i.partnership_id = g.partnership_id and i.meeting_id = g.id
           join people w on w.partnership_id = i.partnership_id and w.id = i.person
           where g.partnership_id = t.partnership_id and g.thread_id = t.id and w.person_id = $2))
     order by t.last_at desc limit $4`,
    [reader.organization, reader.personId, since, MOST + 1],
  );
  return rows;
}

/**
 * What one person is told in one mail; null where nothing is new since the last one. `all`: what happened too, for whoever is not told of
 * it at once, and meetings that begin until then.
 */
export async function digestOf(
  tx: Tx,
  reader: Hearer,
  since: Date,
  now: Date,
  all: { until: Date } | null,
): Promise<DigestFacts | null> {
  const [{ items, next }, moves, messages, meetings] = await Promise.all([
    listFollowUps(tx, reader, { person: 'me', show: 'now', limit: 100 }, now),
    all ? newMoves(tx, reader, since, now) : [],
    all ? newMessages(tx, reader, since) : [],
    all ? meetingNews(tx, reader, { since, now, until: all.until }, MOST + 1) : NO_NEWS,
  ]);
  const isNew = (item: FollowUpItem): boolean =>
    new Date(item.raisedAt) > since || (item.snoozedUntil !== null && new Date(item.snoozedUntil) > since);
  if (!items.some(isNew) && moves.length === 0 && messages.length === 0 && !meetings.fresh) return null;
  const left = (list: readonly unknown[]): number => Math.max(0, list.length - MOST);
  const room = (partnership: string): string => `${reader.base}/partners/${partnership}`;
  return {
    kind: 'digest',
    url: `${reader.base}/today`,
    organization: reader.name,
    items: items.slice(0, MOST).map((item) => ({
      rule: item.rule,
      partner: item.partner ?? '',
      title: item.title ?? '',
      ...dayOf(item),
      ...detailOf(item),
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
    meetings: meetings.items.slice(0, MOST).map(({ path, ...news }) => ({ ...news, url: `${reader.base}${path}` })),
    more: left(items) + left(moves) + left(messages) + left(meetings.items) + (next ? 1 : 0),
  };
}
