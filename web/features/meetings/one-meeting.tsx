import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Invited, Meeting } from '../../../server/features/meetings/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Ground, Page, Quote } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { partnershipQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { After } from './after.tsx';
import { Answer } from './answer.tsx';
import { linkFor, type MeetingPlace, meetingQuery, memberVoice } from './api.ts';
import { Changes } from './change.tsx';
import { DetailsForm } from './details-form.tsx';
import { Agenda, Facts, PeopleList } from './facts.tsx';
import { Offered } from './offered.tsx';
import { Attendance } from './outcome.tsx';
import { hasBegun, type Seen, stateSaid } from './perspective.ts';
import { Poll } from './poll.tsx';
import { chooseTime, useTimeSaid } from './said.ts';
import { Wishes } from './wishes.tsx';
import style from './meetings.module.css';

interface OneMeetingProps {
  organization: OurOrganization;
  partnership: string;
  meeting: string;
}

/** One meeting: how it stands, what is mine to say, and what it led to. */
export function OneMeeting({ organization, partnership, meeting }: OneMeetingProps) {
  const { meetings } = useMessages();
  const place = useMemo(
    () => ({ organization: organization.id, partnership, meeting }),
    [organization.id, partnership, meeting],
  );
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const found = useQuery(meetingQuery(place));
  const partner = room.data?.partner.name ?? '';
  const error = room.error ?? found.error;
  if (!room.data || !found.data) {
    const above = (
      <BackLink href={paths.roomMeetings(organization.slug, partnership)}>{meetings.page.back({ partner })}</BackLink>
    );
    return (
      <Page title={meetings.title} above={above}>
        {error ? (
          <ErrorNote error={error} onRetry={() => void Promise.all([room.refetch(), found.refetch()])} />
        ) : (
          <Loading what={meetings.whatOne} />
        )}
      </Page>
    );
  }
  return <Known organization={organization} room={room.data} meeting={found.data} place={place} />;
}

interface KnownProps {
  organization: OurOrganization;
  room: PartnershipPage;
  meeting: Meeting;
  place: MeetingPlace;
}

function useSeen({ room, meeting, place }: KnownProps): Seen {
  const [query] = useQueryString();
  const nameOf = (side: 'a' | 'b') => room.sides.find((each) => each.side === side)?.name ?? room.partner.name;
  return {
    meeting,
    time: chooseTime(meeting.occurrences, query.time),
    mySide: room.mySide,
    names: { a: nameOf('a'), b: nameOf('b') },
    voice: memberVoice(place),
  };
}

function Known(props: KnownProps) {
  const { organization, room, meeting, place } = props;
  const { meetings } = useMessages();
  const { page: words } = meetings;
  const reader = useReaderNow();
  const said = useTimeSaid();
  const seen = useSeen(props);
  const { time } = seen;
  const cancelled = meeting.cancelled ?? time?.cancelled;
  const begun = hasBegun(time, reader.now);
  return (
    <Page
      title={meeting.purpose}
      lead={[time && `${said({ ...time, zone: meeting.zone })}.`, stateSaid(seen, reader.now, words.state)]
        .filter(Boolean)
        .join(' ')}
      above={
        <BackLink href={paths.roomMeetings(organization.slug, room.id)}>
          {words.back({ partner: room.partner.name })}
        </BackLink>
      }
    >
      {cancelled?.reason && <Quote side={cancelled.side === room.mySide ? 'ours' : 'theirs'}>{cancelled.reason}</Quote>}
      <div className={style.columns}>
        <div className={style.column}>
          {meeting.state === 'poll' && <Poll seen={seen} />}
          {!begun && !cancelled && <Offered seen={seen} />}
          {!begun && !cancelled && <Wishes seen={seen} />}
          {!begun && !cancelled && meeting.state !== 'poll' && <Answer key={time?.occurrence} seen={seen} />}
          {begun && !cancelled && time && (
            <After organization={organization} room={room} seen={seen} place={place} time={time} />
          )}
          <Agenda seen={seen} />
        </div>
        <div className={style.column}>
          <Ground>
            <Facts seen={seen} />
            {meeting.after && (
              <p className={style.soft}>
                {words.after}:{' '}
                <Go href={paths.meeting(organization.slug, room.id, meeting.after.id)}>{meeting.after.purpose}</Go>
              </p>
            )}
            {meeting.thread && <Go href={paths.thread(organization.slug, room.id, meeting.thread)}>{words.thread}</Go>}
          </Ground>
          {begun && time?.held ? (
            <Attendance key={time.occurrence} seen={seen} place={place} time={time} />
          ) : (
            <Ground>
              <h2>{words.people}</h2>
              <PeopleList seen={seen} beside={(person) => <LinkButton place={place} person={person} />} />
            </Ground>
          )}
          {!cancelled && !(begun && !meeting.repeat) && (
            <Changes
              key={time?.occurrence}
              seen={seen}
              details={(onDone) => (
                <DetailsForm seen={seen} place={place} organization={organization} room={room} onDone={onDone} />
              )}
            />
          )}
          <AllTimes slug={organization.slug} room={room} seen={seen} />
        </div>
      </div>
    </Page>
  );
}

/** A link for somebody without an account, shown once. */
function LinkButton({ place, person }: { place: MeetingPlace; person: Invited }) {
  const { people: words } = useMessages().meetings;
  const making = useMutation({ mutationFn: () => linkFor(place, person.id) });
  const [open, setOpen] = useState(false);
  if (!person.recordable) return null;
  const name = person.name ?? words.someone;
  return (
    <span>
      <Button
        kind="quiet"
        aria-label={words.linkFor({ name })}
        busy={making.isPending}
        onClick={() => {
          setOpen(true);
          making.mutate();
        }}
      >
        {words.link}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={words.linkFor({ name })}>
        <p>{words.linkLead}</p>
        {making.data && <CopyField label={words.linkFor({ name })} value={making.data.url} />}
        {making.error && <ErrorNote error={making.error} />}
      </Dialog>
    </span>
  );
}

/** All times of a meeting that repeats. */
function AllTimes({ slug, room, seen }: { slug: string; room: PartnershipPage; seen: Seen }) {
  const { meeting, time } = seen;
  const { page: words, row } = useMessages().meetings;
  const said = useTimeSaid();
  if (!meeting.repeat || meeting.occurrences.length < 2) return null;
  return (
    <Ground>
      <h2>{words.times}</h2>
      <ol className={style.people}>
        {meeting.occurrences.map((each) => (
          <li key={each.occurrence}>
            <span className={style.line}>
              <Go
                href={paths.meeting(slug, room.id, meeting.id, each.occurrence)}
                aria-current={each.occurrence === time?.occurrence ? 'page' : undefined}
              >
                {said({ startsAt: each.startsAt })}
              </Go>
              {each.cancelled && <Badge>{row.cancelled}</Badge>}
              {each.held === true && <Badge>{row.held}</Badge>}
              {each.held === false && <Badge>{row.notHeld}</Badge>}
            </span>
          </li>
        ))}
      </ol>
    </Ground>
  );
}
