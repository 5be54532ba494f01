/** What a ring says, for its accessible name and the text beside it. */
export const ring = {
  open: {
    nothing: 'Nothing asked yet',
    prepared: 'Being talked about',
    agreed: 'Promised',
    done: 'Done, not accepted yet',
    accepted: 'Accepted',
  },
  closed: 'Accepted: the loop is closed',
  broken: 'Broken: the promise was not kept',
  repaired: 'Broken once and repaired',
  faded: 'Ended, nobody’s failure',
  move: { ours: 'our move', theirs: 'their move', both: 'both sides’ move' },
  named: (p: { partner: string }) => `${p.partner}’s move`,
  withMove: (p: { says: string; move: string }) => `${p.says}; ${p.move}`,
  cluster: (p: { n: string; parts: string }) => `Rings of ${p.n}: ${p.parts}`,
  clusterEmpty: 'No conversations yet',
  clusterPart: {
    open: (p: { n: number }) => `${p.n} open`,
    closed: (p: { n: number }) => `${p.n} accepted`,
    broken: (p: { n: number }) => `${p.n} broken`,
    repaired: (p: { n: number }) => `${p.n} repaired`,
    faded: (p: { n: number }) => `${p.n} ended without fault`,
  },
  exchange: (p: { one: string; other: string }) => `Exchange. One side: ${p.one}. In return: ${p.other}.`,
};
