import type { ReactNode } from 'react';
import { useMessages } from '../../locale.tsx';
import style from './calendars.module.css';

/** What is wrong with a calendar, and what to do. Read aloud at once. */
export function Trouble({ problem, children }: { problem: string; children?: ReactNode }) {
  const { problems } = useMessages().calendars;
  const words = (problems as Partial<Record<string, { title: string; next: string }>>)[problem] ?? problems.broken;
  return (
    <div className={style.trouble} role="alert">
      <p>
        <strong>{words.title}</strong>
      </p>
      <p>{words.next}</p>
      {children}
    </div>
  );
}
