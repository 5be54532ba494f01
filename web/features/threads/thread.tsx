import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { ThreadPage } from '../../../server/features/threads/schema.ts';
import { sizeSaid } from '../../../messages/format.ts';
import type { FileShape } from '../../../server/features/files/schema.ts';
import { apiUrl } from '../../api/client.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { Form } from '../../ui/form.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Quote, Section } from '../../ui/page.tsx';
import { Timeline, TimelineEntry } from '../../ui/timeline.tsx';
import { ByMailBadge, RestOfMail } from '../mail-in/by-mail.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { partnershipQuery, peopleQuery, roomKey, roomPath } from '../partnerships/api.ts';
import { threadQuery, writeMessage } from './api.ts';
import style from './thread.module.css';
import { spokenAs, WordsForm, type Whose } from './words-form.tsx';

interface ThreadProps {
  organization: OurOrganization;
  partnership: string;
  thread: string;
}

/** Plain talk: what was said, a box to write, and one explicit step that makes a request or an offer of it. */
export function Thread({ organization, partnership, thread }: ThreadProps) {
  const { partners, general } = useMessages();
  const room = useQuery(partnershipQuery(organization.id, partnership)).data;
  const talk = useInfiniteQuery(threadQuery(organization.id, partnership, thread));
  const back = (
    <BackLink href={paths.partnership(organization.slug, partnership)}>
      {room?.partner.name ?? partners.page.back}
    </BackLink>
  );
  const first = talk.data?.pages[0];
  if (!first || !room) {
    return (
      <Page title={partners.threads.title} above={back}>
        {talk.error ? (
          <ErrorNote error={talk.error} onRetry={() => void talk.refetch()} />
        ) : (
          <Loading what={partners.what.thread} />
        )}
      </Page>
    );
  }
  const names = { one: room.sides[0]?.name ?? '', other: room.sides[1]?.name ?? '' };
  const messages = (talk.data?.pages ?? []).flatMap((page) => page.messages);
  return (
    <Page title={first.subject} above={back} lead={partners.threads.seenBy(names)}>
      <Messages organization={organization} room={room} messages={messages} />
      {talk.hasNextPage && (
        <div>
          <Button busy={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>
            {general.actions.more}
          </Button>
        </div>
      )}
      {room.mySide !== null && (
        <>
          <WriteMessage organization={organization} room={room} thread={thread} />
          <Grow slug={organization.slug} partnership={partnership} thread={first} />
        </>
      )}
    </Page>
  );
}

/** Files that came with a mail. */
function MailedFiles({
  organization,
  partnership,
  files,
}: {
  organization: string;
  partnership: string;
  files: FileShape[];
}) {
  const { locale, messages } = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className={style.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={apiUrl(`${roomPath(organization, partnership)}/files/${file.id}`)} download={file.name}>
            <FileIcon />
            {messages.talk.history.download({ name: file.name, size: sizeSaid(file.size, locale) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Messages({
  organization,
  room,
  messages,
}: {
  organization: OurOrganization;
  room: PartnershipPage;
  messages: ThreadPage['messages'];
}) {
  const { partners, general } = useMessages();
  const { id, slug, name, role } = organization;
  const place = role === 'member' ? undefined : { organization: id, slug, name };
  const nameOf = (side: 'a' | 'b') => room.sides.find((each) => each.side === side)?.name ?? '';
  return (
    <Timeline label={partners.threads.title}>
      {messages.map((message) => {
        const side = message.side === room.mySide ? 'ours' : 'theirs';
        const person = message.author.name ?? partners.people.nameless;
        return (
          <TimelineEntry
            key={message.id}
            id={`message-${message.id}`}
            side={side}
            sideName={nameOf(message.side)}
            person={person}
            what={person}
            at={message.at}
            marks={
              <>
                {message.via === 'recorded' && <Badge>{partners.threads.writtenDown}</Badge>}
                {message.byMail ? <ByMailBadge /> : message.via === 'link' && <Badge>{general.byLink}</Badge>}
              </>
            }
          >
            <Quote side={side}>{message.text}</Quote>
            {message.byMail && (
              <>
                <MailedFiles organization={organization.id} partnership={room.id} files={message.byMail.files} />
                <RestOfMail byMail={message.byMail} place={place} />
              </>
            )}
          </TimelineEntry>
        );
      })}
    </Timeline>
  );
}

function WriteMessage({
  organization,
  room,
  thread,
}: {
  organization: OurOrganization;
  room: PartnershipPage;
  thread: string;
}) {
  const { partners, general } = useMessages();
  const { threads: words } = partners;
  const queries = useQueryClient();
  const people = useQuery(peopleQuery(organization.id, room.id)).data ?? [];
  const recordable = room.sides.filter((side) => side.recordable && side.side !== room.mySide).map((side) => side.side);
  const [whose, setWhose] = useState<Whose>({ recorded: false, person: '' });
  const [tried, setTried] = useState(false);
  const draft = useDraft(`thread:${organization.id}:${thread}`);
  const writing = useMutation({
    mutationFn: () => writeMessage(organization.id, room.id, thread, { text: draft.text.trim(), ...spokenAs(whose) }),
    onSuccess: async () => {
      draft.clear();
      setTried(false);
      await queries.invalidateQueries({ queryKey: roomKey(organization.id, room.id) });
    },
  });
  const send = () => {
    setTried(true);
    if (draft.text.trim() && (!whose.recorded || whose.person) && !writing.isPending) writing.mutate();
  };
  return (
    <div className={style.write}>
      <Form onSubmit={send} label={words.replyLabel}>
        <WordsForm
          label={words.replyLabel}
          draft={draft}
          whose={whose}
          onWhose={setWhose}
          people={people.filter((each) => recordable.some((side) => side === each.side) && !each.endedAt)}
          recordable={recordable.length > 0}
          error={tried && !draft.text.trim() ? general.field.required : undefined}
          onSubmit={send}
        />
        {writing.error && <ErrorNote error={writing.error} onRetry={send} />}
        <Buttons>
          <Button kind="act" type="submit" busy={writing.isPending}>
            {whose.recorded ? words.record : words.send}
          </Button>
        </Buttons>
      </Form>
    </div>
  );
}

/** Talk becomes a request or an offer only by this step. */
function Grow({ slug, partnership, thread }: { slug: string; partnership: string; thread: ThreadPage }) {
  const { threads: words } = useMessages().partners;
  return (
    <Section title={words.grow} note={words.growLead}>
      <Buttons>
        <GoButton href={paths.newConversation(slug, partnership, { kind: 'request', thread: thread.id })}>
          {words.growAsk}
        </GoButton>
        <GoButton href={paths.newConversation(slug, partnership, { kind: 'offer', thread: thread.id })}>
          {words.growOffer}
        </GoButton>
      </Buttons>
      {thread.conversations.length > 0 && (
        <div className={style.grew}>
          <h3>{words.grew}</h3>
          <ul>
            {thread.conversations.map((each) => (
              <li key={each.id}>
                <Go href={paths.conversation(slug, partnership, each.id)}>{each.title}</Go>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
