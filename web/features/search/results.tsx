import { useEffect } from 'react';
import type { Snippet } from '../../../server/features/search/schema.ts';
import { useMessages } from '../../locale.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import type { Entry, EntryGroup } from './entries.ts';
import style from './palette.module.css';

export interface ResultsProps {
  /** Of the palette: the list is `{id}-list`, its lines `{id}-{n}`. */
  id: string;
  groups: EntryGroup[];
  /** The line that Enter opens, counted over all groups. */
  present: number;
  onPoint: (line: number) => void;
  onOpen: (entry: Entry) => void;
}

function Words({ snippet }: { snippet: Snippet }) {
  return (
    <span className={style.snippet} dir="auto">
      {snippet.before}
      <mark>{snippet.match}</mark>
      {snippet.after}
    </span>
  );
}

/** What was found, in groups; the focus stays in the field, which names the present line. */
export function Results({ id, groups, present, onPoint, onOpen }: ResultsProps) {
  const { search, general } = useMessages();
  useEffect(() => {
    document.getElementById(`${id}-${present}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, present]);
  const before = (index: number) => groups.slice(0, index).reduce((sum, one) => sum + one.entries.length, 0);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={search.results} className={style.list}>
      {groups.map((group, index) => (
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`} className={style.group}>
          <div id={`${id}-${group.key}`} role="presentation" className={style.label}>
            {group.label}
          </div>
          {group.entries.map((entry, n) => {
            const at = before(index) + n;
            return (
              // The keys are the field's: it keeps the focus and names the line that is chosen.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={entry.key}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === present}
                className={entry.own ? `${style.entry} ${style.own}` : style.entry}
                onPointerMove={() => at !== present && onPoint(at)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onOpen(entry)}
              >
                <span className={style.first}>
                  <bdi className={style.title}>{entry.title}</bdi>
                  {entry.detail && <bdi className={style.detail}>{entry.detail}</bdi>}
                  {entry.own && (
                    <span className={style.lock}>
                      <LockIcon />
                      <span className="visually-hidden">{general.rooms.ownNotes}</span>
                    </span>
                  )}
                </span>
                {entry.snippet && <Words snippet={entry.snippet} />}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
