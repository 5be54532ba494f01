import type { Void, VoidReason } from '../conversation.ts';

export const refuse = (reason: VoidReason, detail?: Record<string, string | number>): Void =>
  detail ? { void: reason, detail } : { void: reason };
