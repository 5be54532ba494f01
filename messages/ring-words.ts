import type { RingView } from '@entente/protocol';
import type { Messages } from './catalogue.ts';
import type { Whose } from './ring-shape.ts';

/** What a ring says in words: how far it has come, and whose move it is. `partner` names the other side where it is known. */
export function ringSaid(ring: RingView, whose: Whose | undefined, words: Messages['ring'], partner?: string): string {
  if (ring.mark !== 'open') return words[ring.mark];
  const says = words.open[reached(ring)];
  if (!whose) return says;
  const move = whose === 'theirs' && partner ? words.named({ partner }) : words.move[whose];
  return words.withMove({ says, move });
}

function reached(ring: RingView): keyof Messages['ring']['open'] {
  if (ring.accepted) return 'accepted';
  if (ring.done) return 'done';
  if (ring.agreed) return 'agreed';
  return ring.prepared ? 'prepared' : 'nothing';
}
