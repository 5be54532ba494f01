import { useQuery } from '@tanstack/react-query';
import type { MeetingSummary } from '../../../server/features/meetings/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { percentSaid } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Buttons, GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Measure, Measures } from '../../ui/measure.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { partnershipQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { summaryQuery } from './api.ts';
import { MeetingListed } from './meeting-list.tsx';
import style from './meetings.module.css';

interface RoomMeetingsProps {
  organization: OurOrganization;
  partnership: string;
}

/** Meetings with one partner, and what they led to. */
export function RoomMeetings({ organization, partnership }: RoomMeetingsProps) {
  const { meetings, partners } = useMessages();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const summary = useQuery(summaryQuery(organization.id, partnership));
  const above = <BackLink href={paths.partners(organization.slug)}>{partners.page.back}</BackLink>;
  const error = room.error ?? summary.error;
  if (!room.data || !summary.data) {
    return (
      <Page title={meetings.title} above={above}>
        {error ? (
          <ErrorNote error={error} onRetry={() => void Promise.all([room.refetch(), summary.refetch()])} />
        ) : (
          <Loading what={meetings.what} />
        )}
      </Page>
    );
  }
  return <Known organization={organization} room={room.data} summary={summary.data} above={above} />;
}

interface KnownProps {
  organization: OurOrganization;
  room: PartnershipPage;
  summary: MeetingSummary;
  above: React.ReactNode;
}

function Known({ organization, room, summary, above }: KnownProps) {
  const { meetings } = useMessages();
  const { lists } = meetings;
  const { slug } = organization;
  const all = summary.upcoming + summary.unsettled + summary.unsaid + summary.held + summary.notHeld;
  const nothing = all + summary.cancelled.a + summary.cancelled.b === 0;
  const start = room.mySide && (
    <Buttons>
      <GoButton kind="act" href={paths.newMeeting(slug, room.id)} data-act>
        {meetings.propose}
      </GoButton>
      <GoButton href={paths.logVisit(slug, room.id)}>{meetings.logVisit}</GoButton>
    </Buttons>
  );
  return (
    <Page
      title={room.partner.name}
      above={above}
      lead={meetings.roomLead({ partner: room.partner.name })}
      actions={nothing ? undefined : start}
    >
      <RoomNav slug={slug} partnership={room.id} current="meetings" />
      {nothing ? (
        <EmptyState title={meetings.empty.title} example={meetings.empty.example}>
          {start}
        </EmptyState>
      ) : (
        <>
          <MeetingListed
            organization={organization}
            partnership={room.id}
            when="upcoming"
            title={lists.upcoming}
            none={lists.noneUpcoming}
          />
          <MeetingListed organization={organization} partnership={room.id} when="unsettled" title={lists.unsettled} />
          <MeetingListed
            organization={organization}
            partnership={room.id}
            when="unsaid"
            title={lists.unsaid}
            note={lists.unsaidNote}
          />
          <SoFar room={room} summary={summary} />
          <MeetingListed
            organization={organization}
            partnership={room.id}
            when="past"
            title={lists.past}
            none={lists.nonePast}
          />
        </>
      )}
    </Page>
  );
}

/** Meetings from which on a share says something. */
const FEW = 5;

/** What the meetings amount to, each figure with how many it is of. */
function SoFar({ room, summary }: { room: PartnershipPage; summary: MeetingSummary }) {
  const { locale } = useLocale();
  const { summary: words } = useMessages().meetings;
  if (summary.held === 0) return null;
  const { ledTo, theirSide } = summary;
  const mySide = theirSide === 'a' ? 'b' : 'a';
  const nameOf = (side: 'a' | 'b') => room.sides.find((each) => each.side === side)?.name ?? '';
  // A share of a handful of meetings would read like more than it is.
  const few = summary.held < FEW;
  const share = (part: number, of: number) => (few ? words.count({ part, of }) : percentSaid(part / of, locale));
  return (
    <Section title={words.title}>
      <Measures label={words.title}>
        <Measure
          name={words.inPersonShare}
          figure={share(summary.inPerson, summary.held)}
          n={few ? words.heldAll({ n: summary.held }) : words.shareOf({ part: summary.inPerson, all: summary.held })}
        />
        {([mySide, theirSide] as const).map(
          (side) =>
            summary.attendance[side].of > 0 && (
              <Measure
                key={side}
                name={words.came({ who: nameOf(side) })}
                figure={share(summary.attendance[side].came, summary.attendance[side].of)}
                n={few ? words.expected : words.cameOf(summary.attendance[side])}
              />
            ),
        )}
        <Measure
          name={words.ledTo}
          figure={String(ledTo.conversations + ledTo.ideas + ledTo.meetings)}
          n={words.ledToAll(ledTo)}
          interval={words.ledToMore(ledTo)}
        />
      </Measures>
      {summary.cancelled.a + summary.cancelled.b > 0 && (
        <p className={style.soft}>
          {words.cancelledBy({ ours: summary.cancelled[mySide], theirs: summary.cancelled[theirSide] })}
        </p>
      )}
    </Section>
  );
}
