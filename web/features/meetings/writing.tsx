import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { type MeetingPlace, writeDown } from './api.ts';
import type { Seen } from './perspective.ts';
import style from './meetings.module.css';

interface WritingProps {
  seen: Seen;
  place: MeetingPlace;
  time: MeetingOccurrence;
  which: 'minutes' | 'note';
  label: string;
  hint?: string;
  placeholder?: string;
  saveLabel: string;
  onDone?: () => void;
}

/** A text of a meeting that more than one may write: what somebody else wrote meanwhile is shown, never written over. */
export function WritingBox(props: WritingProps) {
  const { seen, place, time, which, label, hint, placeholder, saveLabel, onDone } = props;
  const { meetings, general } = useMessages();
  const { after: words } = meetings;
  const queries = useQueryClient();
  const [text, at] = which === 'minutes' ? [time.minutes, time.minutesAt] : [time.note, time.noteAt];
  const [base, setBase] = useState(at);
  const draft = useDraft(`meeting-${which}:${place.meeting}:${time.occurrence}`, text);
  const saving = useMutation({
    mutationFn: () => writeDown(place, which, { occurrence: time.occurrence, text: draft.text.trim(), seen: base }),
    onSuccess: async (meeting) => {
      const saved = meeting.occurrences.find((each) => each.occurrence === time.occurrence);
      setBase(saved ? (which === 'minutes' ? saved.minutesAt : saved.noteAt) : base);
      draft.clear();
      if (saved && !onDone) draft.setText(which === 'minutes' ? saved.minutes : saved.note);
      await queries.invalidateQueries({ queryKey: seen.voice.key });
      onDone?.();
    },
    onError: () => void queries.invalidateQueries({ queryKey: seen.voice.key }),
  });
  const stale = saving.error !== null && asProblem(saving.error).code === 'stale';
  return (
    <div className={style.stack}>
      <TextArea
        label={label}
        hint={hint}
        placeholder={placeholder}
        rows={which === 'minutes' ? 6 : 3}
        longest={20_000}
        value={draft.text}
        onChange={draft.setText}
        draft={draft}
        onSubmit={() => saving.mutate()}
      />
      {stale && (
        <div className={style.refused} role="alert">
          <p>{words.stale}</p>
          <strong>{words.staleTitle}</strong>
          <p className={style.lines}>{text}</p>
          <div>
            <Button
              onClick={() => {
                draft.setText(`${text}\n${draft.text}`);
                setBase(at);
                saving.reset();
              }}
            >
              {words.staleKeep}
            </Button>
          </div>
        </div>
      )}
      {saving.error && !stale && <ErrorNote error={saving.error} />}
      <Buttons>
        <Button
          kind={which === 'minutes' ? 'act' : 'plain'}
          busy={saving.isPending}
          disabled={stale || draft.text.trim() === text.trim()}
          onClick={() => saving.mutate()}
        >
          {saveLabel}
        </Button>
        {onDone && <Button onClick={onDone}>{general.actions.cancel}</Button>}
      </Buttons>
    </div>
  );
}
