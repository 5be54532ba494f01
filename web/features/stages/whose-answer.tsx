import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';

/** Who of a side without an account said it. */
export function WhoseAnswer({
  people,
  value,
  onChange,
}: {
  people: RoomPerson[];
  value: string;
  onChange: (person: string) => void;
}) {
  const { stages, partners } = useMessages();
  if (people.length === 0) return <p>{stages.answer.whoseNone}</p>;
  return (
    <SelectField
      label={stages.answer.whose}
      data={people.map((each) => ({ value: each.id, label: each.name ?? partners.people.nameless }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** People of a side who are still there. */
export function speakers(people: readonly RoomPerson[] | undefined, side: 'a' | 'b'): RoomPerson[] {
  return people?.filter((each) => each.side === side && each.endedAt === null) ?? [];
}
