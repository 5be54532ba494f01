import { useState } from 'react';
import type { DutyKind, PairsPage } from '../../../server/features/pairs/schema.ts';
import type { PersonFunction, RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { withTyped } from '../../ui/words-field.tsx';
import { TextInput } from '../partnerships/text-input.tsx';
import { DutiesField } from './duties-field.tsx';
import { PersonFoot } from './known-already.tsx';
import { readPerson } from './room-person.ts';
import { MOST_TOPICS, TopicsField } from './topics-field.tsx';
import { useSavingPerson } from './use-saving-person.ts';

interface PersonFormProps {
  organization: string;
  partnership: string;
  side: 'a' | 'b';
  /** Absent: a new one. */
  person?: RoomPerson;
  pairs: PairsPage;
  /** Somebody like that is known already: opens their entry instead. */
  onOther: (person: string) => void;
  onDone: () => void;
}

/** A person of a room, added or corrected, with what they stand for in this partnership. */
export function PersonForm({ organization, partnership, side, person, pairs, onOther, onDone }: PersonFormProps) {
  const { partners, general } = useMessages();
  const { form: fields, people } = partners;
  const before = pairs.duties.filter((duty) => duty.person === person?.id).map((duty) => duty.duty);
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [title, setTitle] = useState(person?.title ?? '');
  const [work, setWork] = useState<PersonFunction | ''>(person?.function ?? '');
  const [topics, setTopics] = useState(person?.topics ?? []);
  const [typed, setTyped] = useState('');
  const [duties, setTheirs] = useState<DutyKind[]>(before);
  const [tried, setTried] = useState(false);
  const all = withTyped(topics, typed).slice(0, MOST_TOPICS);
  const read = readPerson({ name, email, title, function: work, topics: all }, side, person);
  const mayDuties = pairs.may.duties.includes(side) && person?.side !== 'newcomer';
  const saving = useSavingPerson({
    organization,
    partnership,
    person: person?.id,
    read,
    duties: mayDuties && duties.toSorted().join() !== before.toSorted().join() ? duties : undefined,
    onDone,
  });
  const says = (field: 'name' | 'email') => {
    const problem = tried ? read.problems?.[field] : undefined;
    return problem && fields[problem];
  };
  const own = person?.personId != null;
  return (
    <Form onSubmit={() => (read.problems ? setTried(true) : saving.mutate(undefined))}>
      {own && <p>{people.nameOwn}</p>}
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
        hint={person ? undefined : people.linkHint}
        value={email}
        error={says('email')}
        disabled={own}
        longest={254}
        onChange={setEmail}
      />
      <FunctionField value={work} onChange={setWork} />
      <TopicsField topics={topics} onChange={setTopics} typed={typed} onType={setTyped} />
      {mayDuties && <DutiesField value={duties} onChange={setTheirs} />}
      <PersonFoot label={person ? general.actions.save : general.actions.add} {...{ saving, onOther, onDone }} />
    </Form>
  );
}

function FunctionField({
  value,
  onChange,
}: {
  value: PersonFunction | '';
  onChange: (value: PersonFunction | '') => void;
}) {
  const { pairs: words } = useMessages();
  return (
    <SelectField
      optional
      label={words.function}
      hint={words.functionHint}
      value={value}
      data={[
        { value: '', label: words.functionNone },
        ...Object.entries(words.functions).map(([key, label]) => ({ value: key, label })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value as PersonFunction | '')}
    />
  );
}
