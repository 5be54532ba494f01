import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DutyKind } from '../../../server/features/pairs/schema.ts';
import type { ChangePerson, NewPerson } from '../../../server/features/people/schema.ts';
import { addPerson, changePerson, roomKey } from '../partnerships/api.ts';
import { setDuties } from './api.ts';

interface ToSave {
  organization: string;
  partnership: string;
  /** The one who is changed; absent for a new one. */
  person: string | undefined;
  read: { add?: NewPerson; change?: ChangePerson };
  /** Only where they are different and the reader may say them. */
  duties: DutyKind[] | undefined;
  onDone: () => void;
}

/** Adds or changes a person and what they stand for. `true`: although somebody like that is known there. */
export function useSavingPerson({ organization, partnership, person, read, duties, onDone }: ToSave) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (force?: true) => {
      const id = read.add ? (await addPerson(organization, partnership, { ...read.add, force })).id : person;
      if (person && read.change) await changePerson(organization, partnership, person, read.change);
      if (id && duties) await setDuties(organization, partnership, id, duties);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: roomKey(organization, partnership) });
      onDone();
    },
  });
}
