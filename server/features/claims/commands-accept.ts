import type { Conversation } from '@entente/protocol';
import { sqlState, type Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { tellLive } from '../../platform/relay.ts';
import { type RoomRow, seatsOf } from '../conversations/model.ts';
import type { Letter } from '../rooms/policy.ts';
import { todayRows } from '../today/model.ts';
import type { FoundClaim } from './gate.ts';
import { type ClaimGone, claimGone } from './policy.ts';

export interface Claimant {
  organization: string;
  personId: string;
  /** Set when the recorded organization becomes its own. */
  becomes: null | {
    name: string;
    domain: string | null;
    slug: string;
    locale: string;
    timeZone: string;
    personName: string;
    personEmail: string;
  };
}

/**
 * The side changes hands, in the claimant's own scope and in one transaction: every row of the room, the people, Today. The
 * former holder keeps its notes and drafts, which nobody else could read before or after. Consents are checked by `app.claim`.
 */
export async function acceptClaim(tx: Tx, claim: FoundClaim, claimant: Claimant, now: Date): Promise<void> {
  await refuseSecondRoom(tx, claim, claimant.organization);
  const { side, keeper } = await handOver(tx, claim, claimant, now);
  await knowPeople(tx, claim.partnershipId, side, claimant.organization);
  await rebuildToday(tx, claim.partnershipId, now);
  await tellLive(tx, [
    { event: 'today', holders: [claimant.organization, keeper], partnershipId: claim.partnershipId },
  ]);
}

const secondRoom = (partner: string, existing?: string): AppError =>
  new AppError(
    'conflict',
    `You and ${partner} are partners in another room already, and two histories cannot be joined. Go on there, and tell ${partner} to withdraw this offer; or accept it for another organization.`,
    { reason: 'partners-already', ...(existing && { existing: { partnershipId: existing } }) },
  );

async function refuseSecondRoom(tx: Tx, claim: FoundClaim, organization: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from partnerships where (claimed_a = $1 and claimed_b = $2) or (claimed_a = $2 and claimed_b = $1)',
    [organization, claim.otherClaimedBy],
  );
  if (rows[0]) throw secondRoom(claim.partner, rows[0].id);
}

interface HandedOver {
  side: Letter;
  keeper: string;
}

async function handOver(tx: Tx, claim: FoundClaim, claimant: Claimant, now: Date): Promise<HandedOver> {
  try {
    const { rows } = await tx.query<{ done: HandedOver }>('select app.claim($1, $2, $3, $4, $5, $6) as done', [
      claim.partnershipId,
      claim.tokenHash,
      claimant.organization,
      claimant.personId,
      now,
      claimant.becomes,
    ]);
    return rows[0]?.done as HandedOver;
  } catch (error) {
    throw refusalOf(error, claim) ?? error;
  }
}

function refusalOf(error: unknown, claim: FoundClaim): AppError | undefined {
  const { message, constraint } = error as { message: string; constraint?: string };
  switch (sqlState(error)) {
    case 'EN403':
      return new AppError('forbidden', 'Only an administrator of an organization can take a side over for it.');
    case 'EN409':
      return message === 'own'
        ? new AppError('conflict', 'This offer is for your partner, not for the organization that made it.', {
            reason: 'own',
          })
        : new AppError(
            'conflict',
            `${claim.recordedName} is an organization of its own already. Choose it among your organizations.`,
            { reason: 'taken' },
          );
    case 'EN410':
      return claimGone(message as ClaimGone);
    case '23505':
      if (constraint === 'partnerships_claimed') return secondRoom(claim.partner);
      if (constraint === 'organizations_slug_key')
        return new AppError('conflict', 'Somebody took this name at the same moment. Please try again.', {
          reason: 'name',
        });
      return undefined;
    default:
      return undefined;
  }
}

/** People who were written down with the address of a member are those members. Their pseudonyms stay. */
async function knowPeople(tx: Tx, partnership: string, side: Letter, organization: string): Promise<void> {
  await tx.query(
    `update people p set person_id = m.person_id, name = m.name from memberships m
     where p.partnership_id = $1 and p.side = $2 and p.person_id is null and p.merged_into is null and m.organization_id = $3 and m.ended_at is null
       and lower(p.email) = lower(m.email)
       and not exists (select from people q where q.partnership_id = $1 and q.side = $2 and (q.person_id = m.person_id
         or (q.person_id is null and q.merged_into is null and lower(q.email) = lower(p.email) and q.id < p.id)))`,
    [partnership, side, organization],
  );
}

interface OpenRow extends RoomRow {
  id: string;
  folded: string;
  last_at: string;
}

/** Both organizations' Today, as the logs of the open conversations say it. */
async function rebuildToday(tx: Tx, partnership: string, now: Date): Promise<void> {
  const { rows } = await tx.query<OpenRow>(
    `select c.id, c.folded, c.last_at, c.customer_side, c.holder_a, c.holder_b, p.organization_a, p.organization_b, p.claimed_a, p.claimed_b
     from conversations c join partnerships p on p.id = c.partnership_id where c.partnership_id = $1 and c.state <> 'closed'`,
    [partnership],
  );
  const instant = now.toISOString();
  const today = rows.flatMap((row) => {
    const conversation = JSON.parse(row.folded) as Conversation;
    const entries = todayRows(conversation, instant, seatsOf(row, conversation)) ?? [];
    return entries.map((entry) => ({ ...entry, conversation_id: row.id, last_at: row.last_at }));
  });
  await tx.query(
    `insert into today (organization_id, partnership_id, conversation_id, counterpart_id, mine, role, waits_for, person_id, move_by, since, last_at, due_at, lapses_at)
     select r.organization_id, $1, r.conversation_id, r.counterpart_id, r.mine, r.role, r.waits_for,
       (select p.person_id from people p where p.partnership_id = $1 and p.id = r.person), r.move_by, r.last_at, r.last_at, r.due_at, r.lapses_at
     from jsonb_to_recordset($2::jsonb) as r(organization_id uuid, conversation_id text, counterpart_id uuid, mine boolean, role text, waits_for text,
       person uuid, move_by timestamptz, last_at timestamptz, due_at timestamptz, lapses_at timestamptz)
     on conflict on constraint today_pkey do update set counterpart_id = excluded.counterpart_id, mine = excluded.mine, role = excluded.role,
       waits_for = excluded.waits_for, person_id = excluded.person_id, move_by = excluded.move_by, due_at = excluded.due_at,
       lapses_at = excluded.lapses_at, last_at = excluded.last_at`,
    [partnership, JSON.stringify(today)],
  );
}
