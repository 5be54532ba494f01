import type { Happening } from './script.ts';
import { firstSteps } from './stories/first-steps.ts';
import { hospital } from './stories/hospital.ts';
import { insurer } from './stories/insurer.ts';
import { neighbours } from './stories/neighbours.ts';
import { shipyardClosed } from './stories/shipyard-closed.ts';
import { shipyardOpen } from './stories/shipyard-open.ts';

/** Every story of the demo world. */
export const stories: readonly Happening[] = [
  ...firstSteps,
  ...shipyardOpen,
  ...shipyardClosed,
  ...insurer,
  ...hospital,
  ...neighbours,
];
