import type { PointTag } from '../../../server/features/readbacks/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import style from './readbacks.module.css';

interface Added {
  tag: PointTag;
  text: string;
}

const TAGS: PointTag[] = ['need', 'offer', 'constraint', 'worry', 'person', 'date', 'note'];
const MOST = 50;

/** What the listener did not say: a line each, with what it is. */
export function AddedPoints({ added, onChange }: { added: Added[]; onChange: (added: Added[]) => void }) {
  const { readbacks, general } = useMessages();
  const { form } = readbacks;
  const put = (index: number, part: Partial<Added>) =>
    onChange(added.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className={style.added}>
      <legend>{form.addTitle}</legend>
      {added.map((each, index) => (
        <div key={index} className={style.addedPoint}>
          <SelectField
            label={form.addKind}
            value={each.tag}
            data={TAGS.map((tag) => ({ value: tag, label: readbacks.tags[tag] }))}
            onChange={(event) => put(index, { tag: event.currentTarget.value as PointTag })}
          />
          <TextArea
            label={form.addText}
            value={each.text}
            onChange={(text) => put(index, { text })}
            longest={900}
            rows={2}
            dir="auto"
          />
          <Button kind="quiet" onClick={() => onChange(added.filter((_, at) => at !== index))}>
            {general.actions.remove}
          </Button>
        </div>
      ))}
      {added.length < MOST && (
        <div>
          <Button onClick={() => onChange([...added, { tag: 'need', text: '' }])}>{form.add}</Button>
        </div>
      )}
    </fieldset>
  );
}
