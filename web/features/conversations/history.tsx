import { useState } from 'react';
import type { ActShape } from '../../../server/features/conversations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge, RecordedBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ByMailBadge, RestOfMail } from '../mail-in/by-mail.tsx';
import { Timeline, TimelineEntry } from '../../ui/timeline.tsx';
import { ActDetails } from './act-details.tsx';
import { useConversation } from './context.tsx';
import { readerSide, speakerName, voiceOf } from './perspective.ts';
import { saidOf } from './said.ts';
import { ThreadBefore } from './thread-before.tsx';
import style from './history.module.css';

/** On which side an act stands for this reader; watchers of two others see the customer as ours. */
function useUiSide(): (speaker: ActShape['speaker']) => 'ours' | 'theirs' {
  const { page } = useConversation();
  const mine = page.speaker.speaker ?? 'customer';
  return (speaker) => (speaker === mine ? 'ours' : 'theirs');
}

function Marks({ act }: { act: ActShape }) {
  const { page } = useConversation();
  const { talk, general, errors } = useMessages();
  const voice = voiceOf(page, act);
  const reasons: Partial<Record<string, string>> = errors.reasons;
  return (
    <>
      {voice.writer && <RecordedBadge by={voice.writer} />}
      {act.byMail ? (
        <ByMailBadge />
      ) : (
        !voice.writer && <Badge>{voice.via === 'link' ? general.byLink : general.bySession}</Badge>
      )}
      {act.saying.kind === 'say' && act.saying.question && <Badge>{talk.history.question}</Badge>}
      {act.unconfirmed && <Badge>{talk.history.unconfirmed}</Badge>}
      {act.denied && <Badge tone="strong">{talk.history.denied({ who: speakerName(page, act.speaker) })}</Badge>}
      {act.void !== null && (
        <Badge tone="strong" title={talk.history.voidWhy({ reason: reasons[act.void] ?? '' })}>
          {talk.history.voided}
        </Badge>
      )}
    </>
  );
}

function Entry({ act }: { act: ActShape }) {
  const { page, member } = useConversation();
  const messages = useMessages();
  const uiSide = useUiSide();
  const voice = voiceOf(page, act);
  const reasons: Partial<Record<string, string>> = messages.errors.reasons;
  return (
    <TimelineEntry
      id={`act-${act.id.slice(0, 12)}`}
      side={uiSide(act.speaker)}
      sideName={voice.organization}
      person={voice.name}
      what={saidOf(page, act, messages)}
      at={act.at}
      isVoid={act.void !== null}
      marks={<Marks act={act} />}
    >
      {act.void !== null && (
        <p className={style.fact}>{messages.talk.history.voidWhy({ reason: reasons[act.void] ?? '' })}</p>
      )}
      <ActDetails act={act} />
      {act.byMail && <RestOfMail byMail={act.byMail} place={member?.seesMails ? member : undefined} />}
    </TimelineEntry>
  );
}

const SHOWN = 25;

/** The full history, oldest first. Of a long one the newest are shown at once; the rest opens on a press. */
export function History() {
  const { page } = useConversation();
  const { talk } = useMessages();
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, page.acts.length - SHOWN);
  const mine = readerSide(page);
  return (
    <>
      {page.thread && <ThreadBefore thread={page.thread} mine={mine} />}
      {hidden > 0 && (
        <div className={style.earlier}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {talk.history.showEarlier({ n: hidden })}
          </Button>
        </div>
      )}
      <Timeline label={talk.history.label}>
        {page.acts.slice(hidden).map((act) => (
          <Entry key={act.id} act={act} />
        ))}
      </Timeline>
    </>
  );
}
