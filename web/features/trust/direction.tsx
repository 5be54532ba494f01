import { dayOf, daySaid, listSaid } from '../../../messages/format.ts';
import type { ConfidenceShape, DirectionShape } from '../../../server/features/trust/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useLocale, useMessages } from '../../locale.tsx';
import { LockIcon, RoomIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/page.tsx';
import { TrendLine } from '../../ui/trend-line.tsx';
import { Changes } from './changes.tsx';
import { useFigures } from './figures.ts';
import { type Place, Shares } from './shares.tsx';
import style from './trust.module.css';

interface Props {
  place: Place;
  direction: DirectionShape;
  partner: string;
  mySide: 'a' | 'b' | null;
  partnerHere: boolean;
}

/** One side's confidence in the other: the number or why there is none, over time, what changed, what it is made of. */
export function Direction({ place, direction, partner, mySide, partnerHere }: Props) {
  const { trust } = useMessages();
  const { customer, performer, view } = direction;
  const title =
    mySide === null
      ? trust.between({ customer: customer.name, performer: performer.name })
      : view === 'ours'
        ? trust.inThem({ partner: performer.name })
        : trust.inUs({ partner: customer.name });
  return (
    <section className={view === 'ours' ? style.ours : style.shared} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p className={style.seen}>
          {view === 'ours' ? <LockIcon /> : <RoomIcon />}
          {view === 'ours'
            ? trust.whoSees.ours
            : mySide === null
              ? trust.whoSees.sharedBetween
              : partnerHere
                ? trust.whoSees.shared({ partner })
                : trust.whoSees.sharedAlone({ partner })}
        </p>
      </header>
      <Standing found={direction.confidence} />
      {direction.shared && <SharedAlone found={direction.shared} />}
      <Prospect direction={direction} />
      <Trend direction={direction} />
      <Changes place={place} direction={direction} />
      <Shares place={place} direction={direction} />
      <Kinds direction={direction} />
      <Beside direction={direction} />
    </section>
  );
}

function Standing({ found }: { found: ConfidenceShape }) {
  const { trust } = useMessages();
  const { percent } = useFigures();
  if (found.value === null || found.low === null || found.high === null || !found.ofTen || !found.level) {
    return (
      <div className={style.standing}>
        <p className={style.word}>{trust.standing[found.standing === 'too-long-ago' ? 'too-long-ago' : 'too-early']}</p>
        <p>
          {found.standing === 'too-long-ago'
            ? trust.tooLongAgoHint
            : trust.tooEarlyHint({ count: found.count, from: found.statedFrom })}
        </p>
      </div>
    );
  }
  const range = { value: percent(found.value), low: percent(found.low), high: percent(found.high) };
  return (
    <div className={style.standing}>
      <p className={style.word}>{trust.level[found.level]}</p>
      <p>{trust.ofTen(found.ofTen)}</p>
      <p className={style.soft}>
        {trust.figure(range)} · {trust.counted({ kept: found.kept, count: found.count })}
      </p>
    </div>
  );
}

function SharedAlone({ found }: { found: ConfidenceShape }) {
  const { trust } = useMessages();
  const { percent } = useFigures();
  return (
    <p className={style.soft}>
      {found.value === null ? trust.sharedAloneNone : trust.sharedAlone({ value: percent(found.value) })}
    </p>
  );
}

function Prospect({ direction: { prospect } }: { direction: DirectionShape }) {
  const { locale, messages } = useLocale();
  const { said } = useFigures();
  if (!prospect) return null;
  const words = messages.trust.prospect;
  return (
    <Section title={words.title}>
      <p>{said(prospect.confidence)}</p>
      <p className={style.soft}>
        {words.through({
          parties: listSaid(
            prospect.through.map((party) => party.name),
            locale,
          ),
        })}
      </p>
    </Section>
  );
}

function Trend({ direction }: { direction: DirectionShape }) {
  const { trust } = useMessages();
  const { percent } = useFigures();
  const reader = useReaderNow();
  const words = trust.trend;
  return (
    <Section title={words.title}>
      {direction.trend.every((point) => point.value === null) ? (
        <p className={style.soft}>{words.none}</p>
      ) : (
        <TrendLine
          name={words.name({ performer: direction.performer.name })}
          points={direction.trend.map(({ mark, ...point }) => ({
            ...point,
            text: daySaid(dayOf(point.at, reader.zone), reader),
            ...(mark && { mark }),
          }))}
          percent={percent}
          unknownWord={words.unknown}
          markWords={words.marks}
          tone={direction.view === 'ours' ? 'theirs' : 'ours'}
          table={words.table}
        />
      )}
    </Section>
  );
}

function Kinds({ direction: { kinds } }: { direction: DirectionShape }) {
  const { trust, conversation } = useMessages();
  const { said } = useFigures();
  if (kinds.length === 0) return null;
  return (
    <Section title={trust.kinds.title}>
      <dl className={style.brief}>
        {kinds.map(({ kind, confidence }) => (
          <div key={kind}>
            <dt>{conversation.work[kind].label}</dt>
            <dd>{said(confidence)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Beside({ direction: { beside } }: { direction: DirectionShape }) {
  const { trust } = useMessages();
  const shown = beside.filter(({ result }) => result !== 'open');
  if (shown.length === 0) return null;
  return (
    <Section title={trust.beside.title} note={trust.beside.text}>
      <ul className={style.beside}>
        {shown.map(({ result, count }) => (
          <li key={result}>
            {count} {trust.commitment.results[result]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
