/** First start, and a person's own settings. */
export const setup = {
  title: 'Welcome',
  intro: 'Two minutes, once: your organization, and you as its first administrator.',
  organization: 'Your organization',
  organizationName: 'Its name',
  organizationExample: 'For example: Northfield University',
  domain: 'Its web domain',
  domainHint: 'Helps colleagues and partners to recognize it, for example northfield.edu.',
  you: 'You',
  language: 'Language',
  zone: 'Time zone',
  zoneHint: 'All dates and hours are shown in it.',
  start: 'Start',
  done: 'This server is already set up.',
};

export const settings = {
  title: 'Your settings',
  name: 'Name',
  nameHint: 'As partners and colleagues see it.',
  email: 'E-mail',
  language: 'Language',
  languageHint: 'Of these pages and of the mails to you.',
  zone: 'Time zone',
  zoneNow: (p: { time: string }) => `There it is ${p.time} now.`,
  theme: 'Light or dark',
  memberships: 'Your organizations',
  newOrganization: 'New organization',
  newOrganizationHint: 'You become its first administrator.',
};
