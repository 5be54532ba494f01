import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/page.tsx';
import { summaryQuery } from './api.ts';
import style from './meetings.module.css';
import { useTimeSaid } from './said.ts';

/** On a partner's page: the next meeting, and what those so far amount to. */
export function MeetingsGlance({
  organization,
  slug,
  partnership,
}: {
  organization: string;
  slug: string;
  partnership: string;
}) {
  const { title, glance: words } = useMessages().meetings;
  const said = useTimeSaid();
  const summary = useQuery(summaryQuery(organization, partnership)).data;
  if (!summary) return null;
  const { next, held, inPerson, unsettled, unsaid } = summary;
  const { conversations, ideas, meetings } = summary.ledTo;
  return (
    <Section title={title}>
      {next?.startsAt ? (
        <p>
          <Go href={paths.meeting(slug, partnership, next.id, next.recurring ? next.occurrence : null)}>
            {next.purpose}
          </Go>
          <span className={style.soft}> · {said({ startsAt: next.startsAt, endsAt: next.endsAt })}</span>
        </p>
      ) : (
        <p>{unsettled > 0 ? words.unsettled({ n: unsettled }) : words.none}</p>
      )}
      {unsaid > 0 && <p>{words.unsaid({ n: unsaid })}</p>}
      {held > 0 && (
        <p className={style.soft}>{words.soFar({ held, inPerson, ledTo: conversations + ideas + meetings })}</p>
      )}
      <Go href={paths.roomMeetings(slug, partnership)}>{words.all}</Go>
    </Section>
  );
}
