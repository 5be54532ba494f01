import { DavError, type DavServer } from '../../platform/dav.ts';
import type { Busy } from './model-copies.ts';
import { freeSlots } from './model-copies.ts';
import type { EventRead } from '../calendars/model-ics.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { occurrences } from '../calendars/model-recurrence.ts';
import { instantOf, localAt } from '../calendars/model-zone.ts';
import type { PersonMeeting } from './queries-meetings.ts';
import type { FreeSlots } from './schema.ts';

export interface Stretch {
  /** Days, the last one included. */
  from: string;
  to: string;
  minutes: number;
  zone: string;
}

/** When somebody is free, by their own calendar where it can be asked and by their meetings here. Only times are kept of what keeps them. */
export async function freeTimes(
  calendar: { open: () => DavServer; url: string } | undefined,
  meetings: readonly PersonMeeting[],
  { from, to, minutes, zone }: Stretch,
  now: Date,
): Promise<FreeSlots> {
  const start = new Date(Math.max(instantOf(`${from}T00:00`, zone).getTime(), now.getTime()));
  const end = instantOf(`${to}T23:59`, zone);
  const busy: Busy[] = meetings.flatMap(({ calendar: meeting }) =>
    meeting.status === 'cancelled' ? [] : occurrences(meeting, start, end),
  );
  let asked: FreeSlots['calendar'] = 'none';
  if (calendar) {
    try {
      const items = await calendar.open().between(calendar.url, start, end);
      for (const { data } of items) busy.push(...busyOf(data ?? '', { start, end, zone }));
      asked = 'asked';
    } catch (error) {
      if (!(error instanceof DavError)) throw error;
      asked = 'unreachable';
    }
  }
  const slots = freeSlots(busy, { from: nextHalfHour(localAt(start, zone)), to: `${to}T23:59`, zone, minutes });
  return {
    zone,
    calendar: asked,
    slots: slots.map((slot) => ({ local: slot.local, start: slot.start.toISOString(), end: slot.end.toISOString() })),
  };
}

function nextHalfHour(local: string): string {
  const minute = Number(local.slice(14));
  const rounded = Date.parse(`${local}:00Z`) + ((30 - (minute % 30)) % 30) * 60_000;
  return new Date(rounded).toISOString().slice(0, 16);
}

/** When the events of one address keep their owner. What cannot be read keeps nobody. */
function busyOf(data: string, { start, end, zone }: { start: Date; end: Date; zone: string }): Busy[] {
  const read = readCalendar(data, zone);
  if (!read.ok) return [];
  const whole = read.events.find(({ occurrence }) => !occurrence);
  const apart = read.events.filter(({ occurrence }) => occurrence);
  const single = apart.flatMap((event) => (event.busy ? spanOf(event) : []));
  if (!whole?.start || !whole.busy) return single;
  if (!whole.rule) return [...spanOf(whole), ...single];
  const local = (at: Date) => localAt(at, whole.start?.zone ?? zone);
  const times = occurrences(
    {
      start: whole.start,
      minutes: whole.minutes,
      rule: whole.rule,
      excluded: [...whole.excluded, ...apart.flatMap(({ occurrence }) => occurrence ?? [])].map(({ at }) => local(at)),
      moved: [],
    },
    start,
    end,
  );
  return [...times, ...single];
}

function spanOf({ start, minutes }: EventRead): Busy[] {
  return start ? [{ start: start.at, end: new Date(start.at.getTime() + minutes * 60_000) }] : [];
}
