/** Every bound of this package. What lies beyond is left out in a stated order, never at random. */
export const limits = {
  /** Characters of one text that are read. */
  text: 20_000,
  /** Characters of one word; longer ones are cut. */
  word: 40,
  /** Terms of one item: concepts first, then named skills, then words in the order in which they come. */
  terms: 200,
  /** Skills of one item that are read. */
  skills: 50,
  /** Words or skills named in one reason. */
  named: 8,
  /** Needs, and offers, of one side that are compared; the first by id. */
  items: 300,
  /** Offers listed for one need. */
  perNeed: 3,
  /** First initiatives suggested. */
  initiatives: 3,
} as const;
