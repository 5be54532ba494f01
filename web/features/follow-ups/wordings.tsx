import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Locale } from '../../../messages/locale.ts';
import type { Wording } from '../../../server/features/nudges/schema-wordings.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Pick } from '../../ui/pick.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { wordingsQuery } from './api.ts';
import { Changed } from './changed.tsx';
import { ReadDraft } from './read-draft.tsx';
import { WordingForm } from './wording-form.tsx';
import style from './wordings.module.css';

/** Drafts about a conversation are said there; the others begin a thread. */
const SAID_THERE: readonly string[] = ['progress', 'overdue', 'readback'];
const LANGUAGES: Locale[] = ['en', 'es'];

/** Every draft as it reads; administrators word them anew. Language and the one being worded stand in the address. */
export function Wordings({ organization }: { organization: OurOrganization }) {
  const { followUpHouse, general } = useMessages();
  const { wordings: words } = followUpHouse;
  const { locale: own } = useLocale();
  const [query, setQuery] = useQueryString();
  const locale = LANGUAGES.find((one) => one === query.language) ?? own;
  const found = useQuery(wordingsQuery(organization.id));
  const mayChange = organization.role === 'administrator';
  const items = found.data?.items.filter((one) => one.locale === locale) ?? [];
  return (
    <Page
      title={words.title}
      above={
        <BackLink href={`${paths.organization(organization.slug)}?tab=settings`}>
          {general.places.organization}
        </BackLink>
      }
      lead={mayChange ? words.lead : `${words.lead} ${words.readOnly}`}
    >
      <div className={style.language}>
        <Pick
          label={words.language}
          value={locale}
          options={LANGUAGES.map((one) => [one, words.languages[one]])}
          onPick={(picked) => setQuery({ language: picked === own ? undefined : picked, draft: undefined })}
        />
        <p className={style.soft}>{words.languageNote}</p>
      </div>
      {found.isPending && <Loading />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {items.length > 0 && <p className={style.soft}>{words.previewNote}</p>}
      {items.map((wording) => (
        <One
          key={`${wording.draft} ${wording.locale}`}
          organization={organization}
          wording={wording}
          editing={mayChange && query.draft === wording.draft}
          onEdit={mayChange ? () => setQuery({ draft: wording.draft }, { push: true }) : undefined}
          onDone={() => setQuery({ draft: undefined })}
        />
      ))}
    </Page>
  );
}

interface OneProps {
  organization: OurOrganization;
  wording: Wording;
  editing: boolean;
  onEdit: (() => void) | undefined;
  onDone: () => void;
}

function One({ organization, wording, editing, onEdit, onDone }: OneProps) {
  const { wordings: words } = useMessages().followUpHouse;
  const { draft, locale } = wording;
  const name = words.names[draft];
  // Whoever is done with the words comes back to where they were.
  const heading = useRef<HTMLHeadingElement>(null);
  const wasEditing = useRef(editing);
  useEffect(() => {
    if (wasEditing.current && !editing) heading.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  return (
    <section className={style.one} aria-labelledby={`draft-${draft}`}>
      <header className={style.head}>
        <h2 id={`draft-${draft}`} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {wording.own !== null && <Badge tone="ours">{words.own}</Badge>}
      </header>
      <p className={style.soft}>{words.when[draft]}</p>
      {editing ? (
        <WordingForm organization={organization} wording={wording} onDone={onDone} />
      ) : (
        <>
          <ReadDraft organization={organization} draft={draft} locale={locale} words={wording.own ?? wording.product} />
          <p className={style.soft}>
            {SAID_THERE.includes(draft) ? (
              words.there
            ) : (
              <>
                {words.subject} <q lang={locale}>{wording.subject}</q>
              </>
            )}
          </p>
          <Changed wording={wording} />
          {onEdit && (
            <Buttons>
              <Button aria-label={words.changeNamed({ name })} onClick={onEdit}>
                {words.change}
              </Button>
            </Buttons>
          )}
        </>
      )}
    </section>
  );
}
