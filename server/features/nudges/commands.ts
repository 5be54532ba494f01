import { sqlState, type Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { speak } from '../acts/commands.ts';
import { changeFollowUp } from '../follow-ups/commands.ts';
import { loadFollowUp } from '../follow-ups/queries.ts';
import type { FollowUpItem } from '../follow-ups/schema.ts';
import type { Membership } from '../identity/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addMessage, startThread } from '../threads/commands.ts';
import type { Voice } from '../voices/model.ts';
import { draftKeyOf, isSaidThere } from './queries.ts';
import type { Nudge } from './schema.ts';

/**
 * What somebody wrote to the partner about a follow-up, sent in their own voice: said in the conversation it is about, else in a thread.
 * The follow-up is done with it; what comes of it is watched anew.
 */
export async function sendNudge(
  tx: Tx,
  voice: Voice,
  sender: Membership,
  id: string,
  input: Nudge,
  now: Date,
): Promise<FollowUpItem> {
  const { organization } = voice;
  const item = await loadFollowUp(tx, organization, id);
  const { partnership } = draftKeyOf(item);
  const done = await changeFollowUp(tx, organization, sender, id, { do: 'done' }, now);
  if (isSaidThere(item)) await sayThere(tx, voice, { partnership, item }, input, now);
  else await writeBeside(tx, sender, { organization, partnership }, input, now);
  return done;
}

async function sayThere(
  tx: Tx,
  voice: Voice,
  { partnership, item }: { partnership: string; item: FollowUpItem },
  { text, head }: Nudge,
  now: Date,
): Promise<void> {
  if (!head)
    throw new AppError('invalid', 'head: send the one that the draft had, so that nobody answers something unread.');
  const target = { partnership, conversation: item.conversationId ?? '', expected: head };
  try {
    await speak(tx, now, voice, target, { saying: { kind: 'say', text } });
  } catch (error) {
    if (sqlState(error) !== 'EN409') throw error;
    throw new AppError('stale', 'Somebody was quicker. Look at what changed; your text is kept.', {}, { cause: error });
  }
}

async function writeBeside(
  tx: Tx,
  sender: Membership,
  { organization, partnership }: { organization: string; partnership: string },
  { text, thread, subject }: Nudge,
  now: Date,
): Promise<void> {
  const room = await loadRoom(tx, organization, partnership);
  if (thread) {
    await addMessage(tx, organization, room, thread, sender, { text }, now);
    return;
  }
  if (!subject) throw new AppError('invalid', 'subject: say what the thread is about, or which thread to go on with.');
  await startThread(tx, organization, room, sender, { subject, text }, now);
}
