import type { DirectionShape } from '../../../server/features/trust/schema.ts';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { CommitmentRows } from './commitment-rows.tsx';
import { useFigures } from './figures.ts';
import { labelOf } from './labels.ts';
import type { Place } from './shares.tsx';
import { readSince, sinces, usualSince } from './since.ts';
import style from './trust.module.css';

/** Moved by less than this is not worth a line: a tenth of a point. */
const worthALine = 0.001;

/** What changed since a day the reader chooses: the number, part by part, and the promises that came out. */
export function Changes({ place, direction }: { place: Place; direction: DirectionShape }) {
  const { trust } = useMessages();
  const words = trust.changed;
  const { percent, points } = useFigures();
  const [query, setQuery] = useQueryString();
  const { before, items, settled } = direction.changes;
  const { value } = direction.confidence;
  const moved = items.filter((item) => Math.abs(item.by) >= worthALine);
  if (value === null && settled.length === 0) return null;
  return (
    <Section
      title={words.title}
      actions={
        <SelectField
          label={words.since}
          value={readSince(query.days)}
          data={sinces.map((key) => ({ value: key, label: words.choices[key] }))}
          onChange={({ currentTarget: { value: days } }) => setQuery({ days: days === usualSince ? undefined : days })}
        />
      }
    >
      {value !== null && (
        <p>
          {before.value === null
            ? words.became
            : Math.abs(value - before.value) < worthALine
              ? words.same
              : words.moved({ before: percent(before.value), after: percent(value), by: points(value - before.value) })}
        </p>
      )}
      {moved.length > 0 && (
        <ul className={style.moved}>
          {moved.map(({ source, party, by }) => (
            <li key={`${source} ${party?.id ?? ''}`}>
              <span>{labelOf(source, party?.name ?? '', direction.view, trust.shares)}</span>
              <span className={style.number}>{words.by({ by: points(by) })}</span>
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 ? (
        <>
          <h3 className={style.small}>{words.settled}</h3>
          <CommitmentRows slug={place.slug} items={settled} />
        </>
      ) : (
        value !== null && <p className={style.soft}>{words.ageing}</p>
      )}
    </Section>
  );
}
