import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { recordChange } from '../organizations/commands-audit.ts';
import { loadRoom } from '../rooms/queries.ts';
import { tellOwnRooms } from './commands-disclose.ts';
import { termsOfItem } from './model.ts';
import { type Book, loadItem } from './queries.ts';
import type { ChangeItem, Item, NewItem } from './schema.ts';

/** Somebody in their own organization's book, with their name as rooms get to know it. */
export interface Writer extends Book {
  actor: Membership;
}

const LIMIT = 5000;

async function requireMemberOf(tx: Tx, organization: string, person: string | null | undefined): Promise<void> {
  if (!person) return;
  const { rowCount } = await tx.query(
    'select 1 from memberships where organization_id = $1 and person_id = $2 and ended_at is null',
    [organization, person],
  );
  if (rowCount === 0) throw new AppError('invalid', 'Who answers for it must be one of your colleagues.');
}

function requireOrder(startsOn: string | null, endsOn: string | null): void {
  if (startsOn && endsOn && endsOn < startsOn)
    throw new AppError('invalid', 'The last day lies before the first. Turn them round.', {
      issues: [{ path: 'endsOn', message: 'lies before startsOn' }],
    });
}

/** Writes a need or an offer down. Nobody is told of it. */
export async function addItem(tx: Tx, writer: Writer, input: NewItem, now: Date): Promise<Item> {
  const { organization, actor } = writer;
  requireOrder(input.startsOn, input.endsOn);
  await requireMemberOf(tx, organization, input.owner);
  if (input.about) await loadRoom(tx, organization, input.about);
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into needs_offers (organization_id, id, partnership_id, nature, kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner,
       certainty, source_words, terms, created_by, created_at, updated_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18
     where (select count(*) from needs_offers where organization_id = $1) < ${LIMIT}`,
    [
      organization,
      id,
      input.about ?? null,
      input.nature,
      input.kind,
      input.title,
      input.detail,
      input.skills,
      input.amount,
      input.startsOn,
      input.endsOn,
      input.urgency,
      input.owner,
      input.about ? (input.certainty ?? 'heard') : null,
      input.sourceWords ?? null,
      termsOfItem(input),
      actor.personId,
      now,
    ],
  );
  if (rowCount === 0) throw new AppError('conflict', `A book holds at most ${LIMIT} needs and offers. Drop old ones.`);
  return loadItem(tx, writer, id);
}

async function requireChangeable(tx: Tx, writer: Writer, id: string): Promise<Item> {
  await tx.query('select 1 from needs_offers where organization_id = $1 and id = $2 for update', [
    writer.organization,
    id,
  ]);
  const item = await loadItem(tx, writer, id);
  if (!item.may.change)
    throw new AppError('forbidden', 'Only who wrote it down or answers for it, or a manager, can change it.');
  return item;
}

/** Changes an item; whoever was told of it reads the change at once, as far as they were told. Closing it ends what was told. */
export async function changeItem(tx: Tx, writer: Writer, id: string, input: ChangeItem, now: Date): Promise<Item> {
  const { organization } = writer;
  const before = await requireChangeable(tx, writer, id);
  const after = {
    ...before,
    ...input,
    owner: input.owner === undefined ? (before.owner?.personId ?? null) : input.owner,
  };
  requireOrder(after.startsOn, after.endsOn);
  await requireMemberOf(tx, organization, input.owner);
  await tx.query(
    `update needs_offers set kind = $3, title = $4, detail = $5, skills = $6, amount = $7, starts_on = $8, ends_on = $9, urgency = $10, owner = $11,
       certainty = $12, status = $13, terms = $14, updated_at = $15 where organization_id = $1 and id = $2`,
    [
      organization,
      id,
      after.kind,
      after.title,
      after.detail,
      after.skills,
      after.amount,
      after.startsOn,
      after.endsOn,
      after.urgency,
      after.owner,
      before.about ? (input.certainty ?? before.certainty) : null,
      after.status,
      termsOfItem(after),
      now,
    ],
  );
  const changed = await loadItem(tx, writer, id);
  await tellOwnRooms(tx, writer, changed, now);
  return loadItem(tx, writer, id);
}

/** Throws an item away, and with it whatever others were told of it. */
export async function dropItem(tx: Tx, writer: Writer, id: string, now: Date): Promise<void> {
  const item = await requireChangeable(tx, writer, id);
  await tellOwnRooms(tx, writer, { ...item, status: 'withdrawn' }, now);
  await tx.query('delete from needs_offers where organization_id = $1 and id = $2', [writer.organization, id]);
  await recordChange(
    tx,
    { now: () => now },
    {
      organization: writer.organization,
      person: writer.actor.personId,
      action: `${item.nature}.dropped`,
      subject: id,
      detail: { title: item.title },
    },
  );
}
