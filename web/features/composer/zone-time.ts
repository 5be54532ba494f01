/** Offset of a zone from UTC at a moment, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which a clock on the wall of a zone shows this day and time (`YYYY-MM-DD`, `HH:MM`). */
export function instantIn(zone: string, date: string, time: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const guess = wall - offsetAt(zone, wall);
  return new Date(wall - offsetAt(zone, guess)).toISOString();
}

/** Day and time that the wall of a zone shows at an instant. */
export function wallTime(zone: string, instant: string): { date: string; time: string } {
  const shown = new Date(Date.parse(instant) + offsetAt(zone, Date.parse(instant))).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}
