import type { AllowedAct } from '@entente/protocol';
import { type FormKey, formKeys } from './form-key.ts';

/** Buttons in the order people look for them: yes and no side by side, then work, then repair. What is not here comes after. */
const FIRST: readonly FormKey[] = [
  'confirm',
  'agree',
  'decline',
  'counter',
  'defer',
  'consent',
  'refuse',
  'accept',
  'return',
  'report',
  'fulfil',
  'progress',
  'progress:risk',
  'contest',
  'settle',
  'resume',
  'make-good',
  'forgive',
  'close-unconfirmed',
  'judge',
  'retract',
  'withdraw',
  'take-back',
  'renege',
];
const AFTER: readonly FormKey[] = [
  'propose:amend',
  'propose:reopen',
  'propose:pause',
  'propose:release',
  'propose:hand-over',
  'propose:assign',
  'propose:end-together',
  'cancel',
  'stop',
  'link:supports',
  'link:exchange',
  'stand-in',
];

/** So many buttons are taken in at once; below it nothing hides behind "more". */
const AT_A_GLANCE = 6;

export interface Arranged {
  first: FormKey[];
  more: FormKey[];
}

/** The buttons for what can follow. The message box is always there, so `say` is no button. */
export function arrange(allowed: readonly AllowedAct[], leaveOut: readonly FormKey[] = []): Arranged {
  const keys = new Set(allowed.flatMap(formKeys).filter((key) => key !== 'say' && !leaveOut.includes(key)));
  const first = FIRST.filter((key) => keys.has(key));
  const more = AFTER.filter((key) => keys.has(key));
  return first.length + more.length <= AT_A_GLANCE ? { first: [...first, ...more], more: [] } : { first, more };
}
