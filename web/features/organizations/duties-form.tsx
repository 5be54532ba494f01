import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../../server/features/organizations/schema.ts';
import { dayOf } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { useOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { CrossIcon } from '../../ui/icons.tsx';
import { fieldIssue } from '../identity/field-issues.ts';
import { addDuty, peopleQuery, removeDuty } from './api.ts';
import style from './organizations.module.css';
import { DutySaid } from './duty-said.tsx';

/** Dated roles of one person: added, and removed when they were a mistake. */
export function DutiesForm({ member }: { member: Member }) {
  const organization = useOrganization();
  const { organization: all, errors } = useMessages();
  const words = all.duties;
  const now = useReaderNow();
  const fresh = () => ({ title: '', startsOn: dayOf(now.now, now.zone), endsOn: '' });
  const [typed, setTyped] = useState(fresh);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: peopleQuery(organization.id).queryKey });
  const add = useMutation({
    mutationFn: () => addDuty(organization.id, member.personId, { ...typed, endsOn: typed.endsOn || null }),
    onSuccess: () => {
      setTyped(fresh());
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (duty: string) => removeDuty(organization.id, member.personId, duty),
    onSuccess: refresh,
  });
  const error = add.error ?? remove.error;
  return (
    <div className={`${style.panel} ${style.apart}`}>
      <h3>{words.title}</h3>
      <DutyList member={member} onRemove={(duty) => remove.mutate(duty)} />
      <Form onSubmit={() => add.mutate()} label={words.add}>
        <Field
          label={words.roleTitle}
          hint={words.example}
          value={typed.title}
          error={fieldIssue(error, 'title', errors)}
          onChange={(event) => {
            const title = event.currentTarget.value;
            setTyped((before) => ({ ...before, title }));
          }}
        />
        <div className={style.two}>
          <DateField
            label={words.from}
            value={typed.startsOn}
            onChange={(startsOn) => setTyped((before) => ({ ...before, startsOn }))}
          />
          <DateField
            label={words.until}
            optional
            min={typed.startsOn}
            value={typed.endsOn}
            error={fieldIssue(error, 'endsOn', errors)}
            onChange={(endsOn) => setTyped((before) => ({ ...before, endsOn }))}
          />
        </div>
        {error && <ErrorNote error={error} />}
        <div>
          <Button type="submit" busy={add.isPending}>
            {words.add}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function DutyList({ member, onRemove }: { member: Member; onRemove: (duty: string) => void }) {
  const { organization, general } = useMessages();
  const words = organization.duties;
  if (member.roles.length === 0) return <p className={style.soft}>{words.none}</p>;
  return (
    <ul className={style.duties}>
      {member.roles.map((duty) => (
        <li key={duty.id} className={style.duty}>
          <DutySaid duty={duty} />
          <Button kind="quiet" aria-label={words.remove({ title: duty.title })} onClick={() => onRemove(duty.id)}>
            <CrossIcon size={16} /> {general.actions.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}
