import type { ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import { CheckIcon, CrossIcon } from './icons.tsx';
import style from './checklist.module.css';

export type CheckState = 'open' | 'reported' | 'met' | 'waived' | 'unmet';

export interface CheckItem {
  id: string;
  text: ReactNode;
  state: CheckState;
  /** What was said or shown about it; or fields to say something. */
  more?: ReactNode;
}

const SIGN: Record<CheckState, ReactNode> = {
  open: null,
  reported: <CheckIcon size={14} />,
  met: <CheckIcon size={14} />,
  waived: '–',
  unmet: <CrossIcon size={14} />,
};

/** Conditions of satisfaction, each with its state as a sign and in words. */
export function Checklist({ items, label }: { items: CheckItem[]; label: string }) {
  const { general } = useMessages();
  return (
    <ul className={style.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`${style.item} ${style[item.state] ?? ''}`}>
          <span className={style.box} aria-hidden="true">
            {SIGN[item.state]}
          </span>
          <span>
            <span className={style.text}>{item.text}</span>{' '}
            <span className={item.state === 'open' ? 'visually-hidden' : style.state}>
              ({general.checklist[item.state]})
            </span>
          </span>
          {item.more && <div className={style.more}>{item.more}</div>}
        </li>
      ))}
    </ul>
  );
}
