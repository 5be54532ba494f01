import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Go, type GoProps } from './go.tsx';
import style from './button.module.css';

/** `act`: what most would press; `no`: as near as yes, same size; `plain`: any other; `quiet`: a word to press. */
export type ButtonKind = 'act' | 'no' | 'plain' | 'quiet';

interface Looks {
  kind?: ButtonKind;
  wide?: boolean;
}

function classes({ kind = 'plain', wide }: Looks, extra?: string): string {
  return [style.button, style[kind], wide && style.wide, extra].filter(Boolean).join(' ');
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Looks {
  /** Work is under way: the button cannot be pressed again and says so. */
  busy?: boolean;
}

/** A button. Its type is `button` unless it says `submit`. */
export function Button({
  kind,
  wide,
  busy = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes({ kind, wide }, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <span className={style.busy} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function GoButton({ kind, wide, className, ...rest }: GoProps & Looks) {
  return <Go className={classes({ kind, wide }, className)} {...rest} />;
}

/** Buttons side by side, yes first and no beside it; on a phone they share the width. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className={style.row}>{children}</div>;
}
