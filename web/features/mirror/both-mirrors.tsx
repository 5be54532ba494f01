import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { roomMirrorQuery } from './api.ts';
import style from './mirror.module.css';
import { OneMirror } from './one-mirror.tsx';
import { StretchChoice, useStretch } from './stretch-choice.tsx';

/** Both sides of one partnership in the mirror, ours first. */
export function BothMirrors({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { mirror, trust } = useMessages();
  const [days, setDays] = useStretch();
  const found = useQuery(roomMirrorQuery(organization.id, partnership, days));
  const partner = found.data?.partner ?? '';
  return (
    <Page
      title={mirror.both.title}
      above={
        partner && (
          <BackLink href={paths.partnership(organization.slug, partnership)}>{trust.back({ partner })}</BackLink>
        )
      }
      lead={mirror.both.lead}
      width="broad"
    >
      <div className={style.choice}>
        <StretchChoice value={days} onChange={setDays} />
      </div>
      {found.isPending && <Loading what={mirror.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className={style.both}>
          {(['ours', 'theirs'] as const).map((side) => (
            <section key={side} className={style.side} data-side={side}>
              <h2>{side === 'ours' ? mirror.both.ours : mirror.both.theirs({ partner })}</h2>
              <OneMirror
                slug={organization.slug}
                mirror={found.data[side]}
                cadenceDays={found.data.cadenceDays}
                heading="h3"
              />
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}
