/** Where the time comes from. Nothing on the server reads the clock in another way. */
export interface Clock {
  now(): Date;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is told otherwise: for tests and the demo world. */
export interface FixedClock extends Clock {
  set(moment: string | Date): void;
  advance(milliseconds: number): void;
}

/** Makes a clock that stands at the given moment (ISO 8601). */
export function fixedClock(moment: string | Date): FixedClock {
  let current = new Date(moment).getTime();
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next).getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** A clock that runs from the given moment on, whatever the machine's own clock says: for the demo world. */
export function runningClock(moment: string | Date): Clock {
  const ahead = new Date(moment).getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}
