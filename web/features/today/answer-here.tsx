import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { When } from '../../ui/when.tsx';
import { Composer } from '../composer/composer.tsx';
import { ActDetails } from '../conversations/act-details.tsx';
import { memberApi, pageQuery } from '../conversations/api.ts';
import { ConversationProvider, useConversation } from '../conversations/context.tsx';
import { PendingNote } from '../conversations/pending-note.tsx';
import { saidOf } from '../conversations/said.ts';
import { TermsPanel } from '../conversations/terms-panel.tsx';
import { actsToAnswer, showsConditions } from './acts-to-answer.ts';
import style from './answer-here.module.css';

interface AnswerHereProps {
  organization: OurOrganization;
  item: TodayItem;
}

/** What waits for an answer and what it is about, with the conversation's own composer under it. */
export function AnswerHere({ organization, item }: AnswerHereProps) {
  const { partners, today } = useMessages();
  const { id, slug, name, role } = organization;
  const api = useMemo(
    () => memberApi({ organization: id, partnership: item.partnershipId, conversation: item.id }),
    [id, item.partnershipId, item.id],
  );
  const { data: page, error, refetch } = useQuery(pageQuery(api));
  const value = useMemo(
    () => page && { page, api, member: { organization: id, slug, name, seesMails: role !== 'member' } },
    [page, api, id, slug, name, role],
  );
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!value) return <Loading what={partners.what.conversation} />;
  return (
    <ConversationProvider value={value}>
      <div className={style.answer}>
        <LastSaid />
        <PendingNote />
        <Composer />
        <Go href={paths.conversation(slug, item.partnershipId, item.id)}>{today.open}</Go>
      </div>
    </ConversationProvider>
  );
}

/** The acts to answer, told as the history tells them, and the terms unless those acts show the conditions already. */
function LastSaid() {
  const messages = useMessages();
  const { page } = useConversation();
  const acts = actsToAnswer(page);
  return (
    <>
      <ol className={style.acts}>
        {acts.map((act) => (
          <li key={act.id}>
            <p className={style.said}>
              {saidOf(page, act, messages)}, <When at={act.at} form="on" />
            </p>
            <ActDetails act={act} />
          </li>
        ))}
      </ol>
      {!showsConditions(acts) && (
        <section className={style.terms} aria-label={messages.talk.sections.terms}>
          <TermsPanel />
        </section>
      )}
    </>
  );
}
