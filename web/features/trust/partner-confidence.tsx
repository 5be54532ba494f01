import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { LockIcon, RoomIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { confidenceQuery } from './api.ts';
import { useFigures } from './figures.ts';
import style from './trust.module.css';

/** On a partner's page: both directions in a line each, and the way to where they come from. */
export function PartnerConfidence({
  organization,
  partnership,
}: {
  organization: OurOrganization;
  partnership: string;
}) {
  const { trust, mirror } = useMessages();
  const { said } = useFigures();
  const found = useQuery(confidenceQuery(organization.id, partnership));
  if (found.isPending) return <Loading what={trust.loading} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const { directions, mySide } = found.data;
  return (
    <Section title={trust.title}>
      <dl className={style.brief}>
        {directions.map((each) => (
          <div key={each.customerSide}>
            <dt>
              {each.view === 'ours' ? <LockIcon /> : <RoomIcon />}
              {mySide === null
                ? trust.between({ customer: each.customer.name, performer: each.performer.name })
                : each.view === 'ours'
                  ? trust.inThem({ partner: each.performer.name })
                  : trust.inUs({ partner: each.customer.name })}
            </dt>
            <dd>{said(each.confidence)}</dd>
          </div>
        ))}
      </dl>
      <p className={style.ways}>
        <Go href={paths.confidence(organization.slug, partnership)}>{trust.open}</Go>
        {mySide !== null && <Go href={paths.partnerMirror(organization.slug, partnership)}>{mirror.both.open}</Go>}
      </p>
    </Section>
  );
}
