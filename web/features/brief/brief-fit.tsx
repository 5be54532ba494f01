import type { Brief } from '../../../server/features/brief/schema.ts';
import type { FitMatch } from '../../../server/features/fit/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { Ref } from '../fit/match.tsx';
import style from './brief.module.css';

const SHOWN = 3;

/** What fits, direct exchanges first, and what to begin with. */
export function BriefFit({ slug, partnership, brief: known }: { slug: string; partnership: string; brief: Brief }) {
  const { brief, fit, initiatives } = useMessages();
  const { direct, oneSided } = known.fit;
  const matches: FitMatch[] = [
    ...direct.slice(0, SHOWN).flatMap(({ forUs, forThem }) => [forUs, forThem]),
    ...[...oneSided.forUs, ...oneSided.forThem].slice(0, SHOWN),
  ];
  return (
    <section>
      <h3>
        <Go href={paths.roomNeeds(slug, partnership)}>{fit.title}</Go>
      </h3>
      {matches.length === 0 && <p className={style.hint}>{brief.nothingFits}</p>}
      <ul className={style.list}>
        {matches.map(({ need, offer }) => (
          <li key={`${need.id} ${offer.id}`}>
            {need.whose === 'ours'
              ? fit.helpsUs({ partner: known.partner.name })
              : fit.helpsThem({ partner: known.partner.name })}
            : <Ref item={offer} /> → <Ref item={need} />
          </li>
        ))}
      </ul>
      {known.fit.initiatives.length > 0 && (
        <>
          <h4>{initiatives.title}</h4>
          <ul className={style.list}>
            {known.fit.initiatives.map(({ key }) => (
              <li key={key}>{initiatives.kinds[key].title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
