import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Letter, Room } from './policy.ts';

export interface RoomRow {
  id: string;
  organization_a: string;
  organization_b: string;
  holder_a: string;
  holder_b: string;
  claimed_a: string | null;
  claimed_b: string | null;
  name_a: string;
  name_b: string;
  domain_a: string | null;
  domain_b: string | null;
  created_at: string;
}

/** Columns of `partnerships` that `presentRoom` reads. */
export const roomColumns =
  'id, organization_a, organization_b, holder_a, holder_b, claimed_a, claimed_b, name_a, name_b, domain_a, domain_b, created_at';

function sideOf(row: RoomRow, organization: string): Letter | null {
  if (row.claimed_a === organization) return 'a';
  return row.claimed_b === organization ? 'b' : null;
}

/** A row of `partnerships` as one organization sees it. */
export function presentRoom(row: RoomRow, organization: string): Room {
  return {
    id: row.id,
    createdAt: row.created_at,
    mySide: sideOf(row, organization),
    sides: {
      a: {
        organizationId: row.organization_a,
        holder: row.holder_a,
        claimedBy: row.claimed_a,
        name: row.name_a,
        domain: row.domain_a,
      },
      b: {
        organizationId: row.organization_b,
        holder: row.holder_b,
        claimedBy: row.claimed_b,
        name: row.name_b,
        domain: row.domain_b,
      },
    },
  };
}

/** The room of a partnership, if the organization holds one of its sides. */
export async function findRoom(tx: Tx, organization: string, partnership: string): Promise<Room | undefined> {
  const { rows } = await tx.query<RoomRow>(
    `select ${roomColumns} from partnerships where id = $1 and (holder_a = $2 or holder_b = $2)`,
    [partnership, organization],
  );
  return rows[0] && presentRoom(rows[0], organization);
}

/** As `findRoom`; `not_found` where the organization holds no side, which tells nobody whether it exists. */
export async function loadRoom(tx: Tx, organization: string, partnership: string): Promise<Room> {
  const room = await findRoom(tx, organization, partnership);
  if (!room) throw new AppError('not_found', 'There is no such partnership here.');
  return room;
}
