import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { announce } from '../../ui/toast.tsx';
import { askFreshLink } from './api.ts';

/** For a link that answers no more: the next one goes to the same address, never to another. */
export function FreshLink({ link }: { link: string }) {
  const { guest } = useMessages();
  const ask = useMutation({
    mutationFn: () => askFreshLink(link),
    onSuccess: (sent) => announce(guest.freshSent({ address: sent.sentTo })),
  });
  if (ask.data) return <p role="status">{guest.freshSent({ address: ask.data.sentTo })}</p>;
  return (
    <div>
      {ask.error && <ErrorNote error={ask.error} />}
      <Button kind="act" busy={ask.isPending} onClick={() => ask.mutate()}>
        {guest.freshLink}
      </Button>
    </div>
  );
}
