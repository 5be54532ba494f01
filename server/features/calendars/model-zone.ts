import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../platform/zone.ts';
import type { Local } from './model-ics.ts';
import { WINDOWS_ZONES } from './model-windows-zones.ts';

/** The moment at which the clock in `zone` shows `local`; the first of two, and after a jump of the clock where it is never shown. */
export function instantOf(local: Local, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

/** What the clock in `zone` shows at a moment, to the minute. */
export function localAt(at: Date, zone: string): Local {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** `local` moved by minutes on the clock, whatever the zone does. */
export function localPlus(local: Local, minutes: number): Local {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/**
 * The IANA zone that a calendar program means by its own name: an IANA name, one behind a maker's prefix
 * (`/citadel.org/20210210_1/Europe/Berlin`), or a name of Windows, which Outlook and Exchange write.
 */
export function zoneNamed(name: string): string | undefined {
  const plain = name.trim().replace(/^"|"$/g, '');
  if (plain === '' || plain.length > 200) return undefined;
  if (/^(utc|gmt|z|etc\/utc|coordinated universal time)$/i.test(plain)) return 'UTC';
  if (/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+$/.test(plain) && isZone(plain)) return plain;
  const windows = WINDOWS_ZONES[plain.toLowerCase()];
  if (windows) return windows;
  const behind = /(?:^|\/)([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2})$/.exec(plain)?.[1];
  return behind && isZone(behind) ? behind : undefined;
}
