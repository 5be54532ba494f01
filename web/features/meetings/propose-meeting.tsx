import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '../../../messages/format.ts';
import type { NewMeeting } from '../../../server/features/meetings/schema-requests.ts';
import type { MeetingSummary } from '../../../server/features/meetings/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { Fault } from '../../ui/fault.tsx';
import { partnershipQuery, peopleQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { meetingQuery, meetingsKey, proposeMeeting, summaryQuery } from './api.ts';
import { askable, PeopleField } from './people-field.tsx';
import { newMeeting, type ProposeDraft, proposeProblem, startDraft } from './propose-value.ts';
import { Refused } from './refused.tsx';
import { WaysFields, WhenFields } from './propose-fields.tsx';
import style from './meetings.module.css';

interface ProposeProps {
  organization: OurOrganization;
  partnership: string;
}

/** The page on which a meeting is proposed to a partner; `meeting` and `occurrence` in the address: what it follows. */
export function ProposeMeeting({ organization, partnership }: ProposeProps) {
  const { meetings } = useMessages();
  const { form: words } = meetings;
  const [query] = useQueryString();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const summary = useQuery(summaryQuery(organization.id, partnership));
  const after =
    query.meeting && query.occurrence ? { meeting: query.meeting, occurrence: query.occurrence } : undefined;
  const before = useQuery({
    ...meetingQuery({ organization: organization.id, partnership, meeting: after?.meeting ?? '' }),
    enabled: after !== undefined,
  }).data;
  const error = room.error ?? summary.error;
  const partner = room.data?.partner.name ?? '';
  return (
    <Page
      title={words.title({ partner })}
      lead={[before && words.after({ purpose: before.purpose }), words.lead].filter(Boolean).join(' ')}
      width="narrow"
      above={
        <BackLink href={paths.roomMeetings(organization.slug, partnership)}>{meetings.page.back({ partner })}</BackLink>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void Promise.all([room.refetch(), summary.refetch()])} />}
      {!error && (!room.data || !summary.data) && <Loading what={meetings.whatOne} />}
      {room.data && summary.data && (
        <Fields organization={organization} room={room.data} summary={summary.data} after={after} />
      )}
    </Page>
  );
}

interface FieldsProps {
  organization: OurOrganization;
  room: PartnershipPage;
  summary: MeetingSummary;
  after: NewMeeting['after'];
}

/** Everything the form holds, and sending it. */
function usePropose({ organization, room, summary, after }: FieldsProps) {
  const { meetings } = useMessages();
  const reader = useReaderNow();
  const router = useRouter();
  const queries = useQueryClient();
  const person = usePerson();
  const people = useQuery(peopleQuery(organization.id, room.id));
  const { ours, theirs } = askable(people.data, room.mySide, person.id);
  const purpose = useDraft(`meeting-purpose:${room.id}`);
  const agenda = useDraft(`meeting-agenda:${room.id}`);
  const [draft, setDraft] = useState(() => startDraft(dayOf(reader.now, reader.zone), reader.zone));
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: () =>
      proposeMeeting(
        organization.id,
        room.id,
        newMeeting({ purpose: purpose.text, agenda: agenda.text }, draft, summary.theirSide, after),
      ),
    onSuccess: async (made) => {
      purpose.clear();
      agenda.clear();
      await queries.invalidateQueries({ queryKey: meetingsKey(organization.id, room.id) });
      toast(meetings.form.sent);
      void router.navigate({ href: paths.meeting(organization.slug, room.id, made.id) });
    },
  });
  const missing = proposeProblem(
    purpose.text,
    draft,
    theirs.map((each) => each.id),
  );
  const problem = tried ? missing : undefined;
  const send = () => {
    setTried(true);
    if (!missing) sending.mutate();
  };
  const put = (part: Partial<ProposeDraft>) => {
    sending.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const swap = (refused: string, instead: string) =>
    put({
      start: draft.start === refused ? instead : draft.start,
      options: draft.options.map((each) => (each === refused ? instead : each)),
    });
  return { ours, theirs, purpose, agenda, draft, put, problem, sending, send, swap };
}

function Fields(props: FieldsProps) {
  const { organization, room, summary } = props;
  const { meetings, general } = useMessages();
  const { form: words } = meetings;
  const router = useRouter();
  const form = usePropose(props);
  const { draft, put, problem, purpose, agenda, sending } = form;
  const partner = room.partner.name;
  const label = { fixed: words.send, poll: words.sendPoll, slots: words.sendSlots }[draft.ask];
  return (
    <Form onSubmit={form.send}>
      <Field
        label={words.purpose}
        placeholder={words.purposeExample}
        maxLength={200}
        required={false}
        error={problem === 'purpose' && words.problems.purpose}
        value={purpose.text}
        onChange={(event) => purpose.setText(event.currentTarget.value)}
      />
      <TextArea
        optional
        label={words.agenda}
        hint={words.agendaHint}
        longest={5000}
        value={agenda.text}
        onChange={agenda.setText}
        draft={agenda}
      />
      <WaysFields draft={draft} put={put} partner={partner} first={summary.first} />
      <PeopleField
        slug={organization.slug}
        partnership={room.id}
        partner={partner}
        own={organization.name}
        ours={form.ours}
        theirs={form.theirs}
        value={draft.people}
        onChange={(chosen) => put({ people: chosen })}
      />
      {problem === 'people' && <Fault>{words.problems.people}</Fault>}
      <WhenFields draft={draft} put={put} problem={problem} />
      <p className={style.soft}>{words.crossing({ partner })}</p>
      {problem && <Fault alert>{words.problems[problem]}</Fault>}
      {sending.error && (
        <Refused
          error={sending.error}
          zone={draft.zone}
          locals={draft.ask === 'fixed' ? [draft.start] : draft.options}
          onTake={form.swap}
        />
      )}
      <Buttons>
        <Button type="submit" kind="act" busy={sending.isPending}>
          {label}
        </Button>
        <Button onClick={() => void router.navigate({ href: paths.roomMeetings(organization.slug, room.id) })}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </Form>
  );
}
