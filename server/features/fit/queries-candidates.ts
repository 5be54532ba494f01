import { byCode, type Item, type Kind, type Match, rank, type Weights, weightsFrom } from '@entente/matching';
import type { Tx } from '../../platform/database.ts';

/** A need or an offer that a partner told us, and in which room. */
export interface Candidate {
  partnership: string;
  item: Item;
}

/** A term that more items hold than this counts as holding so many: it says little either way. */
const COUNTED = 1000;
/** How many items a search stands for when terms are weighed: with the bound above, a common term weighs a fifth of a rare one. */
const CORPUS = 4000;
/** What a term counts for that was not looked up: neither rare nor common. */
const TYPICAL = 100;
/** How many pairs of term and item are read, the rarest terms first. */
const READ = 3000;
/** How many items are compared in full. */
const COMPARED = 200;
/** How many terms of one item are looked up. */
const TERMS = 60;

/** Rows of disclosure_terms that the organization $1 reads: what the other side of a room told. */
const TOLD = (columns: string, more: string) =>
  `select ${columns} from disclosure_terms where side = 'a' and holder_b = $1 and nature = $2 and ${more}
   union all select ${columns} from disclosure_terms where side = 'b' and holder_a = $1 and nature = $2 and ${more}`;

/**
 * The best of everything all partners disclosed to the organization, for one item of ours: offers for a need, needs for an offer.
 * Items that share no term with it are not found. Bounded work whatever the number of disclosures: what only shares terms that very
 * many share may be missed. The same data give the same answer.
 */
export async function bestDisclosed(
  tx: Tx,
  organization: string,
  ours: { nature: 'need' | 'offer'; item: Item },
  limit = 20,
): Promise<{ partnership: string; match: Match }[]> {
  const nature = ours.nature === 'need' ? 'offer' : 'need';
  const counts = await countTerms(tx, organization, nature, ours.item.terms);
  const weights: Weights = weightsFrom({ get: (term) => counts.get(term) ?? TYPICAL }, CORPUS);
  const candidates = await candidatesFor(tx, organization, nature, counts, weights);
  const roomOf = new Map(candidates.map(({ partnership, item }) => [item, partnership]));
  const matches =
    ours.nature === 'need'
      ? rank(ours.item, roomOf.keys(), { weights, limit })
      : candidates
          .flatMap(({ item }) => rank(item, [ours.item], { weights, limit: 1 }))
          .sort((one, two) => two.score - one.score || byCode(one.need.id, two.need.id))
          .slice(0, limit);
  return matches.map((match) => ({
    partnership: roomOf.get(ours.nature === 'need' ? match.offer : match.need) ?? '',
    match,
  }));
}

/** How many items hold each term, up to a bound; terms that nobody holds are left out. */
async function countTerms(
  tx: Tx,
  organization: string,
  nature: string,
  terms: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ term: string; count: number }>(
    `select t.term, c.count from unnest($3::text[]) as t(term),
       lateral (select count(*)::int as count from (${TOLD('1', 'term = t.term')} limit ${COUNTED}) found) c
     where c.count > 0`,
    [organization, nature, terms.slice(0, TERMS)],
  );
  return new Map(rows.map(({ term, count }) => [term, count]));
}

interface Row {
  partnership_id: string;
  id: string;
  kind: Kind;
  title: string;
  detail: string | null;
  skills: string[] | null;
  terms: string[];
  starts_on: string | null;
  ends_on: string | null;
}

async function candidatesFor(
  tx: Tx,
  organization: string,
  nature: string,
  counts: ReadonlyMap<string, number>,
  weights: Weights,
): Promise<Candidate[]> {
  const terms = rarest(counts);
  if (terms.length === 0) return [];
  const { rows } = await tx.query<Row>(
    `select d.partnership_id, d.id, d.kind, d.title, d.detail, d.skills, d.terms, d.starts_on, d.ends_on
     from (
       select f.partnership_id, f.id from unnest($3::text[], $4::real[]) as t(term, weight),
         lateral (${TOLD('partnership_id, id', 'term = t.term')} limit ${COUNTED}) f
       group by f.partnership_id, f.id order by sum(t.weight) desc, f.partnership_id, f.id limit ${COMPARED}
     ) best
     join disclosures d on d.partnership_id = best.partnership_id and d.id = best.id
     where d.title is not null`,
    [organization, nature, terms, terms.map((term) => weights.of(term))],
  );
  return rows.map((row) => ({ partnership: row.partnership_id, item: itemOf(row) }));
}

/** The rarest terms that together are held by no more items than are read; the very rarest in any case. */
function rarest(counts: ReadonlyMap<string, number>): string[] {
  const sorted = [...counts].sort(([one, few], [two, many]) => few - many || byCode(one, two));
  const chosen: string[] = [];
  let read = 0;
  for (const [term, count] of sorted) {
    if (chosen.length > 0 && read + count > READ) break;
    chosen.push(term);
    read += count;
  }
  return chosen;
}

function itemOf(row: Row): Item {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    ...(row.detail !== null && { detail: row.detail }),
    skills: row.skills ?? [],
    terms: row.terms,
    ...(row.starts_on && { startsOn: row.starts_on }),
    ...(row.ends_on && { endsOn: row.ends_on }),
  };
}
