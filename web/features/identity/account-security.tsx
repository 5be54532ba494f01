import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { changePassword, signOut } from './api.ts';
import { fieldIssue } from './field-issues.ts';

/** A new password. */
export function PasswordForm() {
  const { settings, signIn, errors } = useMessages();
  const words = settings.password;
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(fresh, current),
    onSuccess: () => {
      setCurrent('');
      setFresh('');
      toast(words.changed);
    },
  });
  return (
    <Form onSubmit={() => change.mutate()} label={words.title}>
      <PasswordField
        label={words.now}
        hint={words.nowHint}
        required={false}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordField
        label={words.fresh}
        hint={signIn.newPasswordHint}
        autoComplete="new-password"
        minLength={10}
        value={fresh}
        error={fieldIssue(change.error, 'password', errors)}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      {change.error && <ErrorNote error={change.error} />}
      <div>
        <Button type="submit" busy={change.isPending}>
          {words.change}
        </Button>
      </div>
    </Form>
  );
}

/** Ends every session of this person. */
export function SignOutEverywhere() {
  const { settings } = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => signOut(true),
    onSuccess: async () => {
      await navigate({ href: paths.signIn() });
      queries.clear();
    },
  });
  return (
    <>
      <p>{settings.devices.text}</p>
      {leave.error && <ErrorNote error={leave.error} />}
      <div>
        <Button busy={leave.isPending} onClick={() => leave.mutate()}>
          {settings.devices.signOut}
        </Button>
      </div>
    </>
  );
}
