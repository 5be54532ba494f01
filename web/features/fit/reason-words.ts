import { daySaid, listSaid, type ReaderNow } from '../../../messages/format.ts';
import type { Messages } from '../../../messages/catalogue.ts';
import type { FitReason } from '../../../server/features/fit/schema.ts';

/** A reason in words. */
export function reasonSaid(
  reason: FitReason,
  { fit, needs }: Pick<Messages, 'fit' | 'needs'>,
  reader: ReaderNow,
): string {
  const { reasons } = fit;
  const day = (each: string | null) => (each ? daySaid(each, reader, 'noun') : null);
  switch (reason.kind) {
    case 'skills':
      return reasons.skills({ skills: listSaid(reason.skills, reader.locale) });
    case 'words':
      return reasons.words({
        words: listSaid(
          reason.words.map((word) => `“${word}”`),
          reader.locale,
        ),
      });
    case 'kind':
      return reasons.kind({ kind: needs.kinds[reason.of] });
    case 'related-kind':
      return reasons.related({ need: needs.kinds[reason.need], offer: needs.kinds[reason.offer] });
    case 'time':
      return reasons.time({ from: day(reason.from), to: day(reason.to) });
    case 'time-missed':
      return reasons.timeMissed;
    case 'titled-only':
      return reasons.titledOnly;
  }
}
