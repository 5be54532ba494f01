import type { Happening } from './script.ts';
import { firstSteps } from './stories/first-steps.ts';
import { hospital } from './stories/hospital.ts';
import { insurer } from './stories/insurer.ts';
import { insurerClosed } from './stories/insurer-closed.ts';
import { letters } from './stories/letters.ts';
import { meetings } from './stories/meetings.ts';
import { neighbours } from './stories/neighbours.ts';
import { needs } from './stories/needs.ts';
import { shipyardClosed } from './stories/shipyard-closed.ts';
import { shipyardOpen } from './stories/shipyard-open.ts';
import { shipyardPeople } from './stories/shipyard-people.ts';

/** Every story of the demo world. */
export const stories: readonly Happening[] = [
  ...firstSteps,
  ...shipyardOpen,
  ...shipyardPeople,
  ...shipyardClosed,
  ...insurer,
  ...insurerClosed,
  ...hospital,
  ...neighbours,
  ...needs,
  ...meetings,
  ...letters,
];
