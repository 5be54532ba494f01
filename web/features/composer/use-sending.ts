import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActInput } from '../../../server/features/acts/schema.ts';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { Spoken } from '../conversations/api.ts';
import { useConversation } from '../conversations/context.tsx';

export interface Sending {
  send: (input: ActInput) => void;
  busy: boolean;
  problem?: Problem;
  /** Head the refused words were written against: what came after it is new to the writer. */
  staleSince?: string;
  forget: () => void;
}

/**
 * Sends an act against the version on the screen and waits until it is stored: nothing is shown as said before it is.
 * `onTaken` comes as soon as the server has it, `onStored` once the page that shows it is there.
 * When somebody was quicker the page is read anew, so that what changed can be shown beside the words that were kept.
 */
export function useSending(
  onTaken: () => void,
  onStored: (stored: Spoken, page: ConversationPage | undefined) => void,
): Sending {
  const { api, page } = useConversation();
  const queries = useQueryClient();
  const [staleSince, setStaleSince] = useState<string>();
  const reread = async () => {
    await queries.refetchQueries({ queryKey: api.key, exact: true });
    return queries.getQueryData<ConversationPage>(api.key);
  };
  const mutation = useMutation({
    mutationFn: (input: ActInput) => api.act(input, page.head),
    onSuccess: async (stored) => {
      setStaleSince(undefined);
      onTaken();
      onStored(stored, await reread());
      void queries.invalidateQueries({ queryKey: api.key.slice(0, 2) });
    },
    onError: async (error) => {
      const { code } = asProblem(error);
      if (code !== 'stale' && code !== 'does_not_fit') return;
      if (code === 'stale') setStaleSince(page.head);
      await reread();
    },
  });
  return {
    send: (input) => mutation.mutate(input),
    busy: mutation.isPending,
    problem: mutation.error ? asProblem(mutation.error) : undefined,
    staleSince,
    forget: () => {
      setStaleSince(undefined);
      mutation.reset();
    },
  };
}
