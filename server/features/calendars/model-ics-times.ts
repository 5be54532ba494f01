import ICAL from 'ical.js';
import { Refused } from './model-ics-lines.ts';
import type { CalendarTime } from './model-ics.ts';
import { WINDOWS_ZONES } from './model-windows-zones.ts';
import { instantOf, localAt, zoneNamed } from './model-zone.ts';

const MAX_OBSERVANCES = 60;
const HOUR = 3_600_000;

/** Finds out what time is meant; the zones are those the calendar brought with it. */
export interface Times {
  of(property: ICAL.Property): CalendarTime[];
}

/** Times of one calendar. `asked`: the zone of times without one. */
export function timesOf(calendar: ICAL.Component, asked: string): Times {
  const blocks = new Map<string, ICAL.Component>();
  for (const block of calendar.getAllSubcomponents('vtimezone'))
    blocks.set(String(block.getFirstPropertyValue('tzid') ?? ''), block);
  const known = new Map<string, ZoneRead>();
  const zoneOf = (name: string): ZoneRead => {
    const found = known.get(name) ?? readZone(name, blocks.get(name));
    known.set(name, found);
    return found;
  };
  return {
    of(property) {
      const tzid = property.getParameter('tzid');
      const zone = typeof tzid === 'string' && tzid !== '' ? zoneOf(tzid) : undefined;
      // As it was written: the library carries the 31st of February over into March.
      const written: unknown[] = property.toJSON().slice(3);
      if (!written.every((each) => isTime(String(each))))
        throw new Refused('bad-time', 'The calendar holds a time that cannot be one.');
      return property.getValues().map((value) => timeOf(value, zone, asked));
    },
  };
}

/** A zone by its name, or only by the rules that came with it. */
interface ZoneRead {
  name?: string | undefined;
  rules?: ICAL.Timezone;
}

function readZone(name: string, block: ICAL.Component | undefined): ZoneRead {
  const location = block?.getFirstPropertyValue('x-lic-location');
  const iana = zoneNamed(name) ?? (typeof location === 'string' ? zoneNamed(location) : undefined);
  if (iana) return { name: iana };
  if (!block)
    throw new Refused('unknown-zone', `The calendar names the time zone "${name.slice(0, 100)}", which nobody knows.`);
  return { rules: checkedZone(name, block) };
}

/** Rules of a zone are made once a year; more, or very many of them, would only keep the reader busy. */
function checkedZone(name: string, block: ICAL.Component): ICAL.Timezone {
  const observances = [...block.getAllSubcomponents('standard'), ...block.getAllSubcomponents('daylight')];
  const strange = observances.some((each) => {
    const rule = each.getFirstPropertyValue('rrule');
    const from = each.getFirstPropertyValue('dtstart');
    const steady = !rule || (rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && rule.interval === 1);
    return !steady || !(from instanceof ICAL.Time) || from.year < 1500 || from.year > 2100;
  });
  if (observances.length === 0 || observances.length > MAX_OBSERVANCES || strange)
    throw new Refused('unknown-zone', `The rules of the time zone "${name.slice(0, 100)}" cannot be read.`);
  return new ICAL.Timezone(block);
}

function timeOf(value: unknown, zone: ZoneRead | undefined, asked: string): CalendarTime {
  if (!(value instanceof ICAL.Time)) throw new Refused('bad-time', 'The calendar holds a time that cannot be one.');
  const local = value.toString().slice(0, 16);
  if (value.isDate) {
    const midnight = `${local.slice(0, 10)}T00:00`;
    return { local: midnight, zone: asked, at: instantOf(midnight, asked), day: true };
  }
  if (value.zone === ICAL.Timezone.utcTimezone) return inUtc(local);
  if (!zone) return { local, zone: asked, at: instantOf(local, asked), floating: true };
  if (zone.name) return { local, zone: zone.name, at: instantOf(local, zone.name) };
  return byRules(value, local, zone.rules, asked);
}

function inUtc(local: string): CalendarTime {
  return { local, zone: 'UTC', at: new Date(`${local}:00Z`) };
}

/** A zone with rules and no name we know: the zone in the world that shows the same clock all that year, else the one asked for. */
function byRules(value: ICAL.Time, local: string, rules: ICAL.Timezone | undefined, asked: string): CalendarTime {
  if (!rules) return inUtc(local);
  const at = new Date(new Date(`${local}:00Z`).getTime() - rules.utcOffset(value) * 1000);
  const found = [asked, ...new Set(Object.values(WINDOWS_ZONES))].find((zone) => agrees(rules, zone, value.year));
  return found ? { local, zone: found, at } : { local: localAt(at, asked), zone: asked, at };
}

function agrees(rules: ICAL.Timezone, zone: string, year: number): boolean {
  for (let month = 1; month <= 12; month++) {
    const local = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-15T12:00`;
    const theirs = rules.utcOffset(ICAL.Time.fromDateTimeString(`${local}:00`)) * 1000;
    if (new Date(`${local}:00Z`).getTime() - theirs !== instantOf(local, zone).getTime()) return false;
  }
  // Zones that change their clocks in other weeks of the same month differ in between.
  for (const day of ['03-12', '03-20', '03-30', '04-03', '10-02', '10-28', '11-03']) {
    const local = `${String(year).padStart(4, '0')}-${day}T12:00`;
    const theirs = rules.utcOffset(ICAL.Time.fromDateTimeString(`${local}:00`)) * 1000;
    if (Math.abs(new Date(`${local}:00Z`).getTime() - theirs - instantOf(local, zone).getTime()) >= HOUR / 4)
      return false;
  }
  return true;
}

/** Whether the day is in the calendar and the time on the clock: `2026-12-01`, `2026-12-01T09:00:00Z`. */
function isTime(written: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)Z?)?$/.exec(written);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= ICAL.Time.daysInMonth(month, year) && hour < 24 && minute < 60;
}
