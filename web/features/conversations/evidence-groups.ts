import type { Evidence } from '@entente/protocol';

/** The same fact about the same side, each time it was left. */
export interface EvidenceGroup {
  kind: Evidence['kind'];
  about: Evidence['about'];
  each: Evidence[];
}

/** Facts in the order they first appeared; what was left several times is said once, with every act that left it. */
export function groupEvidence(evidence: readonly Evidence[]): EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup>();
  for (const fact of evidence) {
    // Facts with days say something different each time.
    const key = `${fact.kind} ${fact.about} ${numberIn(fact, 'daysLate') ?? numberIn(fact, 'days') ?? ''}`;
    const group = groups.get(key) ?? { kind: fact.kind, about: fact.about, each: [] };
    group.each.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A number above nothing among the facts of one piece of evidence. */
export function numberIn(evidence: Evidence, name: string): number | undefined {
  const value = evidence.facts[name];
  return typeof value === 'number' && value > 0 ? value : undefined;
}
