import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Move, StagePage } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Quote } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { movesQuery } from './api.ts';
import style from './stages.module.css';

interface MovesProps {
  organization: OurOrganization;
  partnership: string;
  names: StagePage['names'];
}

/** The steps so far, fetched when somebody wants to see them. */
export function Moves({ organization, partnership, names }: MovesProps) {
  const { stages, general } = useMessages();
  const [opened, setOpened] = useState(false);
  const list = useInfiniteQuery({ ...movesQuery(organization.id, partnership), enabled: opened });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <details className={style.more} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{stages.history.title}</summary>
      {opened && list.isPending && <Loading what={stages.loading} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p>{stages.history.none}</p>}
      {items.length > 0 && (
        <ol className={style.moves}>
          {items.map((move) => (
            <li key={move.id}>
              <OneMove move={move} names={names} />
            </li>
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {general.actions.more}
        </Button>
      )}
    </details>
  );
}

function OneMove({ move, names }: { move: Move; names: StagePage['names'] }) {
  const { stages, general } = useMessages();
  const { history } = stages;
  const other = move.answer === 'taken-back' ? move.side : move.side === 'a' ? 'b' : 'a';
  const who = (name: string | null | undefined, side: 'a' | 'b') => [name, names[side]].filter(Boolean).join(', ');
  const via = { link: general.byLink, recorded: stages.fact.recorded, session: undefined };
  const how = move.answeredVia ? via[move.answeredVia] : undefined;
  return (
    <>
      <strong>{history.step({ from: stages.stages[move.from].name, to: stages.stages[move.to].name })}</strong>{' '}
      {move.answer && <Badge>{history.answers[move.answer]}</Badge>}
      <span className={style.under}>
        {history.proposed({ who: who(move.proposedBy.name, move.side) })}
        {move.proposedVia === 'recorded' && ` (${stages.fact.recorded})`}, <When at={move.proposedAt} />
      </span>
      {move.answer && move.answeredAt && (
        <span className={style.under}>
          {history.answered({ answer: history.answers[move.answer], who: who(move.answeredBy?.name, other) })}
          {how && ` (${how})`}, <When at={move.answeredAt} />
        </span>
      )}
      {move.stood.length > 0 && (
        <span className={style.under}>
          {history.stood({ met: move.stood.filter((one) => one.met).length, of: move.stood.length })}
        </span>
      )}
      {move.words && <Quote>{move.words}</Quote>}
      {move.answerWords && <Quote side="ours">{move.answerWords}</Quote>}
    </>
  );
}
