import { Checkbox } from '@mantine/core';
import type { PointTag } from '../../../server/features/readbacks/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { type ComposePoint, LONGEST_POINT } from './compose-value.ts';
import style from './readbacks.module.css';

const TAGS: PointTag[] = ['need', 'offer', 'constraint', 'worry', 'person', 'date', 'note'];
const MOST = 50;

/** The points of a talk, ticked if they shall be read back; the words can still be changed for the letter. */
export function ChoosePoints({
  points,
  onChange,
}: {
  points: ComposePoint[];
  onChange: (points: ComposePoint[]) => void;
}) {
  const words = useMessages().readbacks.compose;
  const put = (index: number, part: Partial<ComposePoint>) =>
    onChange(points.map((point, at) => (at === index ? { ...point, ...part } : point)));
  return (
    <fieldset className={style.added}>
      <legend>{words.points}</legend>
      <p className={style.hint}>{words.pointsHint}</p>
      <ul className={style.points}>
        {points.map((point, index) => (
          <PointRow key={point.id ?? index} point={point} put={(part) => put(index, part)} />
        ))}
      </ul>
      {points.length < MOST && (
        <div>
          <Button onClick={() => onChange([...points, { tag: 'need', certainty: 'heard', text: '', chosen: true }])}>
            {words.more}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function PointRow({ point, put }: { point: ComposePoint; put: (part: Partial<ComposePoint>) => void }) {
  const { readbacks } = useMessages();
  const words = readbacks.compose;
  return (
    <li className={style.choosing}>
      <Checkbox
        className={style.tick}
        aria-label={words.choose({ text: point.text })}
        checked={point.chosen}
        onChange={(event) => put({ chosen: event.currentTarget.checked })}
        size="md"
      />
      <div className={style.chosen}>
        <TextArea
          label={words.text}
          value={point.text}
          onChange={(text) => put({ text })}
          longest={LONGEST_POINT}
          rows={1}
          dir="auto"
        />
        <div className={style.circumstances}>
          <SelectField
            label={words.kind}
            value={point.tag}
            data={TAGS.map((tag) => ({ value: tag, label: readbacks.tags[tag] }))}
            onChange={(event) => put({ tag: event.currentTarget.value as PointTag })}
          />
          <SelectField
            label={words.certainty}
            value={point.certainty}
            data={[
              { value: 'heard', label: words.heard },
              { value: 'assumed', label: words.assumed },
            ]}
            onChange={(event) => put({ certainty: event.currentTarget.value as ComposePoint['certainty'] })}
          />
        </div>
      </div>
    </li>
  );
}
