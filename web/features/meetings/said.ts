import { dayOf, daySaid, fullDay, timeSaid } from '../../../messages/format.ts';
import type { MeetingItem, MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';

/** A moment of a meeting, and where its clock stands. */
interface Moment {
  startsAt: string;
  endsAt?: string | null;
  /** What the clock shows in `zone`; said beside the reader's where they differ. */
  local?: string;
  zone?: string;
}

/** "Berlin" of "Europe/Berlin". */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** A local time such as `2026-12-04T10:30` in full, as the clock there shows it. */
export function useLocalSaid(): (local: string) => string {
  const { locale } = useReaderNow();
  const { meetings } = useMessages();
  return (local) => meetings.moment({ day: fullDay(local.slice(0, 10), locale), time: local.slice(11, 16) });
}

/** When a meeting is, in the reader's zone, with the hour there where it is another. */
export function useTimeSaid(): (moment: Moment) => string {
  const reader = useReaderNow();
  const { meetings } = useMessages();
  return ({ startsAt, endsAt, local, zone }) => {
    const day = daySaid(dayOf(startsAt, reader.zone), reader);
    const from = timeSaid(startsAt, reader);
    const oneDay = endsAt && dayOf(endsAt, reader.zone) === dayOf(startsAt, reader.zone);
    const said = oneDay
      ? meetings.span({ day, from, to: timeSaid(endsAt, reader) })
      : meetings.moment({ day, time: from });
    const there = zone && (local ?? '').slice(11, 16);
    return there && there !== from ? `${said} (${meetings.there({ time: there, zone: cityOf(zone) })})` : said;
  };
}

/** Whether a time is over at the reader's minute. */
export function isOver(endsAt: string, now: string): boolean {
  return Date.parse(endsAt) <= Date.parse(now);
}

/** Of a meeting's times: the named one, else the first that nobody has said anything of, else the last. */
export function chooseTime(times: MeetingOccurrence[], named: string | undefined): MeetingOccurrence | undefined {
  return (
    times.find((each) => each.occurrence === named) ??
    times.find((each) => each.held === null && !each.cancelled) ??
    times.at(-1)
  );
}

/** Tells the rows of a list apart: of a meeting that repeats each time is one. */
export function itemKey(item: MeetingItem): string {
  return `${item.id} ${item.occurrence ?? ''}`;
}
