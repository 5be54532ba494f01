import type { Item, ItemKind, Level, Nature } from '../../../server/features/needs/schema.ts';

/** In the order in which people choose among them. */
export const natures: Nature[] = ['need', 'offer'];
export const levels: Level[] = ['hidden', 'counted', 'titled', 'full'];
export const itemStatuses: Item['status'][] = ['open', 'met', 'withdrawn'];
export const urgencies: NonNullable<Item['urgency']>[] = ['now', 'quarter', 'year', 'some-day'];
export const itemKinds: ItemKind[] = [
  'talent',
  'skills',
  'training',
  'mentoring',
  'research',
  'knowledge',
  'projects',
  'facilities',
  'equipment',
  'data',
  'funding',
  'access',
  'people',
  'reputation',
  'other',
];
