import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Letter, Room } from '../rooms/policy.ts';
import { answerOf, canEnd } from './policy.ts';
import type { Duty, GuestPair, Pair } from './schema.ts';

export interface PairRow {
  id: string;
  person_a: string;
  person_b: string;
  name_a: string | null;
  name_b: string | null;
  title_a: string | null;
  title_b: string | null;
  topic: string | null;
  proposed_side: Letter;
  proposed_at: string;
  agreed_at: string | null;
  agreed_via: NonNullable<Pair['agreed']>['via'] | null;
  ended_at: string | null;
  ended_via: NonNullable<Pair['ended']>['via'] | null;
  ended_how: NonNullable<Pair['ended']>['how'] | null;
}

/** Who was written down twice is read as the one row that was kept. */
const select = `select r.id, coalesce(a.merged_into, a.id) as person_a, coalesce(b.merged_into, b.id) as person_b,
    a.name as name_a, b.name as name_b, a.title as title_a, b.title as title_b,
    r.topic, r.proposed_side, r.proposed_at, r.agreed_at, r.agreed_via, r.ended_at, r.ended_via, r.ended_how
  from pairs r join people a on a.partnership_id = r.partnership_id and a.id = r.person_a
  join people b on b.partnership_id = r.partnership_id and b.id = r.person_b
  where r.partnership_id = $1`;

const LIVE = 500;
const ENDED = 20;

export function presentPair(row: PairRow, organization: string, room: Room): Pair {
  return {
    id: row.id,
    people: [
      { id: row.person_a, side: 'a', name: row.name_a, title: row.title_a },
      { id: row.person_b, side: 'b', name: row.name_b, title: row.title_b },
    ],
    topic: row.topic,
    proposedBy: { side: row.proposed_side, at: row.proposed_at },
    agreed: row.agreed_at && row.agreed_via ? { at: row.agreed_at, via: row.agreed_via } : null,
    ended:
      row.ended_at && row.ended_how && row.ended_via
        ? { at: row.ended_at, how: row.ended_how, via: row.ended_via }
        : null,
    may: { answer: answerOf(organization, room, row), end: canEnd(organization, room, row) },
  };
}

/** Proposed and agreed pairs, the oldest first. */
export async function livePairs(tx: Tx, partnership: string): Promise<PairRow[]> {
  const { rows } = await tx.query<PairRow>(`${select} and r.ended_at is null order by r.id limit ${LIVE}`, [
    partnership,
  ]);
  return rows;
}

/** The pairs that ended last. */
export async function endedPairs(tx: Tx, partnership: string): Promise<PairRow[]> {
  const { rows } = await tx.query<PairRow>(
    `${select} and r.ended_at is not null order by r.ended_at desc, r.id limit ${ENDED}`,
    [partnership],
  );
  return rows;
}

export async function loadPair(tx: Tx, partnership: string, id: string): Promise<PairRow> {
  const { rows } = await tx.query<PairRow>(`${select} and r.id = $2`, [partnership, id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such pair here.');
  return rows[0];
}

/** Who stands for what, on both sides. */
export async function listDuties(tx: Tx, partnership: string): Promise<Duty[]> {
  const { rows } = await tx.query<Duty>(
    `select coalesce(p.merged_into, p.id) as person, d.side, d.duty, min(d.since) as since, min(d.via) as via
     from duties d join people p on p.partnership_id = d.partnership_id and p.id = d.person
     where d.partnership_id = $1 and p.ended_at is null group by 1, 2, 3 order by 2, 3, 1 limit 1000`,
    [partnership],
  );
  return rows;
}

/** Proposals of the other side that name this guest. */
export async function guestPairs(tx: Tx, partnership: string, person: string, side: Letter): Promise<GuestPair[]> {
  const { rows } = await tx.query<PairRow>(
    `${select} and r.ended_at is null and r.agreed_at is null and r.proposed_side <> $3
       and case $3 when 'a' then r.person_a else r.person_b end = $2 order by r.id limit 50`,
    [partnership, person, side],
  );
  return rows.map((row) => ({
    id: row.id,
    with: side === 'a' ? { name: row.name_b, title: row.title_b } : { name: row.name_a, title: row.title_a },
    topic: row.topic,
    proposedAt: row.proposed_at,
  }));
}
