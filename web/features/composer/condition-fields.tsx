import { Checkbox } from '@mantine/core';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useConversation } from '../conversations/context.tsx';
import { textOf } from '../conversations/perspective.ts';
import type { FieldProps } from './field-props.ts';
import { FilesField } from './files-field.tsx';
import { problemAt } from './problems.ts';
import type { ConditionReportValue } from './values.ts';
import style from './composer.module.css';

const noReport: ConditionReportValue = { text: '', link: '', files: [] };

function useConditions(): { id: string; text: string }[] {
  const { page } = useConversation();
  return page.conversation.terms.terms.conditions.map(({ id, text }) => ({ id, text: textOf(page, text) ?? '' }));
}

/** A word, a link or a file about each condition. */
export function ReportsField({ values, write, problems }: FieldProps) {
  const { composer } = useMessages();
  const words = composer.fields;
  const conditions = useConditions();
  return (
    <fieldset className={style.group}>
      <legend>{words.reportOn}</legend>
      {conditions.map(({ id, text }) => {
        const value = values.reports[id] ?? noReport;
        const set = (change: (now: ConditionReportValue) => Partial<ConditionReportValue>) =>
          write((now) => {
            const said = now.reports[id] ?? noReport;
            return { reports: { ...now.reports, [id]: { ...said, ...change(said) } } };
          });
        const missing = problemAt(problems, `on.${id}`);
        return (
          <div key={id} className={style.perCondition}>
            <TextArea
              label={text}
              rows={1}
              longest={10_000}
              placeholder={words.reportWord}
              value={value.text}
              error={missing && composer.problems[missing]}
              onChange={(said) => set(() => ({ text: said }))}
            />
            <Field
              label={words.reportLink}
              optional
              type="url"
              inputMode="url"
              placeholder="https://"
              value={value.link}
              onChange={(event) => {
                const link = event.currentTarget.value;
                set(() => ({ link }));
              }}
            />
            <FilesField
              label={words.files}
              labelHidden
              files={value.files}
              onChange={(change) => set((now) => ({ files: change(now.files) }))}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** Met, or let go: said of each condition by the one who asked for it. */
export function VerdictsField({ values, write, problems }: FieldProps) {
  const { composer } = useMessages();
  const words = composer.fields;
  const conditions = useConditions();
  const allMet = () =>
    write({
      verdicts: Object.fromEntries(
        conditions.map(({ id }) => [id, { text: '', ...values.verdicts[id], verdict: 'met' }]),
      ),
    });
  return (
    <fieldset className={style.group}>
      <legend>{words.verdicts}</legend>
      {conditions.length > 1 && (
        <div>
          <Button kind="plain" onClick={allMet}>
            {words.allMet}
          </Button>
        </div>
      )}
      {conditions.map(({ id, text }) => {
        const value = values.verdicts[id] ?? { text: '' };
        const set = (patch: Partial<typeof value>) =>
          write({ verdicts: { ...values.verdicts, [id]: { ...value, ...patch } } });
        const missing = problemAt(problems, `verdicts.${id}`);
        return (
          <div key={id} className={style.perCondition}>
            <Choice
              legend={text}
              options={[
                { key: 'met', label: words.met },
                { key: 'waived', label: words.waived },
              ]}
              value={value.verdict}
              onChange={(verdict) => set({ verdict })}
            />
            {missing && <Fault>{composer.problems[missing]}</Fault>}
            {value.verdict === 'waived' && (
              <TextArea
                label={words.waivedWhy}
                optional
                rows={1}
                value={value.text}
                onChange={(said) => set({ text: said })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Which conditions are not met, each with what is missing. */
export function UnmetField({ values, write, problems }: FieldProps) {
  const { composer } = useMessages();
  const words = composer.fields;
  const missing = problemAt(problems, 'unmet');
  return (
    <fieldset className={style.group}>
      <legend>{words.unmet}</legend>
      {missing && <Fault>{composer.problems[missing]}</Fault>}
      {useConditions().map(({ id, text }) => {
        const value = values.unmet[id] ?? { unmet: false, text: '' };
        const set = (patch: Partial<typeof value>) =>
          write({ unmet: { ...values.unmet, [id]: { ...value, ...patch } } });
        return (
          <div key={id} className={style.perCondition}>
            <Checkbox
              label={text}
              checked={value.unmet}
              onChange={(event) => set({ unmet: event.currentTarget.checked })}
            />
            {value.unmet && (
              <TextArea label={words.unmetText} rows={2} value={value.text} onChange={(said) => set({ text: said })} />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** The conditions an account relies on. */
export function CitesField({ name, values, write, problems }: FieldProps) {
  const { composer } = useMessages();
  const missing = problemAt(problems, name);
  return (
    <fieldset className={style.group}>
      <legend>{composer.fields.cites}</legend>
      {missing && <Fault>{composer.problems[missing]}</Fault>}
      {useConditions().map(({ id, text }) => (
        <Checkbox
          key={id}
          label={text}
          checked={values.cites[id] ?? false}
          onChange={(event) => write({ cites: { ...values.cites, [id]: event.currentTarget.checked } })}
        />
      ))}
    </fieldset>
  );
}
