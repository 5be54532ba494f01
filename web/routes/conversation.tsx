import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { setClock } from '../clock.tsx';
import { memberApi, pageQuery } from '../features/conversations/api.ts';
import { ConversationProvider } from '../features/conversations/context.tsx';
import { ConversationView } from '../features/conversations/conversation-view.tsx';
import { memberReadback, readbackQuery } from '../features/readbacks/api.ts';
import { ReadbackPanel } from '../features/readbacks/readback-panel.tsx';
import { useOrganization } from '../session.tsx';

/** One conversation, for a member of one of its organizations. */
export function ConversationPage() {
  const { id: organization, slug, name, role } = useOrganization();
  const { partnership = '', conversation = '' } = useParams({ strict: false });
  const api = useMemo(
    () => memberApi({ organization, partnership, conversation }),
    [organization, partnership, conversation],
  );
  const { data: page } = useSuspenseQuery(pageQuery(api));
  useEffect(() => setClock(page.now), [page.now]);
  const value = useMemo(
    () => ({ page, api, member: { organization, slug, name, seesMails: role !== 'member' } }),
    [page, api, organization, slug, name, role],
  );
  const place = useMemo(
    () => memberReadback(organization, partnership, conversation),
    [organization, partnership, conversation],
  );
  const readback = useQuery(readbackQuery(place)).data;
  return (
    <ConversationProvider value={value}>
      <ConversationView
        key={page.id}
        subject={<ReadbackPanel place={place} />}
        answeredThere={readback?.may.answer === true}
      />
    </ConversationProvider>
  );
}
