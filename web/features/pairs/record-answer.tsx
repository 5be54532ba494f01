import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pair } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { answerPair, pairsQuery } from './api.ts';
import style from './pairs.module.css';

interface RecordAnswerProps {
  organization: string;
  room: PartnershipPage;
  people: RoomPerson[];
  pair: Pair;
  onDone: () => void;
}

/** Writes down what a side without an account says about a proposed pair, and whose words these are. */
export function RecordAnswer({ organization, room, people, pair, onDone }: RecordAnswerProps) {
  const { pairs, general } = useMessages();
  const { pairs: words } = pairs;
  const queries = useQueryClient();
  const side = pair.proposedBy.side === 'a' ? 'b' : 'a';
  const [whose, setWhose] = useState(pair.people[side === 'a' ? 0 : 1].id);
  const here = people.filter((each) => each.side === side && !each.endedAt && each.name);
  const writing = useMutation({
    mutationFn: (agree: boolean) => answerPair(organization, room.id, pair.id, { agree, person: whose }),
    onSuccess: (page) => {
      queries.setQueryData(pairsQuery(organization, room.id).queryKey, page);
      onDone();
    },
  });
  return (
    <div className={style.form}>
      <p>{words.recordHint({ partner: room.partner.name })}</p>
      <SelectField
        label={words.recordWhose}
        value={whose}
        data={here.map((each) => ({ value: each.id, label: each.name ?? '' }))}
        onChange={(event) => setWhose(event.currentTarget.value)}
      />
      {writing.error && <ErrorNote error={writing.error} />}
      <Buttons>
        <Button kind="act" busy={writing.isPending} onClick={() => writing.mutate(true)}>
          {words.agree}
        </Button>
        <Button kind="no" busy={writing.isPending} onClick={() => writing.mutate(false)}>
          {words.refuse}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </div>
  );
}
