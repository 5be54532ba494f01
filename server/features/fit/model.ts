import {
  type FirstInitiative,
  fitBetween,
  firstInitiatives,
  type Item,
  type Match,
  nameOf,
  type Reason,
  type Side,
} from '@entente/matching';
import type { Locale } from '../../../messages/locale.ts';
import { termsOfItem } from '../needs/model.ts';
import type { Disclosed, Item as Kept, RoomNeeds } from '../needs/schema.ts';
import type { FitMatch, FitReason, ItemRef, RoomFit } from './schema.ts';

/** From these scores on a fit is called so. */
const STRONG = 0.5;
const FAIR = 0.3;

/** An item of ours, or of theirs as we understand it: where they put it right, in their words. */
export function keptItem(item: Kept): Item {
  const title = item.answer?.correction ?? item.title;
  return {
    id: item.id,
    kind: item.kind,
    title,
    detail: item.detail,
    skills: item.skills,
    terms: termsOfItem({ ...item, title }),
    ...(item.startsOn && { startsOn: item.startsOn }),
    ...(item.endsOn && { endsOn: item.endsOn }),
  };
}

/** An item as the other side disclosed it: only what is there is compared. */
export function toldItem(item: Disclosed): Item {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    ...(item.detail !== null && { detail: item.detail }),
    skills: item.skills,
    terms: termsOfItem({ title: item.title, detail: item.detail ?? '', skills: item.skills }),
    ...(item.startsOn && { startsOn: item.startsOn }),
    ...(item.endsOn && { endsOn: item.endsOn }),
  };
}

/** How an item of our book is known. */
export const knownOf = (item: Kept): ItemRef['known'] => {
  if (item.about === null) return 'ours';
  if (item.answer && item.answer.verdict !== 'open') return 'confirmed';
  return item.certainty ?? 'heard';
};

interface Known {
  nature: 'need' | 'offer';
  item: Item;
  ref: ItemRef;
}

/** An item by its title, whose it is and how it is known. */
export const refOf = (item: Item, whose: ItemRef['whose'], how: ItemRef['known']): ItemRef => ({
  id: item.id,
  title: item.title,
  kind: item.kind,
  whose,
  known: how,
});

const known = (nature: Known['nature'], item: Item, whose: ItemRef['whose'], how: ItemRef['known']): Known => ({
  nature,
  item,
  ref: refOf(item, whose, how),
});

const kept = (items: Kept[], whose: ItemRef['whose']): Known[] =>
  items.map((one) => known(one.nature, keptItem(one), whose, knownOf(one)));

function gathered(needs: RoomNeeds): { ours: Known[]; theirs: Known[] } {
  const told = needs.theirs.disclosed.map((one) =>
    known(one.nature, toldItem(one), 'theirs', one.level === 'titled' ? 'titled' : 'told'),
  );
  return { ours: kept(needs.ours, 'ours'), theirs: [...told, ...kept(needs.understood, 'theirs')] };
}

const sideOf = (items: Known[]): Side => ({
  needs: items.filter((one) => one.nature === 'need').map((one) => one.item),
  offers: items.filter((one) => one.nature === 'offer').map((one) => one.item),
});

/** Reasons with skills named in a language. */
function reasonsIn(reasons: readonly Reason[], locale: Locale): FitReason[] {
  return reasons.map((reason) =>
    reason.kind === 'skills' ? { ...reason, skills: reason.skills.map((skill) => nameOf(skill, locale)) } : reason,
  );
}

function strengthOf(score: number): FitMatch['strength'] {
  if (score >= STRONG) return 'strong';
  return score >= FAIR ? 'fair' : 'slight';
}

/** A match as it is shown. */
export function matchSaid(match: Match, ref: (item: Item) => ItemRef, locale: Locale): FitMatch {
  return {
    need: ref(match.need),
    offer: ref(match.offer),
    strength: strengthOf(match.score),
    reasons: reasonsIn(match.reasons, locale),
  };
}

/** What fits between two sides, from what one of them knows. */
export function fitOfRoom(needs: RoomNeeds, locale: Locale): RoomFit {
  const { ours, theirs } = gathered(needs);
  const between = fitBetween(sideOf(ours), sideOf(theirs));
  const refs = new Map([...ours, ...theirs].map((one) => [one.item.id, one.ref]));
  const ref = (item: Item): ItemRef => {
    const found = refs.get(item.id);
    if (!found) throw new Error('a fit names only what was compared');
    return found;
  };
  const said = (match: Match): FitMatch => matchSaid(match, ref, locale);
  const suggested = ({ key, because }: FirstInitiative): RoomFit['initiatives'][number] => ({
    key,
    because: because.map(({ whose, need, offer }) => ({ whose, need: ref(need), offer: offer ? ref(offer) : null })),
  });
  return {
    partner: needs.partner,
    direct: between.direct.map(({ forUs, forThem }) => ({ forUs: said(forUs), forThem: said(forThem) })),
    oneSided: { forUs: between.oneSided.forUs.map(said), forThem: between.oneSided.forThem.map(said) },
    unserved: { ours: between.unserved.ours.map(ref), theirs: between.unserved.theirs.map(ref) },
    initiatives: firstInitiatives(between).map(suggested),
    leftOut: between.leftOut,
  };
}
