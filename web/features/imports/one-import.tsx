import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportShape } from '../../../server/features/imports/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading, Progress } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { importQuery, isWorking } from './api.ts';
import { ModelCheck } from '../trust/check.tsx';
import style from './imports.module.css';
import { LineTable } from './line-table.tsx';
import { MappingForm } from './mapping-form.tsx';
import { keptOf, missingFields } from './mapping-words.ts';
import { Counts, Preview, useCount } from './preview.tsx';
import { UndoButton } from './undo-button.tsx';
import { useMapping } from './use-mapping.ts';
import { useTask } from './use-task.ts';

interface Props {
  organization: OurOrganization;
  found: ImportShape;
}

/** One import, wherever it stands: being prepared, at work, done, stopped or taken back. */
export function OneImport({ organization, id }: { organization: OurOrganization; id: string }) {
  const asked = useQuery(importQuery(organization.id, id));
  const queries = useQueryClient();
  const status = asked.data?.status;
  useEffect(() => {
    // Partners and conversations came or went with it.
    if (status === 'done' || status === 'undone')
      void queries.invalidateQueries({
        queryKey: ['organizations', organization.id],
        predicate: ({ queryKey }) => queryKey[2] !== 'imports',
      });
  }, [status, organization.id, queries]);
  if (asked.isPending) return <Loading />;
  if (asked.error) return <ErrorNote error={asked.error} onRetry={() => void asked.refetch()} />;
  const found = asked.data;
  if (isWorking(found)) return <AtWork found={found} />;
  return (
    <>
      {found.status === 'done' && <Done organization={organization} found={found} />}
      {found.status === 'failed' && <Stopped organization={organization} found={found} />}
      {found.status === 'undone' && <TakenBack found={found} />}
      {(found.status === 'ready' || found.status === 'undone') && (
        <Prepare key={found.id} organization={organization} found={found} />
      )}
      {found.status === 'done' && <ModelCheck organization={organization.id} importId={found.id} />}
      {found.counts && <LineTable organization={organization.id} found={found} />}
    </>
  );
}

function Prepare({ organization, found }: Props) {
  const { preview: words } = useMessages().imports;
  const count = useCount();
  const desk = useMapping(organization.id, found);
  const run = useTask(organization.id, found.id, 'run');
  const ready = missingFields(desk.mapping).length === 0 && found.counts !== null && !desk.error;
  return (
    <>
      <MappingForm found={found} desk={desk} />
      <Preview found={found} busy={desk.busy} />
      {desk.error !== undefined && <ErrorNote error={desk.error} onRetry={desk.retry} />}
      {ready && found.total === 0 && <p>{words.nothing}</p>}
      {ready && found.total > 0 && (
        <div className={style.stack}>
          <p className={style.soft}>{words.means}</p>
          <Buttons>
            <Button kind="act" busy={run.isPending || desk.busy} onClick={() => run.mutate()} data-act>
              {found.status === 'undone' ? words.again(count(found.total)) : words.run(count(found.total))}
            </Button>
          </Buttons>
        </div>
      )}
      {run.error && <ErrorNote error={run.error} />}
    </>
  );
}

function AtWork({ found }: { found: ImportShape }) {
  const { running } = useMessages().imports;
  const count = useCount();
  const undoing = found.status === 'undoing';
  return (
    <Section title={undoing ? running.undoing : running.title}>
      <div className={style.panel}>
        {undoing ? (
          <p>{running.undoingSaid}</p>
        ) : (
          <Progress share={found.total > 0 ? found.done / found.total : 0}>
            {running.said({ done: count(found.done).said, total: count(found.total).said })}
          </Progress>
        )}
        <p className={style.soft}>{running.leave}</p>
      </div>
    </Section>
  );
}

function Done({ organization, found }: Props) {
  const { done: words } = useMessages().imports;
  const count = useCount();
  return (
    <Section title={words.title(count(found.done))}>
      <div className={style.panel}>
        {found.counts && <Counts counts={found.counts} />}
        <Buttons>
          <GoButton kind="act" href={paths.partners(organization.slug)}>
            {words.partners}
          </GoButton>
          <GoButton href={paths.conversations(organization.slug)}>{words.conversations}</GoButton>
        </Buttons>
        <UndoButton organization={organization} found={found} />
      </div>
    </Section>
  );
}

function Stopped({ organization, found }: Props) {
  const { failed: words } = useMessages().imports;
  const run = useTask(organization.id, found.id, 'run');
  return (
    <Section title={words.title}>
      <div className={style.panel} role="alert">
        <p>{words.text}</p>
        <Buttons>
          <Button kind="act" busy={run.isPending} onClick={() => run.mutate()}>
            {words.goOn}
          </Button>
        </Buttons>
        {run.error && <ErrorNote error={run.error} />}
        <UndoButton organization={organization} found={found} />
      </div>
    </Section>
  );
}

function TakenBack({ found }: { found: ImportShape }) {
  const { undone: words } = useMessages().imports;
  const count = useCount();
  const kept = keptOf(found);
  return (
    <Section title={words.title}>
      <p>{kept > 0 ? words.kept(count(kept)) : words.nothingKept}</p>
    </Section>
  );
}
