import { useQuery } from '@tanstack/react-query';
import { dayOf, daySaid } from '../../../messages/format.ts';
import type { GuestMeeting as Shown, MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Ground, Page, Quote } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { DeadLink } from '../guest/dead-link.tsx';
import { Answer } from './answer.tsx';
import { askFreshMeetingLink, guestMeetingQuery, guestVoice } from './api.ts';
import { Changes } from './change.tsx';
import { Agenda, Facts, PeopleList } from './facts.tsx';
import { GuestWords } from './guest-words.tsx';
import { Offered } from './offered.tsx';
import { hasBegun, type Seen, stateSaid } from './perspective.ts';
import { Poll } from './poll.tsx';
import { useResultSaid } from './result-said.ts';
import { chooseTime, useTimeSaid } from './said.ts';
import { Wishes } from './wishes.tsx';
import style from './meetings.module.css';

/** One meeting for somebody without an account: what it is for, which time suits, whether they come, and what came of it. */
export function GuestMeeting({ link }: { link: string }) {
  const { meetings } = useMessages();
  const query = useQuery(guestMeetingQuery(link));
  if (query.data) return <Known link={link} shown={query.data} />;
  if (query.error)
    return <DeadLink link={link} error={query.error} onRetry={() => void query.refetch()} ask={askFreshMeetingLink} />;
  return <Loading what={meetings.whatOne} />;
}

function useSeen(link: string, shown: Shown): Seen {
  const { meeting, side, own, partner } = shown;
  const [query] = useQueryString();
  return {
    meeting,
    time: chooseTime(meeting.occurrences, query.time),
    mySide: side,
    names: side === 'a' ? { a: own, b: partner } : { a: partner, b: own },
    voice: guestVoice(link),
  };
}

function Known({ link, shown }: { link: string; shown: Shown }) {
  const { meeting, own, partner, name } = shown;
  const { meetings } = useMessages();
  const { guest: words, page } = meetings;
  const reader = useReaderNow();
  const seen = useSeen(link, shown);
  const { time } = seen;
  const cancelled = meeting.cancelled ?? time?.cancelled;
  const begun = hasBegun(time, reader.now);
  const ahead = !begun && !cancelled;
  const invited = meeting.side !== shown.side && ahead;
  const hello = [name && `${words.hello({ name })}.`, invited ? words.title({ partner }) : words.titleOwn({ partner })];
  return (
    <Page
      title={meeting.purpose}
      above={hello.filter(Boolean).join(' ')}
      lead={stateSaid(seen, reader.now, page.state)}
    >
      {cancelled?.reason && <Quote side={cancelled.side === shown.side ? 'ours' : 'theirs'}>{cancelled.reason}</Quote>}
      <div className={style.columns}>
        <div className={style.column}>
          <Ground>
            <Facts seen={seen} />
          </Ground>
          {meeting.state === 'poll' && <Poll seen={seen} />}
          {ahead && <Offered seen={seen} />}
          {ahead && <Wishes seen={seen} />}
          {ahead && meeting.state !== 'poll' && <Answer key={time?.occurrence} seen={seen} />}
          {begun && time && <CameOfIt seen={seen} time={time} />}
          <Agenda seen={seen} />
          <GuestWords link={link} seen={seen} said={shown.said} />
        </div>
        <div className={style.column}>
          <Ground>
            <h2>{page.people}</h2>
            <PeopleList seen={seen} />
          </Ground>
          <OtherTimes seen={seen} />
          {!cancelled && !(begun && !meeting.repeat) && <Changes key={time?.occurrence} seen={seen} />}
        </div>
      </div>
      <footer className={style.soft}>
        <p>{words.quiet}</p>
        <p>{words.seenBy({ own, partner })}</p>
        <p>{words.expires({ day: daySaid(dayOf(shown.expiresAt, reader.zone), reader, 'noun') })}</p>
      </footer>
    </Page>
  );
}

/** What was agreed and what the meeting led to: what both sides read. */
function CameOfIt({ seen, time }: { seen: Seen; time: MeetingOccurrence }) {
  const { after, guest, results } = useMessages().meetings;
  const told = useResultSaid(seen);
  const { minutes, outcome } = time;
  return (
    <>
      {outcome?.words && (
        <Ground>
          <p dir="auto">{outcome.words}</p>
        </Ground>
      )}
      {time.held !== false && (
        <Ground>
          <h2>{after.minutes}</h2>
          {minutes ? (
            <p className={style.lines} dir="auto">
              {minutes}
            </p>
          ) : (
            <p className={style.soft}>{guest.noMinutes}</p>
          )}
        </Ground>
      )}
      {time.results.length > 0 && (
        <Ground>
          <h2>{results.title}</h2>
          <ul className={style.people}>
            {time.results.map((result) => (
              <li key={result.id}>
                <span dir="auto">{result.conversation?.title ?? result.next?.purpose ?? result.text}</span>
                <span className={style.soft}>{told(result)}</span>
              </li>
            ))}
          </ul>
        </Ground>
      )}
    </>
  );
}

/** All times of a meeting that repeats: each is answered, and read about, by itself. */
function OtherTimes({ seen }: { seen: Seen }) {
  const { meeting, time } = seen;
  const { guest: words, page, row } = useMessages().meetings;
  const said = useTimeSaid();
  const [, change] = useQueryString();
  if (!meeting.repeat || meeting.occurrences.length < 2) return null;
  return (
    <Ground>
      <h2>{page.times}</h2>
      <ol className={style.people}>
        {meeting.occurrences.map((each) => {
          const here = each.occurrence === time?.occurrence;
          return (
            <li key={each.occurrence}>
              <span className={style.line}>
                {here ? (
                  <strong>{said({ startsAt: each.startsAt })}</strong>
                ) : (
                  <Button kind="quiet" onClick={() => change({ time: each.occurrence })}>
                    {said({ startsAt: each.startsAt })}
                  </Button>
                )}
                {here && <span className={style.soft}>{words.here}</span>}
                {each.cancelled && <Badge>{row.cancelled}</Badge>}
                {each.held === true && <Badge>{row.held}</Badge>}
                {each.held === false && <Badge>{row.notHeld}</Badge>}
              </span>
            </li>
          );
        })}
      </ol>
    </Ground>
  );
}
