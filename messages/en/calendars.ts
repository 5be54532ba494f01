const time = (p: { title: string; partner: string }) => `“${p.title}” with ${p.partner}`;

/** A person's own calendars: connected, subscribed to, and what they say. */
export const calendars = {
  title: 'Calendars',
  intro: 'Your meetings in the calendar you look at anyway. Only you see what is here.',
  settingsText: 'Have your meetings in your own calendar, and what you change there here.',
  open: 'Open calendars',
  account: {
    title: 'Your own calendar',
    note: 'Your calendar has the last word for you: what you move there moves here, what you answer there is your answer. If something is gone there, you are asked first.',
    none: 'No calendar is connected.',
    works:
      'Works with calendars that speak CalDAV: Apple iCloud, Fastmail, Nextcloud, Zimbra, Synology and many others. Google and Outlook do not let a password in: subscribe to the address below there.',
    connect: 'Connect a calendar',
    server: 'Server',
    serverHint:
      'For example https://caldav.icloud.com, https://caldav.fastmail.com or https://cloud.example.org/remote.php/dav',
    user: 'Name you sign in with there',
    password: 'App password',
    passwordHint:
      'Make one for Entente in the settings of your calendar, rather than your own. It is kept encrypted, and forgotten when you disconnect.',
    find: 'Find my calendars',
    finding: 'Asking the server…',
    choose: 'Which calendar are your meetings to be in?',
    chooseHint:
      'The one you use for work. What else is in it is only looked at when you ask for free times, and never kept.',
    none_found: 'There is no calendar in which meetings could be. Make one there, and try again.',
    use: 'Use this calendar',
    back: 'Another server',
    connected: 'Your meetings are now in your calendar.',
    in: 'Last change seen in your calendar',
    out: 'Last meeting written into it',
    looked: 'Last looked at',
    never: 'nothing yet',
    next: 'Looked at again',
    calendar: 'Calendar',
    look: 'Look now',
    looked_now: 'Your calendar was looked at.',
    disconnect: 'Disconnect',
    disconnectMeans:
      'The password is forgotten. Meetings that are in your calendar stay there and are no longer kept up to date.',
    disconnected: 'The calendar is disconnected.',
    trouble: 'Your calendar cannot be reached as it should',
    since: 'since',
    serverSays: (p: { words: string }) => `The server says: ${p.words}`,
    again: 'Connect it anew',
  },
  problems: {
    password: {
      title: 'The server refuses the name or the password.',
      next: 'Make a new app password there, and connect again.',
    },
    forbidden: { title: 'You may not write into this calendar.', next: 'Choose a calendar of your own.' },
    gone: { title: 'The calendar is no longer there.', next: 'Choose another one.' },
    full: { title: 'The server has no room left.', next: 'Make room there. It is tried again by itself.' },
    private: {
      title: 'This server stands in a private network.',
      next: 'Whoever runs Entente can allow it with the setting PRIVATE_HOSTS.',
    },
    address: {
      title: 'This is not the address of a calendar server.',
      next: 'It begins with https://. Check it for mistakes.',
    },
    unreachable: {
      title: 'The server cannot be reached just now.',
      next: 'Nothing is lost. It is tried again by itself.',
    },
    slow: { title: 'The server does not answer in time.', next: 'Nothing is lost. It is tried again by itself.' },
    'too-big': { title: 'The server answers with more than can be taken.', next: 'Choose a smaller calendar.' },
    redirects: {
      title: 'The server sends from one address to the next without end.',
      next: 'Give the address of the calendar itself.',
    },
    conflict: { title: 'The calendar was changed at the same time.', next: 'It is tried again by itself.' },
    broken: { title: 'No calendar server answers there.', next: 'Check the address. Your provider calls it CalDAV.' },
    secret: { title: 'The password can no longer be read.', next: 'Connect the calendar again.' },
  },
  feed: {
    title: 'An address to subscribe to',
    note: 'For any calendar program, also Google and Outlook: it shows your meetings and cannot change them. Whoever has the address sees them, so keep it to yourself.',
    make: 'Make the address',
    renew: 'Make a new one',
    renewMeans: 'The address you have now stops working at once.',
    revoke: 'Take it back',
    revoked: 'The address no longer works.',
    label: 'Address of your meetings',
    once: 'Copy it now: it is shown only this once.',
    made: 'Made',
    read: 'Last fetched by a program',
    notYet: 'not yet',
    how: 'How to subscribe',
    google:
      'Google Calendar: beside “Other calendars” press +, then “From URL”. Google looks for changes a few times a day.',
    outlook: 'Outlook: “Add calendar”, then “Subscribe from web”.',
    apple:
      'Apple: in Calendar, “File”, then “New Calendar Subscription”; on a phone in Settings, “Calendar”, “Accounts”, “Add Account”, “Other”.',
  },
  questions: {
    title: 'Your calendar says something else',
    note: 'Nothing was done. You decide.',
    said: {
      cancel: (p: { title: string; partner: string }) =>
        `You took ${time(p)} out of your calendar. Call the meeting off?`,
      decline: (p: { title: string; partner: string }) =>
        `You took ${time(p)} out of your calendar. Say that you are not coming?`,
      propose: (p: { title: string; partner: string }) =>
        `You moved ${time(p)} in your calendar. Propose the new time to whoever invites?`,
      move: (p: { title: string; partner: string }) => `Another time is meant for ${time(p)}. Move the meeting?`,
      'partner-cancel': (p: { title: string; partner: string }) =>
        `The partner’s calendar says that ${time(p)} is off. Call the meeting off?`,
    },
    by: (p: { name: string }) => `From ${p.name}`,
    only: 'Only this time of it:',
    newTime: 'The new time:',
    done: {
      cancel: 'Call it off',
      decline: 'I’m not coming',
      propose: 'Propose this time',
      move: 'Move it',
      'partner-cancel': 'Call it off',
    },
    tells: 'Everybody who is asked to come will be told.',
    left: 'Leave it as it was',
    did: 'Done, and told to the others.',
    kept: 'Nothing changed. Your calendar is put right again.',
  },
};
