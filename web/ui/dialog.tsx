import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import { CrossIcon } from './icons.tsx';
import style from './dialog.module.css';
import { Toasts } from './toast.tsx';

export interface DialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** `large` for two columns. */
  size?: 'normal' | 'large';
  children: ReactNode;
}

/** A window over the page, the browser's own: titled by an h2, closed by Escape, its button or a press beside it; the focus stays inside and goes back. */
export function Dialog({ opened, onClose, title, size = 'normal', children }: DialogProps) {
  const { general } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!opened) return;
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    document.documentElement.style.overflow = 'hidden';
    return () => {
      element?.close();
      document.documentElement.style.overflow = '';
      if (before instanceof HTMLElement) before.focus();
    };
  }, [opened]);
  const beside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    opened && (
      // The press beside the window is a convenience; Escape and the button do the same.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className={size === 'large' ? `${style.dialog} ${style.large}` : style.dialog}
        onMouseDown={beside}
        onCancel={(event) => {
          if (event.target !== dialog.current) return;
          event.preventDefault();
          onClose();
        }}
      >
        <div className={style.content}>
          <header className={style.header}>
            <h2 id={id}>{title}</h2>
            <button type="button" className={style.close} aria-label={general.actions.close} onClick={onClose}>
              <CrossIcon size={22} />
            </button>
          </header>
          {children}
        </div>
        <Toasts />
      </dialog>
    )
  );
}
