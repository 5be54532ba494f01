/** Kinds of needs and offers, as the product lists them. */
export const kinds = [
  'talent',
  'skills',
  'training',
  'mentoring',
  'research',
  'knowledge',
  'projects',
  'facilities',
  'equipment',
  'data',
  'funding',
  'access',
  'people',
  'reputation',
  'other',
] as const;

export type Kind = (typeof kinds)[number];

/** A need or an offer as far as it is known to whoever compares: what was not disclosed is not in it. */
export interface Item {
  id: string;
  kind: Kind;
  title: string;
  /** Missing where only the title was disclosed; an empty text is a disclosed empty text. */
  detail?: string | undefined;
  skills: readonly string[];
  /** What `termsOf` made of the fields above, and of nothing else. */
  terms: readonly string[];
  amount?: string | undefined;
  /** Days, YYYY-MM-DD. */
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  urgency?: string | undefined;
}

const RELATED: readonly (readonly [Kind, Kind])[] = [
  ['talent', 'people'],
  ['talent', 'skills'],
  ['talent', 'projects'],
  ['skills', 'training'],
  ['skills', 'mentoring'],
  ['skills', 'people'],
  ['skills', 'knowledge'],
  ['training', 'mentoring'],
  ['training', 'knowledge'],
  ['mentoring', 'people'],
  ['mentoring', 'knowledge'],
  ['research', 'knowledge'],
  ['research', 'projects'],
  ['research', 'data'],
  ['research', 'equipment'],
  ['knowledge', 'people'],
  ['facilities', 'equipment'],
  ['access', 'people'],
  ['access', 'reputation'],
  ['access', 'facilities'],
];

const relatedKinds: ReadonlySet<string> = new Set(RELATED.flatMap(([one, two]) => [`${one} ${two}`, `${two} ${one}`]));

/** Whether an offer of one kind often serves a need of the other. */
export const related = (one: Kind, two: Kind): boolean => relatedKinds.has(`${one} ${two}`);
