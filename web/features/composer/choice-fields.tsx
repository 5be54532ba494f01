import { missCauses, type Opinion, type Settlement } from '@entente/protocol';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Fault } from '../../ui/fault.tsx';
import type { FieldProps } from './field-props.ts';
import { problemAt } from './problems.ts';

function Missing({ name, problems }: Pick<FieldProps, 'name' | 'problems'>) {
  const { composer } = useMessages();
  const found = problemAt(problems, name);
  return found ? <Fault>{composer.problems[found]}</Fault> : null;
}

const SETTLEMENTS: readonly Settlement[] = [
  'satisfied',
  'satisfied-with-waivers',
  'performing',
  'released',
  'ended-together',
  'failed',
];

/** How a disagreement should end. */
export function SettlementField({ name, values, write, problems }: FieldProps) {
  const { composer, conversation } = useMessages();
  return (
    <div>
      <Choice
        legend={composer.fields.settlement}
        options={SETTLEMENTS.map((key) => ({ key, label: conversation.settlements[key] }))}
        value={values.settlement}
        onChange={(settlement) => write({ settlement })}
      />
      <Missing name={name} problems={problems} />
    </div>
  );
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** From 1 (not at all) to 5 (entirely). */
export function SatisfactionField({ name, values, write, problems }: FieldProps) {
  const { conversation } = useMessages();
  const words = conversation.satisfaction;
  return (
    <div>
      <Choice
        legend={words.label}
        options={LEVELS.map((key) => ({ key, label: `${key} · ${words[Number(key) as 1 | 2 | 3 | 4 | 5]}` }))}
        value={LEVELS.find((key) => Number(key) === values.satisfaction)}
        onChange={(key) => write({ satisfaction: Number(key) })}
      />
      <Missing name={name} problems={problems} />
    </div>
  );
}

const OPINIONS: readonly Opinion[] = ['yes', 'partly', 'no'];

/** One of the three questions at the end. */
export function OpinionField({ name, values, write, problems }: FieldProps) {
  const { conversation } = useMessages();
  const asked: Partial<Record<string, string>> = conversation.judge;
  return (
    <div>
      <Choice
        legend={asked[name] ?? name}
        options={OPINIONS.map((key) => ({ key, label: conversation.opinions[key] }))}
        value={values.opinions[name]}
        onChange={(opinion) => write({ opinions: { ...values.opinions, [name]: opinion } })}
      />
      <Missing name={name} problems={problems} />
    </div>
  );
}

/** Why it slips or was missed, from a short list. */
export function CauseField({ required, values, write }: FieldProps) {
  const { composer, conversation } = useMessages();
  return (
    <SelectField
      label={composer.fields.cause}
      optional={!required}
      data={[
        { value: '', label: composer.fields.notSaid },
        ...missCauses.map((value) => ({ value, label: conversation.causes[value] })),
      ]}
      value={values.cause ?? ''}
      onChange={(event) => write({ cause: missCauses.find((each) => each === event.currentTarget.value) })}
    />
  );
}
