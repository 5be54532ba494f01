/** Taking over one's own side of a room that a partner has kept. */
export const claim = {
  title: (p: { organization: string }) => `A home for ${p.organization}`,
  lead: (p: { who: string; organization: string }) =>
    `${p.who} offers you the side of ${p.organization} in what the two of you do together.`,
  leadBetween: (p: { who: string; partner: string; organization: string }) =>
    `${p.who} keeps a record of what ${p.organization} and ${p.partner} do together, and offers you your side of it.`,
  taken: {
    title: 'What becomes yours',
    log: 'Every conversation so far: what was asked, promised, delivered and accepted, with its dates.',
    talk: 'The talk and the files in the room.',
    people: 'Your own people, as they were written down.',
    recorded: (p: { partner: string }) =>
      `What ${p.partner} wrote down in your name stays marked as such. You can confirm it or say that it was not so.`,
  },
  apart: {
    title: 'What stays apart',
    theirs: (p: { partner: string }) => `${p.partner} keeps its own notes; you never see them.`,
    yours: (p: { partner: string }) => `Your notes are yours; ${p.partner} never sees them.`,
    others: 'Your other partners and theirs see nothing of this room.',
  },
  consents: 'Both agree',
  theirConsent: (p: { who: string }) =>
    `${p.who} has agreed: from then on they write nothing down for you any more, and old links stop working.`,
  ourConsent: (p: { organization: string }) =>
    `I agree for ${p.organization}: we speak for ourselves here, and what both sides do is seen by both.`,
  ourConsentAny: 'I agree for my organization: we speak for ourselves here, and what both sides do is seen by both.',
  consentMissing: 'Both have to agree: tick this to say yes for your side.',
  as: 'As which organization?',
  fresh: 'A new organization',
  organizationName: 'Name of the organization',
  domain: 'Web domain',
  take: 'Take our side over',
  who: 'Who are you?',
  forEmail: (p: { email: string }) => `The offer is for ${p.email}.`,
  accountExists: (p: { email: string }) => `${p.email} has an account here already: sign in with it first.`,
  signedInAs: (p: { name: string }) => `You are signed in as ${p.name}.`,
  until: (p: { date: string }) =>
    `The offer stands until ${p.date}. You can also do nothing: then everything stays as it is.`,
  done: (p: { organization: string }) => `${p.organization} speaks for itself now.`,
};
