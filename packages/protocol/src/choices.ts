/** What kind of work a promise is about, so that a record in one kind says nothing of another. */
export const workKinds = [
  'talent',
  'teaching',
  'research',
  'advice',
  'goods',
  'funding',
  'access',
  'paperwork',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** Why a promise slips or is missed, as the speaker sees it. */
export const missCauses = ['waiting-on-other', 'unclear-ask', 'capacity', 'approval', 'priority', 'external'] as const;
export type MissCause = (typeof missCauses)[number];
