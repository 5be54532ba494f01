import { useQuery } from '@tanstack/react-query';
import type { ImportShape } from '../../../server/features/imports/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading, Progress } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { importsQuery, isWorking } from './api.ts';
import style from './imports.module.css';
import { keptOf } from './mapping-words.ts';
import { useCount } from './preview.tsx';

/** Earlier imports, newest first: what came of each; one under way shows how far it is. */
export function EarlierImports({
  organization,
  hrefOf,
}: {
  organization: OurOrganization;
  hrefOf: (id: string) => string;
}) {
  const { imports } = useMessages();
  const words = imports.earlier;
  const list = useQuery(importsQuery(organization.id));
  return (
    <Section title={words.title}>
      {list.isPending && <Loading what={words.what} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className={style.soft}>{words.none}</p>}
      {list.data && list.data.items.length > 0 && (
        <ul className={style.list}>
          {list.data.items.map((each) => (
            <li key={each.id} data-item>
              <Row found={each} href={hrefOf(each.id)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ found, href }: { found: ImportShape; href: string }) {
  const { imports } = useMessages();
  const words = imports.earlier;
  const count = useCount();
  const kept = keptOf(found);
  return (
    <div className={style.row}>
      <Go href={href} className={style.name} data-act>
        {found.fileName}
      </Go>
      <Badge tone={found.status === 'failed' ? 'strong' : undefined}>{words.status[found.status]}</Badge>
      <span className={style.soft}>
        <When at={found.createdAt} />
        {found.total > 0 && ` · ${words.promises(count(found.status === 'done' ? found.done : found.total))}`}
        {kept > 0 && ` · ${words.kept(count(kept))}`}
      </span>
      {isWorking(found) && (
        <Progress share={found.total > 0 ? found.done / found.total : 0}>
          {found.status === 'undoing'
            ? imports.running.undoing
            : imports.running.said({ done: count(found.done).said, total: count(found.total).said })}
        </Progress>
      )}
    </div>
  );
}
