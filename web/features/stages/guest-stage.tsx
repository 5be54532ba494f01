import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Section } from '../../ui/page.tsx';
import { FreshLink } from '../guest/fresh-link.tsx';
import { answerAsGuest, guestStageQuery } from './api.ts';
import { Criteria } from './criteria.tsx';
import { PendingMove } from './pending-move.tsx';

/** On a guest's page, above the conversation: a step the other side proposed, what it rests on, and the answer to it. */
export function GuestStage({ link }: { link: string }) {
  const { stages } = useMessages();
  const queries = useQueryClient();
  const page = useQuery(guestStageQuery(link)).data;
  if (!page?.pending || page.pending.side === page.mySide) return null;
  const { pending, criteria, names, mySide, may } = page;
  const up = pending.to === page.next;
  return (
    <Section title={stages.guest.title({ partner: names[pending.side] })}>
      <PendingMove
        move={pending}
        criteria={up ? criteria : []}
        names={names}
        mySide={mySide}
        may={{ answer: may.answer, agree: true, takeBack: false }}
        onAnswer={async (input) => {
          await answerAsGuest(link, pending.id, input);
          await queries.invalidateQueries({ queryKey: ['guest', link] });
        }}
      >
        {up && <Criteria label={stages.stages[pending.to].name} criteria={criteria} names={names} mySide={mySide} />}
        {!may.answer && (
          <>
            <p>{stages.guest.used}</p>
            <FreshLink link={link} />
          </>
        )}
      </PendingMove>
    </Section>
  );
}
