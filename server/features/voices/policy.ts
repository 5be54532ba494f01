import type { ActKind } from '@entente/protocol';

/** Who is speaking, as far as authority goes. */
export interface Authority {
  mayPromise: boolean;
}

/** Acts that bind the organization to something new; the others only move or end what was agreed. */
const commits = new Set<ActKind>(['offer', 'agree', 'consent']);

/** A person without the authority to promise may do everything but bind the organization. */
export function canSay(actor: Authority, kind: ActKind): boolean {
  return actor.mayPromise || !commits.has(kind);
}
