import { Checkbox } from '@mantine/core';
import type { ChangeInterview, Way } from '../../../server/features/interviews/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import type { Speaker } from './marks.tsx';
import style from './listening.module.css';

/** When, how, where and with whom, as a form holds it. */
export type TalkDetails = Required<ChangeInterview>;

const WAYS: Way[] = ['in-person', 'video', 'phone'];

interface TalkFieldsProps {
  value: TalkDetails;
  people: Speaker[];
  onChange: (part: Partial<TalkDetails>) => void;
}

/** When, how, where and with whom a talk is held. */
export function TalkFields({ value, people, onChange }: TalkFieldsProps) {
  const { ways, form: words } = useMessages().listening;
  const toggle = (id: string, on: boolean) =>
    onChange({ withPeople: on ? [...value.withPeople, id] : value.withPeople.filter((each) => each !== id) });
  return (
    <>
      <DateField label={words.day} value={value.heldOn} onChange={(heldOn) => onChange({ heldOn })} />
      <div>
        <Choice
          legend={words.way}
          options={WAYS.map((key) => ({ key, label: ways[key] }))}
          value={value.way}
          onChange={(way) => onChange({ way })}
        />
        <p className={style.hint}>{words.wayHint}</p>
      </div>
      <Field
        optional
        label={words.place}
        placeholder={words.placeExample}
        maxLength={200}
        value={value.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <fieldset className={style.people}>
        <legend>{words.people}</legend>
        {people.length === 0 && <p className={style.hint}>{words.peopleNone}</p>}
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.withPeople.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </>
  );
}
