import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { importQuery } from './api.ts';
import { ChooseFile } from './choose-file.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { OneImport } from './one-import.tsx';

interface ImportsProps {
  organization: OurOrganization;
  /** The import that is open: it stands in the address. */
  open: string | undefined;
  onOpen: (id: string) => void;
}

/** Choosing a file and the list of earlier imports, or one import. Managers only: the server refuses everybody else too. */
export function Imports({ organization, open, onOpen }: ImportsProps) {
  const { imports: words } = useMessages();
  if (organization.role === 'member') {
    return (
      <Page title={words.title} width="narrow">
        <EmptyState title={words.forbidden} example={words.forbiddenHint} />
      </Page>
    );
  }
  if (open) return <Opened organization={organization} id={open} />;
  const hrefOf = (id: string) => `${paths.import(organization.slug)}?import=${id}`;
  return (
    <Page title={words.title} lead={words.lead}>
      <ChooseFile organization={organization} onArrived={onOpen} />
      <EarlierImports organization={organization} hrefOf={hrefOf} />
    </Page>
  );
}

function Opened({ organization, id }: { organization: OurOrganization; id: string }) {
  const { imports: words } = useMessages();
  const { data } = useQuery(importQuery(organization.id, id));
  return (
    <Page title={data?.fileName ?? words.title} above={<Go href={paths.import(organization.slug)}>{words.back}</Go>}>
      <OneImport organization={organization} id={id} />
    </Page>
  );
}
