/** A person's meetings of all partnerships, as their own calendar is told of them. */
import type { Config, Secrets } from '../../config.ts';
import type { Tx } from '../../platform/database.ts';
import type { CalendarMeeting } from '../calendars/model-ics.ts';
import { occurrences } from '../calendars/model-recurrence.ts';
import { answerAddress, answerToken } from '../mail/model-address.ts';
import { calendarMeetings, type MemberMeeting } from '../meetings/queries-calendar.ts';
import type { Owner } from './queries.ts';

/** A meeting of one person. */
export interface PersonMeeting {
  meeting: string;
  partnership: string;
  /** Whether they called it themselves: only then is their calendar's word the meeting's. */
  inviter: boolean;
  /** The address under which they are asked. */
  me: string;
  /** What it is called here. */
  title: string;
  calendar: CalendarMeeting;
}

type Parts = { config: Pick<Config, 'publicUrl' | 'answerAddress'>; secrets: Pick<Secrets, 'linkKey'> };

/** Those that take place after `since`, or were changed after it. */
export async function meetingsOfPerson(tx: Tx, parts: Parts, owner: Owner, since: Date): Promise<PersonMeeting[]> {
  const meetings = await calendarMeetings(tx, owner.organization, owner.person);
  if (meetings.length === 0) return [];
  const { rows } = await tx.query<{
    slug: string;
    email: string;
    rooms: { partnership: string; id: string; email: string | null }[];
  }>(
    `select o.slug, k.email, (select coalesce(jsonb_agg(jsonb_build_object('partnership', p.partnership_id, 'id', p.id, 'email', p.email)), '[]')
         from people p where p.partnership_id = any($3::uuid[]) and p.person_id = $2) as rooms
     from organizations o join memberships k on k.organization_id = o.id and k.person_id = $2 where o.id = $1`,
    [owner.organization, owner.person, [...new Set(meetings.map(({ partnership }) => partnership))]],
  );
  const me = rows[0];
  if (!me) return [];
  const addresses = new Map(me.rooms.map(({ partnership, email }) => [partnership, email]));
  const far = new Date(since.getTime() + 5 * 365 * 86_400_000);
  return meetings
    .filter(({ calendar }) => calendar.stamp > since || occurrences(calendar, since, far).length > 0)
    .map((each) => {
      const email = (addresses.get(each.partnership) ?? me.email).toLowerCase();
      return asPersons(each, {
        email,
        url: `${parts.config.publicUrl}/o/${me.slug}/partners/${each.partnership}/meetings/${each.meeting}`,
        answers: answersAt(parts, owner.organization, each, email),
      });
    });
}

/** Where an answer to the invitation goes: the address that the mails to this person name. */
function answersAt({ config, secrets }: Parts, organization: string, each: MemberMeeting, email: string) {
  if (!config.answerAddress) return undefined;
  const about = { organization, kind: 'meeting' as const, partnership: each.partnership, subject: each.meeting };
  return answerAddress(config.answerAddress, answerToken(secrets.linkKey, { ...about, email }));
}

function asPersons(
  { meeting, partnership, partner, inviting, calendar }: MemberMeeting,
  { email, url, answers }: { email: string; url: string; answers: string | undefined },
): PersonMeeting {
  const inviter = inviting && calendar.organizer.email.toLowerCase() === email;
  return {
    meeting,
    partnership,
    inviter,
    me: email,
    title: calendar.summary,
    calendar: {
      ...calendar,
      summary: `${calendar.summary} (${partner})`,
      description: [calendar.description, url].filter((text) => text !== '').join('\n\n'),
      url,
      organizer: { name: calendar.organizer.name, email: answers ?? calendar.organizer.email },
    },
  };
}
