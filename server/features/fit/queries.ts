import { byCode, type Match, rank } from '@entente/matching';
import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import { type Book, loadItem, understoodEverywhere } from '../needs/queries.ts';
import { partnerName } from '../rooms/policy.ts';
import { presentRoom, roomColumns, type RoomRow } from '../rooms/queries.ts';
import { knownOf, keptItem, matchSaid, refOf } from './model.ts';
import { bestDisclosed } from './queries-candidates.ts';
import type { AcrossFit, ItemRef } from './schema.ts';

/** How many are shown. */
const SHOWN = 20;

interface Found {
  partnership: string;
  match: Match;
  known: ItemRef['known'];
}

/** Across all partners: who could serve a need of ours, or use an offer. From what they told us, and from what we understand of them. */
export async function fitAcross(tx: Tx, book: Book, id: string, locale: Locale): Promise<AcrossFit> {
  const item = await loadItem(tx, book, id);
  const ours = { nature: item.nature, item: keptItem(item) };
  const [told, understood] = await Promise.all([
    bestDisclosed(tx, book.organization, ours, SHOWN),
    understoodEverywhere(tx, book, item.nature === 'need' ? 'offer' : 'need'),
  ]);
  const heard = understood.flatMap((one) => {
    const theirs = keptItem(one);
    const [match] =
      ours.nature === 'need' ? rank(ours.item, [theirs], { limit: 1 }) : rank(theirs, [ours.item], { limit: 1 });
    return match ? [{ partnership: one.about ?? '', match, known: knownOf(one) }] : [];
  });
  const disclosed = told.map(({ partnership, match }): Found => {
    const theirs = ours.nature === 'need' ? match.offer : match.need;
    return { partnership, match, known: theirs.detail === undefined ? 'titled' : 'told' };
  });
  const best = [...disclosed, ...heard]
    .toSorted(
      (one, other) =>
        other.match.score - one.match.score ||
        byCode(`${one.partnership} ${one.match.need.id}`, `${other.partnership} ${other.match.need.id}`) ||
        byCode(one.match.offer.id, other.match.offer.id),
    )
    .slice(0, SHOWN);
  const names = await partnersOf(
    tx,
    book.organization,
    best.map((one) => one.partnership),
  );
  const ref =
    (known: ItemRef['known']) =>
    (each: Match['need']): ItemRef =>
      each.id === item.id ? refOf(each, 'ours', 'ours') : refOf(each, 'theirs', known);
  return {
    item: refOf(ours.item, 'ours', 'ours'),
    nature: item.nature,
    matches: best.map(({ partnership, match, known }) => ({
      partnership,
      partner: names.get(partnership) ?? '',
      match: matchSaid(match, ref(known), locale),
    })),
  };
}

async function partnersOf(tx: Tx, organization: string, partnerships: string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<RoomRow>(`select ${roomColumns} from partnerships where id = any($1)`, [
    [...new Set(partnerships)],
  ]);
  return new Map(rows.map((row) => [row.id, partnerName(presentRoom(row, organization))]));
}
