import type { LiveEvent } from '../../platform/relay.ts';

/** Streams one person, or one link, may have open in one process: many tabs, no flood. */
const MOST_STREAMS = 20;

export function isTooMany(open: number): boolean {
  return open >= MOST_STREAMS;
}

/** Whether an event is for somebody of this organization, or for the holder of a link to one of its conversations. */
export function hears(event: LiveEvent, organization: string, conversation: string | undefined): boolean {
  if (!event.holders.includes(organization)) return false;
  return conversation === undefined || event.conversationId === conversation;
}
