import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';
import { readerSide } from '../conversations/perspective.ts';

/** So many acts can be taken in at a glance; the rest is in the conversation. */
const MOST = 3;

/** What a move answers: the act that waits for it, and what was said since, at most the last three. Oldest first. */
export function actsToAnswer(page: ConversationPage): ActShape[] {
  const valid = page.acts.filter((act) => act.void === null && !act.denied);
  const side = readerSide(page);
  const { moves } = page.view;
  const move = moves.find((each) => each.side === side || each.side === 'both') ?? moves[0];
  const from = valid.findIndex((act) => act.id === move?.act);
  return valid.slice(from < 0 ? -1 : from).slice(-MOST);
}

/** These acts show the conditions themselves: then nothing needs to show them again. */
export function showsConditions(acts: readonly ActShape[]): boolean {
  return acts.some(({ saying: { kind } }) => ['request', 'offer', 'counter', 'report'].includes(kind));
}
