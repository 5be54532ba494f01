import type { Between } from './between.ts';
import type { Match } from './fit.ts';
import type { Item, Kind } from './item.ts';
import { limits } from './limits.ts';
import { byCode, conceptMark } from './terms.ts';

/** Small first things two organizations can do together. What they are called and what they ask for is said in the words of the product. */
export const initiativeKeys = [
  'guest-talk',
  'interview-practice',
  'few-interns',
  'one-problem',
  'short-workshop',
  'shadow-day',
  'loan',
  'challenge-day',
  'joint-visit',
] as const;

export type InitiativeKey = (typeof initiativeKeys)[number];

/** A need that suggests an initiative, and the offer that would serve it; without an offer, nobody has offered anything for it yet. */
export interface Suggestion {
  whose: 'ours' | 'theirs';
  need: Item;
  offer?: Item | undefined;
}

export interface FirstInitiative {
  key: InitiativeKey;
  /** Only for comparing the suggestions of one partnership with each other. */
  score: number;
  /** The strongest first; at most three. */
  because: Suggestion[];
}

/** What speaks for an initiative: the kind of the need, the kind of the offer, or a concept either of them names; 0 to 1. */
interface Signs {
  needs: Partial<Record<Kind, number>>;
  offers: Partial<Record<Kind, number>>;
  concepts: Readonly<Record<string, number>>;
}

const SIGNS: Record<InitiativeKey, Signs> = {
  'guest-talk': {
    needs: { reputation: 0.5, knowledge: 0.6, mentoring: 0.4, access: 0.4 },
    offers: { people: 0.6, knowledge: 0.6, mentoring: 0.4 },
    concepts: { 'guest-lecture': 1, 'public-speaking': 0.5, teaching: 0.4, curriculum: 0.6, 'employer-brand': 0.6 },
  },
  'interview-practice': {
    needs: { talent: 0.3, mentoring: 0.5 },
    offers: { mentoring: 0.5, people: 0.4 },
    concepts: { 'mock-interview': 1, 'cv-writing': 1, 'career-guidance': 0.9, recruiting: 0.5, employability: 0.8 },
  },
  'few-interns': {
    needs: { talent: 0.9, people: 0.4 },
    offers: { talent: 0.9 },
    concepts: { internship: 1, students: 0.5, graduates: 0.5, apprenticeship: 0.7, recruiting: 0.5 },
  },
  'one-problem': {
    needs: { projects: 0.8, research: 0.7 },
    offers: { projects: 0.8, research: 0.7 },
    concepts: { capstone: 1, 'final-project': 1, prototyping: 0.7, 'applied-research': 0.7 },
  },
  'short-workshop': {
    needs: { training: 0.9, skills: 0.7 },
    offers: { training: 0.9, skills: 0.5 },
    concepts: { workshop: 1, 'staff-training': 1, upskilling: 1, 'continuing-education': 0.8, certification: 0.7 },
  },
  'shadow-day': {
    needs: { access: 0.6, knowledge: 0.3, mentoring: 0.4, people: 0.3 },
    offers: { access: 0.6, people: 0.4 },
    concepts: { 'job-shadowing': 1, 'site-visit': 0.8, 'staff-exchange': 0.8 },
  },
  loan: {
    needs: { equipment: 0.9, facilities: 0.7, data: 0.9 },
    offers: { equipment: 0.9, facilities: 0.7, data: 0.9 },
    concepts: { laboratory: 0.7, 'open-data': 0.7, 'software-licence': 0.9, 'equipment-loan': 1 },
  },
  'challenge-day': {
    needs: { funding: 0.5, reputation: 0.6 },
    offers: { funding: 0.5, reputation: 0.4 },
    concepts: { hackathon: 1, volunteering: 1, scholarship: 0.7, sponsorship: 0.6, 'community-work': 0.8 },
  },
  'joint-visit': {
    needs: { access: 0.7, reputation: 0.4 },
    offers: { access: 0.7, reputation: 0.4 },
    concepts: { 'joint-sales': 1, 'customer-visit': 1, pilot: 0.8, export: 0.5, 'supply-chain': 0.4 },
  },
};

/** A need for which nothing is offered yet suggests less than one that is served. */
const UNSERVED = 0.2;
const REASONS = 3;

interface Evidence extends Suggestion {
  weight: number;
}

/** The first initiatives that a fit suggests, at most three, best first; equal ones in the order of `initiativeKeys`. */
export function firstInitiatives(between: Between): FirstInitiative[] {
  const evidence = evidenceOf(between);
  return initiativeKeys
    .map((key) => suggestedBy(key, evidence))
    .filter(({ because }) => because.length > 0)
    .sort((one, two) => two.score - one.score || initiativeKeys.indexOf(one.key) - initiativeKeys.indexOf(two.key))
    .slice(0, limits.initiatives);
}

function evidenceOf({ best, unserved }: Between): Evidence[] {
  const of = (whose: Suggestion['whose'], { need, offer, score }: Match): Evidence => ({
    whose,
    need,
    offer,
    weight: score,
  });
  return [
    ...best.forUs.flatMap(({ matches }) => matches.slice(0, 1).map((match) => of('ours', match))),
    ...best.forThem.flatMap(({ matches }) => matches.slice(0, 1).map((match) => of('theirs', match))),
    ...unserved.ours.map((need): Evidence => ({ whose: 'ours', need, weight: UNSERVED })),
    ...unserved.theirs.map((need): Evidence => ({ whose: 'theirs', need, weight: UNSERVED })),
  ];
}

function suggestedBy(key: InitiativeKey, evidence: readonly Evidence[]): FirstInitiative {
  const found = evidence
    .map((each) => ({ ...each, weight: each.weight * affinity(SIGNS[key], each) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, two) => two.weight - one.weight || byCode(one.whose, two.whose) || byCode(one.need.id, two.need.id));
  return {
    key,
    score: found.reduce((sum, { weight }) => sum + weight, 0),
    because: found.slice(0, REASONS).map(({ whose, need, offer }) => ({ whose, need, offer })),
  };
}

function affinity({ needs, offers, concepts }: Signs, { need, offer }: Suggestion): number {
  const kinds = [needs[need.kind] ?? 0, offer ? (offers[offer.kind] ?? 0) : 0];
  const named = [...need.terms, ...(offer?.terms ?? [])].map((term) =>
    term.startsWith(conceptMark) ? (concepts[term.slice(1)] ?? 0) : 0,
  );
  return (Math.max(...kinds) + named.reduce((most, each) => Math.max(most, each), 0)) / 2;
}

/** Concepts that the suggestions look for; the vocabulary has all of them. */
export const conceptsLookedFor: readonly string[] = [
  ...new Set(initiativeKeys.flatMap((key) => Object.keys(SIGNS[key].concepts))),
].toSorted(byCode);
