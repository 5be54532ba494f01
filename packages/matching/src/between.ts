import { type Match, rank } from './fit.ts';
import type { Item } from './item.ts';
import { limits } from './limits.ts';
import { byCode } from './terms.ts';
import { evenWeights, type Weights } from './weights.ts';

/** What one side needs and offers, as far as it is known here. */
export interface Side {
  needs: readonly Item[];
  offers: readonly Item[];
}

/** Each helps the other: their offer serves our need, and our offer serves their need. */
export interface Exchange {
  /** The geometric mean of the two: 0 when one way is 0. */
  score: number;
  forUs: Match;
  forThem: Match;
}

/** A need with the offers of the other side that serve it, best first. */
export interface Served {
  need: Item;
  matches: Match[];
}

/** The fit of two sides, both ways. */
export interface Between {
  /** The geometric mean of how well our needs are served on the whole, and theirs: 0 when one way is 0. */
  score: number;
  /** Direct exchanges, best first; every need and every offer is in at most one. */
  direct: Exchange[];
  /** What serves one side and has no counterpart: a need and an offer are in at most one, and in none of the exchanges. */
  oneSided: { forUs: Match[]; forThem: Match[] };
  /** Every need that anything serves, with its best offers. */
  best: { forUs: Served[]; forThem: Served[] };
  /** Needs that nothing serves. */
  unserved: { ours: Item[]; theirs: Item[] };
  /** How many needs and offers were left out because a side has more than `limits.items`. */
  leftOut: number;
}

/** Below this nothing is called a fit: a related kind alone does not reach it, the same kind alone does. */
const LEAST = 0.15;

/**
 * Both ways between two sides. Seen from the other side (arguments swapped) it is the same with ours and theirs swapped, and the
 * order in which needs and offers come changes nothing.
 */
export function fitBetween(ours: Side, theirs: Side, weights: Weights = evenWeights): Between {
  const us = bounded(ours);
  const them = bounded(theirs);
  const toUs = oneWay(us.needs, them.offers, weights);
  const toThem = oneWay(them.needs, us.offers, weights);
  const pairs = Math.min(toUs.chosen.length, toThem.chosen.length);
  const direct = toUs.chosen.slice(0, pairs).flatMap((forUs, index) => {
    const forThem = toThem.chosen[index];
    return forThem ? [{ score: geometricMean(forUs.score, forThem.score), forUs, forThem }] : [];
  });
  return {
    score: geometricMean(toUs.share, toThem.share),
    direct,
    oneSided: { forUs: toUs.chosen.slice(pairs), forThem: toThem.chosen.slice(pairs) },
    best: { forUs: toUs.served, forThem: toThem.served },
    unserved: { ours: toUs.unserved, theirs: toThem.unserved },
    leftOut: us.leftOut + them.leftOut,
  };
}

/** Never the arithmetic mean: what is good for one side only would win. */
export const geometricMean = (one: number, two: number): number => Math.sqrt(one * two);

function bounded({ needs, offers }: Side): Side & { leftOut: number } {
  const first = (items: readonly Item[]) => items.toSorted((one, two) => byCode(one.id, two.id)).slice(0, limits.items);
  const kept = { needs: first(needs), offers: first(offers) };
  return { ...kept, leftOut: needs.length + offers.length - kept.needs.length - kept.offers.length };
}

interface OneWay {
  served: Served[];
  unserved: Item[];
  /** Matches of different needs and different offers, best first. */
  chosen: Match[];
  /** The mean over all needs of their best fit. */
  share: number;
}

function oneWay(needs: readonly Item[], offers: readonly Item[], weights: Weights): OneWay {
  const all = needs.map((need) => ({
    need,
    matches: rank(need, offers, { weights, least: LEAST, limit: offers.length }),
  }));
  const served = all.filter(({ matches }) => matches.length > 0).sort(byBest);
  const total = served.reduce((sum, { matches }) => sum + (matches[0]?.score ?? 0), 0);
  return {
    served: served.map(({ need, matches }) => ({ need, matches: matches.slice(0, limits.perNeed) })),
    unserved: all.filter(({ matches }) => matches.length === 0).map(({ need }) => need),
    chosen: chosenOf(served.flatMap(({ matches }) => matches)),
    share: needs.length === 0 ? 0 : total / needs.length,
  };
}

const byBest = (one: Served, two: Served): number =>
  (two.matches[0]?.score ?? 0) - (one.matches[0]?.score ?? 0) || byCode(one.need.id, two.need.id);

/** The best match, then the best of those that share neither need nor offer with it, and so on. */
function chosenOf(matches: readonly Match[]): Match[] {
  const needs = new Set<string>();
  const offers = new Set<string>();
  return matches
    .toSorted(
      (one, two) => two.score - one.score || byCode(one.need.id, two.need.id) || byCode(one.offer.id, two.offer.id),
    )
    .filter(({ need, offer }) => {
      if (needs.has(need.id) || offers.has(offer.id)) return false;
      needs.add(need.id);
      offers.add(offer.id);
      return true;
    });
}
