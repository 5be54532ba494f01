import type { Stage } from '../../../server/features/stages/model.ts';

/** The way up, as the path and the board show it. */
export const ladder = [
  'prospect',
  'awareness',
  'involvement',
  'support',
  'sponsorship',
  'strategic',
] as const satisfies readonly Stage[];
