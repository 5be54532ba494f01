import type { ReactNode } from 'react';
import { Avatar, SideMark, type UiSide } from './avatar.tsx';
import style from './timeline.module.css';
import { When } from './when.tsx';

/** What happened, oldest first. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className={style.timeline} aria-label={label}>
      {children}
    </ol>
  );
}

export interface TimelineEntryProps {
  side: UiSide;
  /** Name of the side, beside the person: "Northfield". */
  sideName: string;
  person: string;
  /** "asked for something", with or without the person's name: the whole sentence. */
  what: ReactNode;
  at: string;
  /** Badges: recorded by, by link, no effect. */
  marks?: ReactNode;
  /** It had no effect. */
  isVoid?: boolean;
  id?: string;
  children?: ReactNode;
}

/** One act or message: who, for which side, what, when, and how it was said. Ours begins left, theirs stands right. */
export function TimelineEntry({ side, sideName, person, what, at, marks, isVoid, id, children }: TimelineEntryProps) {
  return (
    <li className={[style.entry, style[side], isVoid && style.void].filter(Boolean).join(' ')} id={id}>
      <Avatar name={person} side={side} size={32} />
      <div className={style.head}>
        <span className={style.what}>{what}</span>
        <SideMark side={side} label={sideName} />
        <span className={style.time}>
          <When at={at} />
        </span>
        {marks}
      </div>
      {children && <div className={style.body}>{children}</div>}
    </li>
  );
}
