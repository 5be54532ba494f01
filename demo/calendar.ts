import { endOfDay } from '../server/platform/zone.ts';

/** Where the stories are told: the university's zone. */
export const ZONE = 'America/New_York';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T12:00:00Z`) - DAY).toISOString().slice(0, 10);

/** The moment of a wall-clock time at the university, such as `2026-06-09 09:00`. */
export function moment(local: string): string {
  const [date = '', time = ''] = local.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = Date.parse(endOfDay(dayBefore(date), ZONE));
  return new Date(midnight + (hours * 60 + minutes) * MINUTE).toISOString();
}

/** The morning on which the demo world is entered: a Tuesday. */
export const NOW = moment('2026-06-09 09:00');

/** Whose mails are shown: those of the last days. Older ones have been read. */
export const MAILS_SINCE = moment('2026-05-31 00:00');
