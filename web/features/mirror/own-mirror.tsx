import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import type { Measures } from '../../../server/features/mirror/schema.ts';
import { ownMirrorQuery } from './api.ts';
import style from './mirror.module.css';
import { OneMirror } from './one-mirror.tsx';
import { StretchChoice, useStretch } from './stretch-choice.tsx';

const isEmpty = ({ answers, promises, rhythm, customer, showing }: Measures): boolean =>
  answers.asked + promises.due + rhythm.partnerships + customer.reviews + customer.cancelled === 0 &&
  showing.meetings + showing.calledOff === 0;

/** Our own organization in the mirror, over all its partners. */
export function OwnMirror({ organization }: { organization: OurOrganization }) {
  const { mirror } = useMessages();
  const [days, setDays] = useStretch();
  const found = useQuery(ownMirrorQuery(organization.id, days));
  return (
    <Page
      title={mirror.title}
      lead={mirror.lead}
      actions={<GoButton href={paths.review(organization.slug)}>{mirror.review.open}</GoButton>}
    >
      <div className={style.choice}>
        <StretchChoice value={days} onChange={setDays} />
      </div>
      {found.isPending && <Loading what={mirror.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data &&
        (isEmpty(found.data.ours.now) ? (
          <EmptyState
            title={mirror.nothing.title}
            example={`${mirror.nothing.exampleLabel}: ${mirror.nothing.example}`}
          >
            <p>{mirror.nothing.text}</p>
            <GoButton href={paths.today(organization.slug)}>{mirror.nothing.act}</GoButton>
          </EmptyState>
        ) : (
          <OneMirror
            slug={organization.slug}
            mirror={found.data.ours}
            cadenceDays={found.data.cadenceDays}
            heading="h2"
          />
        ))}
    </Page>
  );
}
