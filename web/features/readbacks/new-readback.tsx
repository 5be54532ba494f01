import { useQuery } from '@tanstack/react-query';
import { dayAfter, dayOf, fullDay } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { interviewQuery, pointsQuery } from '../interviews/api.ts';
import { partnershipQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { Compose } from './compose.tsx';
import { type ComposeDraft, pointsHeard } from './compose-value.ts';

/** Days an answer is hoped for. */
const REPLY_DAYS = 14;

/** The page on which a read-back is written: from a talk (`interview` in the address), or from scratch. */
export function NewReadback({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { readbacks } = useMessages();
  const { compose: words } = readbacks;
  const [{ interview }] = useQueryString();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  return (
    <Page
      title={words.title({ partner: room.data?.partner.name ?? '' })}
      lead={words.lead}
      width="narrow"
      above={<BackLink href={paths.listening(organization.slug, partnership)}>{words.back}</BackLink>}
    >
      {interview ? (
        <FromTalk organization={organization} partnership={partnership} interview={interview} />
      ) : (
        <FromScratch organization={organization} partnership={partnership} />
      )}
    </Page>
  );
}

interface FromProps {
  organization: OurOrganization;
  partnership: string;
}

/** What a letter starts with, whatever it is about. */
function useStart(heldOn: string): ComposeDraft {
  const { compose: words } = useMessages().readbacks;
  const reader = useReaderNow();
  return {
    heldOn,
    way: 'in-person',
    place: '',
    subject: words.subjectDefault({ day: fullDay(heldOn, reader.locale) }),
    words: words.wordsDefault,
    replyBy: dayAfter(dayOf(reader.now, reader.zone), REPLY_DAYS),
    to: '',
    points: [],
  };
}

function FromScratch({ organization, partnership }: FromProps) {
  const reader = useReaderNow();
  const start = useStart(dayOf(reader.now, reader.zone));
  const points = [{ tag: 'need', certainty: 'heard', text: '', chosen: true } as const];
  return <Compose organization={organization} partnership={partnership} start={{ ...start, points }} />;
}

function FromTalk({ organization, partnership, interview }: FromProps & { interview: string }) {
  const { readbacks } = useMessages();
  const reader = useReaderNow();
  const talk = useQuery(interviewQuery(organization.id, partnership, interview));
  const points = useQuery(pointsQuery(organization.id, partnership, interview));
  const start = useStart(talk.data?.heldOn ?? dayOf(reader.now, reader.zone));
  const failed = talk.error ?? points.error;
  if (failed) return <ErrorNote error={failed} onRetry={() => void Promise.all([talk.refetch(), points.refetch()])} />;
  if (!talk.data || !points.data) return <Loading what={readbacks.compose.points} />;
  const { way, place, withPeople } = talk.data;
  return (
    <Compose
      organization={organization}
      partnership={partnership}
      interview={interview}
      start={{ ...start, way, place: place ?? '', to: withPeople[0]?.id ?? '', points: pointsHeard(points.data) }}
    />
  );
}
