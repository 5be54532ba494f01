import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { announce } from '../../ui/toast.tsx';
import { askFreshLink } from './api.ts';

/** Has the next link sent to the person of an old one; answers to which address. */
export type AskLink = typeof askFreshLink;

/** For a link that answers no more: the next one goes to the same address, never to another. */
export function FreshLink({ link, ask = askFreshLink }: { link: string; ask?: AskLink | undefined }) {
  const { guest } = useMessages();
  const asking = useMutation({
    mutationFn: () => ask(link),
    onSuccess: (sent) => announce(guest.freshSent({ address: sent.sentTo })),
  });
  if (asking.data) return <p role="status">{guest.freshSent({ address: asking.data.sentTo })}</p>;
  return (
    <div>
      {asking.error && <ErrorNote error={asking.error} />}
      <Button kind="act" busy={asking.isPending} onClick={() => asking.mutate()}>
        {guest.freshLink}
      </Button>
    </div>
  );
}
