export type FirstStep = 'partner' | 'ask' | 'send';

/** Whoever has this many conversations knows the way, also without ever sending a link. */
export const KNOWS_THE_WAY = 3;

export interface Beginnings {
  partnerships: number;
  /** Counted up to `KNOWS_THE_WAY`. */
  conversations: number;
  /** A partner has been sent a link, or is here. */
  reached: boolean;
}

/** The three steps of a newcomer, and which of them is next; nothing once all are done. */
export function firstSteps({
  partnerships,
  conversations,
  reached,
}: Beginnings): { step: FirstStep; done: boolean; next: boolean }[] {
  if (conversations >= KNOWS_THE_WAY) return [];
  const done: Record<FirstStep, boolean> = {
    partner: partnerships > 0,
    ask: conversations > 0,
    send: conversations > 0 && reached,
  };
  const steps: FirstStep[] = ['partner', 'ask', 'send'];
  const next = steps.find((step) => !done[step]);
  return next ? steps.map((step) => ({ step, done: done[step], next: step === next })) : [];
}
