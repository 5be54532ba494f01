import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SearchIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import type { Place } from '../../ui/shell.tsx';
import { isAsked, LONGEST_QUERY, searchQuery } from './api.ts';
import { type Entry, type EntryGroup, fitting, foundGroups, plainEntry } from './entries.ts';
import style from './palette.module.css';
import { recentOf, remember } from './recent.ts';
import { Results } from './results.tsx';

export interface PaletteProps {
  organization: OurOrganization;
  /** Whose recent places are shown. */
  person: string;
  places: Place[];
  onClose: () => void;
}

const REST_MS = 120;

/** What is typed, once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Places and actions, which need no server, and what it found. */
function useGroups({ organization, person, places }: PaletteProps, typed: string) {
  const messages = useMessages();
  const { search } = messages;
  const { id, slug } = organization;
  const text = useRested(typed.trim());
  const query = useQuery(searchQuery(id, text));
  const asked = isAsked(typed);
  const found = asked && isAsked(text) ? query.data : undefined;
  const groups = useMemo((): EntryGroup[] => {
    const known = places.map((place) => plainEntry(place.href, { href: place.href, title: place.label, detail: null }));
    const add = { href: `${paths.partners(slug)}?add=1`, title: search.addPartner, detail: null };
    const first = found?.groups.find((group) => group.kind === 'partner')?.items[0];
    const withFirst = first
      ? (['request', 'offer'] as const).map((kind) =>
          plainEntry(kind, {
            href: paths.newConversation(slug, first.id, { kind }),
            title: kind === 'request' ? search.ask({ partner: first.title }) : search.offer({ partner: first.title }),
            detail: null,
          }),
        )
      : [];
    const recent = recentOf(person, id).map((one) => plainEntry(`recent-${one.href}`, one));
    return [
      { key: 'recent', label: search.recent, entries: typed.trim() === '' ? recent : [] },
      ...(found ? foundGroups(messages, slug, found) : []),
      { key: 'places', label: search.places, entries: fitting(known, typed) },
      { key: 'actions', label: search.actions, entries: [...withFirst, ...fitting([plainEntry('add', add)], typed)] },
    ].filter((group) => group.entries.length > 0);
  }, [places, slug, search, messages, found, typed, person, id]);
  const settled = text === typed.trim() && !query.isFetching;
  return { groups, query, asked, settled };
}

/** The palette: one field, and below it whatever the organization may see that holds the words, places and actions. */
export function Palette(props: PaletteProps) {
  const { organization, person, onClose } = props;
  const { search } = useMessages();
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, query, asked, settled } = useGroups(props, typed);
  const entries = groups.flatMap((group) => group.entries);
  const present = entries.length === 0 ? -1 : Math.min(chosen, entries.length - 1);

  const open = (entry: Entry) => {
    remember(person, organization.id, { href: entry.href, title: entry.title, detail: entry.detail });
    onClose();
    void router.navigate({ href: entry.href });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setChosen((present + step + entries.length) % entries.length);
    }
    const entry = entries[present];
    // While a word is being composed, Enter ends the composing.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && entry) {
      event.preventDefault();
      open(entry);
    }
  };
  const foundNothing = asked && settled && query.data?.groups.length === 0;
  return (
    <Dialog opened onClose={onClose} title={search.title}>
      <div className={style.palette}>
        <div className={style.asking}>
          <SearchIcon size={20} />
          <input
            type="text"
            role="combobox"
            aria-label={search.label}
            aria-expanded={entries.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={present >= 0 ? `${id}-${present}` : undefined}
            placeholder={search.hint}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            dir="auto"
            maxLength={LONGEST_QUERY}
            className={style.input}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKey}
          />
        </div>
        {query.error && asked && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
        {query.isLoading && asked && <Loading what={search.what} />}
        {!asked && typed.trim() !== '' && <p className={style.note}>{search.short}</p>}
        {foundNothing && <p className={style.note}>{search.none({ text: typed.trim() })}</p>}
        <Results id={id} groups={groups} present={present} onPoint={setChosen} onOpen={open} />
        <p className={style.keys}>{search.keys}</p>
        <p role="status" className="visually-hidden">
          {asked && settled && query.data && search.found({ n: entries.length })}
        </p>
      </div>
    </Dialog>
  );
}
