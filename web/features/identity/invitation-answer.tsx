import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenInvitation } from '../../../server/features/organizations/schema.ts';
import { Problem } from '../../api/problem.ts';
import { deviceZone, useLocale, useMessages } from '../../locale.tsx';
import { meQuery } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { acceptInvitation, signOut } from './api.ts';
import style from './door.module.css';
import { fieldIssue } from './field-issues.ts';
import { SignInForm } from './sign-in-form.tsx';

interface Answering {
  token: string;
  invitation: OpenInvitation;
  onJoined: () => void;
}

/** Joining: with the account one is signed in with, with an account that exists, or with a new one. */
export function InvitationAnswer(props: Answering) {
  const me = useQuery({ ...meQuery, retry: false });
  if (me.isPending) return null;
  if (me.data) return <JoinSignedIn {...props} name={me.data.person.name} />;
  return props.invitation.accountExists ? <SignInAndJoin {...props} /> : <JoinAsNew {...props} />;
}

function JoinSignedIn({ token, onJoined, name }: Answering & { name: string }) {
  const { invitation: words } = useMessages();
  const queries = useQueryClient();
  const join = useMutation({
    mutationFn: (anyway: boolean) => acceptInvitation(queries, token, { anyway }),
    onSuccess: onJoined,
  });
  const leave = useMutation({
    mutationFn: () => signOut(),
    onSuccess: () => queries.resetQueries({ queryKey: meQuery.queryKey }),
  });
  const other = join.error instanceof Problem && join.error.data.otherAddress === true ? join.error : undefined;
  return (
    <div className={style.panel}>
      <p>{other ? words.otherAccount({ invited: String(other.data.invited), name }) : words.as({ name })}</p>
      {join.error && !other && <ErrorNote error={join.error} />}
      <Buttons>
        <Button kind="act" busy={join.isPending} onClick={() => join.mutate(other !== undefined)}>
          {other ? words.joinAnyway : words.join}
        </Button>
        <Button kind="no" busy={leave.isPending} onClick={() => leave.mutate()}>
          {words.notMe}
        </Button>
      </Buttons>
    </div>
  );
}

function SignInAndJoin({ token, invitation, onJoined }: Answering) {
  const { invitation: words } = useMessages();
  const queries = useQueryClient();
  const join = useMutation({ mutationFn: () => acceptInvitation(queries, token, {}), onSuccess: onJoined });
  return (
    <div className={style.panel}>
      <p>{words.accountExists({ email: invitation.email })}</p>
      {join.error && <ErrorNote error={join.error} />}
      <SignInForm email={invitation.email} onSignedIn={() => join.mutate()} />
    </div>
  );
}

function JoinAsNew({ token, invitation, onJoined }: Answering) {
  const { messages, locale } = useLocale();
  const { invitation: words, signIn, errors } = messages;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const join = useMutation({
    mutationFn: () => acceptInvitation(queries, token, { name, password, locale, timeZone: deviceZone() }),
    onSuccess: onJoined,
  });
  return (
    <Form onSubmit={() => join.mutate()}>
      <p className={style.soft}>{words.forEmail({ email: invitation.email })}</p>
      <Field
        label={signIn.yourName}
        autoComplete="name"
        value={name}
        error={fieldIssue(join.error, 'name', errors)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        label={signIn.password}
        hint={signIn.newPasswordHint}
        autoComplete="new-password"
        minLength={10}
        value={password}
        error={fieldIssue(join.error, 'password', errors)}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {join.error && <ErrorNote error={join.error} />}
      <div>
        <Button kind="act" type="submit" busy={join.isPending}>
          {words.createAndJoin}
        </Button>
      </div>
    </Form>
  );
}
