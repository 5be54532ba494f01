import type { Readback } from '../../../server/features/readbacks/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import style from './readbacks.module.css';

type Point = Readback['points'][number];

/** What stands in front of a point: what it is, and whether it was said or assumed. */
export function PointHead({ point }: { point: Pick<Point, 'tag' | 'certainty'> }) {
  const { readbacks } = useMessages();
  return (
    <span className={style.tags}>
      <Badge>{readbacks.tags[point.tag]}</Badge>
      {point.certainty === 'assumed' && <span className={style.assumed}>{readbacks.assumed}</span>}
    </span>
  );
}

/** Points as they stand: each wording, and beside it what the other side said of it. */
export function ReadbackPoints({ readback }: { readback: Readback }) {
  const { readbacks } = useMessages();
  return (
    <ul className={style.points}>
      {readback.points.map((point) => (
        <li key={point.id} className={style.point}>
          <PointHead point={point} />
          {point.verdict === 'corrected' ? (
            <>
              <p className={style.before} dir="auto">
                <span className="visually-hidden">{readbacks.heardAs}: </span>
                <s>{point.text}</s>
              </p>
              <p className={style.words} dir="auto">
                {point.correction}
              </p>
            </>
          ) : (
            <p className={style.words} dir="auto">
              {point.text}
            </p>
          )}
          <span className={style.verdict}>
            {point.added
              ? readbacks.addedBy({ who: readback.listened })
              : readbacks.verdictSaid[point.verdict ?? 'none']({ who: readback.listened })}
          </span>
        </li>
      ))}
    </ul>
  );
}
