import type { ReactNode } from 'react';
import type { Point } from '../../../server/features/interviews/schema.ts';
import { useMessages } from '../../locale.tsx';
import { TAGS } from './listening-keys.ts';
import style from './marks.module.css';

/** What can be said of a point beside its words. */
export type PointMarks = Pick<Point, 'tag' | 'certainty' | 'speaker'>;

/** Somebody of theirs, to be named as the speaker. */
export interface Speaker {
  id: string;
  name: string;
}

interface MarksProps {
  value: PointMarks;
  speakers: Speaker[];
  onChange: (part: Partial<PointMarks>) => void;
  /** A button at the end of the row. */
  children?: ReactNode;
}

/** Need, offer, constraint, worry, person, date; heard or assumed; and who said it. Each big enough for a thumb. */
export function Marks({ value, speakers, onChange, children }: MarksProps) {
  const { talk: words } = useMessages().listening;
  return (
    <fieldset className={style.tags}>
      <legend className="visually-hidden">{words.tagsLabel}</legend>
      {TAGS.map((tag, index) => (
        <button
          key={tag}
          type="button"
          className={style.chip}
          aria-pressed={value.tag === tag}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onClick={() => onChange({ tag: value.tag === tag ? null : tag })}
        >
          {words.tags[tag]}
        </button>
      ))}
      <button
        type="button"
        className={`${style.chip} ${style.certainty}`}
        aria-pressed={value.certainty === 'assumed'}
        aria-keyshortcuts="Alt+A"
        title={words.assumedHint}
        onClick={() => onChange({ certainty: value.certainty === 'assumed' ? 'heard' : 'assumed' })}
      >
        {words.assumed}
      </button>
      {speakers.length > 0 && (
        <select
          className={`${style.chip} ${style.speaker}`}
          aria-label={words.speaker}
          value={value.speaker ?? ''}
          onChange={(event) => onChange({ speaker: event.currentTarget.value || null })}
        >
          <option value="">
            {words.speaker}: {words.nobody}
          </option>
          {speakers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {children}
    </fieldset>
  );
}
