import type { ActKind, EvidenceKind, Side } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { type Letter, otherSide } from '../rooms/policy.ts';
import type { TrustRecord } from '../trust/model.ts';
import { titlesOf } from '../trust/queries.ts';
import type { DuePromise, Fact, Stretch, Waiting, Word } from './model.ts';
import { meetsIn } from './queries-meetings.ts';
import { cadenceDays } from './schema.ts';

/** Rows of one kind that one mirror reckons with at most, the latest first. */
const most = 100_000;
const day = 86_400_000;
/** Days before the stretch in which a turn still tells how long a silence has lasted. */
const lookBack = 2 * cadenceDays;

/** Who looks, and at which rooms. */
export interface Looking {
  organization: string;
  /** Rooms the organization stands in itself, and on which side. */
  rooms: ReadonlyMap<string, Letter>;
  /** The promises of these rooms, and what the organization is called in them. */
  record: TrustRecord;
  self: string;
  /** Where only one room is looked at, its other side: the party of the log, and who speaks for it. */
  other?: { party: string; holder: string };
  now: Date;
}

interface Row {
  partnership_id: string;
  conversation_id: string;
  at: string;
}

interface SideRow extends Row {
  customer_side: Letter;
  title: string;
}

type ActRow = SideRow & { kind: ActKind; question: boolean; speaker: Side | 'newcomer'; via: string };
type MessageRow = Row & { side: Letter; via: string };
type EvidenceRow = SideRow & { kind: EvidenceKind; about: Side; facts: Fact['facts'] };
type WaitingRow = Row & { organization_id: string; mine: boolean; waits_for: string; title: string };

const within = 't.partnership_id = any($1) and t.at >= $2 and t.at < $3';
/** The bytes of an act are canonical JSON and hold no words of people, so this is its field. */
const question = `(t.kind = 'say' and t.bytes like '%"question":true%')`;
const beside = 'join conversations c on c.partnership_id = t.partnership_id and c.id = t.conversation_id';

const placed = ({ partnership_id, conversation_id, at }: Row) => ({
  partnership: partnership_id,
  conversation: conversation_id,
  at: Date.parse(at),
});

/** Everything that happened in these rooms between two moments, as the organization sees it. */
export async function stretchOf(tx: Tx, looking: Looking, from: Date, to: Date): Promise<Stretch> {
  const { organization, rooms, other, now } = looking;
  const values = [[...rooms.keys()], from, to, most];
  const spoken = [[...rooms.keys()], new Date(from.getTime() - lookBack * day), to, most];
  const [acts, messages, evidence, waiting, meetings] = await Promise.all([
    tx.query<ActRow>(
      `select t.partnership_id, t.conversation_id, t.at, t.kind, ${question} as question, t.speaker, t.via, c.customer_side, c.title from acts t ${beside}
       where ${within} order by t.at desc limit $4`,
      spoken,
    ),
    tx.query<MessageRow>(
      `select t.partnership_id, t.thread_id as conversation_id, t.at, t.side, t.via from messages t
       where ${within} order by t.at desc limit $4`,
      spoken,
    ),
    tx.query<EvidenceRow>(
      `select t.partnership_id, t.conversation_id, t.at, t.kind, t.about, t.facts, c.customer_side, c.title from evidence t ${beside}
       where ${within} and t.via <> 'recorded' order by t.at desc limit $4`,
      values,
    ),
    tx.query<WaitingRow>(
      `select t.partnership_id, t.conversation_id, t.move_by as at, t.organization_id, t.mine, t.waits_for, c.title from today t ${beside}
       where t.organization_id = any($5) and (t.mine or t.counterpart_id = t.organization_id) and t.partnership_id = any($1) and t.move_by >= $2 and t.move_by < least($3::timestamptz, $6::timestamptz)
         and t.waits_for in ('answer', 'question', 'review', 'proposal', 'antecedent') order by t.move_by desc limit $4`,
      [...values, other ? [organization, other.holder] : [organization], now],
    ),
    meetsIn(tx, rooms, new Date(from.getTime() - lookBack * day), to, most),
  ]);
  const end = Math.min(to.getTime(), now.getTime() + 1);
  const due = dueIn(looking, from.getTime(), end);
  const titles = new Map(
    [...acts.rows, ...evidence.rows, ...waiting.rows].map((row) => [row.conversation_id, row.title]),
  );
  const unnamed = due.filter((one) => !titles.has(one.conversation));
  for (const [id, title] of await titlesOf(
    tx,
    unnamed.map((one) => ({ id: one.conversation, partnership: one.partnership })),
  ))
    titles.set(id, title);
  const words = wordsOf(rooms, acts.rows, messages.rows);
  return {
    from: from.getTime(),
    to: end,
    words: words.filter((word) => word.at >= from.getTime()),
    earlier: words.filter((word) => word.at < from.getTime()),
    facts: evidence.rows.map((row): Fact => {
      const { kind, facts, about } = row;
      return { ...placed(row), kind, facts, about, ours: isOurs(rooms, row, about) };
    }),
    due,
    waiting: waiting.rows.map((row): Waiting => {
      const waits = row.waits_for === 'antecedent' ? 'antecedent' : 'answer';
      return { ...placed(row), for: waits, ours: row.mine && row.organization_id === organization };
    }),
    meetings,
    titles,
  };
}

function isOurs(rooms: Looking['rooms'], row: SideRow, side: Side): boolean {
  const letter = side === 'customer' ? row.customer_side : otherSide(row.customer_side);
  return letter === rooms.get(row.partnership_id);
}

function wordsOf(rooms: Looking['rooms'], acts: readonly ActRow[], messages: readonly MessageRow[]): Word[] {
  const spoken = acts.flatMap((row) =>
    row.speaker === 'newcomer'
      ? []
      : [
          {
            ...placed(row),
            kind: row.kind,
            question: row.question,
            ours: isOurs(rooms, row, row.speaker),
            recorded: row.via === 'recorded',
          },
        ],
  );
  const written = messages.map((row) => ({
    ...placed(row),
    kind: 'message' as const,
    ours: row.side === rooms.get(row.partnership_id),
    recorded: row.via === 'recorded',
  }));
  return [...spoken, ...written];
}

/** Promises in these rooms that came due in the stretch, or came out before they were due; of the two sides alone where one room is looked at. */
function dueIn({ record, rooms, self, other }: Looking, from: number, to: number): DuePromise[] {
  return record.commitments.flatMap((one) => {
    const { id, partnership, performer, dueAt, settledAt, result, silentFrom } = one;
    const at = Math.min(dueAt, settledAt ?? dueAt);
    if (!rooms.has(partnership) || at < from || at >= to) return [];
    if (other && performer !== self && performer !== other.party) return [];
    // Late and settled on the day itself: nothing had been said by then.
    const silent = silentFrom !== undefined || (result === 'late' && settledAt !== undefined && settledAt <= dueAt);
    return [{ conversation: id, partnership, at, result, silent, ours: performer === self }];
  });
}
