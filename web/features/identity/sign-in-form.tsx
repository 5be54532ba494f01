import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { mailLink, signIn } from './api.ts';
import style from './door.module.css';

interface SignInFormProps {
  onSignedIn: () => void;
  /** Known from an invitation. */
  email?: string;
}

/** Two ways in: a password, or a link by mail. The address typed serves both. */
export function SignInForm({ onSignedIn, email: known = '' }: SignInFormProps) {
  const { signIn: words } = useMessages();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [byLink, setByLink] = useState(false);
  const queries = useQueryClient();
  const enter = useMutation({ mutationFn: () => signIn(queries, email, password), onSuccess: onSignedIn });
  const send = useMutation({ mutationFn: () => mailLink(email) });
  const active = byLink ? send : enter;
  const change = (link: boolean) => {
    enter.reset();
    send.reset();
    setByLink(link);
  };
  if (send.isSuccess) return <LinkSent email={email} onAgain={() => send.reset()} />;
  return (
    <Form onSubmit={() => active.mutate()}>
      <Field
        label={words.email}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {byLink ? (
        <p className={style.soft}>{words.linkHint}</p>
      ) : (
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {active.error && <ErrorNote error={active.error} />}
      <Buttons>
        <Button kind="act" type="submit" busy={active.isPending}>
          {byLink ? words.linkInstead : words.submit}
        </Button>
        <Button kind="quiet" onClick={() => change(!byLink)}>
          {byLink ? words.passwordInstead : words.linkInstead}
        </Button>
      </Buttons>
      <p className={style.soft}>{words.needInvitation}</p>
    </Form>
  );
}

function LinkSent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { signIn: words } = useMessages();
  return (
    <EmptyState title={words.linkSent.title}>
      <p>{words.linkSent.text({ email })}</p>
      <p className={style.soft}>{words.linkSent.local}</p>
      <Button onClick={onAgain}>{words.linkSent.again}</Button>
    </EmptyState>
  );
}
