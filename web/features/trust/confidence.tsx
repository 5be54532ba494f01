import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { confidenceQuery } from './api.ts';
import { Direction } from './direction.tsx';
import { readSince } from './since.ts';
import style from './trust.module.css';

/** Both directions of a partnership, explained. */
export function Confidence({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { trust } = useMessages();
  const [{ days }] = useQueryString();
  const found = useQuery(confidenceQuery(organization.id, partnership, readSince(days)));
  const partner = found.data?.partner ?? '';
  const above = <BackLink href={paths.partnership(organization.slug, partnership)}>{trust.back({ partner })}</BackLink>;
  return (
    <Page title={partner ? trust.pageTitle({ partner }) : trust.title} above={partner && above} lead={trust.lead}>
      {found.isPending && <Loading what={trust.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.directions.map((direction) => (
        <Direction
          key={direction.customerSide}
          place={{ organization: organization.id, slug: organization.slug, partnership }}
          direction={direction}
          partner={partner}
          mySide={found.data.mySide}
          partnerHere={found.data.partnerHere}
        />
      ))}
      {found.data && (
        <details className={style.how}>
          <summary>{trust.how.title}</summary>
          <p>{trust.how.text}</p>
        </details>
      )}
    </Page>
  );
}
