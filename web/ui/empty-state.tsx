import type { ReactNode } from 'react';
import style from './states.module.css';

/** Nothing here yet: one example that teaches, and one button. */
export function EmptyState({ title, example, children }: { title: string; example?: ReactNode; children?: ReactNode }) {
  return (
    <div className={style.empty}>
      <p>{title}</p>
      {example && <p className={style.example}>{example}</p>}
      {children}
    </div>
  );
}
