import type { RoomFit } from '../../../server/features/fit/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { GoButton } from '../../ui/button.tsx';
import style from './fit.module.css';
import { Ref } from './match.tsx';

interface InitiativesProps {
  slug: string;
  partnership: string;
  partner: string;
  initiatives: RoomFit['initiatives'];
}

/** The best small first things to do together, each with what suggests it and a way to begin. */
export function Initiatives({ slug, partnership, partner, initiatives: suggested }: InitiativesProps) {
  const { initiatives } = useMessages();
  if (suggested.length === 0) return null;
  return (
    <div className={style.group}>
      <h3>{initiatives.title}</h3>
      <p className={style.hint}>{initiatives.lead}</p>
      <ol className={style.initiatives}>
        {suggested.map(({ key, because }) => (
          <li key={key} className={style.initiative} data-item>
            <OneInitiative name={key} helping={because[0]?.whose === 'ours' ? partner : undefined} partner={partner} />
            <p className={style.hint}>
              {initiatives.because}{' '}
              {because.map(({ need, offer }, index) => (
                <span key={need.id}>
                  {index > 0 && ' · '}
                  <Ref item={need} />
                  {offer && (
                    <>
                      {' ← '}
                      <Ref item={offer} />
                    </>
                  )}
                </span>
              ))}
            </p>
            <div>
              <GoButton href={beginning(slug, partnership, because[0]?.whose ?? 'theirs')}>
                {because[0]?.whose === 'ours' ? initiatives.ask : initiatives.offer}
              </GoButton>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Where it begins: by asking for what serves us, or by offering what serves them. */
const beginning = (slug: string, partnership: string, whose: 'ours' | 'theirs'): string =>
  paths.newConversation(slug, partnership, { kind: whose === 'ours' ? 'request' : 'offer' });

interface OneProps {
  name: RoomFit['initiatives'][number]['key'];
  /** Who helps; undefined: we do. */
  helping: string | undefined;
  partner: string;
}

function OneInitiative({ name, helping, partner }: OneProps) {
  const { initiatives } = useMessages();
  const words = initiatives.kinds[name];
  const helper = helping ?? initiatives.we;
  const helped = helping ? initiatives.we : partner;
  return (
    <>
      <h4>{words.title}</h4>
      <dl className={style.sides}>
        <dt>{helper}</dt>
        <dd>
          {initiatives.gives} {words.helping.gives}; {initiatives.gets} {words.helping.gets}
        </dd>
        <dt>{helped}</dt>
        <dd>
          {initiatives.gives} {words.helped.gives}; {initiatives.gets} {words.helped.gets}
        </dd>
      </dl>
      <details>
        <summary>{initiatives.promises}</summary>
        <ol className={style.promises}>
          {words.promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ol>
        <p className={style.hint}>
          {initiatives.growsInto}: {words.grows}
        </p>
      </details>
    </>
  );
}
