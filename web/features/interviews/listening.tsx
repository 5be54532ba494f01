import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InterviewItem } from '../../../server/features/interviews/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { daySaid, listSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { partnershipQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { Readbacks } from '../readbacks/readbacks.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { interviewsQuery } from './api.ts';
import { FollowUps } from './follow-ups.tsx';
import style from './listening.module.css';
import { StartForm } from './start-form.tsx';

interface ListeningProps {
  organization: OurOrganization;
  partnership: string;
}

/** Listening to one partner: the talks, what is to be followed up, and what was read back. */
export function Listening({ organization, partnership }: ListeningProps) {
  const { listening, partners } = useMessages();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const above = <BackLink href={paths.partners(organization.slug)}>{partners.page.back}</BackLink>;
  if (!room.data) {
    return (
      <Page title={listening.title} above={above}>
        {room.error ? (
          <ErrorNote error={room.error} onRetry={() => void room.refetch()} />
        ) : (
          <Loading what={partners.what.one} />
        )}
      </Page>
    );
  }
  return <Known organization={organization} room={room.data} above={above} />;
}

interface KnownProps {
  organization: OurOrganization;
  room: PartnershipPage;
  above: React.ReactNode;
}

function Known({ organization, room, above }: KnownProps) {
  const { listening } = useMessages();
  const [query, setQuery] = useQueryString();
  const talks = useInfiniteQuery(interviewsQuery(organization.id, room.id));
  const items = talks.data?.pages.flatMap((page) => page.items) ?? [];
  const start = (
    <Button kind="act" onClick={() => setQuery({ start: 1 }, { push: true })} data-act>
      {listening.start}
    </Button>
  );
  return (
    <Page
      title={room.partner.name}
      above={above}
      lead={listening.lead({ partner: room.partner.name })}
      actions={
        <Buttons>
          {items.length > 0 && start}
          <GoButton href={paths.guides(organization.slug)}>{listening.guides}</GoButton>
        </Buttons>
      }
      width="broad"
    >
      <RoomNav slug={organization.slug} partnership={room.id} current="listening" />
      <div className={style.columns}>
        <OwnNotes organization={organization.name} title={listening.talks}>
          {talks.isPending && <Loading what={listening.what} />}
          {talks.error && <ErrorNote error={talks.error} onRetry={() => void talks.refetch()} />}
          {talks.data && items.length === 0 && (
            <EmptyState title={listening.empty.title({ partner: room.partner.name })} example={listening.empty.example}>
              {start}
            </EmptyState>
          )}
          <Talks slug={organization.slug} partnership={room.id} items={items} />
          {talks.hasNextPage && <More busy={talks.isFetchingNextPage} onMore={() => void talks.fetchNextPage()} />}
        </OwnNotes>
        <div className={style.beside}>
          <Readbacks organization={organization} partnership={room.id} />
          <FollowUps organization={organization} partnership={room.id} />
        </div>
      </div>
      <Dialog opened={query.start === '1'} onClose={() => setQuery({ start: undefined })} title={listening.start}>
        <StartForm organization={organization} room={room} onCancel={() => setQuery({ start: undefined })} />
      </Dialog>
    </Page>
  );
}

function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const { general } = useMessages();
  return (
    <div>
      <Button busy={busy} onClick={onMore}>
        {general.actions.more}
      </Button>
    </div>
  );
}

function Talks({ slug, partnership, items }: { slug: string; partnership: string; items: InterviewItem[] }) {
  return (
    items.length > 0 && (
      <ul className={style.talks}>
        {items.map((item) => (
          <TalkRow key={item.id} href={paths.talk(slug, partnership, item.id)} item={item} />
        ))}
      </ul>
    )
  );
}

function TalkRow({ href, item }: { href: string; item: InterviewItem }) {
  const { listening } = useMessages();
  const reader = useReaderNow();
  const names = item.withPeople.map((each) => each.name).filter(Boolean);
  const below = [listening.ways[item.way], item.place, names.length > 0 && listSaid(names, reader.locale)];
  return (
    <li className={style.row} data-item>
      <span className={style.words}>
        <Go href={href} className={style.title} data-act>
          {listening.talkOn({ day: daySaid(item.heldOn, reader, 'on') })}
        </Go>
        <span className={style.below}>{below.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={style.marks}>
        <span>{listening.points({ n: item.points })}</span>
        {item.open > 0 && <span>{listening.open({ n: item.open })}</span>}
        <Badge tone={item.finishedAt ? undefined : 'strong'}>
          {item.finishedAt ? listening.finished : listening.going}
        </Badge>
        {item.finishedAt && <Badge>{listening.readback[item.readback]}</Badge>}
      </span>
    </li>
  );
}
