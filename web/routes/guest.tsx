import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { listenLive } from '../api/live.ts';
import { setClock } from '../clock.tsx';
import { pageQuery } from '../features/conversations/api.ts';
import { ConversationProvider } from '../features/conversations/context.tsx';
import { ConversationView } from '../features/conversations/conversation-view.tsx';
import { partnerOf } from '../features/conversations/perspective.ts';
import { guestApi } from '../features/guest/api.ts';
import { DeadLink } from '../features/guest/dead-link.tsx';
import { FreshLink } from '../features/guest/fresh-link.tsx';
import { Letter } from '../features/guest/letter.tsx';
import { OwnHome } from '../features/guest/own-home.tsx';
import { GuestNeeds } from '../features/needs/guest-needs.tsx';
import { guestReadbackApi, readbackQuery } from '../features/readbacks/api.ts';
import { ReadbackPanel } from '../features/readbacks/readback-panel.tsx';
import { GuestStage } from '../features/stages/guest-stage.tsx';
import { GuestPairs } from '../features/pairs/guest-pairs.tsx';
import { useMessages } from '../locale.tsx';
import { Loading } from '../ui/loading.tsx';
import { BareShell } from '../ui/shell.tsx';
import style from '../features/guest/guest.module.css';

/** One conversation for somebody without an account: the partner's words first, the buttons, and nothing else. */
export function GuestPage() {
  const { token = '' } = useParams({ strict: false });
  const { guest } = useMessages();
  const queries = useQueryClient();
  const api = useMemo(() => guestApi(token), [token]);
  const query = useQuery({ ...pageQuery(api), retry: false });
  const page = query.data;
  const now = page?.now;
  useEffect(() => {
    if (now) setClock(now);
  }, [now]);
  const shown = page !== undefined;
  useEffect(() => {
    if (!shown) return undefined;
    const again = () => void queries.invalidateQueries({ queryKey: api.key });
    return listenLive({ ...api.live, onEvent: again, onReconnect: again });
  }, [api, queries, shown]);
  const place = useMemo(() => guestReadbackApi(token), [token]);
  const readback = useQuery({ ...readbackQuery(place), enabled: shown }).data;
  const value = useMemo(() => page && { page, api }, [page, api]);
  return (
    <BareShell mark={false}>
      {!value && query.error && <DeadLink link={token} error={query.error} onRetry={() => void query.refetch()} />}
      {!value && !query.error && <Loading />}
      {value && (
        <ConversationProvider value={value}>
          <ConversationView
            key={value.page.id}
            above={
              <>
                <GuestStage link={token} />
                <Letter link={token} />
                <GuestPairs link={token} partner={partnerOf(value.page).name} />
              </>
            }
            gone={<FreshLink link={token} />}
            subject={<ReadbackPanel place={place} />}
            answeredThere={readback?.may.answer === true}
          />
          <footer className={`${style.page} ${style.foot}`}>
            <GuestNeeds link={token} partner={partnerOf(value.page).name} />
            <p>{guest.noAccount}</p>
            <OwnHome link={token} partner={partnerOf(value.page).name} />
          </footer>
        </ConversationProvider>
      )}
    </BareShell>
  );
}
