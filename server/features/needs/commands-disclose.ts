import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { recordChange } from '../organizations/commands-audit.ts';
import { ensureRoomPerson } from '../people/commands.ts';
import type { Letter, Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { disclosedColumns } from './model.ts';
import { type Book, loadItem } from './queries.ts';
import type { Item, Level } from './schema.ts';

interface Teller extends Book {
  actor: Membership;
}

/** The owner as the room knows them; only what is told in full names one. */
async function ownerIn(tx: Tx, organization: string, room: string, side: Letter, item: Item, now: Date) {
  if (!item.owner) return null;
  const { rows } = await tx.query<{ name: string; email: string }>(
    'select name, email from memberships where organization_id = $1 and person_id = $2',
    [organization, item.owner.personId],
  );
  return rows[0] ? ensureRoomPerson(tx, room, side, { personId: item.owner.personId, ...rows[0] }, now) : null;
}

interface Told {
  partnership: string;
  side: Letter;
  level: Exclude<Level, 'hidden'>;
}

/** Puts into a room exactly what a level discloses of an item, in place of whatever stood there before. */
async function tell(tx: Tx, teller: Teller, item: Item, told: Told, now: Date): Promise<void> {
  const { partnership, side, level } = told;
  const columns = disclosedColumns(item, level);
  const owner = level === 'full' ? await ownerIn(tx, teller.organization, partnership, side, item, now) : null;
  await tx.query(
    `insert into disclosures (partnership_id, id, side, level, nature, kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner, terms,
       disclosed_by, disclosed_at, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, p.holder_a, p.holder_b from partnerships p
     where p.id = $1 for share of p
     on conflict (partnership_id, id) do update set level = excluded.level, kind = excluded.kind, title = excluded.title, detail = excluded.detail,
       skills = excluded.skills, amount = excluded.amount, starts_on = excluded.starts_on, ends_on = excluded.ends_on, urgency = excluded.urgency,
       owner = excluded.owner, terms = excluded.terms, disclosed_by = excluded.disclosed_by, disclosed_at = excluded.disclosed_at`,
    [
      partnership,
      item.id,
      side,
      level,
      item.nature,
      columns.kind,
      columns.title,
      columns.detail,
      columns.skills,
      columns.amount,
      columns.starts_on,
      columns.ends_on,
      columns.urgency,
      owner,
      columns.terms,
      teller.actor.personId,
      now,
    ],
  );
  await tellTerms(tx, partnership, item.id);
}

/** The terms by which it is found among everything that partners told: those of the row as it stands now, and no other. */
async function tellTerms(tx: Tx, partnership: string, id: string): Promise<void> {
  await tx.query('delete from disclosure_terms where partnership_id = $1 and id = $2', [partnership, id]);
  await tx.query(
    `insert into disclosure_terms (partnership_id, id, side, nature, term, holder_a, holder_b)
     select d.partnership_id, d.id, d.side, d.nature, t.term, d.holder_a, d.holder_b from disclosures d, unnest(d.terms) as t(term)
     where d.partnership_id = $1 and d.id = $2`,
    [partnership, id],
  );
}

/** Brings what every partner was told of an item up to date; what is closed nobody is told any more. */
export async function tellOwnRooms(tx: Tx, teller: Teller, item: Item, now: Date): Promise<void> {
  const rooms = item.disclosures.map((one) => one.partnership);
  if (rooms.length === 0) return;
  if (item.status !== 'open') {
    await tx.query('delete from disclosures where partnership_id = any($1) and id = $2', [rooms, item.id]);
    return;
  }
  const { rows } = await tx.query<Told>(
    `select partnership_id as partnership, side, level from disclosures where partnership_id = any($1) and id = $2`,
    [rooms, item.id],
  );
  for (const told of rows) await tell(tx, teller, item, told, now);
}

/** Tells one partner of an item, as much as the level says; `hidden` takes back whatever they were told. */
export async function disclose(
  tx: Tx,
  teller: Teller,
  id: string,
  partnership: string,
  level: Level,
  now: Date,
): Promise<Item> {
  const room = await loadRoom(tx, teller.organization, partnership);
  await tx.query('select 1 from needs_offers where organization_id = $1 and id = $2 for update', [
    teller.organization,
    id,
  ]);
  const item = await loadItem(tx, teller, id);
  if (!item.may.change)
    throw new AppError('forbidden', 'Only who wrote it down or answers for it, or a manager, decides who is told.');
  if (item.about !== null)
    throw new AppError('conflict', 'This is how you understand a partner. Read it back to them instead.', {
      reason: 'not-ours',
    });
  if (room.mySide === null)
    throw new AppError('conflict', 'Your organization takes part on neither side of this room.', {
      reason: 'not-a-side',
    });
  if (item.status !== 'open')
    throw new AppError('conflict', 'It is closed. Open it again before telling anybody.', { reason: 'closed' });
  if (level === 'hidden') await end(tx, partnership, id);
  else await tell(tx, teller, item, { partnership, side: room.mySide, level }, now);
  await recordChange(
    tx,
    { now: () => now },
    {
      organization: teller.organization,
      person: teller.actor.personId,
      action: `${item.nature}.disclosed`,
      subject: id,
      detail: { partnership, level },
    },
  );
  return loadItem(tx, teller, id);
}

async function end(tx: Tx, partnership: string, id: string): Promise<number> {
  const { rowCount } = await tx.query('delete from disclosures where partnership_id = $1 and id = $2', [
    partnership,
    id,
  ]);
  return rowCount;
}

/** Either side ends a disclosure: the one that told, or the one that was told and wants to know no more of it. */
export async function endDisclosure(
  tx: Tx,
  organization: string,
  person: string,
  room: Room,
  id: string,
  now: Date,
): Promise<void> {
  if ((await end(tx, room.id, id)) === 0) throw new AppError('not_found', 'Nothing of that kind was disclosed here.');
  await recordChange(
    tx,
    { now: () => now },
    { organization, person, action: 'disclosure.ended', subject: id, detail: { partnership: room.id } },
  );
}
