import { useEffect, useRef, type ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useMessages } from '../locale.tsx';
import { Button } from './button.tsx';
import { problemSaid } from './problem-words.ts';
import style from './states.module.css';

export interface ErrorNoteProps {
  /** Anything thrown; usually a `Problem`. */
  error: unknown;
  onRetry?: () => void;
  /** More to press, such as "Use the one that is there". */
  children?: ReactNode;
}

/** What happened, that nothing was lost, and the next step. Read aloud at once. */
export function ErrorNote({ error, onRetry, children }: ErrorNoteProps) {
  const { errors, general } = useMessages();
  const note = useRef<HTMLDivElement>(null);
  const problem = asProblem(error);
  const said = problemSaid(problem, errors);
  useEffect(() => {
    const form = note.current?.closest('form');
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return (
    <div className={style.error} role="alert" ref={note}>
      <p className={style.errorTitle}>{said.title}</p>
      {said.detail && <p>{said.detail}</p>}
      <p>
        {said.nothingLost && `${errors.nothingLost} `}
        {said.next}
      </p>
      {said.number && <p className={style.small}>{errors.request({ id: said.number })}</p>}
      {(onRetry || children) && (
        <div className={style.buttons}>
          {onRetry && <Button onClick={onRetry}>{general.actions.retry}</Button>}
          {children}
        </div>
      )}
    </div>
  );
}
