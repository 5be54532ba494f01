import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { FollowUpChange, FollowUpItem } from '../../../server/features/follow-ups/schema.ts';
import { asProblem } from '../../api/problem.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Go } from '../../ui/go.tsx';
import { Menu } from '../../ui/menu.tsx';
import { problemSaid } from '../../ui/problem-words.ts';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { colleaguesQuery } from '../today/api.ts';
import { changeFollowUp, followUpsKey } from './api.ts';
import style from './follow-ups.module.css';
import { followUpSaid } from './said.ts';

/** Only who writes a message needs the drafts. */
const DraftDialog = lazy(async () => ({ default: (await import('./draft-dialog.tsx')).DraftDialog }));

const DAY = 86_400_000;

interface ItemRowProps {
  organization: OurOrganization;
  item: FollowUpItem;
}

function addressOf(slug: string, item: FollowUpItem): string {
  if (!item.partnershipId || item.kind === 'held-mail') return paths.mailIn(slug, item.subjectId);
  if (item.conversationId) return paths.conversation(slug, item.partnershipId, item.conversationId);
  const [meeting = '', time] = item.subjectId.split(' ');
  if (item.kind === 'meeting') return paths.meeting(slug, item.partnershipId, meeting, time);
  if (item.kind === 'talk') return paths.talk(slug, item.partnershipId, item.subjectId);
  if (item.kind === 'point') return paths.listening(slug, item.partnershipId);
  if (item.kind === 'pair') return paths.partnerPeople(slug, item.partnershipId);
  return paths.partnership(slug, item.partnershipId);
}

/** What is done with a follow-up, with the way back for a few seconds. */
function useChange(organization: string, item: FollowUpItem) {
  const { followUps: words, errors } = useMessages();
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: ({ change }: { change: FollowUpChange; said: string }) => changeFollowUp(organization, item.id, change),
    onSuccess: (_, { change, said }) => {
      const back = change.do === 'done' || change.do === 'snooze';
      toast(
        said,
        back
          ? {
              label: words.do.undo,
              onPress: () => changing.mutate({ change: { do: 'undo' }, said: words.said.undone }),
            }
          : undefined,
      );
    },
    onError: (error) => {
      const said = problemSaid(asProblem(error), errors);
      toast(said.detail ?? said.next);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: followUpsKey(organization) }),
  });
  return (change: FollowUpChange, said: string) => changing.mutate({ change, said });
}

/** One follow-up: what to do and why; done, put off, handed over or written to the partner in place. */
export function ItemRow({ organization, item }: ItemRowProps) {
  const messages = useMessages();
  const words = messages.followUps;
  const reader = useReaderNow();
  const me = usePerson();
  const [writing, setWriting] = useState(false);
  const { what, why, held } = followUpSaid(item, messages, reader);
  const colleague = item.person && item.person.personId !== me.id ? words.with({ name: item.person.name }) : undefined;
  return (
    <li className={style.item} data-item>
      <div>
        <Go href={addressOf(organization.slug, item)} className={style.what}>
          {what}
        </Go>
        <p className={style.why}>
          {[why, item.person ? colleague : words.nobodys, item.handedBy && words.handedBy({ name: item.handedBy.name })]
            .filter(Boolean)
            .join(' · ')}
          {item.snoozedUntil && item.state === 'open' && item.snoozedUntil > reader.now && (
            <>
              {' · '}
              <When at={item.snoozedUntil} />
            </>
          )}
        </p>
        {held && <p className={style.why}>{held}</p>}
      </div>
      <Acts organization={organization} item={item} what={what} onWrite={() => setWriting(true)} />
      {writing && item.draft && (
        <Suspense>
          <DraftDialog organization={organization} item={item} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </li>
  );
}

function Acts({ organization, item, what, onWrite }: ItemRowProps & { what: string; onWrite: () => void }) {
  const { followUps: words } = useMessages();
  const { now } = useReaderNow();
  const change = useChange(organization.id, item);
  const about = <span className="visually-hidden">: {what}</span>;
  if (item.state === 'done' || (item.snoozedUntil !== null && item.snoozedUntil > now)) {
    return (
      <div className={style.acts}>
        <Button onClick={() => change({ do: 'undo' }, words.said.undone)}>
          {words.do.undo} {about}
        </Button>
      </div>
    );
  }
  return (
    <div className={style.acts}>
      {item.draft && (
        <Button onClick={onWrite}>
          {words.do.draft}
          {about}
        </Button>
      )}
      <Button onClick={() => change({ do: 'done' }, words.said.done)}>
        {words.do.done}
        {about}
      </Button>
      <MoreMenu organization={organization} item={item} change={change} about={about} />
    </div>
  );
}

interface MoreMenuProps extends ItemRowProps {
  change: ReturnType<typeof useChange>;
  about: ReactNode;
}

/** To put it off, and to hand it over. */
function MoreMenu({ organization, item, change, about }: MoreMenuProps) {
  const { followUps: words } = useMessages();
  const { now } = useReaderNow();
  const me = usePerson();
  const colleagues = useQuery(colleaguesQuery(organization.id)).data ?? [];
  const later = (days: number) => () =>
    change({ do: 'snooze', until: new Date(new Date(now).getTime() + days * DAY).toISOString() }, words.said.snoozed);
  const others = colleagues.filter(
    (one) =>
      one.endedAt === null &&
      one.personId !== me.id &&
      one.personId !== item.person?.personId &&
      // What only those who decide about mails see is handed over among them.
      (item.rule !== 'held-mail' || one.role !== 'member'),
  );
  return (
    <Menu
      position="bottom-end"
      groups={[
        {
          label: words.do.snooze,
          entries: [
            { label: words.do.tomorrow, onPress: later(1) },
            { label: words.do.nextWeek, onPress: later(7) },
            { label: words.do.nextMonth, onPress: later(28) },
          ],
        },
        {
          label: words.do.handOver,
          entries: [
            ...(item.handedBy
              ? [
                  {
                    label: words.do.handBack,
                    onPress: () => change({ do: 'hand-over', to: null }, words.said.handedBack),
                  },
                ]
              : []),
            ...others.map(({ personId, name }) => ({
              label: name,
              onPress: () => change({ do: 'hand-over', to: personId }, words.said.handed({ name })),
            })),
          ],
        },
      ].filter((group) => group.entries.length > 0)}
    >
      <Button kind="quiet">
        {words.do.more}
        {about}
      </Button>
    </Menu>
  );
}
