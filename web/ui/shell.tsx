import { useState, type ReactNode } from 'react';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { arc } from '../../messages/ring-shape.ts';
import { useMessages } from '../locale.tsx';
import { Avatar } from './avatar.tsx';
import { Go } from './go.tsx';
import { ChevronIcon, SearchIcon } from './icons.tsx';
import { KeySheet } from './key-sheet.tsx';
import { useKeys } from './keys.ts';
import { Menu, type MenuGroup } from './menu.tsx';
import style from './shell.module.css';

/** A place of the navigation. `letter` is pressed after "g". */
export interface Place {
  label: string;
  href: string;
  letter: string;
  icon: ReactNode;
  /** Shown beside the label, such as the number of open moves. */
  count?: number;
  /** Left out at the foot of a phone, which has room for six: it stands in the organization's menu there. */
  rare?: boolean;
}

export interface ShellProps {
  places: Place[];
  organization: string;
  organizationMenu: MenuGroup[];
  person: string;
  /** Entries of the person's menu; the keyboard sheet is added. */
  personMenu: MenuGroup[];
  /** Opens the palette. */
  onSearch: () => void;
  children: ReactNode;
}

function MarkSign() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" fill="none" strokeWidth="5" aria-hidden="true">
      {[0, 90, 180, 270].map((from) => (
        <path key={from} d={arc(from + 7, from + 83)} stroke={from === 270 ? 'var(--theirs)' : 'var(--ours)'} />
      ))}
    </svg>
  );
}

/** The product's mark and name. */
export function Mark({ href = '/' }: { href?: string }) {
  const { general } = useMessages();
  return (
    <Go href={href} className={style.mark}>
      <MarkSign />
      {general.product}
    </Go>
  );
}

function Places({ places }: { places: Place[] }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <ul className={style.places}>
      {places.map((place) => {
        const here = path === place.href;
        const inside = path.startsWith(`${place.href}/`);
        return (
          <li key={place.href}>
            <Go href={place.href} className={style.place} aria-current={here ? 'page' : inside ? 'true' : undefined}>
              {place.icon}
              <span>{place.label}</span>
            </Go>
          </li>
        );
      })}
    </ul>
  );
}

function OrganizationMenu({ organization, groups }: { organization: string; groups: MenuGroup[] }) {
  const { general } = useMessages();
  return (
    <Menu groups={groups}>
      <button type="button" className={style.menu}>
        <Avatar name={organization} side="ours" size={32} />
        <span className={style.menuName}>{organization}</span>
        <span className="visually-hidden">, {general.shell.organizationMenu}</span>
        <ChevronIcon />
      </button>
    </Menu>
  );
}

function PersonMenu({ person, groups, compact = false }: { person: string; groups: MenuGroup[]; compact?: boolean }) {
  const { general } = useMessages();
  return (
    <Menu groups={groups} position={compact ? 'bottom-end' : 'top-start'}>
      <button type="button" className={style.menu}>
        <Avatar name={person} side="ours" size={32} />
        <span className={compact ? 'visually-hidden' : style.menuName}>{person}</span>
        <span className="visually-hidden">, {general.shell.personMenu}</span>
      </button>
    </Menu>
  );
}

function SearchButton({ onPress, compact = false }: { onPress: () => void; compact?: boolean }) {
  const { general } = useMessages();
  return (
    <button
      type="button"
      className={compact ? style.searchSmall : style.search}
      onClick={onPress}
      aria-keyshortcuts="Control+K"
      aria-haspopup="dialog"
    >
      <SearchIcon size={compact ? 22 : 18} />
      <span className={compact ? 'visually-hidden' : undefined}>{general.actions.search}</span>
      {!compact && <kbd aria-hidden="true">Ctrl K</kbd>}
    </button>
  );
}

/** The frame of every page of an organization: navigation at the side, or at the foot of a phone, and the keyboard. */
export function Shell(props: ShellProps) {
  const { places, organization, organizationMenu, person, personMenu, onSearch, children } = props;
  const { general } = useMessages();
  const router = useRouter();
  const [helping, setHelping] = useState(false);
  useKeys({
    go: (letter) => {
      const place = places.find((each) => each.letter === letter);
      if (place) void router.navigate({ href: place.href });
    },
    help: () => setHelping(true),
    search: onSearch,
  });
  const menu = [...personMenu, { entries: [{ label: general.shell.keys, onPress: () => setHelping(true) }] }];
  return (
    <div className={style.shell}>
      <a className={style.skip} href="#content">
        {general.shell.skip}
      </a>
      <header className={style.top}>
        <OrganizationMenu organization={organization} groups={organizationMenu} />
        <SearchButton onPress={onSearch} compact />
        <PersonMenu person={person} groups={menu} compact />
      </header>
      <header className={style.side}>
        <Mark href={places[0]?.href} />
        <OrganizationMenu organization={organization} groups={organizationMenu} />
        <SearchButton onPress={onSearch} />
        <nav aria-label={general.shell.placesLabel}>
          <Places places={places} />
        </nav>
        <div className={style.foot}>
          <PersonMenu person={person} groups={menu} />
        </div>
      </header>
      <main id="content" className={style.main} tabIndex={-1}>
        {children}
      </main>
      <nav className={style.bottom} aria-label={general.shell.placesLabel}>
        <Places places={places.filter((place) => !place.rare)} />
      </nav>
      <KeySheet opened={helping} onClose={() => setHelping(false)} places={places} />
    </div>
  );
}

/** The frame of pages without an organization: sign-in, set-up, guests. */
export function BareShell({
  mark = true,
  aside,
  children,
}: {
  mark?: boolean;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={style.bare}>
      {(mark || aside) && (
        <header className={style.bareTop}>
          {mark ? <Mark /> : <span />}
          {aside}
        </header>
      )}
      <main id="content" className={style.main}>
        {children}
      </main>
    </div>
  );
}
