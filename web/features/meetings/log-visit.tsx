import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { dayAfter, dayOf } from '../../../messages/format.ts';
import type { Way } from '../../../server/features/meetings/schema-requests.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { partnershipQuery, peopleQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { logVisit, meetingsKey } from './api.ts';
import { askable } from './people-field.tsx';
import { Refused } from './refused.tsx';
import style from './meetings.module.css';

interface LogVisitProps {
  organization: OurOrganization;
  partnership: string;
}

/** Writing down a visit or a call that took place, in under a minute. */
export function LogVisit({ organization, partnership }: LogVisitProps) {
  const { meetings } = useMessages();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const partner = room.data?.partner.name ?? '';
  return (
    <Page
      title={meetings.visit.title({ partner })}
      lead={meetings.visit.lead}
      width="narrow"
      above={
        <BackLink href={paths.roomMeetings(organization.slug, partnership)}>{meetings.page.back({ partner })}</BackLink>
      }
    >
      {room.error && <ErrorNote error={room.error} onRetry={() => void room.refetch()} />}
      {!room.data && !room.error && <Loading what={meetings.whatOne} />}
      {room.data && <VisitForm organization={organization} room={room.data} />}
    </Page>
  );
}

interface VisitFormProps {
  organization: OurOrganization;
  room: PartnershipPage;
}

type Which = 'today' | 'yesterday' | 'earlier';

/** Everything the form holds, and saving it. */
function useVisit({ organization, room }: VisitFormProps) {
  const { visit: words } = useMessages().meetings;
  const reader = useReaderNow();
  const router = useRouter();
  const queries = useQueryClient();
  const today = dayOf(reader.now, reader.zone);
  const [which, setWhich] = useState<Which>('today');
  const [earlier, setEarlier] = useState(dayAfter(today, -2));
  const [way, setWay] = useState<Way>('in-person');
  const [people, setPeople] = useState<string[]>([]);
  const [somebody, setSomebody] = useState('');
  const purpose = useDraft(`visit-purpose:${room.id}`);
  const minutes = useDraft(`visit-minutes:${room.id}`);
  const note = useDraft(`visit-note:${room.id}`);
  const on = { today, yesterday: dayAfter(today, -1), earlier }[which];
  const saving = useMutation({
    mutationFn: () =>
      logVisit(organization.id, room.id, {
        ...(purpose.text.trim() ? { purpose: purpose.text.trim() } : {}),
        on,
        zone: reader.zone,
        lasts: 60,
        way,
        place: '',
        placeSide: null,
        people,
        newPeople: somebody.trim() ? [{ name: somebody.trim() }] : [],
        minutes: minutes.text.trim(),
        note: note.text.trim(),
      }),
    onSuccess: async (made) => {
      for (const draft of [purpose, minutes, note]) draft.clear();
      await queries.invalidateQueries({ queryKey: meetingsKey(organization.id, room.id) });
      toast(words.saved);
      void router.navigate({ href: paths.meeting(organization.slug, room.id, made.id) });
    },
  });
  const toggle = (id: string) =>
    setPeople((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  return {
    reader,
    today,
    which,
    setWhich,
    earlier,
    setEarlier,
    way,
    setWay,
    people,
    toggle,
    somebody,
    setSomebody,
    purpose,
    minutes,
    note,
    saving,
  };
}

function VisitForm({ organization, room }: VisitFormProps) {
  const { meetings } = useMessages();
  const { visit: words } = meetings;
  const person = usePerson();
  const known = useQuery(peopleQuery(organization.id, room.id));
  const { ours, theirs } = askable(known.data, room.mySide, person.id);
  const form = useVisit({ organization, room });
  const { which, way, saving } = form;
  return (
    <Form onSubmit={() => form.earlier && saving.mutate()}>
      <Choice
        legend={words.on}
        options={(['today', 'yesterday', 'earlier'] as const).map((key) => ({ key, label: words[key] }))}
        value={which}
        onChange={form.setWhich}
      />
      {which === 'earlier' && (
        <DateField label={words.on} value={form.earlier} max={form.today} onChange={form.setEarlier} />
      )}
      <Choice
        legend={words.way}
        options={(['in-person', 'video', 'phone'] as const).map((key) => ({ key, label: meetings.ways[key] }))}
        value={way}
        onChange={form.setWay}
      />
      <Who
        title={words.who}
        groups={[
          { legend: room.partner.name, list: theirs },
          { legend: organization.name, list: ours },
        ]}
        value={form.people}
        onToggle={form.toggle}
      />
      {room.sides.some((side) => side.recordable) && (
        <Field
          optional
          label={words.somebodyNew}
          maxLength={200}
          autoComplete="off"
          value={form.somebody}
          onChange={(event) => form.setSomebody(event.currentTarget.value)}
        />
      )}
      <VisitWords form={form} partner={room.partner.name} own={organization.name} />
      {saving.error && <Refused error={saving.error} zone={form.reader.zone} />}
      <div className={style.foot}>
        <Button type="submit" kind="act" wide busy={saving.isPending}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

interface VisitWordsProps {
  form: Pick<ReturnType<typeof useVisit>, 'purpose' | 'minutes' | 'note'>;
  partner: string;
  own: string;
}

/** What it was about, what both sides read, and what only our own organization reads. */
function VisitWords({ form, partner, own }: VisitWordsProps) {
  const { visit: words } = useMessages().meetings;
  const { purpose, minutes, note } = form;
  return (
    <>
      <Field
        optional
        label={words.purpose}
        placeholder={words.purposeExample}
        maxLength={200}
        value={purpose.text}
        onChange={(event) => purpose.setText(event.currentTarget.value)}
      />
      <TextArea
        optional
        label={words.minutes}
        hint={words.minutesHint({ partner: partner })}
        rows={2}
        longest={20_000}
        value={minutes.text}
        onChange={minutes.setText}
        draft={minutes}
      />
      <OwnNotes organization={own} title={words.note}>
        <TextArea
          optional
          label={words.note}
          labelHidden
          rows={2}
          longest={20_000}
          value={note.text}
          onChange={note.setText}
          draft={note}
        />
      </OwnNotes>
    </>
  );
}

interface WhoProps {
  title: string;
  groups: { legend: string; list: RoomPerson[] }[];
  value: string[];
  onToggle: (id: string) => void;
}

/** Who was there, by side; nobody but oneself is taken for granted. */
function Who({ title, groups, value, onToggle }: WhoProps) {
  return groups.map(
    ({ legend, list }) =>
      list.length > 0 && (
        <fieldset key={legend} className={style.group}>
          <legend>
            {title} <span className={style.soft}>{legend}</span>
          </legend>
          {list.map((each) => (
            <label key={each.id} className={style.check}>
              <input type="checkbox" checked={value.includes(each.id)} onChange={() => onToggle(each.id)} />
              {each.name}
            </label>
          ))}
        </fieldset>
      ),
  );
}
