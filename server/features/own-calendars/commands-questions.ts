import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { closeQuestion, lookSoon } from './commands.ts';
import { restoreCopy } from './commands-look.ts';
import { answered, cancelled, type Hand, moved } from './commands-meetings.ts';
import type { Owner } from './queries.ts';

/** Does what a calendar or a mail asked for, now that its person pressed it; or leaves the meeting as it is, and the calendar put right. */
export async function answerQuestion(
  tx: Tx,
  platform: Platform,
  owner: Owner,
  { question, answer }: { question: string; answer: 'done' | 'left' },
): Promise<void> {
  const now = platform.clock.now();
  const { kind, start, ...about } = await closeQuestion(tx, owner, question, answer, now);
  if (answer === 'left') {
    await restoreCopy(tx, owner, about.meeting);
    await lookSoon(tx, owner, now);
    return;
  }
  const hand: Hand = { platform, owner };
  if (kind === 'cancel' || kind === 'partner-cancel') return cancelled(tx, hand, about);
  if (kind === 'decline') return answered(tx, hand, { ...about, answer: 'declined' });
  if (!start) return;
  if (kind === 'move') return moved(tx, hand, { ...about, start });
  // Whoever asks for another time does not come at this one, and would at the other.
  return answered(tx, hand, { ...about, answer: 'declined', counter: start });
}
