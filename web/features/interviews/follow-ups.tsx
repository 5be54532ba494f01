import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUp } from '../../../server/features/interviews/schema.ts';
import { daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { followUpsQuery, listeningKey, markDone } from './api.ts';
import style from './listening.module.css';

interface FollowUpsProps {
  organization: OurOrganization;
  partnership: string;
}

/** What is still to be done about what was heard, the nearest day first. */
export function FollowUps({ organization, partnership }: FollowUpsProps) {
  const { listening, general } = useMessages();
  const words = listening.followUps;
  const list = useInfiniteQuery(followUpsQuery(organization.id, partnership));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <OwnNotes organization={organization.name} title={words.title}>
      {list.isPending && <Loading what={words.title} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className={style.below}>{words.none}</p>}
      {items.length > 0 && (
        <ul className={style.talks}>
          {items.map((item) => (
            <FollowUpRow key={item.point} organization={organization} partnership={partnership} item={item} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {general.actions.more}
        </Button>
      )}
    </OwnNotes>
  );
}

function FollowUpRow({ organization, partnership, item }: FollowUpsProps & { item: FollowUp }) {
  const { listening, general } = useMessages();
  const { followUps: words } = listening;
  const reader = useReaderNow();
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [text, setText] = useState('');
  const fresh = () => queries.invalidateQueries({ queryKey: listeningKey(organization.id, partnership) });
  const marking = useMutation({
    mutationFn: (done: boolean) => markDone(organization.id, partnership, item.point, { done, words: text }),
    onSuccess: async (_, done) => {
      if (done) toast(words.marked, { label: general.actions.undo, onPress: () => marking.mutate(false) });
      await fresh();
    },
  });
  const said = [
    item.by && words.by({ day: daySaid(item.by, reader, 'noun') }),
    item.person?.name,
    words.heard({ day: daySaid(item.heldOn, reader, 'on') }),
  ];
  return (
    <li className={style.followUp} data-item>
      <div className={style.row}>
        <span className={style.words}>
          <span className={style.what}>{item.what}</span>
          <Go href={paths.talk(organization.slug, partnership, item.interview)} className={style.heard}>
            <span dir="auto">{item.text.length > 140 ? `${item.text.slice(0, 139)}…` : item.text}</span>
          </Go>
          <span className={style.below}>{said.filter(Boolean).join(' · ')}</span>
        </span>
        {!ending && (
          <Button aria-label={words.doneLabel({ what: item.what })} onClick={() => setEnding(true)} data-act>
            {words.done}
          </Button>
        )}
      </div>
      {ending && (
        <Form onSubmit={() => marking.mutate(true)}>
          <Field
            optional
            label={words.words}
            maxLength={2000}
            autoFocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SendRow label={words.save} sending={marking} onCancel={() => setEnding(false)} />
        </Form>
      )}
    </li>
  );
}
