import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { openLink } from '../features/identity/api.ts';
import { DemoPeople } from '../features/identity/demo-people.tsx';
import style from '../features/identity/door.module.css';
import { Door } from '../features/identity/door.tsx';
import { SignInForm } from '../features/identity/sign-in-form.tsx';
import { useMessages } from '../locale.tsx';
import { safeReturn } from '../paths.ts';
import { useStart } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** The token of a mailed link stands behind the #, where no server and no log ever sees it. */
function tokenHere(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}

export function SignInPage() {
  const { signIn: words } = useMessages();
  const { demo } = useStart();
  const [token] = useState(tokenHere);
  const { back } = useSearch({ strict: false }) as { back?: unknown };
  const navigate = useNavigate();
  const enter = () => void navigate({ href: safeReturn(back), replace: true });
  if (token) return <OpenLink token={token} onSignedIn={enter} />;
  if (!demo) {
    return (
      <Door title={words.title} lead={words.welcome}>
        <SignInForm onSignedIn={enter} />
      </Door>
    );
  }
  return (
    <Door title={words.title} lead={words.welcome} wide>
      <div className={style.columns}>
        <DemoPeople demo={demo} onSignedIn={enter} />
        <SignInForm onSignedIn={enter} />
      </div>
    </Door>
  );
}

/** A link that was opened signs in only when its button is pressed: mail programs open links on their own. */
function OpenLink({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { signIn: words } = useMessages();
  const queries = useQueryClient();
  const open = useMutation({ mutationFn: () => openLink(queries, token), onSuccess: onSignedIn });
  return (
    <Door title={words.opening.title} lead={words.opening.text}>
      {open.error ? (
        <>
          <ErrorNote error={open.error} />
          <SignInForm onSignedIn={onSignedIn} />
        </>
      ) : (
        <div>
          <Button kind="act" busy={open.isPending} onClick={() => open.mutate()}>
            {words.opening.press}
          </Button>
        </div>
      )}
    </Door>
  );
}
