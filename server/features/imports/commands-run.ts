import { buffer } from 'node:stream/consumers';
import type { Conversation, Side } from '@entente/protocol';
import { type Database, inScope, type Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import type { Storage } from '../../platform/storage.ts';
import { append } from '../acts/commands.ts';
import { loadConversation } from '../acts/queries.ts';
import type { Letter } from '../conversations/model.ts';
import { type Directory, noteMade, readDirectory, roomFor } from './commands-rooms.ts';
import { type Arrival, storeArrivals } from './commands-store.ts';
import { namedLines, readTable, type Table } from './model-csv.ts';
import { replay, replayRest, type Voices } from './model-history.ts';
import { plan, type Plan, type Planned, type PlannedRow } from './model-plan.ts';
import { readKnowledge } from './queries.ts';
import type { Mapping } from './schema.ts';

/** What an import works with. */
export interface Desk {
  db: Database;
  storage: Storage;
  scope: Scope;
  now: Date;
}

export interface Batch {
  id: string;
  storageKey: string;
  mapping: Mapping;
}

const chunkSize = 100;
const rowChunk = 2_000;

export async function readStored(storage: Storage, key: string): Promise<Table> {
  const { stream } = await storage.open(key);
  return readTable(await buffer(stream as never));
}

/** Plans a batch and keeps what happens with each line. Nothing else is written: this is the preview. */
export async function preview(desk: Desk, batch: Batch): Promise<Plan> {
  const table = await readStored(desk.storage, batch.storageKey);
  return inScope(desk.db, desk.scope, async (tx) => {
    // Of two previews at once the later one waits, so that rows and counts are of one reading.
    await tx.query('select 1 from imports where organization_id = $1 and id = $2 for update', [
      desk.scope.organization,
      batch.id,
    ]);
    const made = plan(namedLines(table), batch.mapping, await readKnowledge(tx, desk.scope.organization));
    await keepRows(tx, desk, batch.id, made.rows);
    await tx.query(
      'update imports set counts = $3, total = $4, done = 0, error = null, changed_at = $5 where organization_id = $1 and id = $2',
      [
        desk.scope.organization,
        batch.id,
        JSON.stringify(made.counts),
        made.commitments.filter((one) => one.outcome !== 'skip').length,
        desk.now,
      ],
    );
    return made;
  });
}

async function keepRows(tx: Tx, desk: Desk, id: string, rows: readonly PlannedRow[]): Promise<void> {
  const { organization } = desk.scope;
  await tx.query('delete from import_rows where organization_id = $1 and import_id = $2', [organization, id]);
  for (let from = 0; from < rows.length; from += rowChunk) {
    await tx.query(
      `insert into import_rows (organization_id, import_id, line, outcome, reason, detail, key)
       select $1, $2, r.line, r.outcome, r.reason, r.detail, r.key
       from jsonb_to_recordset($3::jsonb) as r(line integer, outcome text, reason text, detail text, key text)
       on conflict on constraint import_rows_pkey do nothing`,
      [organization, id, JSON.stringify(rows.slice(from, from + rowChunk))],
    );
  }
}

/**
 * Replays every commitment of a batch through the protocol and stores it, a hundred at a time. Stopped in the middle, it goes on
 * where it was when called again: what is stored already is known and not planned twice.
 */
export async function run(
  desk: Desk,
  batch: Batch,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const { db, scope } = desk;
  const table = await readStored(desk.storage, batch.storageKey);
  const { organization } = scope;
  const start = await inScope(db, scope, async (tx) => {
    const [knowledge, directory, zone, mine] = await Promise.all([
      readKnowledge(tx, organization),
      readDirectory(tx, organization),
      tx.query<{ time_zone: string }>('select time_zone from organizations where id = $1', [organization]),
      tx.query<{ done: number }>('select done from imports where organization_id = $1 and id = $2', [
        organization,
        batch.id,
      ]),
    ]);
    return { knowledge, directory, zone: zone.rows[0]?.time_zone ?? 'UTC', done: mine.rows[0]?.done ?? 0 };
  });
  const open = plan(namedLines(table), batch.mapping, start.knowledge).commitments.filter(
    (one) => one.outcome !== 'skip',
  );
  const total = start.done + open.length;
  let { done } = start;
  for (let from = 0; from < open.length; from += chunkSize) {
    const chunk = open.slice(from, from + chunkSize);
    done += chunk.length;
    await inScope(db, scope, async (tx) => {
      await storeChunk(tx, desk, batch, chunk, start);
      await tx.query(
        'update imports set done = $3, total = $4, changed_at = $5 where organization_id = $1 and id = $2',
        [organization, batch.id, done, total, desk.now],
      );
    });
    progress(done, total);
  }
}

interface Start {
  directory: Directory;
  zone: string;
}

async function storeChunk(
  tx: Tx,
  desk: Desk,
  batch: Batch,
  chunk: readonly Planned[],
  { directory, zone }: Start,
): Promise<void> {
  const arrivals: Arrival[] = [];
  for (const planned of chunk) {
    if (planned.outcome === 'update') {
      await finish(tx, desk, planned, zone);
      continue;
    }
    const { room, customer } = await roomFor(tx, directory, desk.scope.organization, planned, desk.now);
    const performer: Letter = customer === 'a' ? 'b' : 'a';
    const voices: Voices = {
      parties: { customer: room.parties[customer], performer: room.parties[performer] },
      pseudonyms: { customer: room.voices[customer], performer: room.voices[performer] },
    };
    arrivals.push({ planned, room, customer, replayed: replay(planned, voices, zone, batch.mapping.unit || 'value') });
  }
  await storeArrivals(tx, desk.scope.organization, batch.id, arrivals, desk.now);
  await noteMade(tx, desk.scope.organization, batch.id, directory);
}

/** A commitment that an earlier file left open is reported and accepted now, if it still waits for that. */
async function finish(tx: Tx, desk: Desk, planned: Planned, zone: string): Promise<void> {
  const { organization } = desk.scope;
  const { rows } = await tx.query<{ partnership_id: string; conversation_id: string }>(
    'update imported set settled = true where organization_id = $1 and key = $2 returning partnership_id, conversation_id',
    [organization, planned.key],
  );
  const known = rows[0];
  if (!known || planned.done === null) return;
  const voice = { organization, zone, mayPromise: true };
  const target = { partnership: known.partnership_id, conversation: known.conversation_id };
  let found = await loadConversation(tx, voice, target, desk.now);
  if (found?.conversation.state !== 'performing' || found.holder_a !== found.holder_b) return;
  const pseudonyms = found.conversation.persons as Record<Side, string>;
  const rest = replayRest(found.conversation, planned.done, { parties: found.conversation.parties, pseudonyms }, zone);
  let before: Conversation = found.conversation;
  for (const [index, act] of rest.acts.entries()) {
    if (!found) throw new AppError('conflict', 'The conversation went away while it was being updated.');
    const after = rest.folds[index] as Conversation;
    const role = {
      speaker: act.side,
      letter: 'a' as const,
      pseudonym: act.actor.pseudonym,
      via: 'recorded' as const,
      recorder: null,
    };
    const commits = new Set(act.parts.map((part) => part.commit));
    const contents = rest.contents.filter((content) => commits.has(content.commitment));
    await append(tx.query, found, act, after, { now: desk.now, role, contents, before, title: null, silent: true });
    before = after;
    found = { ...found, head: act.id, conversation: after };
  }
}
