import { useEffect, useRef, type ReactNode } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { problemSaid } from '../../ui/problem-words.ts';
import { When } from '../../ui/when.tsx';
import { useConversation } from '../conversations/context.tsx';
import { saidOf } from '../conversations/said.ts';
import style from './composer.module.css';

/** What others said since a version of the conversation. */
export function NewActs({ since }: { since: string }) {
  const { page } = useConversation();
  const messages = useMessages();
  const at = page.acts.find((act) => act.id === since)?.position ?? 0;
  return (
    <ul>
      {page.acts
        .filter((act) => act.position > at)
        .map((act) => (
          <li key={act.id}>
            <a href={`#act-${act.id.slice(0, 12)}`}>{saidOf(page, act, messages)}</a>{' '}
            <span className={style.soft}>
              <When at={act.at} />
            </span>
          </li>
        ))}
    </ul>
  );
}

/** A note that takes the focus when it appears: what was pressed led here. */
function Note({ children }: { children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div ref={note} tabIndex={-1} className={style.note} role="alert">
      {children}
    </div>
  );
}

function Stale({ since, onAgain }: { since: string; onAgain: () => void }) {
  const { composer } = useMessages();
  return (
    <Note>
      <strong>{composer.stale.title}</strong>
      <p>{composer.stale.text}</p>
      <NewActs since={since} />
      <p>{composer.stale.fits}</p>
      <div>
        <Button kind="act" onClick={onAgain}>
          {composer.stale.again}
        </Button>
      </div>
    </Note>
  );
}

/** Why the words were not taken, that they are still here, and what can be done instead. */
export function SendNotes({
  problem,
  staleSince,
  onAgain,
  children,
}: {
  problem: Problem | undefined;
  staleSince: string | undefined;
  onAgain: () => void;
  /** More to press, such as asking for a fresh link. */
  children?: ReactNode;
}) {
  const { composer, errors } = useMessages();
  if (!problem) return null;
  if (problem.code === 'stale' && staleSince) return <Stale since={staleSince} onAgain={onAgain} />;
  const reason = typeof problem.data.reason === 'string' ? problem.data.reason : '';
  const instead = (composer.instead as Partial<Record<string, string>>)[reason];
  const said = problemSaid(problem, errors);
  const retry = problem.code === 'offline' || problem.code === 'unavailable' || problem.code === 'internal';
  return (
    <Note>
      <strong>
        {retry ? composer.failed.title : problem.code === 'does_not_fit' ? composer.refused.title : said.title}
      </strong>
      {said.detail && <p>{said.detail}</p>}
      <p>{retry ? composer.failed.text : `${instead ?? said.next} ${composer.refused.kept}`}</p>
      {problem.code === 'gone' && <p>{composer.failed.used}</p>}
      {retry && (
        <div>
          <Button kind="act" onClick={onAgain}>
            {composer.failed.again}
          </Button>
        </div>
      )}
      {children}
    </Note>
  );
}
