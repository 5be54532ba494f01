import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { recordChange } from '../organizations/commands-audit.ts';
import { type AddedPerson, addPeople } from '../people/commands.ts';
import type { NewPartnerPerson } from '../people/schema.ts';
import { partnerName, partnerSide } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { canChangePartner } from './policy.ts';
import { findSamePartners } from './queries.ts';
import type { ChangePartnership, NewPartnership } from './schema.ts';

export interface OpenedPartnership {
  id: string;
  /** The recorded organization. */
  partnerId: string;
  people: AddedPerson[];
}

interface Partner {
  name: string;
  domain?: string | null | undefined;
  people?: readonly NewPartnerPerson[];
}

/** Writes down an organization that has no account here. Its keeper speaks for it until it claims itself. */
export async function recordOrganization(
  tx: Tx,
  keeper: string,
  partner: Omit<Partner, 'people'>,
  now: Date,
): Promise<string> {
  const id = newId();
  await tx.query(
    'insert into organizations (id, slug, name, domain, keeper_id, created_at) values ($1::uuid, $1::text, $2, $3, $4, $5)',
    [id, partner.name, partner.domain ?? null, keeper, now],
  );
  return id;
}

/** Opens the room of two organizations that `holder` keeps: itself and one it recorded, or two it recorded. */
export async function openRoom(tx: Tx, holder: string, a: string, b: string, now: Date): Promise<string> {
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into partnerships (id, organization_a, organization_b, holder_a, holder_b, claimed_a, claimed_b, name_a, name_b, domain_a, domain_b, created_at)
     select $1, a.id, b.id, $2, $2, case when a.id = $2 then a.id end, case when b.id = $2 then b.id end, a.name, b.name, a.domain, b.domain, $5
     from organizations a, organizations b where a.id = $3 and b.id = $4`,
    [id, holder, a, b, now],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such organization here.');
  return id;
}

/** A new partner with its room and its people. Asks nobody whether it is there already: see `addPartnership`. */
export async function openPartnership(
  tx: Tx,
  organization: string,
  partner: Partner,
  now: Date,
): Promise<OpenedPartnership> {
  const partnerId = await recordOrganization(tx, organization, partner, now);
  const id = await openRoom(tx, organization, organization, partnerId, now);
  const people = await addPeople(tx, id, 'b', partner.people ?? [], now);
  return { id, partnerId, people };
}

/** Adds a partner as a person does it: once, unless they insist. */
export async function addPartnership(
  tx: Tx,
  organization: string,
  personId: string,
  input: NewPartnership,
  now: Date,
): Promise<OpenedPartnership> {
  const existing = input.force ? [] : await findSamePartners(tx, organization, input);
  if (existing[0]) {
    throw new AppError(
      'conflict',
      `${existing[0].name} is among your partners already. Open it, or add this one all the same.`,
      {
        reason: 'same-partner',
        existing: existing.slice(0, 10),
      },
    );
  }
  const opened = await openPartnership(tx, organization, input, now);
  await recordChange(
    tx,
    { now: () => now },
    { organization, person: personId, action: 'partnership.added', subject: opened.id, detail: { name: input.name } },
  );
  return opened;
}

/** Corrects the name or domain of a recorded partner. */
export async function changePartnership(
  tx: Tx,
  organization: string,
  personId: string,
  id: string,
  input: ChangePartnership,
  now: Date,
): Promise<void> {
  const room = await loadRoom(tx, organization, id);
  const side = input.side ?? partnerSide(room);
  if (!canChangePartner(organization, room, side)) {
    throw new AppError(
      'forbidden',
      `${room.sides[side].name} is here with an organization of its own and chooses its own name.`,
    );
  }
  const before = room.sides[side];
  const name = input.name ?? before.name;
  const domain = input.domain === undefined ? before.domain : input.domain;
  await Promise.all([
    tx.query(`update partnerships set name_${side} = $2, domain_${side} = $3 where id = $1`, [id, name, domain]),
    tx.query('update organizations set name = $2, domain = $3 where id = $1 and keeper_id = $4', [
      before.organizationId,
      name,
      domain,
      organization,
    ]),
  ]);
  await recordChange(
    tx,
    { now: () => now },
    {
      organization,
      person: personId,
      action: 'partnership.changed',
      subject: id,
      detail: { side, before: partnerName(room), name, domain },
    },
  );
}
