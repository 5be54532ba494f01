/** The guest page: one conversation, no account. */
export const guest = {
  quietHome: 'Would you like a home of your own here?',
};
