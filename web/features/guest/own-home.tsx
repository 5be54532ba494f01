import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { askHome } from './api.ts';
import style from './guest.module.css';

/** A quiet line at the foot: how a guest's organization gets a home of its own. */
export function OwnHome({ link, partner }: { link: string; partner: string }) {
  const { guest } = useMessages();
  const words = guest.home;
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => askHome(link, email.trim()) });
  if (ask.isSuccess) return <p role="status">{words.asked({ partner })}</p>;
  return (
    <details className={style.home}>
      <summary>{words.quiet}</summary>
      <p>{words.text}</p>
      <Form onSubmit={() => ask.mutate()}>
        <Field
          label={words.email}
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.error && <ErrorNote error={ask.error} />}
        <div>
          <Button type="submit" kind="plain" busy={ask.isPending} disabled={!email.includes('@')}>
            {words.ask}
          </Button>
        </div>
      </Form>
    </details>
  );
}
