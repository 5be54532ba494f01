import { type Conversation, view } from '@entente/protocol';
import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, seatsOf, standingOf } from './model.ts';
import type { ConversationSummary, conversationFilter } from './schema.ts';

export interface SummaryRow {
  id: string;
  partnership_id: string;
  title: string;
  folded: string;
  opened_at: string;
  last_at: string;
  due_at: string | null;
  customer_side: Letter;
  holder_a: string;
  holder_b: string;
  organization_a: string;
  organization_b: string;
  claimed_a: string | null;
  claimed_b: string | null;
  name_a: string;
  name_b: string;
}

export const summaryColumns = `c.id, c.partnership_id, c.title, c.folded, c.opened_at, c.last_at, c.due_at, c.customer_side, c.holder_a, c.holder_b,
  p.organization_a, p.organization_b, p.claimed_a, p.claimed_b, p.name_a, p.name_b`;

/** A conversation as lists show it, with what the clock says now. */
export function summarize(
  row: SummaryRow,
  conversation: Conversation,
  organization: string,
  now: string,
): ConversationSummary {
  const seen = view(conversation, now);
  const seats = seatsOf(row, conversation);
  const { speaker } = standingOf(seats, conversation, organization);
  const own = seats.find((seat) => seat.side === speaker);
  const others = own ? [own.letter === 'a' ? row.name_b : row.name_a] : [row.name_a, row.name_b];
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    title: row.title,
    role: speaker,
    partner: { name: others.join(' · ') },
    state: seen.state,
    outcome: seen.outcome ?? null,
    openedAt: row.opened_at,
    lastAt: row.last_at,
    dueAt: row.due_at,
    dueDay: conversation.agreement?.due.date ?? null,
    ring: seen.ring,
    moves: seen.moves,
  };
}

type Filter = z.infer<typeof conversationFilter>;

/** Newest first, one page at a time: two index scans, one for each side the organization may hold. */
export async function listConversations(
  tx: Tx,
  organization: string,
  filter: Filter,
  now: Date,
): Promise<{ items: ConversationSummary[]; next: string | null }> {
  const after = readCursor(filter.cursor);
  const values: unknown[] = [organization, filter.limit + 1];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    after && `(c.opened_at, c.id) < (${given(after.at)}::timestamptz, ${given(after.id)})`,
    filter.partnership && `c.partnership_id = ${given(filter.partnership)}`,
    filter.state && `c.state = ${given(filter.state)}`,
    filter.search && `c.title ilike ${given(`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`)}`,
  ].filter(Boolean);
  const where = conditions.length > 0 ? ` and ${conditions.join(' and ')}` : '';
  const held = (
    letter: Letter,
  ): string => `(select ${summaryColumns} from conversations c join partnerships p on p.id = c.partnership_id
     where c.holder_${letter} = $1${letter === 'b' ? ' and c.holder_a <> $1' : ''}${where} order by c.opened_at desc, c.id desc limit $2)`;
  const { rows } = await tx.query<SummaryRow>(
    `${held('a')} union all ${held('b')} order by opened_at desc, id desc limit $2`,
    values,
  );
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const instant = now.toISOString();
  return {
    items: page.map((row) => summarize(row, JSON.parse(row.folded) as Conversation, organization, instant)),
    next: rows.length > filter.limit && last ? Buffer.from(`${last.opened_at} ${last.id}`).toString('base64url') : null,
  };
}

const ours = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{64})$/;

function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  if (!cursor) return undefined;
  const [, at, id] = ours.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new AppError('invalid', 'This page address is damaged. Start from the first page.');
  return { at, id };
}
