import type { ReactNode } from 'react';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SelectField } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { Draft } from '../../ui/draft.ts';

export const LONGEST_MESSAGE = 20_000;

/** Whose words are written: one's own, or those of a person of a side without an account. */
export interface Whose {
  recorded: boolean;
  person: string;
}

interface WordsFormProps {
  label: string;
  draft: Draft;
  whose: Whose;
  onWhose: (whose: Whose) => void;
  /** People whose words may be written down; none: only one's own. */
  people: { id: string; name: string | null }[];
  /** The side may be recorded although nobody of it is named yet. */
  recordable: boolean;
  error?: string;
  onSubmit: () => void;
  children?: ReactNode;
}

/** A text, and whose it is. */
export function WordsForm({
  label,
  draft,
  whose,
  onWhose,
  people,
  recordable,
  error,
  onSubmit,
  children,
}: WordsFormProps) {
  const { threads: words, people: names } = useMessages().partners;
  return (
    <>
      {recordable && (
        <Choice
          legend={words.whose}
          legendHidden
          options={[
            { key: 'own', label: words.own },
            { key: 'recorded', label: words.recordedAs },
          ]}
          value={whose.recorded ? 'recorded' : 'own'}
          onChange={(key) => onWhose({ recorded: key === 'recorded', person: whose.person || (people[0]?.id ?? '') })}
        />
      )}
      {whose.recorded &&
        (people.length > 0 ? (
          <SelectField
            label={words.whose}
            data={people.map((each) => ({ value: each.id, label: each.name ?? names.nameless }))}
            value={whose.person}
            onChange={(event) => onWhose({ ...whose, person: event.currentTarget.value })}
          />
        ) : (
          <p>{words.whoseNone}</p>
        ))}
      <TextArea
        label={whose.recorded ? words.theirWords : label}
        value={draft.text}
        onChange={draft.setText}
        draft={draft}
        longest={LONGEST_MESSAGE}
        rows={3}
        error={error}
        onSubmit={onSubmit}
        data-reply
      />
      {children}
    </>
  );
}

/** What the API is told about whose words they are. */
export function spokenAs(whose: Whose): { as?: 'recorded'; person?: string } {
  return whose.recorded ? { as: 'recorded', person: whose.person } : {};
}
