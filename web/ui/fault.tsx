import type { ReactNode } from 'react';
import style from './fault.module.css';

/** What is wrong with what was filled in. `alert`: it is read aloud at once. */
export function Fault({ alert = false, children }: { alert?: boolean; children: ReactNode }) {
  return (
    <p className={style.fault} role={alert ? 'alert' : undefined}>
      {children}
    </p>
  );
}
