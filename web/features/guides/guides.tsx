import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { dropGuide, guidesKey } from './api.ts';
import { GuideForm } from './guide-form.tsx';
import style from './guides.module.css';
import { type KnownGuide, useGuides } from './known-guides.ts';

const NEW = 'new';

/** All guides: read by everybody, changed by managers. Which one is being changed stands in the address (`guide`). */
export function Guides({ organization }: { organization: OurOrganization }) {
  const { listening, general } = useMessages();
  const words = listening.guide;
  const { guides, may, error, retry } = useGuides(organization.id);
  const [query, setQuery] = useQueryString();
  const close = () => setQuery({ guide: undefined });
  const editing = may.change ? guides?.find((each) => each.key === query.guide) : undefined;
  const opened = may.change && (editing !== undefined || query.guide === NEW);
  return (
    <Page
      title={words.title}
      above={<BackLink href={paths.organization(organization.slug)}>{general.places.organization}</BackLink>}
      lead={may.change ? words.lead : `${words.lead} ${words.readOnly}`}
      actions={
        may.change && (
          <Button kind="act" onClick={() => setQuery({ guide: NEW }, { push: true })}>
            {words.add}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error} onRetry={retry} />}
      {!guides && !error && <Loading what={words.what} />}
      {guides && (
        <ul className={style.guides}>
          {guides.map((guide) => (
            <GuideRow
              key={guide.key}
              organization={organization.id}
              guide={guide}
              onChange={may.change ? () => setQuery({ guide: guide.key }, { push: true }) : undefined}
            />
          ))}
        </ul>
      )}
      <Dialog opened={opened} onClose={close} size="large" title={editing?.title ?? words.newTitle}>
        <GuideForm key={query.guide} organization={organization.id} guide={editing} onDone={close} />
      </Dialog>
    </Page>
  );
}

interface GuideRowProps {
  organization: string;
  guide: KnownGuide;
  onChange: (() => void) | undefined;
}

/** A guide, unfolded to its questions. */
function GuideRow({ organization, guide, onChange }: GuideRowProps) {
  const { listening, general } = useMessages();
  const words = listening.guide;
  return (
    <li className={style.guide}>
      <details>
        <summary className={style.summary}>
          <span className={style.title}>{guide.title}</span>
          <span className={style.count}>{words.questions({ n: guide.questions.length })}</span>
          {guide.kept && <Badge>{guide.starter ? words.changed : words.own}</Badge>}
        </summary>
        <ol className={style.questions}>
          {guide.questions.map((question, index) => (
            <li key={index} dir="auto">
              {question}
            </li>
          ))}
        </ol>
        {onChange && (
          <Buttons>
            <Button aria-label={words.change({ title: guide.title })} onClick={onChange}>
              {general.actions.edit}
            </Button>
            {guide.kept && <Drop organization={organization} guide={guide} id={guide.kept.id} />}
          </Buttons>
        )}
      </details>
    </li>
  );
}

/** Takes a change to a shipped guide back, or removes one of our own; asks once more. */
function Drop({ organization, guide, id }: { organization: string; guide: KnownGuide; id: string }) {
  const { guide: words } = useMessages().listening;
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const dropping = useMutation({
    mutationFn: () => dropGuide(organization, id),
    onSettled: () => queries.invalidateQueries({ queryKey: guidesKey(organization) }),
  });
  const [ask, really] = guide.starter ? [words.reset, words.resetSure] : [words.remove, words.removeSure];
  return (
    <>
      <Button kind="quiet" busy={dropping.isPending} onClick={() => (sure ? dropping.mutate() : setSure(true))}>
        {sure ? really : ask}
      </Button>
      {dropping.error && <ErrorNote error={dropping.error} />}
    </>
  );
}
