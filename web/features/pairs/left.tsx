import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenPromise } from '../../../server/features/pairs/schema-own.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { When } from '../../ui/when.tsx';
import { changePerson, roomKey } from '../partnerships/api.ts';
import { promisesQuery } from './api.ts';
import { Moved } from './moved.tsx';
import style from './pairs.module.css';

interface LeftProps {
  organization: OurOrganization;
  room: PartnershipPage;
  person: RoomPerson;
  onDone: () => void;
}

/** Somebody left: what is open in their hands and the next step for each, that they are gone, and where they went. */
export function Left({ organization, room, person, onDone }: LeftProps) {
  const { left: words, what } = useMessages().pairs;
  const queries = useQueryClient();
  const open = useQuery(promisesQuery(organization.id, room.id, person.id));
  const ours = person.side === room.mySide;
  const ending = useMutation({
    mutationFn: () => changePerson(organization.id, room.id, person.id, { ended: person.endedAt === null }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: roomKey(organization.id, room.id) });
      onDone();
    },
  });
  return (
    <div className={style.form}>
      <h3>{words.promises}</h3>
      {open.isPending && <Loading what={what} />}
      {open.error && <ErrorNote error={open.error} onRetry={() => void open.refetch()} />}
      {open.data?.length === 0 && <p className={style.none}>{words.none}</p>}
      {open.data && open.data.length > 0 && (
        <>
          <p className={style.below}>
            {ours ? words.ours : words.theirs} {words.handOverHint}
          </p>
          <ul className={style.promises}>
            {open.data.map((each) => (
              <OneStep
                key={each.conversationId}
                slug={organization.slug}
                partnership={room.id}
                ours={ours}
                promise={each}
              />
            ))}
          </ul>
        </>
      )}
      {person.may.change ? (
        <>
          <p className={style.below}>{words.goneHint}</p>
          {ending.error && <ErrorNote error={ending.error} />}
          <Buttons>
            <Button kind={person.endedAt ? 'plain' : 'act'} busy={ending.isPending} onClick={() => ending.mutate()}>
              {person.endedAt ? words.back : words.gone}
            </Button>
          </Buttons>
        </>
      ) : (
        <p className={style.below}>{words.notOurs({ partner: room.partner.name })}</p>
      )}
      {!ours && <Moved organization={organization} room={room} person={person} onDone={onDone} />}
    </div>
  );
}

interface OneStepProps {
  slug: string;
  partnership: string;
  ours: boolean;
  promise: OpenPromise;
}

/** One open promise and what comes next: taken over on our side, asked about on theirs, or handed over where it goes along. */
function OneStep({ slug, partnership, ours, promise }: OneStepProps) {
  const { left: words } = useMessages().pairs;
  const { conversationId: id } = promise;
  const proposal = promise.as === 'performer' ? 'hand-over' : 'assign';
  const agreed = promise.state === 'performing' || promise.state === 'reported';
  return (
    <li>
      <strong>{promise.title}</strong>
      <span className={style.below}>
        {words.as[promise.as]}
        {promise.dueAt && (
          <>
            {' · '}
            <When at={promise.dueAt} form="label" />
          </>
        )}
      </span>
      <span className={style.steps}>
        {ours ? (
          <Go href={paths.conversationAct(slug, partnership, id, { act: 'stand-in' })}>{words.standIn}</Go>
        ) : (
          <Go href={paths.conversation(slug, partnership, id)}>{words.ask}</Go>
        )}
        {agreed && (
          <Go href={paths.conversationAct(slug, partnership, id, { act: 'propose', proposal })}>{words.handOver}</Go>
        )}
      </span>
    </li>
  );
}
