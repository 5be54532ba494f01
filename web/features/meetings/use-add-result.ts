import { useMutation } from '@tanstack/react-query';
import type { NewResult } from '../../../server/features/meetings/schema-requests.ts';
import type { MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { addResult, type MeetingPlace } from './api.ts';

type WithoutTime<T> = T extends unknown ? Omit<T, 'occurrence'> : never;

/** Writes down what a time led to, and shows it. */
export function useAddResult(place: MeetingPlace, time: MeetingOccurrence, onAdded: () => Promise<void>) {
  return useMutation({
    mutationFn: (result: WithoutTime<NewResult>) =>
      addResult(place, { ...result, occurrence: time.occurrence } as NewResult),
    onSuccess: onAdded,
  });
}
