import type { Result } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { Seen } from './perspective.ts';
import { useTimeSaid } from './said.ts';

/** What kind of thing a meeting led to, how it stands, and whose it is. */
export function useResultSaid({ names }: Seen): (result: Result) => string {
  const { results: words } = useMessages().meetings;
  const said = useTimeSaid();
  const states = words.states as Partial<Record<string, string>>;
  return ({ kind, conversation, next, side }) =>
    [
      kind !== 'conversation' && words.kinds[kind],
      conversation && states[conversation.state],
      next && (next.startsAt ? said({ startsAt: next.startsAt }) : words.timeOpen),
      names[side],
    ]
      .filter(Boolean)
      .join(' · ');
}
