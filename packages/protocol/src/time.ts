import type { Deadline, Instant } from './act.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The first too-late instant has come. Instants have one fixed form, so that text order is time order. */
export const isPast = (deadline: Deadline, at: Instant): boolean => at >= deadline.ends;

export const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

export const addMilliseconds = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString();

export const addDays = (at: Instant, days: number): Instant => addMilliseconds(at, days * day);

export const milliseconds = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** Whole hours from `from` to `to`, never below zero. */
export const hoursBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor(milliseconds(from, to) / hour));

/** Days from `from` to `to`, a begun day counting whole, never below zero. */
export const daysBegun = (from: Instant, to: Instant): number => Math.max(0, Math.ceil(milliseconds(from, to) / day));
