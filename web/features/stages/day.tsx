import { daySaid, fullDay } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';

/** A day without an hour, as people say it; in full on hover. */
export function Day({ day }: { day: string }) {
  const reader = useReaderNow();
  return (
    <time dateTime={day} title={fullDay(day, reader.locale)}>
      {daySaid(day, reader)}
    </time>
  );
}
