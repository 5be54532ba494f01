import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importQuery, startTask } from './api.ts';

/** Starts the server's work on an import; the answer is shown at once. */
export function useTask(organization: string, id: string, task: 'run' | 'undo') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => startTask(organization, id, task),
    onSuccess: (found) => {
      queries.setQueryData(importQuery(organization, id).queryKey, found);
      void queries.invalidateQueries({ queryKey: ['organizations', organization, 'imports'], exact: true });
    },
  });
}
