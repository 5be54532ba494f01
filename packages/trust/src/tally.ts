import { constants, day } from './constants.ts';

/** Kept and settled commitments, in the units of `unitAt`. */
export interface Tally {
  kept: number;
  settled: number;
}

const { counterpartyLimit: C, halfLife } = constants;
const origin = Date.UTC(2020, 0, 1);

/**
 * Forward decay (Cormode, Shkapenyuk, Srivastava and Xu, ICDE 2009): instead of ageing every sum as time goes by, a commitment is
 * added in units that grow with time, and a sum is read by dividing by the unit of the moment asked about.
 */
export const unitAt = (time: number): number => 2 ** ((time - origin) / (halfLife * day));

/** h(n): what n commitments with one counterparty weigh at most in somebody else's eyes. */
export const limited = (settled: number): number => (C * settled) / (settled + C);

/** h(n) times the share kept, also for n = 0. */
export const limitedKept = (tally: Tally): number => (C * tally.kept) / (tally.settled + C);

/** A tally as it is worth at the moment of `unit`. */
export const aged = ({ kept, settled }: Tally, unit: number): Tally => ({ kept: kept / unit, settled: settled / unit });
