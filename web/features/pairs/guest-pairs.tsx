import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GuestPair } from '../../../server/features/pairs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { toast } from '../../ui/toast.tsx';
import { answerAsGuest, guestPairsQuery } from './api.ts';
import style from './pairs.module.css';

/** Proposals to work together that name the guest, each to be answered in place. Nothing where there are none. */
export function GuestPairs({ link, partner }: { link: string; partner: string }) {
  const { data = [] } = useQuery({ ...guestPairsQuery(link), retry: false });
  return data.map((pair) => <GuestProposal key={pair.id} link={link} partner={partner} pair={pair} />);
}

function GuestProposal({ link, partner, pair }: { link: string; partner: string; pair: GuestPair }) {
  const { pairs, partners } = useMessages();
  const { guest: words } = pairs;
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: (agree: boolean) => answerAsGuest(link, pair.id, agree),
    onSuccess: async (_, agree) => {
      toast(agree ? words.agreed : words.refused);
      await queries.invalidateQueries({ queryKey: guestPairsQuery(link).queryKey });
    },
  });
  const named = pair.with.name ?? partners.people.nameless;
  const name = pair.with.title ? `${named} (${pair.with.title})` : named;
  return (
    <section className={style.guest}>
      <h2>{words.title}</h2>
      <p>{words.text({ partner, name })}</p>
      {pair.topic && <p>{words.topic({ topic: pair.topic })}</p>}
      <p className={style.below}>{words.hint}</p>
      {answering.error && <ErrorNote error={answering.error} />}
      <Buttons>
        <Button kind="act" busy={answering.isPending} onClick={() => answering.mutate(true)}>
          {words.agree}
        </Button>
        <Button kind="no" busy={answering.isPending} onClick={() => answering.mutate(false)}>
          {words.refuse}
        </Button>
      </Buttons>
    </section>
  );
}
