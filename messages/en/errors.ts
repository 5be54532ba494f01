/** What happened, and what to do next. That nothing was lost is said once, by the note itself. */
interface ErrorWords {
  title: string;
  next: string;
}

export const errors = {
  nothingLost: 'Nothing you typed is lost.',
  codes: {
    invalid: { title: 'Something in the form does not fit', next: 'Look at the marked fields and send it again.' },
    unauthenticated: { title: 'You are signed out', next: 'Sign in again; then you come back here.' },
    forbidden: { title: 'You may not do this', next: 'Ask an administrator of your organization.' },
    not_found: { title: 'This cannot be found', next: 'It may have moved, or it is not yours to see.' },
    stale: {
      title: 'Something happened here in the meantime',
      next: 'Look at what is new, then send yours again if it still fits.',
    },
    conflict: { title: 'This exists already', next: 'Use what is there, or change what you typed.' },
    does_not_fit: { title: 'This no longer fits', next: 'Look at how things stand now and choose again.' },
    gone: { title: 'This link no longer works', next: 'It was used, withdrawn or too old. Ask for a new one.' },
    too_large: { title: 'This is too large', next: 'Shorten it, or send a smaller file.' },
    too_many: { title: 'Too many attempts', next: 'Wait a minute, then try again.' },
    unsupported: {
      title: 'This kind of file or text cannot be read',
      next: 'Save it in another format and try again.',
    },
    unavailable: { title: 'The server cannot be reached just now', next: 'Try again in a moment.' },
    precondition_required: { title: 'This page is out of date', next: 'Load it again, then send yours.' },
    misconfigured: { title: 'The server is not set up for this', next: 'Ask whoever runs it.' },
    internal: {
      title: 'Something went wrong on our side',
      next: 'Try again; if it stays so, tell whoever runs the server.',
    },
    offline: { title: 'There is no connection', next: 'It is sent when you try again with a connection.' },
    credentials: { title: 'E-mail or password do not match', next: 'Try again, or have a sign-in link mailed to you.' },
  } satisfies Record<string, ErrorWords>,
  /** Beside a field of a form that was not taken. */
  fields: {
    email: 'Write an e-mail address such as ana@example.org.',
    password: 'At least 10 characters, at most 128.',
    name: 'Write a name.',
    domain: 'Write a domain such as example.org.',
    timeZone: 'Choose a time zone.',
    title: 'Write what they are, such as Dean of Engineering.',
    startsOn: 'Choose a day.',
    endsOn: 'Choose a day that is not before the first.',
    other: 'This does not fit.',
  },
  request: (p: { id: string }) => `Number for whoever runs the server: ${p.id}`,
  /** Why an act does not fit: the protocol's closed list. */
  reasons: {
    'days-already-free': 'These days are free already.',
    'year-full': 'A year has no room for more. Put days that follow each other into one.',
    'managers-only': 'Only managers and administrators see this. Hand it over to one of them.',
    'wrong-side': 'This is for the other side to say.',
    'wrong-state': 'This cannot follow what has happened so far.',
    'wrong-party': 'Your organization does not take part in this.',
    'broken-chain': 'This does not continue the conversation.',
    stale: 'Something happened in between.',
    fork: 'Two acts were said at once; one of them counts.',
    lapsed: 'The time to answer is over.',
    expired: 'What had to come first never came, so the promise has expired.',
    'nothing-changed': 'Change at least one thing, or simply agree.',
    'no-condition': 'Name at least one condition, so that both sides can check it.',
    'no-due-date': 'A promise needs a date.',
    'unknown-condition': 'One of the conditions is not part of what was agreed.',
    'missing-condition': 'Say something about each condition.',
    'reused-condition': 'A condition that was dropped cannot come back as another.',
    'too-many-deferrals': 'The answer has been put off three times; please answer now.',
    'already-pending': 'A proposal is already waiting for an answer.',
    'nothing-pending': 'There is no proposal to answer any more.',
    'too-early': 'It is too early for this.',
    'too-late': 'It is too late for this.',
    paused: 'This is paused.',
    'already-done': 'This has been said already.',
    'not-recorded': 'Nothing was written down that could be confirmed.',
    'past-date': 'This date is already past.',
    'missing-part': 'A text or file that belongs to this is missing.',
    'own-words': 'Only they can say this themselves.',
    malformed: 'This could not be read.',
  },
};
