import type { Messages } from '../../../messages/catalogue.ts';
import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { cityOf, useLocalSaid } from './said.ts';
import style from './meetings.module.css';

interface RefusedProps {
  error: unknown;
  zone: string;
  /** The times that were sent: the refused one is among them where only one is. */
  locals?: string[];
  /** Takes another time instead of the refused one. */
  onTake?: (refused: string, instead: string) => void;
}

/** Why a time or a meeting was not taken, and what to do: times that exist stand beside it as buttons. */
export function Refused({ error, zone, locals = [], onTake }: RefusedProps) {
  const { refused: words } = useMessages().meetings;
  const said = useLocalSaid();
  const { data } = asProblem(error);
  const reason = typeof data.reason === 'string' ? data.reason : '';
  const local = refusedOf(data, locals);
  const text = saidOf(words, reason, { time: local ? said(local) : '', zone: cityOf(zone) });
  if (text === undefined) return <ErrorNote error={error} />;
  const instead = [data.before, data.after].filter((each): each is string => typeof each === 'string');
  return (
    <div className={style.refused} role="alert">
      <strong>{words.title}</strong>
      <p>{text}</p>
      {onTake && local && instead.length > 0 && (
        <>
          <p>{words.choose}</p>
          <Buttons>
            {instead.map((each) => (
              <Button key={each} onClick={() => onTake(local, each)}>
                {words.take({ time: said(each) })}
              </Button>
            ))}
          </Buttons>
        </>
      )}
    </div>
  );
}

type Words = Messages['meetings']['refused'];

function saidOf(words: Words, reason: string, about: { time: string; zone: string }): string | undefined {
  if (reason === 'missing-time' || reason === 'ambiguous-time') return words[reason](about);
  if (reason === 'title' || reason === 'choose') return undefined;
  const word = (words as Partial<Record<string, unknown>>)[reason];
  return typeof word === 'string' ? word : undefined;
}

/** Which time was refused: the server names it, or it lies in the gap between the two that exist. */
function refusedOf(data: Record<string, unknown>, locals: string[]): string | undefined {
  if (typeof data.local === 'string') return data.local;
  const { before, after } = data;
  if (typeof before !== 'string' || typeof after !== 'string') return locals[0];
  return locals.find((each) => each > before && each < after) ?? locals[0];
}
