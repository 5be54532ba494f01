import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { mailedWords } from '../mailed-words/queries.ts';
import { type Letter, letters, mayRecordFor, type Room } from '../rooms/policy.ts';
import type { Message, PageFilter, ThreadItem, ThreadPage } from './schema.ts';

interface ThreadRow {
  id: string;
  subject: string;
  started_by: string;
  started_by_name: string | null;
  created_at: string;
  last_at: string;
  messages: number;
}

interface MessageRow {
  id: string;
  author: string;
  author_name: string | null;
  side: Letter;
  via: Message['via'];
  text: string;
  at: string;
}

const presentMessage = (row: MessageRow): Message => ({
  id: row.id,
  author: { id: row.author, name: row.author_name },
  side: row.side,
  via: row.via,
  text: row.text,
  at: row.at,
});

/** Threads of a room, the one spoken in last first. */
export async function listThreads(
  tx: Tx,
  room: Room,
  filter: PageFilter,
): Promise<{ items: ThreadItem[]; next: string | null }> {
  const after = readCursor(filter.cursor, 'moment', 'id');
  const { rows } = await tx.query<ThreadRow>(
    `select t.id, t.subject, t.started_by, coalesce(k.name, p.name) as started_by_name, t.created_at, t.last_at,
       (select count(*) from messages m where m.partnership_id = t.partnership_id and m.thread_id = t.id) as messages
     from threads t left join people p on p.partnership_id = t.partnership_id and p.id = t.started_by
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     where t.partnership_id = $1 and ($2::timestamptz is null or (t.last_at, t.id) < ($2, $3::uuid))
     order by t.last_at desc, t.id desc limit $4`,
    [room.id, after?.[0] ?? null, after?.[1] ?? null, filter.limit + 1],
  );
  const shown = rows.slice(0, filter.limit);
  const last = await lastMessages(
    tx,
    room.id,
    shown.map((row) => row.id),
  );
  const end = shown.at(-1);
  const items = shown.map((row) => ({
    id: row.id,
    subject: row.subject,
    startedBy: { id: row.started_by, name: row.started_by_name },
    createdAt: row.created_at,
    lastAt: row.last_at,
    messages: row.messages,
    last: last.get(row.id) ?? null,
  }));
  return { items, next: rows.length > shown.length && end ? writeCursor([end.last_at, end.id]) : null };
}

async function lastMessages(tx: Tx, partnership: string, threads: string[]): Promise<Map<string, Message>> {
  const { rows } = await tx.query<MessageRow & { thread_id: string }>(
    `select m.thread_id, m.id, m.author, coalesce(k.name, p.name) as author_name, m.side, m.via, left(m.text, 200) as text, m.at
     from unnest($2::uuid[]) as t(id) cross join lateral (
       select * from messages where partnership_id = $1 and thread_id = t.id order by id desc limit 1) m
     left join people p on p.partnership_id = $1 and p.id = m.author
     left join people k on k.partnership_id = $1 and k.id = p.merged_into`,
    [partnership, threads],
  );
  return new Map(rows.map((row) => [row.thread_id, presentMessage(row)]));
}

/** One thread with its messages. */
export async function threadPageOf(
  tx: Tx,
  organization: string,
  room: Room,
  id: string,
  filter: PageFilter,
): Promise<ThreadPage> {
  const after = readCursor(filter.cursor, 'id')?.[0] ?? null;
  const [threads, messages, conversations, mailed] = await Promise.all([
    tx.query<Pick<ThreadRow, 'subject' | 'created_at' | 'last_at'>>(
      'select subject, created_at, last_at from threads where partnership_id = $1 and id = $2',
      [room.id, id],
    ),
    tx.query<MessageRow>(
      `select m.id, m.author, coalesce(k.name, p.name) as author_name, m.side, m.via, m.text, m.at
       from messages m left join people p on p.partnership_id = m.partnership_id and p.id = m.author
       left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
       where m.partnership_id = $1 and m.thread_id = $2 and ($3::uuid is null or m.id > $3::uuid) order by m.id limit $4`,
      [room.id, id, after, filter.limit + 1],
    ),
    tx.query<{ id: string; title: string }>(
      'select id, title from conversations where partnership_id = $1 and thread_id = $2 order by opened_at, id limit 100',
      [room.id, id],
    ),
    mailedWords(tx, room.id, id, organization),
  ]);
  const thread = threads.rows[0];
  if (!thread) throw new AppError('not_found', 'There is no such thread here.');
  const shown = messages.rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    id,
    subject: thread.subject,
    createdAt: thread.created_at,
    lastAt: thread.last_at,
    messages: shown.map((row) => {
      const byMail = mailed.get(row.id);
      return { ...presentMessage(row), ...(byMail && { byMail }) };
    }),
    next: messages.rows.length > shown.length && last ? writeCursor([last.id]) : null,
    conversations: conversations.rows,
    recordable: letters.filter((side) => mayRecordFor(organization, room, side)),
  };
}
