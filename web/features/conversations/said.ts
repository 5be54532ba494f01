import type { Messages } from '../../../messages/catalogue.ts';
import { actKey } from '../../../messages/act-key.ts';
import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';
import { voiceOf } from './perspective.ts';

/** How the history tells an act: "Nova promised". */
export function saidOf(page: ConversationPage, act: ActShape, words: Messages, who = voiceOf(page, act).name): string {
  const { saying, speaker } = act;
  const key = actKey(
    {
      kind: saying.kind,
      proposal: saying.kind === 'propose' ? saying.proposal.kind : undefined,
      relation: saying.kind === 'link' ? saying.relation : undefined,
      atRisk: saying.kind === 'progress' ? saying.atRisk : undefined,
    },
    speaker === 'newcomer' ? undefined : speaker,
  );
  return words.acts[key].said({ who });
}
