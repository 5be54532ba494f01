import { useState } from 'react';
import type { ImportField, ImportShape } from '../../../server/features/imports/schema.ts';
import { listSaid } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { asksForDayOrder, examplesOf, FIELDS, missingFields, REQUIRED } from './mapping-words.ts';
import style from './imports.module.css';
import type { MappingDesk } from './use-mapping.ts';

interface FormProps {
  found: ImportShape;
  desk: MappingDesk;
}

/** Questions in everyday words, each answered by a column of the file, with what stands in it. */
export function MappingForm({ found, desk }: FormProps) {
  const { imports } = useMessages();
  const words = imports.mapping;
  const { mapping, change } = desk;
  return (
    <Section title={words.title} note={words.lead}>
      <div className={style.fields}>
        {FIELDS.map((field) => (
          <ColumnField key={field} field={field} found={found} desk={desk} />
        ))}
        {mapping.stake && <UnitField desk={desk} />}
        {asksForDayOrder(found, mapping) && (
          <Choice
            legend={words.dayFirst}
            options={[
              { key: 'month', label: words.dayFirstOptions.month },
              { key: 'day', label: words.dayFirstOptions.day },
            ]}
            value={mapping.dayFirst ? 'day' : 'month'}
            onChange={(key) => change({ dayFirst: key === 'day' })}
          />
        )}
      </div>
      <SampleSentence found={found} desk={desk} />
    </Section>
  );
}

const SHOWN = 3;

function ColumnField({ field, found, desk }: FormProps & { field: ImportField }) {
  const { imports } = useMessages();
  const words = imports.mapping;
  const required = (REQUIRED as readonly ImportField[]).includes(field);
  const chosen = desk.mapping[field] ?? '';
  const examples = examplesOf(found, desk.mapping, field).slice(0, SHOWN);
  const { label, hint } = words.fields[field];
  return (
    <div className={style.field}>
      <SelectField
        label={label}
        hint={hint}
        optional={!required}
        data={[
          { value: '', label: required ? words.missing : words.none },
          ...found.columns.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={chosen}
        onChange={(event) => desk.change({ [field]: event.currentTarget.value })}
      />
      {chosen && (
        <p className={style.examples}>
          {examples.length > 0 ? words.examples({ list: examples.join(' · ') }) : words.emptyColumn}
        </p>
      )}
    </div>
  );
}

/** Sent when left, so that the preview does not run for every letter. */
function UnitField({ desk }: { desk: MappingDesk }) {
  const { imports } = useMessages();
  const [typed, setTyped] = useState(desk.mapping.unit ?? '');
  return (
    <div className={style.field}>
      <Field
        label={imports.mapping.unit}
        hint={imports.mapping.unitHint}
        optional
        maxLength={20}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed.trim() !== (desk.mapping.unit ?? '') && desk.change({ unit: typed.trim() })}
      />
    </div>
  );
}

/** One line of the file as a sentence: wrong columns are heard at once. */
function SampleSentence({ found, desk: { mapping } }: FormProps) {
  const { imports } = useMessages();
  const { locale } = useLocale();
  const words = imports.mapping;
  const missing = missingFields(mapping);
  const first = (field: ImportField) => examplesOf(found, mapping, field)[0];
  return (
    <p className={style.sentence} aria-live="polite">
      {missing.length > 0
        ? words.incomplete({
            fields: listSaid(
              missing.map((field) => words.fields[field].label),
              locale,
            ),
          })
        : words.sentence({
            customer: first('customer') ?? '?',
            performer: first('performer') ?? '?',
            what: first('what') ?? words.something,
            due: first('due') ?? '?',
          })}
    </p>
  );
}
