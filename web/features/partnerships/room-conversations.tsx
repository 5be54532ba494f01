import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { todayQuery } from '../today/api.ts';
import { historyQuery } from './api.ts';
import { ConversationRows } from './conversation-rows.tsx';
import { roomLists } from './room-lists.ts';

interface RoomConversationsProps {
  organization: OurOrganization;
  partnership: string;
  partner: string;
  /** Buttons that begin a conversation; none in a room between two others. */
  begin?: ReactNode;
}

/** What is open between the two, my moves first, and what is behind them. */
export function RoomConversations({ organization, partnership, partner, begin }: RoomConversationsProps) {
  const { partners, general } = useMessages();
  const words = partners.page;
  const moves = useQuery(todayQuery(organization.id, { person: 'everyone', partnership, limit: 100 }));
  const history = useInfiniteQuery(historyQuery(organization.id, partnership));
  if (moves.isPending || history.isPending) return <Loading what={partners.what.one} />;
  const error = moves.error ?? history.error;
  if (error || !moves.data || !history.data)
    return <ErrorNote error={error} onRetry={() => void Promise.all([moves.refetch(), history.refetch()])} />;
  const { open, closed } = roomLists(
    moves.data,
    history.data.pages.flatMap((page) => page.items),
  );
  if (open.length === 0 && closed.length === 0 && !history.hasNextPage && begin) {
    return (
      <EmptyState title={`${words.noneYet.title({ partner })}. ${words.noneYet.text}`} example={words.noneYet.example}>
        {begin}
      </EmptyState>
    );
  }
  return (
    <>
      <Section title={words.open} count={open.length || undefined}>
        {open.length > 0 ? <ConversationRows slug={organization.slug} rows={open} /> : <p>{words.openNone}</p>}
      </Section>
      <Section title={words.history}>
        {closed.length > 0 ? (
          <ConversationRows slug={organization.slug} rows={closed} />
        ) : (
          !history.hasNextPage && <p>{words.historyNone}</p>
        )}
        {history.hasNextPage && (
          <div>
            <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
              {words.moreHistory}
            </Button>
          </div>
        )}
        {history.isFetchNextPageError && <ErrorNote error={history.error} />}
      </Section>
      <span className="visually-hidden">{general.count.conversations({ n: open.length + closed.length })}</span>
    </>
  );
}
