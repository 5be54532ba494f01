import { z } from '@hono/zod-openapi';

const place = z
  .string()
  .regex(/^[A-Z]{2}$/, 'The two letters of a country')
  .nullable();
const region = z
  .string()
  .regex(/^[A-Z0-9-]{1,10}$/, 'The letters of a region')
  .nullable();
const hour = z.number().int().min(0).max(23);

export const reminderSettings = z
  .strictObject({
    /** How somebody is told by mail: of each thing at once, once a day, once a week, never. */
    how: z.enum(['at-once', 'daily', 'weekly', 'off']),
    hour,
    /** Day of the weekly mail: 1 is Monday. */
    weekday: z.number().int().min(1).max(7),
    workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    /** No mail of these hours; over midnight where the first is later. */
    quiet: z.strictObject({ from: hour, to: hour }).nullable(),
    country: place,
    region,
    /** The review of the month by mail, for managers and administrators. */
    reviewMail: z.boolean(),
  })
  .openapi('ReminderSettings');
export type ReminderSettings = z.infer<typeof reminderSettings>;

const days = z.number().int().min(1).max(1000);
const rhythm = z.tuple([days, days]).refine(([amber, red]) => amber < red, 'The second number is the larger one');

/** Drafts that an organization may word itself. */
export const draftKeys = ['progress', 'overdue', 'cadence', 'first', 'pair', 'readback', 'thanks', 'heard'] as const;

export const houseSettings = z
  .strictObject({
    /** Days without contact before somebody should get in touch, and before that is late: at first, with support, with sponsors. */
    cadence: z.strictObject({ early: rhythm, middle: rhythm, late: rhythm }),
    country: place,
    region,
  })
  .openapi('FollowUpSettings');
export type HouseSettings = z.infer<typeof houseSettings>;

export const holidayPlaces = z
  .object({ items: z.array(z.object({ code: z.string(), name: z.string() })) })
  .openapi('HolidayPlaces');
