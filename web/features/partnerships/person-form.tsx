import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Form } from '../../ui/form.tsx';
import { addPerson, changePerson, roomKey } from './api.ts';
import { readPerson } from './room-person.ts';
import { TextInput } from './text-input.tsx';
import { SendRow } from './send-row.tsx';

interface PersonFormProps {
  organization: string;
  partnership: string;
  side: 'a' | 'b';
  /** Absent: a new one. */
  person?: RoomPerson;
  onDone: () => void;
}

/** A person of a room: added, corrected, or no longer there. */
export function PersonForm({ organization, partnership, side, person, onDone }: PersonFormProps) {
  const { partners, general } = useMessages();
  const { form: fields, people: words } = partners;
  const queries = useQueryClient();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [title, setTitle] = useState(person?.title ?? '');
  const [ended, setEnded] = useState(person?.endedAt != null);
  const [tried, setTried] = useState(false);
  const read = readPerson({ name, email, title, ended }, side, person);
  const saving = useMutation({
    mutationFn: async () => {
      if (read.add) await addPerson(organization, partnership, read.add);
      if (person && read.change) await changePerson(organization, partnership, person.id, read.change);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: roomKey(organization, partnership) });
      onDone();
    },
  });
  const says = (field: 'name' | 'email') => {
    const problem = tried ? read.problems?.[field] : undefined;
    return problem && fields[problem];
  };
  const own = person?.personId != null;
  return (
    <Form onSubmit={() => (read.problems ? setTried(true) : saving.mutate())}>
      {own && <p>{words.nameOwn}</p>}
      <TextInput
        first={!own}
        label={fields.personName}
        value={name}
        error={says('name')}
        disabled={own}
        onChange={setName}
      />
      <TextInput
        first={own}
        optional
        label={fields.personTitle}
        example={fields.titleExample}
        value={title}
        onChange={setTitle}
      />
      <TextInput
        optional
        type="email"
        label={fields.personEmail}
        hint={person ? undefined : words.linkHint}
        value={email}
        error={says('email')}
        disabled={own}
        longest={254}
        onChange={setEmail}
      />
      {person && (
        <Checkbox
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
          label={words.end}
          description={words.endHint}
        />
      )}
      <SendRow label={person ? general.actions.save : general.actions.add} sending={saving} onCancel={onDone} />
    </Form>
  );
}
