import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { peopleQuery } from '../partnerships/api.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import { cancelMeeting, changeMeeting, type MeetingPlace, moveMeeting } from './api.ts';
import { askable, PeopleField } from './people-field.tsx';
import { partnerName, type Seen } from './perspective.ts';
import { WaysFields } from './propose-fields.tsx';
import { type Site, siteSide } from './propose-value.ts';
import { Refused } from './refused.tsx';
import { LastsField, LocalField, MeetingZone } from './time-fields.tsx';
import style from './meetings.module.css';

interface ChangeProps {
  seen: Seen;
  place: MeetingPlace;
  organization: OurOrganization;
  room: PartnershipPage;
}

/** Changing, moving and calling off: for those who may. */
export function Changes(props: ChangeProps) {
  const { meeting, time } = props.seen;
  const { change: words } = useMessages().meetings;
  const [open, setOpen] = useState<'details' | 'time' | 'cancel'>();
  const close = () => setOpen(undefined);
  const { change, cancel } = meeting.may;
  if (!change && !cancel) return null;
  return (
    <div className={style.stack}>
      {change && <Button onClick={() => setOpen('details')}>{words.button}</Button>}
      {change && time && <Button onClick={() => setOpen('time')}>{words.time}</Button>}
      {cancel && <Button onClick={() => setOpen('cancel')}>{words.cancel}</Button>}
      <Dialog opened={open === 'details'} onClose={close} title={words.details}>
        <DetailsForm {...props} onDone={close} />
      </Dialog>
      <Dialog opened={open === 'time'} onClose={close} title={words.time}>
        <MoveForm {...props} onDone={close} />
      </Dialog>
      <Dialog opened={open === 'cancel'} onClose={close} title={words.cancelTitle}>
        <CancelForm {...props} onDone={close} />
      </Dialog>
    </div>
  );
}

interface DoneProps extends ChangeProps {
  onDone: () => void;
}

function siteOf({ meeting, mySide }: Seen): Site {
  if (meeting.placeSide === null) return 'elsewhere';
  return meeting.placeSide === mySide ? 'ours' : 'theirs';
}

function DetailsForm({ seen, place, organization, room, onDone }: DoneProps) {
  const { meeting, mySide, voice } = seen;
  const { meetings, general } = useMessages();
  const { form: words } = meetings;
  const queries = useQueryClient();
  const person = usePerson();
  const known = useQuery(peopleQuery(organization.id, room.id));
  const [draft, setDraft] = useState(() => ({
    purpose: meeting.purpose,
    agenda: meeting.agenda,
    way: meeting.way,
    site: siteOf(seen),
    place: meeting.place,
    people: Object.fromEntries(
      meeting.people
        .filter((each) => !each.organizer)
        .map((each) => [each.id, each.required ? ('required' as const) : ('optional' as const)]),
    ) as Record<string, 'required' | 'optional'>,
  }));
  const put = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: () =>
      changeMeeting(place, {
        purpose: draft.purpose.trim(),
        agenda: draft.agenda.trim(),
        way: draft.way,
        place: draft.place.trim(),
        placeSide: siteSide(draft.way, draft.site, mySide === 'a' ? 'b' : 'a'),
        people: Object.entries(draft.people).map(([id, how]) => ({ person: id, required: how === 'required' })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      toast(meetings.change.saved);
      onDone();
    },
  });
  const { ours, theirs } = askable(known.data, mySide, person.id);
  return (
    <Form onSubmit={() => saving.mutate()}>
      <p className={style.soft}>{meetings.change.note}</p>
      <Field
        label={words.purpose}
        maxLength={200}
        value={draft.purpose}
        onChange={(event) => put({ purpose: event.currentTarget.value })}
      />
      <TextArea
        optional
        label={words.agenda}
        longest={5000}
        value={draft.agenda}
        onChange={(agenda) => put({ agenda })}
      />
      <WaysFields draft={draft} put={put} partner={partnerName(seen)} first={false} />
      <PeopleField
        slug={organization.slug}
        partnership={room.id}
        partner={partnerName(seen)}
        own={organization.name}
        ours={ours}
        theirs={theirs}
        value={draft.people}
        onChange={(people) => put({ people })}
      />
      <SendRow label={general.actions.save} sending={saving} onCancel={onDone} disabled={draft.purpose.trim() === ''} />
    </Form>
  );
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

function MoveForm({ seen, place, onDone }: DoneProps) {
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
      moveMeeting(place, {
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

function CancelForm({ seen, place, onDone }: DoneProps) {
  const { meeting, time, voice } = seen;
  const { change: words } = useMessages().meetings;
  const queries = useQueryClient();
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const [reason, setReason] = useState('');
  const one = meeting.repeat !== null && which === 'one';
  const cancelling = useMutation({
    mutationFn: () =>
      cancelMeeting(place, { reason: reason.trim(), ...(one && time ? { occurrence: time.occurrence } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      toast(words.cancelled);
      onDone();
    },
  });
  return (
    <Form onSubmit={() => cancelling.mutate()}>
      <p className={style.soft}>{words.cancelNote({ partner: partnerName(seen) })}</p>
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
