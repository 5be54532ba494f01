/** Every number the protocol rests on. Changing one changes what old logs mean, so a change needs a new format version. */
export const limits = {
  /** After an answer date, before terms lapse. */
  graceDays: 3,
  /** For the customer to review a report. */
  reviewDays: 10,
  /** After the review date, before the performer may close without an answer. */
  unconfirmedDays: 7,
  /** To answer a proposal or a settlement. */
  proposalDays: 7,
  /** To answer a question; the reply clock stops no longer than this. */
  questionDays: 7,
  /** To settle a dispute: a date to look at, nothing happens by itself. */
  settlementDays: 14,
  /** After acceptance, while reopening can be proposed. */
  reopenDays: 30,
  /** After the date of an antecedent, before the commitment expires. */
  antecedentGraceDays: 3,
  deferrals: 3,
  /** Longest cycle time. */
  cycleDays: 3650,
  conditions: 50,
  parts: 200,
  filesPerEntry: 20,
  recordedActs: 200,
  /** Canonical bytes of one act. */
  actBytes: 65_536,
  depth: 12,
  /** Bytes of one text beside the log. */
  textBytes: 20_000,
  /** Bytes of one file beside the log. */
  fileBytes: 26_214_400,
  party: 200,
  pseudonym: 64,
  conditionId: 40,
  partName: 40,
  media: 100,
  unit: 20,
  amount: 20,
} as const;
