/**
 * Days as people say them, as moments the log can compare. Uses only Intl, so the zone rules are those of the running Node.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // There are some 600 zones; the bound keeps odd spellings from growing it.
  if (formats.size < 1000) formats.set(zone, made);
  return made;
}

/** Whether the running system knows this IANA time zone. */
export function isZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes that local time in `zone` is ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
  const found: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(at)) {
    found[type] = Number(value);
  }
  const local = Date.UTC(found.year ?? 0, (found.month ?? 1) - 1, found.day, found.hour, found.minute, found.second);
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Where clocks skip the midnight, the moment at which they jump over it. */
function jumpOver(midnight: number, zone: string): number {
  let [before, after] = [midnight - 2 * DAY, midnight + 2 * DAY];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offset(middle, zone) * MINUTE < midnight) before = middle;
    else after = middle;
  }
  return after;
}

/**
 * First moment after the calendar day `date` (`YYYY-MM-DD`, from the year 100 on) in `zone`, as an instant: the next local
 * midnight, the first where there are two, or the first moment of the next day where the clocks skip midnight.
 */
export function endOfDay(date: string, zone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const midnight = Date.UTC(year, month - 1, day + 1);
  const offsets = [offset(midnight - DAY, zone), offset(midnight + DAY, zone)].sort((a, b) => b - a);
  const found = offsets
    .map((each) => midnight - each * MINUTE)
    .find((at) => at + offset(at, zone) * MINUTE === midnight);
  return new Date(found ?? jumpOver(midnight, zone)).toISOString();
}
