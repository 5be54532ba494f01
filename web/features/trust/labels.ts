import type { Messages } from '../../../messages/catalogue.ts';
import type { DirectionShape } from '../../../server/features/trust/schema.ts';

/** A part of a number in words. */
export function labelOf(
  source: DirectionShape['confidence']['shares'][number]['source'],
  party: string,
  view: DirectionShape['view'],
  words: Messages['trust']['shares'],
): string {
  switch (source) {
    case 'own':
      return view === 'ours' ? words.own : words.ownBetween;
    case 'counterparty':
    case 'elsewhere':
      return words[source]({ party });
    case 'work':
    case 'population':
    case 'start':
      return words[source];
  }
}
