/** Coming in: sign-in and invitations. */
export const signIn = {
  title: 'Sign in',
  welcome: 'Promises between two organizations, kept in plain sight.',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  or: 'or',
  linkInstead: 'Mail me a sign-in link',
  passwordInstead: 'Use my password',
  linkHint: 'No password needed: the link signs you in on this device.',
  linkSent: {
    title: 'Look into your mail',
    text: (p: { email: string }) =>
      `If ${p.email} is known here, a link is on its way. It works once, for a few minutes.`,
    local:
      'Nothing after a few minutes? Ask whoever runs this server: a server without a mail service keeps the link for them to pass on.',
    again: 'Use another address',
  },
  demo: {
    title: 'Demo: choose who you are',
    text: 'A small made-up world. Press a name and look through their eyes.',
    as: (p: { name: string; organization: string }) => `${p.name}, ${p.organization}`,
    signInAs: (p: { name: string }) => `Sign in as ${p.name}`,
    password: (p: { password: string }) => `All of them use the password “${p.password}”.`,
    now: (p: { date: string }) => `In this world it is ${p.date}.`,
  },
  opening: {
    title: 'Signing you in',
    press: 'Sign in now',
    text: 'You opened a sign-in link. It works once, on this device.',
  },
  needInvitation: 'No account yet? Ask a colleague to invite you.',
  newPasswordHint: 'At least 10 characters. A short sentence is easy to remember.',
  yourName: 'Your name',
};

export const invitation = {
  title: (p: { organization: string }) => `Join ${p.organization}`,
  text: (p: { inviter: string; organization: string; role: string }) =>
    `${p.inviter} invites you to work with ${p.organization} here, as ${p.role}.`,
  as: (p: { name: string }) => `You are signed in as ${p.name}.`,
  join: 'Join',
  createAndJoin: 'Make my account and join',
  forEmail: (p: { email: string }) => `The invitation is for ${p.email}.`,
  otherAccount: (p: { invited: string; name: string }) =>
    `It is for ${p.invited}, and you are signed in as ${p.name}. You can join with this account all the same.`,
  joinAnyway: 'Join with this account',
  haveAccount: 'Sign in and join',
  accountExists: (p: { email: string }) => `${p.email} has an account here already: sign in with it, then join.`,
  notMe: 'This is not me: sign out',
};
