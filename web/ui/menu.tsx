import { useRouter } from '@tanstack/react-router';
import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { stepTo } from './keys.ts';
import style from './menu.module.css';

export interface MenuEntry {
  label: ReactNode;
  /** A place to go, or something to do. */
  href?: string;
  onPress?: () => void;
  icon?: ReactNode;
  /** True for the one that is chosen now. */
  current?: boolean;
}

export interface MenuGroup {
  label?: string;
  entries: MenuEntry[];
}

/** What the button of a menu is given. */
interface Opener {
  onClick?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export interface MenuProps {
  groups: MenuGroup[];
  /** The button. */
  children: ReactElement<Opener>;
  position?: 'bottom-start' | 'bottom-end' | 'top-start';
}

/** A menu under (or over) its button: arrows move, Escape closes and gives the focus back. */
export function Menu({ groups, children, position = 'bottom-start' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  return (
    <div className={style.anchor} ref={root}>
      {cloneElement(children, {
        onClick: () => setOpen(!open),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
      })}
      {open && <Entries id={id} groups={groups} position={position} close={close} />}
    </div>
  );
}

function Entries({
  id,
  groups,
  position,
  close,
}: {
  id: string;
  groups: MenuGroup[];
  position: string;
  close: () => void;
}) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      return close();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (!step) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    all[
      stepTo(
        all.findIndex((each) => each === document.activeElement),
        step,
        all.length,
      )
    ]?.focus();
  };
  const choose = (entry: MenuEntry) => {
    close();
    entry.onPress?.();
    if (entry.href) void router.navigate({ href: entry.href });
  };
  return (
    <div id={id} role="menu" tabIndex={-1} ref={list} className={`${style.menu} ${style[position]}`} onKeyDown={onKey}>
      {groups.map((group, index) => (
        <fieldset key={index} aria-label={group.label} className={style.group}>
          {group.label && <div className={style.label}>{group.label}</div>}
          {group.entries.map((entry, at) => (
            <button
              key={at}
              type="button"
              role={entry.current === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={entry.current}
              tabIndex={-1}
              className={style.entry}
              onClick={() => choose(entry)}
            >
              {entry.icon}
              {entry.label}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
