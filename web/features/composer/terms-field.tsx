import { workKinds } from '@entente/protocol';
import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ConditionsField } from './conditions-field.tsx';
import { DeadlineField } from './deadline-field.tsx';
import { type Problem, problemAt } from './problems.ts';
import { QuantityField } from './quantity-field.tsx';
import type { TermsValue } from './values.ts';
import style from './composer.module.css';

export interface TermsFieldProps {
  /** Whose terms: what is asked for reads differently from what is offered. */
  kind: 'request' | 'offer' | 'change';
  value: TermsValue;
  onChange: (value: TermsValue) => void;
  problems: readonly Problem[];
  /** A change to agreed terms has no answer date of its own to show first. */
  replyByLabel?: string;
}

function DueFields({
  value,
  onChange,
  error,
}: Omit<TermsFieldProps, 'kind' | 'problems'> & { error: (field: string) => string | undefined }) {
  const { composer } = useMessages();
  const words = composer.fields;
  return (
    <div className={style.group}>
      <Choice
        legend={words.due}
        options={[
          { key: 'date', label: words.dueDate },
          { key: 'days', label: words.dueDays },
          { key: 'open', label: words.dueOpen },
        ]}
        value={value.dueBy}
        onChange={(dueBy) => onChange({ ...value, dueBy })}
      />
      {value.dueBy === 'date' && (
        <DeadlineField
          label={words.day}
          value={value.due}
          error={error('terms.due')}
          onChange={(due) => onChange({ ...value, due })}
        />
      )}
      {value.dueBy === 'days' && (
        <Field
          label={words.days}
          inputMode="numeric"
          maxLength={4}
          value={value.days}
          error={error('terms.days')}
          onChange={(event) => onChange({ ...value, days: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function WorkField({ value, onChange }: Pick<TermsFieldProps, 'value' | 'onChange'>) {
  const { composer, conversation } = useMessages();
  return (
    <SelectField
      label={conversation.terms.work}
      optional
      data={[
        { value: '', label: composer.fields.notSaid },
        ...workKinds.map((kind) => ({ value: kind, label: conversation.work[kind].label })),
      ]}
      value={value.work ?? ''}
      onChange={(event) => onChange({ ...value, work: workKinds.find((each) => each === event.currentTarget.value) })}
    />
  );
}

function MoreFields({
  value,
  onChange,
  error,
}: Omit<TermsFieldProps, 'kind' | 'problems'> & { error: (field: string) => string | undefined }) {
  const { composer } = useMessages();
  const words = composer.fields;
  const { antecedent } = value;
  const used = antecedent.wanted || value.effort.amount !== '' || value.price.amount !== '';
  return (
    <details className={style.more} open={used || undefined}>
      <summary>{words.more}</summary>
      <div className={style.stack}>
        <QuantityField
          legend={words.effort}
          unitExample={words.effortUnit}
          value={value.effort}
          error={error('terms.effort')}
          onChange={(effort) => onChange({ ...value, effort })}
        />
        <QuantityField
          legend={words.price}
          unitExample={words.priceUnit}
          value={value.price}
          error={error('terms.price')}
          onChange={(price) => onChange({ ...value, price })}
        />
        <Checkbox
          label={words.antecedent}
          checked={antecedent.wanted}
          onChange={(event) =>
            onChange({ ...value, antecedent: { ...antecedent, wanted: event.currentTarget.checked } })
          }
        />
        {antecedent.wanted && (
          <>
            <TextArea
              label={words.antecedentText}
              rows={2}
              longest={1000}
              value={antecedent.text}
              error={error('terms.antecedent')}
              onChange={(text) => onChange({ ...value, antecedent: { ...antecedent, text } })}
            />
            <DeadlineField
              label={words.antecedentBy}
              value={antecedent.by}
              error={error('terms.antecedentBy')}
              onChange={(by) => onChange({ ...value, antecedent: { ...antecedent, by } })}
            />
          </>
        )}
      </div>
    </details>
  );
}

/** The terms of a commitment: what, the conditions that show it is done, by when, and until when an answer is wanted. */
export function TermsField({ kind, value, onChange, problems, replyByLabel }: TermsFieldProps) {
  const { composer } = useMessages();
  const words = composer.fields;
  const id = useId();
  const error = (field: string) => {
    const found = problemAt(problems, field);
    return found && composer.problems[found];
  };
  const whatLabel = kind === 'change' ? words.what : kind === 'offer' ? words.whatOffer : words.whatRequest;
  return (
    <div className={style.stack} id={id}>
      <TextArea
        label={whatLabel}
        rows={2}
        longest={2000}
        placeholder={kind === 'change' ? undefined : words.whatExample}
        value={value.what}
        error={error('terms.what')}
        onChange={(what) => onChange({ ...value, what })}
      />
      <ConditionsField
        conditions={value.conditions}
        error={error('terms.conditions')}
        onChange={(conditions) => onChange({ ...value, conditions })}
      />
      <DueFields value={value} onChange={onChange} error={error} />
      <WorkField value={value} onChange={onChange} />
      <MoreFields value={value} onChange={onChange} error={error} />
      <DeadlineField
        label={replyByLabel ?? (kind === 'offer' ? words.standsUntil : words.replyBy)}
        value={value.replyBy}
        error={error('terms.replyBy')}
        onChange={(replyBy) => onChange({ ...value, replyBy })}
      />
      {error('terms') && <Fault alert>{error('terms')}</Fault>}
    </div>
  );
}
