/** Where a calendar meets a meeting: what it says is done by the commands of meetings, in the name of whoever's calendar it is. */
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import type { Local } from '../calendars/model-ics.ts';
import { answerMeeting, cancelMeeting, moveMeeting } from '../meetings/commands-changes.ts';
import { calendarSpeaking, type Speaking } from '../meetings/commands-voice.ts';
import type { MeetingAnswer } from '../meetings/schema-requests.ts';
import type { Owner } from './queries.ts';

/** Whose hand it was. */
export interface Hand {
  platform: Pick<Platform, 'clock'>;
  owner: Owner;
}

interface About {
  partnership: string;
  meeting: string;
  occurrence?: Local | undefined;
}

interface Time {
  local: Local;
  zone: string;
  minutes: number;
}

export async function moved(tx: Tx, hand: Hand, { meeting, start, ...about }: About & { start: Time }): Promise<void> {
  const by = await speaking(tx, hand, about.partnership);
  await moveMeeting(tx, by, meeting, {
    start: start.local,
    zone: start.zone,
    lasts: start.minutes,
    occurrence: about.occurrence,
  });
}

export async function cancelled(tx: Tx, hand: Hand, { partnership, meeting, occurrence }: About): Promise<void> {
  await cancelMeeting(tx, await speaking(tx, hand, partnership), meeting, { reason: '', occurrence });
}

export async function answered(
  tx: Tx,
  hand: Hand,
  { partnership, meeting, ...given }: About & { answer: MeetingAnswer; counter?: { local: Local; zone: string } },
): Promise<void> {
  await answerMeeting(tx, await speaking(tx, hand, partnership), meeting, given);
}

/** The person whose calendar it is, as somebody who speaks in the room. */
async function speaking(tx: Tx, { platform, owner }: Hand, partnership: string): Promise<Speaking> {
  const { rows } = await tx.query<{ name: string; email: string }>(
    'select name, email from memberships where organization_id = $1 and person_id = $2 and ended_at is null',
    [owner.organization, owner.person],
  );
  const where = { organization: owner.organization, partnership, via: 'calendar' as const, now: platform.clock.now() };
  const by = rows[0] && (await calendarSpeaking(tx, where, { personId: owner.person, ...rows[0] }));
  if (!by) throw new AppError('not_found', 'There is no such partnership here.');
  return by;
}
