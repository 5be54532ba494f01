import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Readback } from '../../../server/features/readbacks/schema.ts';
import { fullDay } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Badge, RecordedBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Quote } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { AnswerForm } from './answer-form.tsx';
import { readbackQuery, type ReadbackApi } from './api.ts';
import { ReadbackPoints } from './readback-points.tsx';
import style from './readbacks.module.css';

/** The read-back that a conversation is about, above it: to answer, or as it was answered. Nothing where it is about none. */
export function ReadbackPanel({ place }: { place: ReadbackApi }) {
  const found = useQuery(readbackQuery(place));
  return found.data ? <OneReadback place={place} readback={found.data} /> : null;
}

/** One read-back whole. */
export function OneReadback({ place, readback }: { place: ReadbackApi; readback: Readback }) {
  const { readbacks } = useMessages();
  const { locale } = useLocale();
  const [recording, setRecording] = useState(false);
  const { may } = readback;
  const title = readback.mine ? readbacks.titleMine : readbacks.titleTheirs;
  return (
    <section className={style.panel} aria-labelledby={`readback-${readback.id}`}>
      <header className={style.head}>
        <h2 id={`readback-${readback.id}`}>{title({ listener: readback.listener, listened: readback.listened })}</h2>
        <Standing readback={readback} />
      </header>
      <p className={style.held}>
        {readbacks.held[readback.way]({ day: fullDay(readback.heldOn, locale), place: readback.place })}
        {readback.author && ` · ${readback.author}`}
      </p>
      {readback.words && <Quote side={readback.mine ? 'ours' : 'theirs'}>{readback.words}</Quote>}
      {may.answer || recording ? (
        <AnswerForm
          place={place}
          readback={readback}
          {...(recording && { recorded: {}, onDone: () => setRecording(false) })}
        />
      ) : (
        <ReadbackPoints readback={readback} />
      )}
      {readback.answerWords && (
        <Quote side={readback.mine ? 'theirs' : 'ours'}>
          {readback.answerWords}
          {readback.answeredBy && <small> — {readback.answeredBy}</small>}
        </Quote>
      )}
      {may.record && !recording && (
        <div>
          <Button onClick={() => setRecording(true)}>{readbacks.record({ who: readback.listened })}</Button>
        </div>
      )}
    </section>
  );
}

/** Answered or not, by whom and how, and whether it was sent in time. */
export function Standing({ readback }: { readback: Readback }) {
  const { readbacks } = useMessages();
  return (
    <span className={style.standing}>
      {readback.answeredAt ? (
        <>
          <Badge tone="strong">{readbacks.confirmed}</Badge> <When at={readback.answeredAt} />
          {readback.answeredVia === 'recorded' && <RecordedBadge by={readback.listener} />}
        </>
      ) : (
        <>
          <Badge>{readbacks.waiting({ who: readback.listened })}</Badge>
          <span>
            {readbacks.sent} <When at={readback.sentAt} />
          </span>
        </>
      )}
    </span>
  );
}
