import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { stepTo } from './keys.ts';
import style from './tabs.module.css';

export interface Tab<K extends string> {
  key: K;
  label: ReactNode;
  count?: number;
}

export interface TabsProps<K extends string> {
  tabs: Tab<K>[];
  current: K;
  onChange: (key: K) => void;
  /** What the tabs divide, for screen readers. */
  label: string;
  children: ReactNode;
}

/** Tabs and the panel of the current one; arrows move between them. Keep `current` in the address, so that each has a URL. */
export function Tabs<K extends string>({ tabs, current, onChange, label, children }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (!step) return;
    event.preventDefault();
    const to = stepTo(
      tabs.findIndex((tab) => tab.key === current),
      step,
      tabs.length,
    );
    const tab = tabs[to];
    if (!tab) return;
    onChange(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <>
      <div className={style.tabs} role="tablist" aria-label={label} tabIndex={-1} ref={list} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`tab-${tab.key}`}
            aria-selected={tab.key === current}
            aria-controls={`panel-${current}`}
            tabIndex={tab.key === current ? 0 : -1}
            className={style.tab}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={style.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${current}`} aria-labelledby={`tab-${current}`} className={style.panel}>
        {children}
      </div>
    </>
  );
}
