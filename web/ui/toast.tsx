import { useSyncExternalStore } from 'react';
import { useMessages } from '../locale.tsx';
import { Button } from './button.tsx';
import { CrossIcon } from './icons.tsx';
import style from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  action?: { label: string; onPress: () => void };
}

let toasts: readonly Toast[] = [];
let spoken = '';
let count = 0;
const readers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const reader of readers) reader();
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

const STAY_MS = 6000;

/** Says something to screen readers only. */
export function announce(text: string): void {
  spoken = text;
  change(toasts);
}

/** Tells what was done, at the foot of the screen and aloud; goes by itself unless it offers something to press. */
export function toast(text: string, action?: Toast['action']): void {
  const id = ++count;
  spoken = text;
  change([...toasts.filter((each) => each.text !== text).slice(-2), { id, text, action }]);
  if (!action) setTimeout(() => dismiss(id), STAY_MS);
}

/** What could still be pressed belongs to the page that is left. */
export function dismissActions(): void {
  if (toasts.some((each) => each.action)) change(toasts.filter((each) => !each.action));
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Shows the toasts and holds the live region: once in the app, and in an open dialog, beside which all else is silent. */
export function Toasts() {
  const { general } = useMessages();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const said = useSyncExternalStore(subscribe, () => spoken);
  return (
    <>
      <output className="visually-hidden" aria-live="polite">
        {said}
      </output>
      <section className={style.toasts} aria-label={general.shell.notices}>
        {shown.map((each) => (
          <div key={each.id} className={style.toast}>
            <span>{each.text}</span>
            {each.action && (
              <Button
                kind="quiet"
                onClick={() => {
                  each.action?.onPress();
                  dismiss(each.id);
                }}
              >
                {each.action.label}
              </Button>
            )}
            <button
              type="button"
              className={style.close}
              aria-label={general.actions.close}
              onClick={() => dismiss(each.id)}
            >
              <CrossIcon size={16} />
            </button>
          </div>
        ))}
      </section>
    </>
  );
}
