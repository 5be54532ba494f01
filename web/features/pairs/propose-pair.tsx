import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { roomKey } from '../partnerships/api.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import { TextInput } from '../partnerships/text-input.tsx';
import { proposePair } from './api.ts';
import style from './pairs.module.css';

interface ProposePairProps {
  organization: string;
  room: PartnershipPage;
  people: RoomPerson[];
  /** Already chosen, for example by a suggestion. */
  chosen?: { a: string; b: string; topic?: string };
  onDone: () => void;
}

/** One person of each side and what they would work on. */
export function ProposePair({ organization, room, people, chosen, onDone }: ProposePairProps) {
  const { pairs, general } = useMessages();
  const { pairs: words } = pairs;
  const queries = useQueryClient();
  const [picked, setPicked] = useState({ a: chosen?.a ?? '', b: chosen?.b ?? '' });
  const [topic, setTopic] = useState(chosen?.topic ?? '');
  const [tried, setTried] = useState(false);
  const proposing = useMutation({
    mutationFn: () =>
      proposePair(organization, room.id, {
        people: [picked.a, picked.b],
        ...(topic.trim() !== '' && { topic: topic.trim() }),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: roomKey(organization, room.id) });
      toast(words.sent);
      onDone();
    },
  });
  const complete = picked.a !== '' && picked.b !== '';
  const sides = room.sides.toSorted(
    (one, other) => Number(other.side === room.mySide) - Number(one.side === room.mySide),
  );
  return (
    <Form onSubmit={() => (complete ? proposing.mutate() : setTried(true))}>
      {sides.map(({ side, name }) => {
        const here = people.filter((each) => each.side === side && !each.endedAt && each.name);
        return (
          <SelectField
            key={side}
            label={words.whose({ organization: name })}
            value={picked[side]}
            error={tried && picked[side] === '' ? words.chooseBoth : undefined}
            hint={here.length === 0 ? words.noPeople({ organization: name }) : undefined}
            data={[
              { value: '', label: general.actions.choose },
              ...here.map((each) => ({ value: each.id, label: labelOf(each) })),
            ]}
            onChange={(event) => setPicked({ ...picked, [side]: event.currentTarget.value })}
          />
        );
      })}
      <TextInput optional label={words.topic} example={words.topicExample} value={topic} onChange={setTopic} />
      <p className={style.crossing}>{words.topicHint({ partner: room.partner.name })}</p>
      <SendRow label={words.send} sending={proposing} onCancel={onDone} />
    </Form>
  );
}

function labelOf(person: RoomPerson): string {
  return [person.name, person.title].filter(Boolean).join(', ');
}
