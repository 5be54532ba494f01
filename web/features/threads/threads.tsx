import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { ThreadItem } from '../../../server/features/threads/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { threadsQuery } from './api.ts';
import { StartThread } from './start-thread.tsx';
import style from './threads.module.css';

/** Plain talk of a room, and the way to begin some. */
export function Threads({ organization, room }: { organization: OurOrganization; room: PartnershipPage }) {
  const { partners, general } = useMessages();
  const { threads: words } = partners;
  const router = useRouter();
  const [starting, setStarting] = useState(false);
  const threads = useInfiniteQuery(threadsQuery(organization.id, room.id));
  const items = threads.data?.pages.flatMap((page) => page.items) ?? [];
  const mayTalk = room.mySide !== null;
  if (!mayTalk && items.length === 0) return null;
  return (
    <Section
      title={words.title}
      note={words.lead}
      actions={mayTalk && <Button onClick={() => setStarting(true)}>{words.start}</Button>}
    >
      {threads.error && <ErrorNote error={threads.error} onRetry={() => void threads.refetch()} />}
      {threads.data && items.length === 0 && <p className={style.none}>{words.none}</p>}
      {items.length > 0 && (
        <ul className={style.threads}>
          {items.map((thread) => (
            <ThreadRow key={thread.id} href={paths.thread(organization.slug, room.id, thread.id)} thread={thread} />
          ))}
        </ul>
      )}
      {threads.hasNextPage && (
        <div>
          <Button busy={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
            {general.actions.more}
          </Button>
        </div>
      )}
      <Dialog
        opened={starting}
        onClose={() => setStarting(false)}
        title={words.startTitle({ partner: room.partner.name })}
      >
        <StartThread
          organization={organization}
          room={room}
          onStarted={(thread) => void router.navigate({ href: paths.thread(organization.slug, room.id, thread) })}
          onCancel={() => setStarting(false)}
        />
      </Dialog>
    </Section>
  );
}

function ThreadRow({ href, thread }: { href: string; thread: ThreadItem }) {
  const { threads: words, people } = useMessages().partners;
  const { last } = thread;
  return (
    <li className={style.row} data-item>
      <Go href={href} className={style.subject} data-act>
        {thread.subject}
      </Go>
      {last && (
        <p className={style.last}>
          <span className={style.who}>{last.author.name ?? people.nameless}:</span> {last.text}
        </p>
      )}
      <span className={style.small}>
        {words.messages({ n: thread.messages })} · <When at={thread.lastAt} />
      </span>
    </li>
  );
}
