import { Checkbox } from '@mantine/core';
import type { Field } from '@entente/protocol';
import { useMessages } from '../../locale.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CauseField, OpinionField, SatisfactionField, SettlementField } from './choice-fields.tsx';
import { CitesField, ReportsField, UnmetField, VerdictsField } from './condition-fields.tsx';
import { DeadlineField } from './deadline-field.tsx';
import type { FieldProps } from './field-props.ts';
import { FilesField } from './files-field.tsx';
import { type FormKey, partsOf } from './form-key.ts';
import { problemAt } from './problems.ts';
import { QuantityField } from './quantity-field.tsx';
import { RecordedActsField } from './recorded-acts-field.tsx';
import { ConversationField, PartyField } from './reference-fields.tsx';
import { TermsField } from './terms-field.tsx';
import { emptyTerms } from './values.ts';

type Props = FieldProps & { formKey: FormKey };

function TextField({ formKey, required, values, write, problems, name }: Props) {
  const { composer } = useMessages();
  const words = composer.fields;
  const missing = problemAt(problems, name);
  const label = formKey === 'contest' ? words.account : required && formKey !== 'make-good' ? words.reason : words.text;
  return (
    <TextArea
      label={label}
      hint={required ? words.reasonHint : undefined}
      optional={!required}
      rows={2}
      longest={10_000}
      value={values.text}
      error={missing && composer.problems[missing]}
      onChange={(text) => write({ text })}
    />
  );
}

function DayField({ formKey, name, required, values, write, problems }: Props) {
  const { composer } = useMessages();
  const words = composer.fields;
  const missing = problemAt(problems, name);
  const label =
    name === 'until'
      ? formKey === 'defer'
        ? words.answerBy
        : words.until
      : name === 'expected'
        ? words.expected
        : words.newDue;
  return (
    <DeadlineField
      label={label}
      hint={formKey === 'propose:pause' && name === 'due' ? words.newDueHint : undefined}
      optional={!required}
      value={values.deadlines[name]}
      error={missing && composer.problems[missing]}
      onChange={(value) => write({ deadlines: { ...values.deadlines, [name]: value } })}
    />
  );
}

function TermsPart({ formKey, values, write, problems }: Props) {
  const { composer } = useMessages();
  const kind = formKey === 'request' || formKey === 'offer' ? formKey : 'change';
  return (
    <TermsField
      kind={kind}
      value={values.terms ?? emptyTerms()}
      problems={problems}
      replyByLabel={kind === 'change' ? composer.fields.replyBy : undefined}
      onChange={(terms) => write({ terms })}
    />
  );
}

/** The input for one field of the protocol's table. Every kind of field has one. */
export function ActField({ field, ...rest }: Omit<Props, 'name' | 'required'> & { field: Field }) {
  const { composer } = useMessages();
  const props: Props = { ...rest, name: field.name, required: field.required };
  const { values, write } = rest;
  switch (field.kind) {
    case 'terms':
      return <TermsPart {...props} />;
    case 'text':
      return <TextField {...props} />;
    case 'files':
      return (
        <FilesField
          label={composer.fields.files}
          files={values.files}
          onChange={(change) => write((now) => ({ files: change(now.files) }))}
        />
      );
    case 'deadline':
      return <DayField {...props} />;
    case 'quantity':
      return (
        <QuantityField
          legend={composer.fields.effortSoFar}
          unitExample={composer.fields.effortUnit}
          value={values.quantities[field.name]}
          onChange={(value) => write({ quantities: { ...values.quantities, [field.name]: value } })}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={field.name === 'question' ? composer.asQuestion : composer.fields.atRisk}
          checked={values.flags[field.name] ?? false}
          onChange={(event) => write({ flags: { ...values.flags, [field.name]: event.currentTarget.checked } })}
        />
      );
    case 'condition-reports':
      return <ReportsField {...props} />;
    case 'verdicts':
      return <VerdictsField {...props} />;
    case 'unmet':
      return <UnmetField {...props} />;
    case 'cites':
      return <CitesField {...props} />;
    case 'settlement':
      return <SettlementField {...props} />;
    case 'satisfaction':
      return <SatisfactionField {...props} />;
    case 'opinion':
      return <OpinionField {...props} />;
    case 'party':
      return <PartyField {...props} />;
    case 'conversation':
      return <ConversationField {...props} relation={partsOf(rest.formKey).relation} />;
    case 'recorded-acts':
      return <RecordedActsField {...props} />;
    case 'cause':
      return <CauseField {...props} />;
    case 'relation':
    case 'proposal':
      // Decided by the button that opened the form.
      return null;
  }
}
