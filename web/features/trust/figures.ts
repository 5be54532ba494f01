import { percentSaid, pointsSaid } from '../../../messages/format.ts';
import type { ConfidenceShape } from '../../../server/features/trust/schema.ts';
import { useLocale } from '../../locale.tsx';

/** Numbers of trust as the reader writes them. */
export function useFigures() {
  const { locale, messages } = useLocale();
  const percent = (share: number) => percentSaid(share, locale);
  const points = (difference: number) => pointsSaid(difference, locale);
  const { trust } = messages;
  /** A number in one phrase, or why there is none. */
  const said = (found: ConfidenceShape): string =>
    found.value !== null && found.level !== null
      ? trust.small.stated({ value: percent(found.value), level: trust.level[found.level], count: found.count })
      : found.standing === 'too-long-ago'
        ? trust.standing['too-long-ago']
        : trust.small.none({ count: found.count, from: found.statedFrom });
  return { percent, points, said };
}
