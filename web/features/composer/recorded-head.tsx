import type { Speaker } from '@entente/protocol';
import { useId } from 'react';
import { wallTime } from './zone-time.ts';
import { clockNow, useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PenIcon } from '../../ui/icons.tsx';
import { useConversation } from '../conversations/context.tsx';
import { speakerName } from '../conversations/perspective.ts';
import type { ComposerState } from './use-composer.ts';
import style from './composer.module.css';

/** People of a side who may have said it. */
function usePeople(speaker: Speaker): { id: string; name: string }[] {
  const { page } = useConversation();
  const side = speaker === 'newcomer' ? 'newcomer' : page.sides[speaker].side;
  return Object.entries(page.people).flatMap(([id, person]) =>
    person.side === side && person.name ? [{ id, name: person.name }] : [],
  );
}

/** Above words that are not the writer's own: whose they are, who said them and when. */
export function RecordedHead({
  composer,
  speaker,
  onClose,
}: {
  composer: ComposerState;
  speaker: Speaker;
  onClose: () => void;
}) {
  const { page } = useConversation();
  const { composer: words } = useMessages();
  const { zone } = useReaderNow();
  const id = useId();
  const { draft, change } = composer;
  const name = speakerName(page, speaker);
  const { recordable } = page.speaker;
  const now = wallTime(zone, clockNow());
  return (
    <div className={style.slip}>
      <div className={style.foot}>
        <h2>
          <PenIcon /> {words.recorded.title({ name })}
        </h2>
        {page.speaker.speaker && (
          <Button kind="quiet" onClick={onClose}>
            {words.recorded.close}
          </Button>
        )}
      </div>
      <p className={style.soft}>{words.recorded.why({ name })}</p>
      {recordable.length > 1 && (
        <Choice
          legend={words.open.speaker}
          options={recordable.map((key) => ({ key, label: speakerName(page, key) }))}
          value={speaker}
          onChange={(recorded) => change({ recorded, person: '' })}
        />
      )}
      <div className={style.tools}>
        <SelectField
          label={words.recorded.who}
          data={[
            { value: '', label: words.recorded.whoUnknown },
            ...usePeople(speaker).map((each) => ({ value: each.id, label: each.name })),
          ]}
          value={draft.person}
          onChange={(event) => change({ person: event.currentTarget.value })}
        />
        <div className={style.time}>
          <label htmlFor={id}>
            {words.recorded.when} ({words.recorded.whenNow})
          </label>
          <input
            id={id}
            type="datetime-local"
            max={`${now.date}T${now.time}`}
            value={draft.saidAt}
            onChange={(event) => change({ saidAt: event.currentTarget.value })}
          />
        </div>
      </div>
    </div>
  );
}
