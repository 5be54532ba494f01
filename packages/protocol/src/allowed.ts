import type { Instant, Speaker } from './act.ts';
import { answered, mayFollow } from './admission.ts';
import type { AllowedAct, Conversation } from './conversation.ts';
import { actKinds, proposalKinds, proposals, table } from './table.ts';

/** The acts that can follow, for one speaker at a moment, in the order of the table; one entry per kind of proposal. */
export function allowedActs(conversation: Conversation, speaker: Speaker, now: Instant): AllowedAct[] {
  const allowed: AllowedAct[] = [];
  for (const kind of actKinds) {
    const rule = table[kind];
    if (rule.from.includes('new') || !mayFollow(conversation, rule, speaker, now)) continue;
    if (kind === 'propose') {
      const fitting = proposalKinds.filter((proposal) => mayFollow(conversation, proposals[proposal], speaker, now));
      allowed.push(...fitting.map((proposal) => ({ kind, proposal })));
      continue;
    }
    const answers = rule.answers && answered(conversation, rule.answers, speaker);
    allowed.push(answers === undefined ? { kind } : { kind, answers });
  }
  return allowed;
}
