import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { partnerName, type Seen } from './perspective.ts';
import { Refused } from './refused.tsx';
import { LastsField, LocalField, MeetingZone } from './time-fields.tsx';
import style from './meetings.module.css';

interface ChangesProps {
  seen: Seen;
  /** The form in which purpose, place and people change, for members. */
  details?: (onDone: () => void) => ReactNode;
}

/** Changing, moving and calling off: for those who may. */
export function Changes({ seen, details }: ChangesProps) {
  const { meeting, time } = seen;
  const { change: words } = useMessages().meetings;
  const [open, setOpen] = useState<'details' | 'time' | 'cancel'>();
  const close = () => setOpen(undefined);
  const { change, move, cancel } = meeting.may;
  if (!change && !move && !cancel) return null;
  return (
    <div className={style.stack}>
      {change && details && <Button onClick={() => setOpen('details')}>{words.button}</Button>}
      {move && time && <Button onClick={() => setOpen('time')}>{words.time}</Button>}
      {cancel && <Button onClick={() => setOpen('cancel')}>{words.cancel}</Button>}
      <Dialog opened={open === 'details'} onClose={close} title={words.details}>
        {details?.(close)}
      </Dialog>
      <Dialog opened={open === 'time'} onClose={close} title={words.time}>
        <MoveForm seen={seen} onDone={close} />
      </Dialog>
      <Dialog opened={open === 'cancel'} onClose={close} title={words.cancelTitle}>
        <CancelForm seen={seen} onDone={close} />
      </Dialog>
    </div>
  );
}

interface DoneProps {
  seen: Seen;
  onDone: () => void;
}

interface WhichProps {
  seen: Seen;
  value: 'one' | 'all';
  onChange: (which: 'one' | 'all') => void;
}

/** Of a meeting that repeats: this time only, or all. */
function Which({ seen, value, onChange }: WhichProps) {
  const { change: words } = useMessages().meetings;
  if (!seen.meeting.repeat) return null;
  return (
    <Choice
      legend={words.which}
      options={[
        { key: 'one', label: words.oneTime },
        { key: 'all', label: words.allTimes },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

function MoveForm({ seen, onDone }: DoneProps) {
  const { meeting, time, voice } = seen;
  const { meetings, general } = useMessages();
  const { change: words } = meetings;
  const queries = useQueryClient();
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const one = meeting.repeat !== null && which === 'one';
  const [start, setStart] = useState(time?.local ?? '');
  const [zone, setZone] = useState(meeting.zone);
  const [lasts, setLasts] = useState(time?.lasts ?? meeting.lasts);
  const moving = useMutation({
    mutationFn: () =>
      voice.move({
        start,
        lasts,
        ...(one && time ? { occurrence: time.occurrence } : { zone }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      toast(words.moved);
      onDone();
    },
  });
  return (
    <Form onSubmit={() => start && moving.mutate()}>
      <p className={style.soft}>{words.note}</p>
      <Which seen={seen} value={which} onChange={setWhich} />
      <LocalField label={words.newTime} value={start} onChange={setStart} />
      {!one && <MeetingZone zone={zone} onChange={setZone} />}
      <LastsField value={lasts} onChange={setLasts} />
      {moving.error && (
        <Refused error={moving.error} zone={zone} locals={[start]} onTake={(_, instead) => setStart(instead)} />
      )}
      <Buttons>
        <Button type="submit" kind="act" busy={moving.isPending}>
          {words.move}
        </Button>
        <Button onClick={onDone}>{general.actions.cancel}</Button>
      </Buttons>
    </Form>
  );
}

function CancelForm({ seen, onDone }: DoneProps) {
  const { meeting, time, voice, mySide, names } = seen;
  const { change: words, people } = useMessages().meetings;
  const queries = useQueryClient();
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const [reason, setReason] = useState('');
  const [who, setWho] = useState('');
  const others = meeting.people.filter((each) => each.recordable);
  const one = meeting.repeat !== null && which === 'one';
  const cancelling = useMutation({
    mutationFn: () =>
      voice.cancel({
        reason: reason.trim(),
        ...(one && time ? { occurrence: time.occurrence } : {}),
        ...(who ? { person: who } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      toast(words.cancelled);
      onDone();
    },
  });
  return (
    <Form onSubmit={() => cancelling.mutate()}>
      <p className={style.soft}>{words.cancelNote({ partner: partnerName(seen) })}</p>
      {others.length > 0 && (
        <SelectField
          label={words.who}
          data={[
            { value: '', label: mySide ? names[mySide] : '' },
            ...others.map((each) => ({
              value: each.id,
              label: words.recorded({ name: each.name ?? people.someone }),
            })),
          ]}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
      )}
      <Which seen={seen} value={which} onChange={setWhich} />
      <TextArea
        optional
        label={words.reason}
        placeholder={words.reasonExample}
        longest={2000}
        value={reason}
        onChange={setReason}
      />
      <SendRow label={words.cancel} sending={cancelling} onCancel={onDone} />
    </Form>
  );
}
