import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { bytesOf, titleOf } from '../acts/model.ts';
import { type Letter, seatsOf } from '../conversations/model.ts';
import { todayRows } from '../today/model.ts';
import { commitmentRow } from '../trust/model.ts';
import type { KeptRoom } from './commands-rooms.ts';
import type { Replayed } from './model-history.ts';
import type { Planned } from './model-plan.ts';

/** A commitment of the file, replayed, in the room it belongs to. */
export interface Arrival {
  planned: Planned;
  room: KeptRoom;
  customer: Letter;
  replayed: Replayed;
}

/** Stores new conversations, many in a few statements. They are the importer's alone until a side is claimed. */
export async function storeArrivals(
  tx: Tx,
  organization: string,
  importId: string,
  arrivals: readonly Arrival[],
  now: Date,
): Promise<void> {
  if (arrivals.length === 0) return;
  await stillAlone(tx, organization, [...new Set(arrivals.map((one) => one.room.id))]);
  const put = (sql: string, rows: object[]) =>
    rows.length === 0 ? undefined : tx.query(sql, [organization, JSON.stringify(rows)]);
  await Promise.all([
    put(
      `insert into conversations (partnership_id, id, import_id, customer_side, person_customer, person_performer, title, state, outcome, head, length, folded,
         opened_at, last_at, due_at, holder_a, holder_b)
       select r.partnership_id, r.id, r.import_id, r.customer_side, r.person_customer, r.person_performer, r.title, r.state, r.outcome, r.head, r.length, r.folded,
         r.opened_at, r.last_at, r.due_at, $1, $1
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, id text, import_id uuid, customer_side text, person_customer uuid, person_performer uuid,
         title text, state text, outcome text, head text, length integer, folded text, opened_at timestamptz, last_at timestamptz, due_at timestamptz)`,
      arrivals.map((one) => conversationRow(one, importId)),
    ),
    put(
      `insert into acts (partnership_id, conversation_id, position, id, party, seq, speaker, kind, via, author, at, bytes, holder_a, holder_b)
       select r.partnership_id, r.conversation_id, r.position, r.id, r.party, r.seq, r.speaker, r.kind, 'recorded', r.author, r.at, r.bytes, $1, $1
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, conversation_id text, position integer, id text, party uuid, seq integer, speaker text,
         kind text, author uuid, at timestamptz, bytes text)`,
      arrivals.flatMap(actRows),
    ),
    put(
      `insert into parts (partnership_id, conversation_id, commitment, name, salt, text, holder_a, holder_b)
       select r.partnership_id, r.conversation_id, r.commitment, r.name, r.salt, r.text, $1, $1
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, conversation_id text, commitment text, name text, salt text, text text)`,
      arrivals.flatMap((one) => one.replayed.contents.map((content) => ({ ...keyOf(one), ...content }))),
    ),
    put(
      `insert into evidence (partnership_id, conversation_id, act_id, n, at, kind, about, via, facts, holder_a, holder_b)
       select r.partnership_id, r.conversation_id, r.act, r.n, r.at, r.kind, r.about, r.via, r.facts, $1, $1
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, conversation_id text, act text, n smallint, at timestamptz, kind text, about text, via text, facts jsonb)`,
      arrivals.flatMap((one) => one.replayed.evidence.map((fact, n) => ({ ...keyOf(one), ...fact, n }))),
    ),
    put(
      `insert into commitments (partnership_id, conversation_id, customer, performer, kind, promised_at, due_at, result, settled_at, silent_from, stake, unit,
         recorded, holder_a, holder_b)
       select r.partnership_id, r.conversation_id, r.customer, r.performer, r.kind, r.promised_at, r.due_at, r.result, r.settled_at, r.silent_from, r.stake, r.unit,
         r.recorded, $1, $1
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, conversation_id text, customer text, performer text, kind text, promised_at timestamptz,
         due_at timestamptz, result text, settled_at timestamptz, silent_from timestamptz, stake numeric, unit text, recorded boolean)`,
      arrivals.map((one) => ({ ...keyOf(one), ...commitmentRow(one.replayed.conversation) })),
    ),
    put(
      `insert into today (organization_id, partnership_id, conversation_id, counterpart_id, mine, role, waits_for, move_by, since, last_at, due_at, lapses_at)
       select $1, r.partnership_id, r.conversation_id, $1, r.mine, r.role, r.waits_for, r.move_by, r.last_at, r.last_at, r.due_at, r.lapses_at
       from jsonb_to_recordset($2::jsonb) as r(partnership_id uuid, conversation_id text, mine boolean, role text, waits_for text, move_by timestamptz,
         last_at timestamptz, due_at timestamptz, lapses_at timestamptz)`,
      arrivals.flatMap((one) => openRows(one, organization, now)),
    ),
    put(
      `insert into imported (organization_id, key, import_id, partnership_id, conversation_id, settled)
       select $1, r.key, r.import_id, r.partnership_id, r.conversation_id, r.settled
       from jsonb_to_recordset($2::jsonb) as r(key text, import_id uuid, partnership_id uuid, conversation_id text, settled boolean)`,
      arrivals.map((one) => ({
        ...keyOf(one),
        key: one.planned.key,
        import_id: importId,
        settled: one.planned.done !== null,
      })),
    ),
  ]);
}

/** A side claimed in the meantime speaks for itself: then nothing of the chunk is written, and the import plans again. */
async function stillAlone(tx: Tx, organization: string, rooms: string[]): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from partnerships where id = any($2) and holder_a = $1 and holder_b = $1 for share',
    [organization, rooms],
  );
  if (rowCount !== rooms.length)
    throw new AppError('conflict', 'A partner claimed its side while the import ran. Look at the preview once more.');
}

const keyOf = ({ room, replayed }: Arrival) => ({ partnership_id: room.id, conversation_id: replayed.conversation.id });

function conversationRow({ planned, room, customer, replayed: { conversation } }: Arrival, importId: string) {
  return {
    partnership_id: room.id,
    id: conversation.id,
    import_id: importId,
    customer_side: customer,
    person_customer: conversation.persons.customer,
    person_performer: conversation.persons.performer,
    title: titleOf(planned.what),
    state: conversation.state,
    outcome: conversation.closing?.outcome ?? null,
    head: conversation.head,
    length: conversation.length,
    folded: JSON.stringify(conversation),
    opened_at: conversation.openedAt,
    last_at: conversation.lastAt,
    due_at: conversation.agreement?.due.ends ?? null,
  };
}

function actRows(one: Arrival) {
  return one.replayed.acts.map((act, index) => ({
    ...keyOf(one),
    position: index + 1,
    id: act.id,
    party: act.from,
    seq: act.seq,
    speaker: act.side,
    kind: act.kind,
    author: act.actor.pseudonym,
    at: act.at,
    bytes: bytesOf(act),
  }));
}

/** What is still open and concerns the organization itself belongs on its Today. */
function openRows(one: Arrival, organization: string, now: Date) {
  const { room, customer, replayed } = one;
  const seats = seatsOf(
    {
      customer_side: customer,
      holder_a: organization,
      holder_b: organization,
      organization_a: room.parties.a,
      organization_b: room.parties.b,
      claimed_a: room.claimed.a,
      claimed_b: room.claimed.b,
    },
    replayed.conversation,
  );
  const rows = todayRows(replayed.conversation, now.toISOString(), seats) ?? [];
  return rows.map((row) => ({ ...row, ...keyOf(one), last_at: replayed.conversation.lastAt }));
}
