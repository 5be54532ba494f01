import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Interview } from '../../../server/features/interviews/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { daySaid, listSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { usePerson, type OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { partnershipQuery, peopleQuery } from '../partnerships/api.ts';
import { apiUrl } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { interviewQuery } from './api.ts';
import { ChangeTalk } from './change-talk.tsx';
import { keepScreen } from './keep-screen.ts';
import { Notes } from './notes.tsx';
import { SavedLine } from './saved-line.tsx';
import { theirPeople } from './their-people.ts';
import style from './talk.module.css';
import type { Talk } from './talk.ts';
import { useTalk, useTalkPart } from './use-talk.ts';
import { WrapUp } from './wrap-up.tsx';

interface TalkPageProps {
  organization: OurOrganization;
  partnership: string;
  interview: string;
}

/** One talk: while it goes on, while it is wrapped up, and afterwards. */
export function TalkScreen({ organization, partnership, interview }: TalkPageProps) {
  const { listening } = useMessages();
  const reader = useReaderNow();
  const person = usePerson();
  const found = useQuery(interviewQuery(organization.id, partnership, interview));
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const talk = useTalk({ id: interview, organization: organization.id, partnership, person: person.id });
  const above = <BackLink href={paths.listening(organization.slug, partnership)}>{listening.title}</BackLink>;
  const error = found.data ? room.error : found.error;
  if (!found.data || !room.data || !talk) {
    return (
      <Page title={listening.title} above={above}>
        {error ? (
          <ErrorNote error={error} onRetry={() => void Promise.all([found.refetch(), room.refetch()])} />
        ) : (
          <Loading what={listening.whatTalk} />
        )}
      </Page>
    );
  }
  const title = listening.talkOn({ day: daySaid(found.data.heldOn, reader, 'on') });
  return (
    <Page
      title={title}
      above={
        <>
          {above} · {room.data.partner.name}
        </>
      }
      width="broad"
    >
      <Ready organization={organization} room={room.data} interview={found.data} talk={talk} />
    </Page>
  );
}

/** Once all is there, this screen is kept on the device, so that it opens again without a connection. */
function useKeptScreen(organization: string, partnership: string, interview: string, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const room = roomPath(organization, partnership);
    const own = `/organizations/${organization}/people`;
    const answers = ['/start', '/me', own, room, `${room}/people`, `${room}/interviews/${interview}`];
    void keepScreen(answers.map((path) => apiUrl(path))).catch(() => undefined);
  }, [organization, partnership, interview, ready]);
}

interface ReadyProps {
  organization: OurOrganization;
  room: PartnershipPage;
  interview: Interview;
  talk: Talk;
}

function Ready({ organization, room, interview, talk }: ReadyProps) {
  const { listening } = useMessages();
  const [{ wrap }, change] = useQueryString();
  const points = useTalkPart(talk, 'points');
  const people = useQuery(peopleQuery(organization.id, room.id));
  const speakers = theirPeople(people.data, room.mySide);
  useKeptScreen(organization.id, room.id, interview.id, useTalkPart(talk, 'heard') && people.data !== undefined);
  const wrapping = wrap === '1' || interview.finishedAt !== null;
  const setWrapping = (on: boolean) => change({ wrap: on ? 1 : undefined }, { push: true });
  return (
    <>
      <div className={style.head}>
        <Details organization={organization} room={room} interview={interview} />
        {wrapping && <SavedLine talk={talk} />}
      </div>
      {wrapping ? (
        <Ground organization={organization} over={interview.finishedAt !== null}>
          <WrapUp
            organization={organization}
            room={room}
            interview={interview}
            talk={talk}
            speakers={speakers}
            onBack={() => setWrapping(false)}
          />
        </Ground>
      ) : (
        <Notes organization={organization} interview={interview} talk={talk} speakers={speakers}>
          {points.length > 0 && <Button onClick={() => setWrapping(true)}>{listening.wrap.open}</Button>}
        </Notes>
      )}
    </>
  );
}

/** Our own ground. */
function Ground({
  organization,
  over,
  children,
}: {
  organization: OurOrganization;
  over: boolean;
  children: ReactNode;
}) {
  const { wrap } = useMessages().listening;
  return (
    <OwnNotes organization={organization.name} title={over ? wrap.over : wrap.title}>
      {children}
    </OwnNotes>
  );
}

/** How, where and with whom; can be corrected. */
function Details({ organization, room, interview }: Omit<ReadyProps, 'talk'>) {
  const { listening } = useMessages();
  const { locale } = useReaderNow();
  const [changing, setChanging] = useState(false);
  const names = interview.withPeople.map((each) => each.name).filter(Boolean);
  const said = [listening.ways[interview.way], interview.place, names.length > 0 && listSaid(names, locale)];
  return (
    <div className={style.details}>
      <span>{said.filter(Boolean).join(' · ')}</span>
      <Button kind="quiet" onClick={() => setChanging(true)}>
        {listening.form.change}
      </Button>
      <ChangeTalk
        organization={organization}
        room={room}
        interview={interview}
        opened={changing}
        onClose={() => setChanging(false)}
      />
    </div>
  );
}
