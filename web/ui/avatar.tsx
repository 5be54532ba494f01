import { useMessages } from '../locale.tsx';
import { initialsOf } from './initials.ts';
import style from './avatar.module.css';

export type UiSide = 'ours' | 'theirs';

/** Initials, round for ours and square for theirs. Always beside the name, so it is only a picture. */
export function Avatar({ name, side, size = 28 }: { name: string; side?: UiSide; size?: number }) {
  return (
    <span
      className={`${style.avatar} ${side ? style[side] : ''}`}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

/** The side in words and in its accent. */
export function SideMark({ side, label }: { side: UiSide; label?: string }) {
  const { general } = useMessages();
  return <span className={`${style.sidemark} ${style[side]}`}>{label ?? general.sides[side]}</span>;
}
