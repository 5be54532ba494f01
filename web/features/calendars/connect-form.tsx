import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Access, calendarQuery, connectCalendar, findCalendars, type FoundCalendar } from './api.ts';
import style from './calendars.module.css';
import { Trouble } from './trouble.tsx';

export interface ConnectProps {
  organization: string;
  /** What was connected before, to be connected anew. */
  before?: { url: string; username: string } | undefined;
  onDone: () => void;
}

/** First the server and the password, then which of the calendars found there. */
export function ConnectForm({ organization, before, onDone }: ConnectProps) {
  const [access, setAccess] = useState<Access>({
    url: before?.url ?? '',
    username: before?.username ?? '',
    password: '',
  });
  const find = useMutation({ mutationFn: () => findCalendars(organization, access) });
  if (find.data)
    return (
      <ChooseCalendar
        organization={organization}
        access={access}
        calendars={find.data.calendars}
        onBack={() => find.reset()}
        onDone={onDone}
      />
    );
  return <ServerForm access={access} onChange={setAccess} find={find} />;
}

interface ServerFormProps {
  access: Access;
  onChange: (access: Access) => void;
  find: { mutate: () => void; isPending: boolean; error: unknown };
}

function ServerForm({ access, onChange, find }: ServerFormProps) {
  const { account: words } = useMessages().calendars;
  return (
    <Form onSubmit={() => find.mutate()} label={words.connect}>
      <Field
        label={words.server}
        hint={words.serverHint}
        type="url"
        autoComplete="off"
        value={access.url}
        onChange={(event) => onChange({ ...access, url: event.currentTarget.value })}
      />
      <Field
        label={words.user}
        autoComplete="off"
        value={access.username}
        onChange={(event) => onChange({ ...access, username: event.currentTarget.value })}
      />
      <PasswordField
        label={words.password}
        hint={words.passwordHint}
        autoComplete="off"
        value={access.password}
        onChange={(event) => onChange({ ...access, password: event.currentTarget.value })}
      />
      <CalendarError error={find.error} />
      <div>
        <Button type="submit" kind="act" busy={find.isPending}>
          {find.isPending ? words.finding : words.find}
        </Button>
      </div>
    </Form>
  );
}

interface ChooseProps {
  organization: string;
  access: Access;
  calendars: FoundCalendar[];
  onBack: () => void;
  onDone: () => void;
}

function ChooseCalendar({ organization, access, calendars, onBack, onDone }: ChooseProps) {
  const { account: words } = useMessages().calendars;
  const queries = useQueryClient();
  const [calendar, setCalendar] = useState(calendars.length === 1 ? calendars[0]?.url : undefined);
  const connect = useMutation({
    mutationFn: () => connectCalendar(organization, { ...access, calendar: calendar ?? '' }),
    onSuccess: (state) => {
      queries.setQueryData(calendarQuery(organization).queryKey, state);
      toast(words.connected);
      onDone();
    },
  });
  return (
    <Form onSubmit={() => connect.mutate()} label={words.choose}>
      {calendars.length === 0 && <p>{words.none_found}</p>}
      {calendars.length > 0 && (
        <>
          <Choice
            legend={words.choose}
            options={calendars.map(({ url, name }) => ({ key: url, label: name }))}
            value={calendar}
            onChange={setCalendar}
          />
          <p className={style.soft}>{words.chooseHint}</p>
        </>
      )}
      <CalendarError error={connect.error} />
      <Buttons>
        <Button type="submit" kind="act" busy={connect.isPending} disabled={calendar === undefined}>
          {words.use}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </Buttons>
    </Form>
  );
}

/** What is wrong with a calendar server, in its own words; anything else as everywhere. */
function CalendarError({ error }: { error: unknown }) {
  if (!error) return null;
  const { calendar } = asProblem(error).data;
  return typeof calendar === 'string' ? <Trouble problem={calendar} /> : <ErrorNote error={error} />;
}
