/** A meeting and its copy in somebody's calendar: what changed there since it was last written, and what of theirs is kept. */
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { Answer, EventRead, Local } from '../calendars/model-ics.ts';
import { instantOf, localAt, localPlus } from '../calendars/model-zone.ts';

/** What somebody did to a meeting in their own calendar. `occurrence`: to this time of a recurring one only. */
export type Change =
  | { kind: 'moved'; occurrence?: Local; start: { local: Local; zone: string }; minutes: number }
  | { kind: 'removed'; occurrence?: Local }
  | { kind: 'answered'; occurrence?: Local; answer: Answer };

/**
 * What is other in `theirs` than in `ours`. `zone`: the meeting's, in which its times are named. `me`: the address under which the
 * calendar's owner was asked.
 */
export function changesBetween(
  ours: readonly EventRead[],
  theirs: readonly EventRead[],
  { zone, me }: { zone: string; me: string },
): Change[] {
  const before = ours.find(({ occurrence }) => !occurrence);
  const now = theirs.find(({ occurrence }) => !occurrence);
  if (!before?.start) return [];
  const changes: Change[] = [];
  if (now) {
    if (isGone(now) && !isGone(before)) return [{ kind: 'removed' }];
    const answer = answerOf(now, me);
    if (answer && answer !== answerOf(before, me)) changes.push({ kind: 'answered', answer });
    const move = moved(before, now, zone);
    // With the whole, all its times are named anew: theirs say nothing of ours any more.
    if (move) return [...changes, move];
  }
  return [...changes, ...changesOfTimes(ours, theirs, before, { zone, me })];
}

function changesOfTimes(
  ours: readonly EventRead[],
  theirs: readonly EventRead[],
  whole: EventRead,
  { zone, me }: { zone: string; me: string },
): Change[] {
  const known = new Map(ours.flatMap((each) => (each.occurrence ? [[each.occurrence.at.getTime(), each]] : [])));
  const left = new Set(ours.flatMap(({ excluded }) => excluded).map(({ at }) => at.getTime()));
  const changes: Change[] = [];
  for (const each of theirs) {
    if (!each.occurrence) continue;
    const occurrence = localAt(each.occurrence.at, zone);
    const before = known.get(each.occurrence.at.getTime());
    const wasGone = left.has(each.occurrence.at.getTime()) || (before !== undefined && isGone(before));
    if (isGone(each)) {
      if (!wasGone) changes.push({ kind: 'removed', occurrence });
      continue;
    }
    const asPlanned = before ?? { ...whole, start: each.occurrence };
    const answer = answerOf(each, me);
    if (answer && answer !== answerOf(asPlanned, me)) changes.push({ kind: 'answered', occurrence, answer });
    const move = moved(asPlanned, each, zone);
    if (move) changes.push({ ...move, occurrence });
  }
  for (const { at } of theirs.flatMap(({ excluded }) => excluded)) {
    const before = known.get(at.getTime());
    if (!left.has(at.getTime()) && !(before && isGone(before)))
      changes.push({ kind: 'removed', occurrence: localAt(at, zone) });
  }
  return changes;
}

function isGone({ status }: EventRead): boolean {
  return status === 'cancelled';
}

function answerOf({ attendees }: EventRead, me: string): Answer | undefined {
  return attendees.find(({ email }) => email === me.toLowerCase())?.status;
}

function moved(before: EventRead, now: EventRead, zone: string): (Change & { kind: 'moved' }) | undefined {
  if (!before.start || !now.start) return undefined;
  if (before.start.at.getTime() === now.start.at.getTime() && before.minutes === now.minutes) return undefined;
  return { kind: 'moved', start: { local: localAt(now.start.at, zone), zone }, minutes: now.minutes };
}

/** When the last of these events that does not repeat ends; undefined where one repeats. */
export function lastEnd(events: readonly EventRead[]): Date | undefined {
  if (events.some(({ rule }) => rule)) return undefined;
  const ends = events.map(({ start, minutes }) => (start ? start.at.getTime() + minutes * 60_000 : 0));
  return new Date(Math.max(0, ...ends));
}

/** Names what a calendar says, whenever it was written: two with the same digest say the same. */
export function digestOf(calendar: string): string {
  return createHash('sha256')
    .update(calendar.replace(/^DTSTAMP:.*\r\n/gm, ''))
    .digest('hex');
}

const THEIRS = /^(x-.*|categories|color|class|priority)$/;

/** What is to be written, with what the calendar's owner added there: alarms, colours, notes of their program. */
export function withTheirs(ours: string, theirs: string | undefined): string {
  if (!theirs) return ours;
  try {
    const made = new ICAL.Component(ICAL.parse(ours));
    const found = new ICAL.Component(ICAL.parse(theirs));
    const key = (event: ICAL.Component) => String(event.getFirstPropertyValue('recurrence-id') ?? '');
    const kept = new Map(found.getAllSubcomponents('vevent').map((event) => [key(event), event]));
    for (const event of made.getAllSubcomponents('vevent')) {
      const old = kept.get(key(event));
      for (const alarm of old?.getAllSubcomponents('valarm') ?? []) event.addSubcomponent(alarm);
      for (const property of old?.getAllProperties() ?? []) if (THEIRS.test(property.name)) event.addProperty(property);
    }
    return `${made.toString()}\r\n`;
  } catch {
    // What cannot be read cannot be kept.
    return ours;
  }
}

/** Times of a stretch in which somebody is not free. */
export interface Busy {
  start: Date;
  end: Date;
}

const STEP = 30;
const MOST_SLOTS = 60;

/** Times on working days, between nine and six on the clock in `zone`, in which nothing else is. */
export function freeSlots(
  busy: readonly Busy[],
  wanted: { from: Local; to: Local; zone: string; minutes: number },
): { local: Local; start: Date; end: Date }[] {
  const found: { local: Local; start: Date; end: Date }[] = [];
  for (let local = wanted.from; local < wanted.to && found.length < MOST_SLOTS; local = localPlus(local, STEP)) {
    const day = new Date(`${local}:00Z`).getUTCDay();
    const end = localPlus(local, wanted.minutes);
    const inside = local.slice(11) >= '09:00' && end <= `${local.slice(0, 10)}T18:00`;
    if (day === 0 || day === 6 || !inside) continue;
    const start = instantOf(local, wanted.zone);
    const until = new Date(start.getTime() + wanted.minutes * 60_000);
    if (busy.every((each) => each.end <= start || each.start >= until)) found.push({ local, start, end: until });
  }
  return found;
}
