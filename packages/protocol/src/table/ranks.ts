/**
 * Order among acts that crossed: what protects comes before what binds. What merely adds (talk, notices) comes first, because it can
 * void nothing; an agreement comes last, because everything said meanwhile may have changed what was agreed to.
 */
export const rank = {
  talk: 0,
  no: 1,
  takeBack: 2,
  counter: 3,
  accept: 4,
  report: 5,
  retract: 6,
  return: 7,
  propose: 8,
  consent: 9,
  cancel: 10,
  renege: 11,
  contest: 12,
  stop: 13,
  closeUnconfirmed: 14,
  agree: 15,
} as const;
