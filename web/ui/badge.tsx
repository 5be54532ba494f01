import type { ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import { PenIcon } from './icons.tsx';
import style from './badge.module.css';

/** A word about a thing. `strong` for what should not be overlooked; never a colour alone. */
export function Badge({
  tone,
  children,
  title,
}: {
  tone?: 'strong' | 'ours' | 'theirs';
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={`${style.badge} ${tone ? style[tone] : ''}`} title={title}>
      {children}
    </span>
  );
}

/** Marks words that one side wrote down for the other. */
export function RecordedBadge({ by }: { by: string }) {
  const { general } = useMessages();
  return (
    <span className={`${style.badge} ${style.recorded}`} title={general.recordedByHint}>
      <PenIcon size={12} />
      {general.recordedBy({ who: by })}
    </span>
  );
}
