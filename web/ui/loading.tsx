import { useEffect, useId, useState, type ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import style from './states.module.css';

const PATIENCE_MS = 500;

/** Says what is being waited for, but only when it takes longer than half a second. */
export function Loading({ what }: { what?: string }) {
  const { general } = useMessages();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className={style.waiting}>
      {shown && (
        <div className={style.loading}>
          <span className={style.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {what ? general.loading({ what }) : general.loadingPage}
        </div>
      )}
    </output>
  );
}

/** Long work: how far it has come, in words and as a bar. `share` from 0 to 1. */
export function Progress({ share, children }: { share: number; children: ReactNode }) {
  const id = useId();
  return (
    <div className={style.progress}>
      <span id={id}>{children}</span>
      <progress max={1} value={share} aria-labelledby={id} />
    </div>
  );
}
