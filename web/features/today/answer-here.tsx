import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Quote } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { Composer } from '../composer/composer.tsx';
import { memberApi, pageQuery } from '../conversations/api.ts';
import { ConversationProvider } from '../conversations/context.tsx';
import { readerSide } from '../conversations/perspective.ts';
import { saidOf } from '../conversations/said.ts';
import style from './answer-here.module.css';
import { lastWords } from './last-words.ts';

interface AnswerHereProps {
  organization: OurOrganization;
  item: TodayItem;
}

/** What was said last and what it is about, with the composer under it: most moves need nothing more. */
export function AnswerHere({ organization, item }: AnswerHereProps) {
  const { partners, today } = useMessages();
  const source = useMemo(
    () => memberApi({ organization: organization.id, partnership: item.partnershipId, conversation: item.id }),
    [organization.id, item.partnershipId, item.id],
  );
  const member = useMemo(
    () => ({ organization: organization.id, slug: organization.slug, name: organization.name }),
    [organization],
  );
  const found = useQuery(pageQuery(source));
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading what={partners.what.conversation} />;
  return (
    <div className={style.answer}>
      <Said page={found.data} />
      <Conditions page={found.data} />
      <ConversationProvider value={{ page: found.data, api: source, member }}>
        <Composer />
      </ConversationProvider>
      <Go href={paths.conversation(organization.slug, item.partnershipId, item.id)}>{today.open}</Go>
    </div>
  );
}

function Said({ page }: { page: ConversationPage }) {
  const messages = useMessages();
  const { act, spoken } = lastWords(page);
  const side = spoken?.act.speaker === readerSide(page) ? 'ours' : 'theirs';
  return (
    <>
      {act && (
        <p className={style.said}>
          {saidOf(page, act, messages)}, <When at={act.at} form="on" />
        </p>
      )}
      {spoken && <Quote side={side}>{spoken.text}</Quote>}
    </>
  );
}

/** The conditions both sides will check, as long as there is something to promise, deliver or accept. */
function Conditions({ page }: { page: ConversationPage }) {
  const { conversation } = useMessages();
  const { conditions } = page.conversation.terms.terms;
  const texts = conditions.flatMap((each) => page.texts[each.text]?.text ?? []);
  if (texts.length === 0) return null;
  return (
    <div className={style.conditions}>
      <h4>{conversation.terms.conditions}</h4>
      <ul>
        {texts.map((text, index) => (
          <li key={conditions[index]?.id ?? index}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
