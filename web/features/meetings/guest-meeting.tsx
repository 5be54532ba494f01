import { useQuery } from '@tanstack/react-query';
import { dayOf, daySaid } from '../../../messages/format.ts';
import type { GuestMeeting as Shown } from '../../../server/features/meetings/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Quote } from '../../ui/page.tsx';
import { DeadLink } from '../guest/dead-link.tsx';
import { Answer } from './answer.tsx';
import { guestMeetingQuery, guestVoice } from './api.ts';
import { Agenda, Facts, PeopleList } from './facts.tsx';
import { hasBegun, type Seen, stateSaid } from './perspective.ts';
import { Poll } from './poll.tsx';
import { chooseTime, useTimeSaid } from './said.ts';
import style from './meetings.module.css';

/** One meeting for somebody without an account: what it is for, which time suits, whether they come, and what was agreed. */
export function GuestMeeting({ link }: { link: string }) {
  const { meetings } = useMessages();
  const query = useQuery(guestMeetingQuery(link));
  if (query.data) return <Known link={link} shown={query.data} />;
  if (query.error) return <DeadLink link={link} error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading what={meetings.whatOne} />;
}

function useSeen(link: string, shown: Shown): Seen {
  const { meeting, side, own, partner } = shown;
  return {
    meeting,
    time: chooseTime(meeting.occurrences, undefined),
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
  const said = useTimeSaid();
  const seen = useSeen(link, shown);
  const { time } = seen;
  const cancelled = meeting.cancelled ?? time?.cancelled;
  const begun = hasBegun(time, reader.now);
  const invited = meeting.side !== shown.side;
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
          <section className={style.ground}>
            <Facts seen={seen} />
            {meeting.repeat && (
              <ol className={style.people}>
                {meeting.occurrences.map((each) => (
                  <li key={each.occurrence}>{said({ startsAt: each.startsAt })}</li>
                ))}
              </ol>
            )}
          </section>
          {meeting.state === 'poll' && <Poll seen={seen} />}
          {!begun && !cancelled && meeting.state !== 'poll' && <Answer key={time?.occurrence} seen={seen} />}
          {begun && time && <Agreed minutes={time.minutes} />}
          <Agenda seen={seen} />
        </div>
        <div className={style.column}>
          <section className={style.ground}>
            <h2>{page.people}</h2>
            <PeopleList seen={seen} />
          </section>
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

function Agreed({ minutes }: { minutes: string }) {
  const { after, guest } = useMessages().meetings;
  return (
    <section className={style.ground}>
      <h2>{after.minutes}</h2>
      {minutes ? (
        <p className={style.lines} dir="auto">
          {minutes}
        </p>
      ) : (
        <p className={style.soft}>{guest.noMinutes}</p>
      )}
    </section>
  );
}
