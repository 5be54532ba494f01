/** What a draft can be filled with, as it is written between braces in this language. */
export const draftBlanks = {
  /** Whom it is written to. */
  name: 'name',
  partner: 'partner',
  /** Who writes it, and for whom. */
  sender: 'sender',
  organization: 'organization',
  /** What it is about: the title of a conversation. */
  subject: 'subject',
  /** A day: when something was due, or when both sides last spoke. */
  day: 'day',
};

/** What a draft is shown with, where nothing real is known. */
export const draftExample = { name: 'Marta Gil', partner: 'Northside Workshop', subject: 'Twelve places for interns' };
