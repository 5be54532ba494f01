import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Result } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { CrossIcon } from '../../ui/icons.tsx';
import { toast } from '../../ui/toast.tsx';
import { Ground } from '../../ui/page.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { dropResult, sendOutcome } from './api.ts';
import { MakeDialog, MakeMenu, type Making } from './make.tsx';
import { partnerName } from './perspective.ts';
import { useResultSaid } from './result-said.ts';
import type { AfterProps } from './after.tsx';
import style from './meetings.module.css';

/** The results of a time, and making more of them without leaving the page. */
export function Results(props: AfterProps) {
  const { seen, place, time } = props;
  const { results: words } = useMessages().meetings;
  const queries = useQueryClient();
  const [making, setMaking] = useState<Making>();
  const partner = partnerName(seen);
  const fresh = () => queries.invalidateQueries({ queryKey: seen.voice.key });
  const sending = useMutation({
    mutationFn: () => sendOutcome(place, time.occurrence),
    onSuccess: () => toast(words.mailed),
  });
  return (
    <Ground id="results">
      <h2>{words.title}</h2>
      <p className={style.soft}>{words.shared({ partner })}</p>
      {time.results.length === 0 && <p>{words.none}</p>}
      {time.results.length > 0 && (
        <ul className={style.people}>
          {time.results.map((result) => (
            <ResultRow key={result.id} {...props} result={result} onMake={setMaking} />
          ))}
        </ul>
      )}
      <MakeMenu {...props} onMake={setMaking}>
        <Button kind="act">{words.add}</Button>
      </MakeMenu>
      {(time.results.length > 0 || time.minutes !== '') && (
        <div className={style.stack}>
          <div>
            <Button busy={sending.isPending} onClick={() => sending.mutate()}>
              {words.mail}
            </Button>
          </div>
          <p className={style.soft}>{words.mailNote}</p>
          {sending.error && <ErrorNote error={sending.error} />}
        </div>
      )}
      {making && (
        <MakeDialog
          {...props}
          making={making}
          onClose={() => setMaking(undefined)}
          onMade={async () => {
            await fresh();
            setMaking(undefined);
          }}
        />
      )}
    </Ground>
  );
}

interface ResultRowProps extends AfterProps {
  result: Result;
  onMake: (making: Making) => void;
}

/** One thing a meeting led to: a way to it, or how it stands. */
function ResultRow({ organization, room, seen, place, result, onMake }: ResultRowProps) {
  const { results: words } = useMessages().meetings;
  const queries = useQueryClient();
  const told = useResultSaid(seen);
  const dropping = useMutation({
    mutationFn: () => dropResult(place, result.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: seen.voice.key }),
  });
  const { conversation, next } = result;
  const idea = result.kind === 'idea';
  return (
    <li>
      <span className={style.line}>
        {conversation && (
          <Go href={paths.conversation(organization.slug, room.id, conversation.id)} className={style.title}>
            {conversation.title}
          </Go>
        )}
        {next && (
          <Go href={paths.meeting(organization.slug, room.id, next.id)} className={style.title}>
            {next.purpose}
          </Go>
        )}
        {!conversation && !next && <span dir="auto">{result.text}</span>}
        {result.side === seen.mySide && result.kind !== 'thanks' && (
          <IconButton
            aria-label={words.remove({ text: conversation?.title ?? next?.purpose ?? result.text })}
            onClick={() => dropping.mutate()}
          >
            <CrossIcon size={16} />
          </IconButton>
        )}
      </span>
      <span className={style.soft}>{told(result)}</span>
      {idea && !conversation && (
        <span>
          <Button kind="quiet" onClick={() => onMake({ what: 'request', text: result.text, idea: result.id })}>
            {words.askFromIdea}
          </Button>
          <Button kind="quiet" onClick={() => onMake({ what: 'offer', text: result.text, idea: result.id })}>
            {words.offerFromIdea}
          </Button>
        </span>
      )}
      {dropping.error && <ErrorNote error={dropping.error} />}
    </li>
  );
}
