/** Where this device remembers that points of talks wait to be sent. */
export const WAITING = 'entente-points-waiting';

/** True when points of a talk wait on this device: cheap to ask, so that the code that sends them is fetched only then. */
export function pointsWait(): boolean {
  try {
    return localStorage.getItem(WAITING) !== null;
  } catch {
    return false;
  }
}
