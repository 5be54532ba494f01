import type { Tx } from '../../platform/database.ts';
import { holdsAll, snippetOf, wordsOf } from './model.ts';
import { readFound, type Hit } from './queries-found.ts';
import { type Found, kinds, type SearchAnswer, type SearchFilter } from './schema.ts';

interface HitRow extends Hit {
  kind: string;
  closeness: number;
}

/**
 * What the organization may see and holds all the words, each at the beginning of a word. app.search finds keys with the owner's rights; what they say
 * is read here, under row-level security, so that nothing it should not have found can be shown.
 */
export async function search(tx: Tx, organization: string, filter: SearchFilter): Promise<SearchAnswer> {
  const words = wordsOf(filter.q);
  if (words.join('').length < 2) return { groups: [] };
  const { rows } = await tx.query<HitRow>('select kind, partnership_id, id, place, closeness from app.search($1, $2)', [
    filter.q,
    filter.limit,
  ]);
  const groups = await Promise.all(
    kinds.map(async (kind) => {
      const hits = rows.filter((row) => row.kind === kind);
      const found = hits.length === 0 ? [] : await readFound[kind](tx, organization, hits);
      const byKey = new Map(found.map((each) => [each.item.id, each]));
      const items = hits.flatMap((hit): Found[] => {
        const each = byKey.get(hit.id);
        if (!each) return [];
        const told = each.text !== null && !holdsAll(each.item.title, words);
        return [{ ...each.item, snippet: told ? snippetOf(each.text ?? '', words) : null }];
      });
      return { kind, items, exact: hits.some((hit) => hit.closeness === 0) };
    }),
  );
  const shown = groups.filter((group) => group.items.length > 0);
  // Whoever typed a whole name means that: its group stands first. Otherwise the groups keep their places while one types.
  const ordered = [...shown.filter((group) => group.exact), ...shown.filter((group) => !group.exact)];
  return { groups: ordered.map(({ kind, items }) => ({ kind, items })) };
}
