import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import type { EventRead } from '../calendars/model-ics.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { localAt } from '../calendars/model-zone.ts';
import type { MeetingMail } from '../mail-in/schema.ts';
import { type Given, takeResponse } from '../meetings/commands-changes.ts';
import { ask } from './commands.ts';

/** What became of it: an answer was taken, another time is proposed, or the inviter is asked. */
export interface MailTaken {
  did: 'answered' | 'proposed' | 'asked';
}

interface Meeting {
  uid: string;
  zone: string;
  lasts: number;
  inviter: string | null;
}

/**
 * Takes what a calendar program answered to an invitation. An answer is taken from whoever was asked, in their own name only. What a
 * partner's calendar says of a meeting of ours, that it is elsewhere or off, is asked of the inviter, and never done by itself.
 * Undefined: the mail is to be looked at by somebody.
 */
export async function takeMeetingMail(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  mail: MeetingMail,
): Promise<MailTaken | undefined> {
  const meeting = mail.calendar ? await loadMeeting(tx, mail) : undefined;
  if (!mail.calendar || !meeting) return undefined;
  const read = readCalendar(mail.calendar, meeting.zone);
  const events = read.ok ? read.events.filter(({ uid }) => uid === meeting.uid) : [];
  if (!read.ok || events.length === 0) return undefined;
  const took: (MailTaken | undefined)[] = [];
  for (const event of events) {
    if (read.method === 'REPLY') took.push(await takeReply(tx, mail, meeting, event));
    else if (read.method === 'COUNTER') took.push(await takeCounter(tx, mail, meeting, event));
    else if (read.method === 'CANCEL' || read.method === 'REQUEST')
      took.push(await askInviter(tx, platform, mail, { meeting, event, off: read.method === 'CANCEL' }));
  }
  // Of several, what was not taken needs somebody's eyes.
  return took.includes(undefined) ? undefined : took[0];
}

async function loadMeeting(tx: Tx, { organization, partnership, meeting }: MeetingMail): Promise<Meeting | undefined> {
  const { rows } = await tx.query<Meeting>(
    `select m.uid, m.zone, m.lasts, case when case m.side when 'a' then p.claimed_a else p.claimed_b end = $3 then w.person_id end as inviter
     from meetings m join partnerships p on p.id = m.partnership_id
       join people w on w.partnership_id = m.partnership_id and w.id = m.organizer
     where m.partnership_id = $1 and m.id = $2`,
    [partnership, meeting, organization],
  );
  return rows[0];
}

/** Who answers: one of the attendees the part names, who must be whoever sent it or was given the address. Nobody sent in their place. */
function answerer({ from, to }: MeetingMail, event: EventRead) {
  const known = [from.email, to].map((email) => email.trim().toLowerCase());
  const found = event.attendees.find(({ email }) => known.includes(email));
  return found && !found.delegatedTo && !found.delegatedFrom ? found : undefined;
}

async function takeReply(
  tx: Tx,
  mail: MeetingMail,
  meeting: Meeting,
  event: EventRead,
): Promise<MailTaken | undefined> {
  const who = answerer(mail, event);
  if (!who || who.status === 'needs-action') return undefined;
  return (await respond(tx, mail, meeting, { who: who.email, event, given: { answer: who.status } }))
    ? { did: 'answered' }
    : undefined;
}

async function takeCounter(
  tx: Tx,
  mail: MeetingMail,
  meeting: Meeting,
  event: EventRead,
): Promise<MailTaken | undefined> {
  const who = answerer(mail, event);
  if (!who || !event.start || event.start.day) return undefined;
  const given: Given = {
    // Whoever proposes another time has not said yes to this one.
    answer: who.status === 'declined' ? 'declined' : 'tentative',
    counter: { local: localAt(event.start.at, meeting.zone), zone: meeting.zone },
  };
  return (await respond(tx, mail, meeting, { who: who.email, event, given })) ? { did: 'proposed' } : undefined;
}

async function respond(
  tx: Tx,
  mail: MeetingMail,
  meeting: Meeting,
  { who, event, given }: { who: string; event: EventRead; given: Given },
): Promise<boolean> {
  const { organization, partnership, meeting: id } = mail;
  // A stamp tells which of two answers is the later; one from the future is none.
  const at = event.stamp && event.stamp < mail.at ? event.stamp : mail.at;
  const occurrence = event.occurrence && localAt(event.occurrence.at, meeting.zone);
  const where = { organization, partnership, meeting: id, email: who, via: 'mail' as const, at };
  try {
    const more = {
      words: event.comment.trim().slice(0, 2000),
      sequence: event.sequence,
      ...(occurrence && { occurrence }),
    };
    return (await takeResponse(tx, where, { ...given, ...more })) !== undefined;
  } catch (error) {
    // The meeting is over, or there is no such time of it: somebody should read the mail.
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function askInviter(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  mail: MeetingMail,
  { meeting, event, off }: { meeting: Meeting; event: EventRead; off: boolean },
): Promise<MailTaken | undefined> {
  if (!meeting.inviter || (!off && (!event.start || event.start.day))) return undefined;
  const start =
    off || !event.start
      ? undefined
      : {
          local: localAt(event.start.at, meeting.zone),
          zone: meeting.zone,
          minutes: event.minutes > 0 ? event.minutes : meeting.lasts,
        };
  await ask(
    tx,
    { organization: mail.organization, person: meeting.inviter },
    {
      kind: off ? 'partner-cancel' : 'move',
      partnership: mail.partnership,
      meeting: mail.meeting,
      occurrence: event.occurrence && localAt(event.occurrence.at, meeting.zone),
      start,
      from: mail.from.name || mail.from.email,
      words: event.comment.trim() || undefined,
    },
    clock.now(),
  );
  return { did: 'asked' };
}
