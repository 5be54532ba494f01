import { daySaid, deadlineSaid, exactMoment, fullDay, momentSaid, type DayForm } from '../../messages/format.ts';
import { useReaderNow } from '../clock.tsx';

function Said({ said, exact, dateTime }: { said: string; exact: string; dateTime: string }) {
  return (
    <time dateTime={dateTime} title={exact}>
      {said}
      <span className="visually-hidden"> ({exact})</span>
    </time>
  );
}

/** A moment as people say it, in the reader's zone; the exact one on hover and in the text for screen readers. */
export function When({ at, form }: { at: string; form?: DayForm }) {
  const reader = useReaderNow();
  return <Said said={momentSaid(at, reader, form)} exact={exactMoment(at, reader)} dateTime={at} />;
}

/** A deadline (`ends` is the first moment that is too late) or only its `ends`. */
export function Until({ deadline, form }: { deadline: { ends: string; date?: string }; form?: DayForm }) {
  const reader = useReaderNow();
  return (
    <Said
      said={deadlineSaid(deadline, reader, form)}
      exact={exactMoment(new Date(Date.parse(deadline.ends) - 1), reader)}
      dateTime={deadline.ends}
    />
  );
}

/** A calendar day `YYYY-MM-DD`. */
export function Day({ day, form }: { day: string; form?: DayForm }) {
  const reader = useReaderNow();
  return <Said said={daySaid(day, reader, form)} exact={fullDay(day, reader.locale)} dateTime={day} />;
}
