import { exactMoment, momentSaid, type DayForm } from '../../messages/format.ts';
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
