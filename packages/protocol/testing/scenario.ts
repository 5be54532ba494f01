import type { View } from '../src/index.ts';
import { agree, request } from './sayings.ts';
import { customer, type Line, performer } from './story.ts';

/** What must hold at a moment after the last line. */
export interface Moment {
  day: number;
  state?: string;
  /** Moves as `side for`. */
  moves?: string[];
  is?: Partial<Record<'overdue' | 'unanswered' | 'atRisk' | 'paused', boolean>>;
  mark?: View['ring']['mark'];
  /** Evidence of the clock, as `kind side`. */
  clock?: string[];
}

/** One story with its expectations; it is a test and, with the acts it makes, a conformance vector. */
export interface Scenario {
  title: string;
  lines: Line[];
  moments?: Moment[];
}

/** A request on day 0, promised on day 1: two conditions, due on day 20. */
export const promised = (changes?: Parameters<typeof request>[0]): Line[] => [
  customer(0, request(changes), 'negotiating'),
  performer(1, agree, 'performing'),
];
