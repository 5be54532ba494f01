import { useQuery } from '@tanstack/react-query';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { acrossQuery } from './api.ts';
import style from './fit.module.css';
import { MatchView } from './match.tsx';

/** Across all partners: who could serve this need of ours, or use this offer. */
export function Across({ organization, item }: { organization: OurOrganization; item: string }) {
  const { fit, needs } = useMessages();
  const { locale } = useLocale();
  const found = useQuery(acrossQuery(organization.id, item, locale));
  const nature = found.data?.nature ?? 'need';
  return (
    <Page
      title={found.data?.item.title ?? needs.own.title}
      lead={fit.across.lead[nature]}
      above={<BackLink href={paths.needs(organization.slug)}>{needs.own.title}</BackLink>}
    >
      {found.isPending && <Loading what={fit.title} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.matches.length === 0 && <EmptyState title={fit.across.none[nature]} />}
      {found.data && found.data.matches.length > 0 && (
        <ul className={style.across}>
          {found.data.matches.map(({ partnership, partner, match }) => (
            <li key={`${partnership} ${match.need.id} ${match.offer.id}`} data-item>
              <h2 className={style.partner}>
                <Go href={paths.roomNeeds(organization.slug, partnership)}>{partner}</Go>
              </h2>
              <MatchView match={match} partner={partner} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
