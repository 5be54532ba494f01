/** The guest page: one conversation, no account. */
export const guest = {
  title: (p: { partner: string }) => `${p.partner} wrote to you`,
  hello: (p: { name: string }) => `Hello ${p.name}`,
  noAccount: 'You need no account. This link is for you alone: whoever has it can answer in your name.',
  usedTitle: 'Your answer is in',
  used: 'This link has given its answer. You can read on here; for the next answer, have a fresh link sent to you.',
  freshLink: 'Send me a fresh link',
  freshSent: (p: { address: string }) => `A fresh link is on its way to ${p.address}. This page can be closed.`,
  gone: {
    expired: { title: 'This link has run out', text: 'Links work for a limited time, so that old mails open nothing.' },
    revoked: {
      title: 'This link was withdrawn',
      text: 'Whoever sent it took it back. Ask them if that is a surprise.',
    },
    replaced: { title: 'There is a newer link', text: 'Look for the latest mail, or have a fresh one sent.' },
    used: {
      title: 'This link has been used',
      text: 'It gave its answer. A fresh link can be sent to the same address.',
    },
    unknown: {
      title: 'This link leads nowhere',
      text: 'Perhaps a part of the address was cut off. Open it from the mail once more.',
    },
  },
  confirmTitle: 'Something was written down for your side',
  confirmText: (p: { partner: string }) =>
    `${p.partner} noted what you said elsewhere. Please say of each whether it is right.`,
  home: {
    quiet: 'Would you like a home of your own here?',
    text: 'Your organization can take its side over, history included. It is free, and the other side has to agree.',
    email: 'Your work e-mail',
    ask: 'Ask for it',
    asked: (p: { partner: string }) => `${p.partner} has been asked. You will get a mail.`,
  },
};
