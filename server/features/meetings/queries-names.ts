import type { Tx } from '../../platform/database.ts';
import type { Room } from '../rooms/policy.ts';
import type { GivenAnswer } from './schema.ts';
import type { MeetingAnswer, Via } from './schema-requests.ts';

/** Who reads a meeting: a member of an organization, or one person through their link. */
export interface Reader {
  organization: string;
  room: Room;
  /** Their id where they sign in. */
  personId?: string | undefined;
  /** Their pseudonym, where they come by link. */
  guest?: string | undefined;
}

export interface AnswerRow {
  person: string;
  occurrence: string;
  answer: MeetingAnswer;
  words: string;
  counter_local: string | null;
  counter_at: string | null;
  sequence: number;
  via: Via;
  at: string;
}

/** When somebody could come instead; null where they named no other time. */
export function counterOf(row: Pick<AnswerRow, 'counter_local' | 'counter_at'>): GivenAnswer['counter'] {
  const { counter_local: local, counter_at: startsAt } = row;
  return local === null || startsAt === null ? null : { local, startsAt };
}

/** A name of somebody in the room, for what was done by them. */
export async function namesOf(
  tx: Tx,
  partnership: string,
  ids: readonly (string | null)[],
): Promise<Map<string, string | null>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string | null }>(
    `select p.id, coalesce(k.name, p.name) as name from people p
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     where p.partnership_id = $1 and p.id = any($2)`,
    [partnership, wanted],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
