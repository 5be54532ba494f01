import { useCallback, useEffect, useId, useRef } from 'react';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Entry } from './entry.tsx';
import type { SectionName } from './entry-words.ts';
import style from './today.module.css';

interface TodaySectionProps {
  organization: OurOrganization;
  name: SectionName;
  items: TodayItem[];
  more: boolean;
  filtered: boolean;
  /** Not only the reader's own moves are shown. */
  everybody: boolean;
  /** The unfolded entry of the page, `section:conversation`. */
  entry?: string;
  onEntry: (entry: string | undefined) => void;
  /** Absent when everything there is to show is shown. */
  onMore?: () => void;
  nameOf: (person: string | null) => string | undefined;
}

/**
 * An answered entry leaves its section. Then the focus stays where the reader was: on the entry that took its place, else on the
 * section's title.
 */
function useFocusAfterLeaving(items: TodayItem[], unfolded: string | undefined, onLeft: () => void) {
  const section = useRef<HTMLElement>(null);
  const place = useRef<number | undefined>(undefined);
  useEffect(() => {
    const index = items.findIndex((each) => each.id === unfolded);
    if (index >= 0) {
      place.current = index;
      return;
    }
    const last = place.current;
    place.current = undefined;
    if (last === undefined || unfolded === undefined) return;
    onLeft();
    if (document.activeElement && document.activeElement !== document.body) return;
    const entries = section.current?.querySelectorAll<HTMLElement>('[data-item] a[href]');
    const next = entries?.[Math.min(last, entries.length - 1)] ?? section.current?.querySelector<HTMLElement>('h2');
    next?.focus();
  }, [items, unfolded, onLeft]);
  return section;
}

/** One of the four: my move, their move, going quiet, soon. */
export function TodaySection({
  organization,
  name,
  items,
  more,
  filtered,
  everybody,
  entry,
  onEntry,
  onMore,
  nameOf,
}: TodaySectionProps) {
  const { today } = useMessages();
  const named = name === 'mine' && everybody ? 'ours' : name;
  const heading = today[named];
  const title = useId();
  const unfolded = entry?.startsWith(`${name}:`) ? entry.slice(name.length + 1) : undefined;
  const fold = useCallback(() => onEntry(undefined), [onEntry]);
  const section = useFocusAfterLeaving(items, unfolded, fold);
  return (
    <section ref={section} className={style.section} aria-labelledby={title}>
      <h2 id={title} tabIndex={-1}>
        {heading}
        {items.length > 0 && (
          <span className={style.count}>
            {items.length}
            {more && '+'}
          </span>
        )}
      </h2>
      {items.length > 0 ? (
        <>
          <p className={style.hint}>{today.hints[named]}</p>
          <ul className={style.list}>
            {items.map((item) => (
              <Entry
                key={item.id}
                organization={organization}
                section={name}
                item={item}
                colleague={nameOf(item.personId)}
                unfolded={item.id === unfolded}
                onUnfold={(open) => onEntry(open ? `${name}:${item.id}` : undefined)}
              />
            ))}
          </ul>
          {more && onMore && (
            <div>
              <Button onClick={onMore}>{today.more({ section: heading })}</Button>
            </div>
          )}
        </>
      ) : (
        <p className={style.none}>{filtered ? today.none.filtered : today.none[name]}</p>
      )}
    </section>
  );
}
