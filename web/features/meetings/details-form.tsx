import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { peopleQuery } from '../partnerships/api.ts';
import { changeMeeting, type MeetingPlace } from './api.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import { askable, PeopleField } from './people-field.tsx';
import { partnerName, type Seen } from './perspective.ts';
import { WaysFields } from './propose-fields.tsx';
import { type Site, siteSide } from './propose-value.ts';
import style from './meetings.module.css';

interface DetailsProps {
  seen: Seen;
  place: MeetingPlace;
  organization: OurOrganization;
  room: PartnershipPage;
  onDone: () => void;
}

function siteOf({ meeting, mySide }: Seen): Site {
  if (meeting.placeSide === null) return 'elsewhere';
  return meeting.placeSide === mySide ? 'ours' : 'theirs';
}

/** Purpose, place and people of a meeting, to be changed by who invites. */
export function DetailsForm({ seen, place, organization, room, onDone }: DetailsProps) {
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
