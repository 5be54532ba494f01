import type { Messages } from '../../../messages/catalogue.ts';
import type { Invited, Meeting, MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import type { MeetingVoice } from './api.ts';
import { isOver } from './said.ts';

type Side = 'a' | 'b';

/** One meeting as its reader sees it: a member, or a guest with a link. */
export interface Seen {
  meeting: Meeting;
  /** The time the page is about; none while a time is to be found. */
  time: MeetingOccurrence | undefined;
  mySide: Side | null;
  names: Record<Side, string>;
  voice: MeetingVoice;
}

/** Those in whose name the reader can answer: themselves, and people of a side without an account whose words they write down. */
export function speakersOf({ meeting }: Seen): Invited[] {
  return meeting.people
    .filter((each) => each.me || each.recordable)
    .toSorted((one, other) => Number(other.me) - Number(one.me));
}

/** Another time at which somebody could come, which whoever may move the meeting can take over. */
interface Wish {
  person: Invited;
  local: string;
  startsAt: string;
  /** Of a meeting that repeats: the time it is about. */
  occurrence?: string;
}

/** Other times that people named and that are still to come; of a meeting that repeats, for the time of the page. */
export function wishesOf({ meeting, time }: Seen, now: string): Wish[] {
  if (!meeting.may.move || !time || time.cancelled || time.held !== null || meeting.state === 'poll') return [];
  return meeting.people.flatMap((person) => {
    const { answer } = person;
    const only = time.answers.find((each) => each.person === person.id);
    const whole = answer && !answer.outdated ? answer.counter : null;
    const counter = meeting.repeat ? !only?.outdated && only?.counter : whole;
    if (person.me || !counter || isOver(counter.startsAt, now) || counter.startsAt === time.startsAt) return [];
    return [{ person, ...counter, ...(meeting.repeat ? { occurrence: time.occurrence } : {}) }];
  });
}

/** The other side's name. */
export function partnerName({ mySide, names }: Seen): string {
  return names[mySide === 'b' ? 'a' : 'b'];
}

/** Whether the time of the page has begun and was not called off. */
export function hasBegun(time: MeetingOccurrence | undefined, now: string): boolean {
  return time !== undefined && time.cancelled === null && isOver(time.startsAt, now);
}

/** How a meeting stands, in a sentence. */
export function stateSaid(seen: Seen, now: string, words: Messages['meetings']['page']['state']): string {
  const { meeting, time, names } = seen;
  const otherSide: Side = meeting.side === 'a' ? 'b' : 'a';
  const cancelled = meeting.cancelled ?? time?.cancelled;
  if (cancelled) return words.cancelled({ who: names[cancelled.side] });
  if (meeting.state === 'poll') {
    if (meeting.asks === 'slots') return words.slotsOpen({ who: names[otherSide] });
    const voters = new Set(meeting.options.flatMap((option) => option.votes.map((each) => each.person)));
    return words.pollOpen({ partner: names[otherSide], answered: voters.size, people: meeting.people.length });
  }
  if (time?.held === true) return words.held;
  if (time?.held === false) return words.notHeld;
  if (time && isOver(time.endsAt, now)) return words.over;
  return meeting.state === 'agreed' ? words.agreed : words.proposed({ who: names[otherSide] });
}
