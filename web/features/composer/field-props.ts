import type { Problem } from './problems.ts';
import type { ActValues } from './values.ts';

/** Changes what was typed. As a function it sees the newest values: uploads end long after they began. */
export type Write = (patch: Partial<ActValues> | ((now: ActValues) => Partial<ActValues>)) => void;

/** What every part of a form gets: what was typed so far, how to type, and what is still missing. */
export interface FieldProps {
  name: string;
  required: boolean;
  values: ActValues;
  write: Write;
  problems: readonly Problem[];
}
