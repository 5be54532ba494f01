import { useQuery } from '@tanstack/react-query';
import type { FitMatch, ItemRef, RoomFit as Found } from '../../../server/features/fit/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { roomFitQuery } from './api.ts';
import style from './fit.module.css';
import { Initiatives } from './initiatives.tsx';
import { MatchView, Ref } from './match.tsx';

/** What fits, as we see it: direct exchanges first, then what helps one side, what nothing serves yet, and where to begin. */
export function RoomFit({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { fit } = useMessages();
  const { locale } = useLocale();
  const found = useQuery(roomFitQuery(organization.id, partnership, locale));
  return (
    <OwnNotes organization={organization.name} title={fit.title}>
      {found.isPending && <Loading what={fit.title} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Fitting slug={organization.slug} partnership={partnership} fit={found.data} />}
    </OwnNotes>
  );
}

function Fitting({ slug, partnership, fit: found }: { slug: string; partnership: string; fit: Found }) {
  const { fit } = useMessages();
  const { partner, direct, oneSided, unserved, initiatives } = found;
  const single = [...oneSided.forUs, ...oneSided.forThem];
  if (direct.length === 0 && single.length === 0)
    return (
      <>
        <p>{fit.nothing}</p>
        <Unserved unserved={unserved} partner={partner} />
      </>
    );
  return (
    <>
      <p className={style.hint}>{fit.how}</p>
      {direct.length > 0 && (
        <div className={style.group}>
          <h3>{fit.direct}</h3>
          {direct.map(({ forUs, forThem }) => (
            <div key={`${forUs.need.id} ${forThem.need.id}`} className={style.exchange} data-item>
              <MatchView match={forUs} partner={partner} />
              <MatchView match={forThem} partner={partner} />
            </div>
          ))}
        </div>
      )}
      <OneSided title={fit.oneSided} matches={single} partner={partner} />
      <Unserved unserved={unserved} partner={partner} />
      <Initiatives slug={slug} partnership={partnership} partner={partner} initiatives={initiatives} />
      {found.leftOut > 0 && <p className={style.hint}>{fit.leftOut({ n: found.leftOut })}</p>}
    </>
  );
}

function OneSided({ title, matches, partner }: { title: string; matches: FitMatch[]; partner: string }) {
  if (matches.length === 0) return null;
  return (
    <div className={style.group}>
      <h3>{title}</h3>
      <div className={style.exchange}>
        {matches.map((match) => (
          <MatchView key={`${match.need.id} ${match.offer.id}`} match={match} partner={partner} />
        ))}
      </div>
    </div>
  );
}

function Unserved({ unserved, partner }: { unserved: Found['unserved']; partner: string }) {
  const { fit } = useMessages();
  const list = (items: ItemRef[]) =>
    items.map((item) => (
      <li key={item.id}>
        <Ref item={item} />
      </li>
    ));
  if (unserved.ours.length + unserved.theirs.length === 0) return null;
  return (
    <details className={style.unserved}>
      <summary>{fit.unserved({ n: unserved.ours.length + unserved.theirs.length })}</summary>
      <div className={style.exchange}>
        {unserved.ours.length > 0 && (
          <div>
            <p className={style.label}>{fit.unservedOurs}</p>
            <ul className={style.reasons}>{list(unserved.ours)}</ul>
          </div>
        )}
        {unserved.theirs.length > 0 && (
          <div>
            <p className={style.label}>{fit.unservedTheirs({ partner })}</p>
            <ul className={style.reasons}>{list(unserved.theirs)}</ul>
          </div>
        )}
      </div>
    </details>
  );
}
