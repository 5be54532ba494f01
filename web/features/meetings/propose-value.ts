import { dayAfter } from '../../../messages/format.ts';
import type { NewMeeting, Repeat, Way } from '../../../server/features/meetings/schema-requests.ts';
import type { MeetingSummary } from '../../../server/features/meetings/schema.ts';

/** How it repeats, as people choose it. */
export const REPEATS: Record<
  'none' | 'week' | 'fortnight' | 'month' | 'weekday' | 'quarter',
  Pick<Repeat, 'unit' | 'every'> | null
> = {
  none: null,
  week: { unit: 'week', every: 1 },
  fortnight: { unit: 'week', every: 2 },
  month: { unit: 'month', every: 1 },
  weekday: { unit: 'weekday', every: 1 },
  quarter: { unit: 'weekday', every: 3 },
};
export type RepeatKey = keyof typeof REPEATS;
export type Site = 'theirs' | 'ours' | 'elsewhere';

/** Times that may be offered at once, and times of one meeting that repeats: as the server allows. */
export const MOST_OPTIONS = 8;
const MOST_TIMES = 60;

/** What the form of a new meeting holds. */
export interface ProposeDraft {
  way: Way;
  site: Site;
  place: string;
  people: Record<string, 'required' | 'optional'>;
  ask: NewMeeting['ask'];
  start: string;
  options: string[];
  zone: string;
  lasts: number;
  repeat: RepeatKey;
  times: string;
}

/** The next day from `day` on that is no Saturday or Sunday. */
function workday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? dayAfter(day, 2) : weekday === 0 ? dayAfter(day, 1) : day;
}

/** A week from today, in hours in which people meet: to be changed, not to be trusted. */
export function startDraft(today: string, zone: string): ProposeDraft {
  const first = workday(dayAfter(today, 7));
  const second = workday(dayAfter(first, 1));
  const third = workday(dayAfter(second, 1));
  return {
    way: 'in-person',
    site: 'theirs',
    place: '',
    people: {},
    ask: 'poll',
    start: `${first}T10:00`,
    options: [`${first}T10:00`, `${second}T15:00`, `${third}T10:00`],
    zone,
    lasts: 60,
    repeat: 'none',
    times: '6',
  };
}

export type ProposeProblem = 'purpose' | 'time' | 'options' | 'same' | 'people' | 'times';

/** What keeps the form from being sent. */
export function proposeProblem(purpose: string, draft: ProposeDraft, theirs: string[]): ProposeProblem | undefined {
  if (purpose.trim() === '') return 'purpose';
  if (!theirs.some((each) => draft.people[each])) return 'people';
  if (draft.ask === 'fixed') {
    if (draft.start === '') return 'time';
    const times = Number(draft.times);
    return draft.repeat !== 'none' && !(times >= 2 && times <= MOST_TIMES && Number.isInteger(times))
      ? 'times'
      : undefined;
  }
  const options = draft.options.filter(Boolean);
  if (options.length < 2) return 'options';
  return new Set(options).size < options.length ? 'same' : undefined;
}

/** At whose site it is: of the two sides, as the room names them. */
export function siteSide(way: Way, site: Site, theirSide: MeetingSummary['theirSide']): 'a' | 'b' | null {
  if (way !== 'in-person' || site === 'elsewhere') return null;
  return site === 'theirs' ? theirSide : theirSide === 'a' ? 'b' : 'a';
}

/** The form as the server takes it. */
export function newMeeting(
  words: { purpose: string; agenda: string },
  draft: ProposeDraft,
  theirSide: MeetingSummary['theirSide'],
  after: NewMeeting['after'],
): NewMeeting {
  const rule = REPEATS[draft.repeat];
  return {
    purpose: words.purpose.trim(),
    agenda: words.agenda.trim(),
    way: draft.way,
    place: draft.place.trim(),
    placeSide: siteSide(draft.way, draft.site, theirSide),
    lasts: draft.lasts,
    zone: draft.zone,
    people: Object.entries(draft.people).map(([person, how]) => ({ person, required: how === 'required' })),
    ask: draft.ask,
    ...(draft.ask === 'fixed'
      ? { start: draft.start, ...(rule ? { repeat: { ...rule, times: Number(draft.times) } } : {}) }
      : { options: draft.options.filter(Boolean) }),
    ...(after ? { after } : {}),
  };
}
