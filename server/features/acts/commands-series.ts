import { type Act, apply, isVoid, toBeSpoken } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { useLink } from '../links/commands.ts';
import type { Role } from '../voices/commands.ts';
import type { Voice } from '../voices/model.ts';
import { append, compose, doesNotFit, type Spoken, toStored } from './commands.ts';
import { fillAnswers } from './model.ts';
import { loadConversation } from './queries.ts';
import type { SayingInput } from './schema.ts';

/** One act of a series, and the role in which it is said. */
export interface Turn {
  role: Role;
  saying: SayingInput;
}

/**
 * Says several acts one after the other in one transaction: all of them or none. Who calls it has decided in whose name each is
 * said; a link is used up once. Only for acts that refer to nothing outside the conversation.
 */
export async function speakInTurn(
  tx: Tx,
  now: Date,
  voice: Voice,
  target: { partnership: string; conversation: string },
  turns: Turn[],
): Promise<Spoken> {
  const found = await loadConversation(tx, voice, target, now);
  if (!found) throw new AppError('not_found', 'There is no such conversation here.');
  let { conversation, head } = found;
  let position = 0;
  for (const { role, saying: input } of turns) {
    const said = await compose(tx, voice, target.partnership, input, conversation);
    const act = toStored({
      v: 1,
      ...toBeSpoken(conversation, role.speaker),
      at: role.at ?? now.toISOString(),
      parts: said.parts,
      actor: { pseudonym: role.pseudonym, via: role.via },
      ...fillAnswers(said.saying, conversation),
    } as Act);
    const after = apply(conversation, act);
    if (isVoid(after)) throw doesNotFit(after);
    position = await append(tx.query, { ...found, head, conversation }, act, after, {
      now,
      role,
      contents: said.contents,
      before: conversation,
      title: null,
    });
    conversation = after;
    head = act.id;
  }
  if (voice.link && head !== found.head) await useLink(tx, voice.link, head, now);
  return { conversation: target.conversation, partnership: target.partnership, head, position };
}
