import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import { LockIcon } from './icons.tsx';
import style from './page.module.css';

export interface PageProps {
  title: string;
  /** A line above the title: where this is. */
  above?: ReactNode;
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** `narrow` for forms and letters, `broad` for boards. */
  width?: 'normal' | 'narrow' | 'broad';
  children: ReactNode;
}

/** A page: its one h1, named in the window's title, which takes the focus when the page opens so that it is read aloud. */
export function Page({ title, above, lead, actions, width = 'normal', children }: PageProps) {
  const { general } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${general.product}`;
  }, [title, general.product]);
  useEffect(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={[style.page, width !== 'normal' && style[width]].filter(Boolean).join(' ')}>
      <div className={style.head}>
        <div className={style.titles}>
          {above && <div className={style.above}>{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className={style.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

export interface SectionProps {
  title: ReactNode;
  count?: number;
  /** A line under the title. */
  note?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A part of a page under an h2. */
export function Section({ title, count, note, actions, id, children }: SectionProps) {
  return (
    <section className={style.section} id={id}>
      <header>
        <h2>
          {title}
          {count !== undefined && <span className={style.count}>{count}</span>}
        </h2>
        {actions}
      </header>
      {note && <p className={style.note}>{note}</p>}
      {children}
    </section>
  );
}

/** A part of a page on a ground of its own: what belongs together stands together. */
export function Ground({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <section className={`${style.ground} ${style.plain}`} id={id}>
      {children}
    </section>
  );
}

/** What only our own organization sees: another ground, a dashed edge, a lock, and the words. */
export function OwnNotes({
  organization,
  title,
  children,
}: {
  organization: string;
  title?: ReactNode;
  children: ReactNode;
}) {
  const { general } = useMessages();
  return (
    <section className={`${style.ground} ${style.notes}`}>
      <header>
        <h2>{title ?? general.rooms.ownNotes}</h2>
        <span className={style.seen}>
          <LockIcon />
          {general.rooms.ownNotesSeenBy({ organization })}
        </span>
      </header>
      {children}
    </section>
  );
}

/** Somebody's own words, in the serif; the partner's by default. */
export function Quote({ side = 'theirs', children }: { side?: 'ours' | 'theirs'; children: ReactNode }) {
  return <blockquote className={`${style.quote} ${side === 'ours' ? style.ours : ''}`}>{children}</blockquote>;
}
