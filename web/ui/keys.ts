import { useEffect, useRef } from 'react';

/** What a key means anywhere on a page. `go` carries the letter of the place. */
export type KeyAction =
  | { kind: 'next' | 'previous' | 'act' | 'reply' | 'search' | 'help' }
  | { kind: 'go'; letter: string };

export interface KeyPress {
  key: string;
  /** Milliseconds, from any clock that only goes forward. */
  at: number;
  /** Ctrl, Alt or Meta is held: then the key belongs to the browser, all but Ctrl-K. */
  modified: boolean;
  /** Ctrl or Meta alone is held. */
  command?: boolean;
  /** The focus is where people type. */
  typing: boolean;
}

/** Since when "g" waits for its letter. */
export interface KeyState {
  goSince?: number;
}

const GO_MS = 1500;
const SIMPLE: Record<string, KeyAction> = {
  j: { kind: 'next' },
  k: { kind: 'previous' },
  a: { kind: 'act' },
  r: { kind: 'reply' },
  '/': { kind: 'search' },
  '?': { kind: 'help' },
};

/** Folds one key press. Pure: the caller keeps the state. */
export function readKey(state: KeyState, press: KeyPress): { state: KeyState; action?: KeyAction } {
  // Also while somebody types: that is where one notices what is missing.
  if (press.command && press.key.toLowerCase() === 'k') return { state: {}, action: { kind: 'search' } };
  if (press.modified || press.typing) return { state: {} };
  if (state.goSince !== undefined && press.at - state.goSince <= GO_MS && /^[a-z]$/.test(press.key)) {
    return { state: {}, action: { kind: 'go', letter: press.key } };
  }
  if (press.key === 'g') return { state: { goSince: press.at } };
  return { state: {}, action: SIMPLE[press.key] };
}

/** The item a step away, held at both ends; -1 stands for none yet. */
export function stepTo(present: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (present < 0) return step === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, present + step));
}

function typingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.closest('[role="menu"], [role="dialog"]') !== null
  );
}

/** One window at a time: what is begun in the open one is not covered by another. */
function windowOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => item.offsetParent !== null);
}

function currentItem(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-item]') ?? null;
}

/** What takes the focus in an item: itself if it can, else its first link or button. */
function focusable(item: HTMLElement): HTMLElement {
  if (item.tabIndex >= 0 || item.hasAttribute('tabindex')) return item;
  return item.querySelector<HTMLElement>('a[href], button') ?? item;
}

function perform(action: KeyAction, press: (selector: string) => void): void {
  if (action.kind === 'next' || action.kind === 'previous') {
    const all = items();
    const present = currentItem();
    const index = stepTo(present ? all.indexOf(present) : -1, action.kind === 'next' ? 1 : -1, all.length);
    const item = all[index];
    if (!item) return;
    focusable(item).focus();
    item.scrollIntoView({ block: 'nearest' });
  } else if (action.kind === 'act') press('[data-act]');
  else if (action.kind === 'reply') press('[data-reply]');
}

/** Presses, or for a field focuses, the first match in the present item, else on the page. */
function pressFirst(selector: string): void {
  const target = (currentItem() ?? document.querySelector('main'))?.querySelector<HTMLElement>(selector);
  if (!target) return;
  if (/^(input|textarea)$/i.test(target.tagName)) target.focus();
  else target.click();
}

/**
 * The keyboard of a page. Lists only mark their entries: `data-item` on each, `data-act` and `data-reply` on what "a" and "r" press inside.
 * `go` is told the letter after "g"; `help` opens the list of keys, `search` the palette.
 */
export function useKeys(handlers: { go: (letter: string) => void; help: () => void; search?: () => void }): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    let state: KeyState = {};
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const typing = typingIn(event.target);
      const read = readKey(state, { key: event.key, at: event.timeStamp, modified, command, typing });
      state = read.state;
      const { action } = read;
      if (!action || (action.kind === 'search' && (!latest.current.search || windowOpen()))) return;
      event.preventDefault();
      if (action.kind === 'go') latest.current.go(action.letter);
      else if (action.kind === 'help') latest.current.help();
      else if (action.kind === 'search') latest.current.search?.();
      else perform(action, pressFirst);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
