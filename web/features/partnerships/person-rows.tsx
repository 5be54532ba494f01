import { useRef } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import { emptyRow, type PartnerProblems, type PersonRow } from './new-partner.ts';
import style from './partner-form.module.css';
import { TextInput } from './text-input.tsx';

interface PersonRowsProps {
  rows: PersonRow[];
  onChange: (rows: PersonRow[]) => void;
  problems: PartnerProblems;
}

/** People one knows at a partner: a row each, an empty row counts for nothing. */
export function PersonRows({ rows, onChange, problems }: PersonRowsProps) {
  const { partners } = useMessages();
  const words = partners.form;
  const list = useRef<HTMLDivElement>(null);
  const made = useRef(rows.length);
  const change = (key: string, part: Partial<PersonRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    const key = String((made.current += 1));
    onChange([...rows, emptyRow(key)]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus());
  };
  const says = (field: string) => {
    const problem = problems[field];
    return problem && words[problem];
  };
  return (
    <div className={style.people} ref={list}>
      <h3 className={style.peopleTitle}>{words.people}</h3>
      {rows.map((row, index) => (
        <fieldset key={row.key} className={style.person}>
          <legend className="visually-hidden">{words.person({ n: index + 1 })}</legend>
          <TextInput
            optional
            label={words.personName}
            value={row.name}
            error={says(`${row.key}.name`)}
            onChange={(name) => change(row.key, { name })}
          />
          <TextInput
            optional
            label={words.personTitle}
            example={words.titleExample}
            value={row.title}
            onChange={(title) => change(row.key, { title })}
          />
          <TextInput
            optional
            type="email"
            label={words.personEmail}
            value={row.email}
            error={says(`${row.key}.email`)}
            longest={254}
            onChange={(email) => change(row.key, { email })}
          />
          {rows.length > 1 && (
            <button
              type="button"
              className={style.remove}
              aria-label={words.removePerson({ n: index + 1 })}
              onClick={() => onChange(rows.filter((each) => each.key !== row.key))}
            >
              <CrossIcon size={18} />
            </button>
          )}
        </fieldset>
      ))}
      <div>
        <Button kind="quiet" onClick={add}>
          <PlusIcon size={16} />
          {words.morePeople}
        </Button>
      </div>
    </div>
  );
}
