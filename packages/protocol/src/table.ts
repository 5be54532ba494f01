import type { ActKind, ProposalKind } from './act.ts';
import { negotiating } from './table/negotiating.ts';
import { performing } from './table/performing.ts';
import { proposals as proposalRules, proposing } from './table/proposing.ts';
import type { ActRule, ProposalRule } from './table/rule.ts';
import { talking } from './table/talking.ts';

/**
 * The protocol as data: one row per act. Admission of acts, the acts offered to people, the state diagram, the table in the docs and
 * the forms all read this and nothing else.
 */
export const table: Record<ActKind, ActRule> = { ...negotiating, ...performing, ...proposing, ...talking };

/** What can be proposed with `propose`: one row per kind. */
export const proposals: Record<ProposalKind, ProposalRule> = proposalRules;

export const actKinds = Object.keys(table) as ActKind[];
export const proposalKinds = Object.keys(proposals) as ProposalKind[];
