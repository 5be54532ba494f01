import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import type { EventRead } from '../calendars/model-ics.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { localAt } from '../calendars/model-zone.ts';
import type { MeetingMail, MeetingMailTaken as MailTaken } from '../mail-in/schema.ts';
import { type Given, takeResponse } from '../meetings/commands-changes.ts';
import { sayOfMeeting } from '../meetings/commands-words.ts';
import { letters, type Letter } from '../rooms/policy.ts';
import { findRoom } from '../rooms/queries.ts';
import { ask } from './commands.ts';
import { readAnswer } from './model-words.ts';

interface Meeting {
  uid: string;
  zone: string;
  lasts: number;
  inviter: string | null;
}

/**
 * Takes what came to the address for answers about a meeting. Plain words become words of the meeting's own thread. Of what a calendar
 * program answered to an invitation, an answer is taken from whoever was asked, in their own name only. What a
 * partner's calendar says of a meeting of ours, that it is elsewhere or off, is asked of the inviter, and never done by itself.
 * Undefined: the mail is to be looked at by somebody.
 */
export async function takeMeetingMail(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  mail: MeetingMail,
): Promise<MailTaken | undefined> {
  if (!mail.calendar) return takeWords(tx, platform, mail);
  const meeting = await loadMeeting(tx, mail);
  if (!meeting) return undefined;
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

interface Writer {
  person: string;
  side: Letter;
  person_id: string | null;
  organizer: boolean;
  /** It has a time, which can still be answered. */
  open: boolean;
  zone: string;
}

/** Words that somebody who is asked wrote, as theirs. Where they read like a yes or a no, that is offered; nothing is answered for anybody. */
async function takeWords(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  mail: MeetingMail,
): Promise<MailTaken | undefined> {
  const { organization, partnership, meeting } = mail;
  const text = mail.text.slice(0, 20_000).toWellFormed().trim();
  const room = await findRoom(tx, organization, partnership);
  if (!room || text === '') return undefined;
  const now = clock.now();
  const { rows } = await tx.query<Writer>(
    `select m.person, m.side, coalesce(k.person_id, p.person_id) as person_id, m.person = g.organizer as organizer, g.zone,
       g.state in ('proposed', 'agreed') and exists (select from meeting_occurrences o where o.partnership_id = m.partnership_id
         and o.meeting_id = m.meeting_id and o.starts_at > $6 and o.cancelled_at is null and o.held is null) as open
     from meeting_people m
     join meetings g on g.partnership_id = m.partnership_id and g.id = m.meeting_id
     join people p on p.partnership_id = m.partnership_id and p.id = m.person
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     where m.partnership_id = $1 and m.meeting_id = $2 and m.side = any($3) and coalesce(k.ended_at, p.ended_at) is null
       and lower(coalesce(k.email, p.email)) in ($4, $5)
     order by lower(coalesce(k.email, p.email)) <> $4, m.person limit 1`,
    [
      partnership,
      meeting,
      letters.filter((side) => room.sides[side].holder === organization),
      mail.to.trim().toLowerCase(),
      mail.from.email.trim().toLowerCase(),
      now,
    ],
  );
  const writer = rows[0];
  if (!writer) return undefined;
  const { person, side, zone } = writer;
  const by = { organization, room, person, side, via: 'mail' as const, personId: writer.person_id ?? undefined, now };
  const words = await sayOfMeeting(tx, by, meeting, text);
  const suggestion = writer.open && !writer.organizer && readAnswer(text, localAt(mail.at, zone).slice(0, 10));
  return { did: 'said', people: person, words, ...(suggestion && { suggestion }) };
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
