import { plural } from '../format.ts';
/** Words of the mails and of the page that lists them. Dates come ready-made in the `noun` form ("Friday", "12 June"). */
export const mails = {
  /** Subject of all mails about one conversation: the same every time, so that they stay together. */
  subject: (p: { title: string; partner: string }) => `${p.title} (${p.partner})`,
  hello: (p: { name: string }) => `Hello ${p.name},`,
  helloNobody: 'Hello,',
  from: (p: { who: string }) => `${p.who} via Entente`,
  who: (p: { name: string; organization: string }) => `${p.name}, ${p.organization}`,

  move: {
    answer: (p: { by: string }) => `Your answer is awaited by ${p.by}.`,
    question: (p: { by: string }) => `They asked you something. Your answer is awaited by ${p.by}.`,
    antecedent: (p: { by: string }) => `It is your move first: your part is due by ${p.by}.`,
    work: (p: { by: string }) => `It is your move: you promised it by ${p.by}.`,
    rework: (p: { by: string }) => `It is your move: please put right what is missing by ${p.by}.`,
    review: (p: { by: string }) => `It is your move: please look and say by ${p.by} whether it is as agreed.`,
    settlement: (p: { by: string }) => `It is the move of both of you: find a way out by ${p.by}.`,
    proposal: (p: { by: string }) =>
      `They proposed something. Your answer is awaited by ${p.by}; until then what was agreed binds.`,
    resume: (p: { by: string }) => `It rests until ${p.by}; then either of you can let it go on.`,
  },
  /** The same, when the other side moves. */
  theirs: {
    answer: (p: { whose: string; by: string }) => `Now ${p.whose} answers, by ${p.by}. You need do nothing.`,
    question: (p: { whose: string; by: string }) =>
      `Now ${p.whose} answers the question, by ${p.by}. You need do nothing.`,
    antecedent: (p: { whose: string; by: string }) =>
      `Now it is the move of ${p.whose}: their part comes first, by ${p.by}.`,
    work: (p: { whose: string; by: string }) => `${p.whose} has promised it by ${p.by}. You need do nothing now.`,
    rework: (p: { whose: string; by: string }) =>
      `${p.whose} puts right what is missing, by ${p.by}. You need do nothing now.`,
    review: (p: { whose: string; by: string }) => `Now ${p.whose} looks at it, by ${p.by}. You need do nothing.`,
    settlement: (p: { whose: string; by: string }) => `Both sides look for a way out, by ${p.by}.`,
    proposal: (p: { whose: string; by: string }) => `Now ${p.whose} answers the proposal, by ${p.by}.`,
    resume: (p: { whose: string; by: string }) => `It rests until ${p.by}.`,
  },
  nobodysMove: 'Nothing more is expected of anybody.',
  /** Subject-like first words, also what a phone shows before the mail is opened. */
  yourMove: 'Your move',
  forYourInformation: 'For your information',

  saidByYou: 'You',
  recorded: (p: { by: string; what: string }) => `${p.by} wrote down on your behalf: ${p.what}`,
  recordedCheck: 'If that is not what you said, say so on the page: your word counts more than what was written down.',
  deniedSome: (p: { count: number }) =>
    p.count === 1
      ? 'One thing that was written down is not what they said.'
      : `${p.count} things that were written down are not what they said.`,
  asksYou: 'They ask, and the answering time rests until you reply.',
  files: (p: { count: number }) =>
    p.count === 1 ? 'One file is attached on the page.' : `${p.count} files are attached on the page.`,
  until: (p: { date: string }) => `Until ${p.date}`,
  expected: (p: { date: string }) => `Now expected by ${p.date}`,
  satisfaction: (p: { value: number }) => `Satisfaction: ${p.value} of 5`,

  terms: {
    title: 'The terms',
    what: 'What',
    conditions: 'It is done when',
    due: 'Due',
    dueDays: (p: { days: number }) => (p.days === 1 ? 'one day after you agree' : `${p.days} days after you agree`),
    noDue: 'no date yet: propose one',
    work: 'Kind of work',
    effort: 'Effort',
    price: 'Price',
    antecedent: 'The customer first',
    antecedentBy: (p: { text: string; by: string }) => `${p.text} (by ${p.by})`,
    replyBy: 'Answer by',
    reported: 'What was done',
    unmet: 'Not met yet',
    verdicts: 'Looked at',
    met: 'met',
    waived: 'waived',
    cause: 'Why',
  },

  outcome: {
    satisfied: 'Closed: as agreed.',
    'satisfied-with-waivers': 'Closed: accepted, with some conditions waived.',
    declined: 'Closed: declined. Nothing was promised.',
    withdrawn: 'Closed: taken back. Nothing was promised.',
    lapsed: 'Closed: it lapsed without an answer.',
    released: 'Closed: let off without fault.',
    cancelled: 'Closed: no longer needed.',
    'ended-together': 'Closed: ended together, without fault.',
    superseded: 'Closed: another conversation takes its place.',
    expired: 'Closed: what had to come first did not come.',
    reneged: 'Closed: the promise was not kept.',
    failed: 'Closed: not delivered.',
    unconfirmed: 'Closed without an answer. You can still accept it.',
  },

  ring: { prepared: 'Prepared', agreed: 'Agreed', done: 'Done', accepted: 'Accepted' },
  ringMark: { open: 'open', closed: 'complete', broken: 'broken', repaired: 'mended', faded: 'ended' },

  choose: 'What would you like to do?',
  chooseHint: 'A button opens the page. Nothing happens before you press it there.',
  alsoPossible: 'Also possible',
  openPage: 'Open the conversation',
  reply: 'Please answer on the page: replies to this mail are not read here.',
  /** The same, where answers are read. */
  replyHere:
    'You can also simply answer this mail: your words come back to the same place. Only the buttons promise or accept anything.',
  guestLink: (p: { date: string }) =>
    `This link is meant for you alone and works until ${p.date}. It can be used for one binding answer; the page then offers you a fresh one. You need no account.`,
  why: (p: { organization: string }) =>
    `You get this mail because you take part in this conversation for ${p.organization}.`,
  whyGuest: (p: { organization: string }) => `You get this mail because ${p.organization} works with you on this.`,

  magicLink: {
    subject: 'Your link to sign in',
    lead: 'Sign in to Entente',
    text: 'You asked for a link to sign in. It works once.',
    button: 'Sign in',
    ignore: 'If you did not ask for it, ignore this mail: nobody can sign in without it.',
  },
  invitation: {
    subject: (p: { organization: string }) => `Join ${p.organization} on Entente`,
    lead: (p: { by: string; organization: string }) => `${p.by} invites you to work in ${p.organization} on Entente.`,
    text: 'Entente is where organizations make promises to each other that both sides can see, and keep them.',
    button: 'Join',
  },
  guest: {
    lead: (p: { who: string }) => `${p.who} would like to settle something with you.`,
    fresh: 'Here is the fresh link you asked for.',
    text: 'The page shows the whole conversation and lets you answer. You need no account.',
  },
  claim: {
    subject: (p: { partner: string }) => `A home for ${p.partner} on Entente`,
    lead: (p: { who: string; partner: string }) => `${p.who} offers ${p.partner} to take its own side over.`,
    text: (p: { organization: string }) =>
      `Up to now ${p.organization} has kept the record for both of you. If you accept, your organization holds its own side with its whole history, and speaks for itself.`,
    button: 'Look at the offer',
  },
  claimRequest: {
    subject: (p: { partner: string }) => `${p.partner} would like to take its side over`,
    lead: (p: { who: string; partner: string }) =>
      `${p.who} asks to take over the side of ${p.partner}, with its history.`,
    text: 'You hold that side for them up to now. Please look at the request and answer it.',
    button: 'Answer the request',
  },
  message: {
    lead: (p: { who: string }) => `${p.who} wrote:`,
    button: 'Answer',
  },
  /** A step of a partnership that was proposed or answered. */
  stage: {
    subject: (p: { stage: string; partner: string }) => `Stage: ${p.stage} (${p.partner})`,
    proposed: (p: { who: string; from: string; to: string }) =>
      `${p.who} proposes a step in your partnership: from ${p.from} to ${p.to}.`,
    agreed: (p: { who: string; from: string; to: string }) =>
      `${p.who} agreed: your partnership has gone from ${p.from} to ${p.to}.`,
    refused: (p: { who: string; from: string; to: string }) =>
      `${p.who} would rather keep it as it is: your partnership stays at ${p.from} and does not go to ${p.to} for now.`,
    'taken-back': (p: { who: string; from: string; to: string }) =>
      `${p.who} took the step from ${p.from} to ${p.to} back. Nothing has changed.`,
    asked: 'Your answer is awaited. Until you agree, everything stays as it is.',
  },
  review: {
    subject: (p: { month: string; organization: string }) => `${p.organization}: review of ${p.month}`,
    lead: (p: { month: string; organization: string }) =>
      `${p.month}: what ${p.organization} did well, and what to mend`,
    links: 'Where',
    button: 'Look at the review',
    why: (p: { organization: string }) =>
      `You get this once a month because you lead ${p.organization} on Entente. Only your organization sees it.`,
  },
  /** To somebody without an account whose answer by mail reads like a button. */
  suggestion: {
    lead: (p: { button: string }) => `Shall your answer count as “${p.button}”?`,
    wrote: 'Thank you for your answer. You wrote:',
    reads: (p: { button: string }) =>
      `Your words stand in the conversation now. They read like “${p.button}”, and nobody but you can say whether they are meant so.`,
    readsWithDay: (p: { button: string; day: string }) =>
      `Your words stand in the conversation now. They read like “${p.button}”, with ${p.day} as the day, and nobody but you can say whether they are meant so.`,
    hint: 'The button opens the page with it filled in. Nothing happens before you send it there.',
    leave:
      'If you meant no more than you wrote, you need do nothing: a mail by itself promises and accepts nothing. This question comes once.',
  },
  /** To the sender of a mail of which not everything could be taken. */
  limits: {
    subject: (p: { subject: string }) => `Not taken in whole: ${p.subject}`,
    leadNothing: 'Your mail was too large to be taken in.',
    leadFiles: (p: { count: number }) =>
      p.count === 1
        ? 'One file of your mail could not be taken in.'
        : `${p.count} files of your mail could not be taken in.`,
    nothing: (p: { size: string }) =>
      `It came with ${p.size}. Nothing of what it says was put anywhere, and nobody was told; only that it came is noted.`,
    files: (p: { taken: number; left: number }) =>
      p.taken === 0
        ? 'Your words stand where they belong, without a file.'
        : `Your words stand where they belong, with ${p.taken} ${p.taken === 1 ? 'file' : 'files'}. The ${p.left === 1 ? 'other one was' : `${p.left} others were`} too large or too many.`,
    most: (p: { mail: string; file: string; files: number }) =>
      `A mail may have up to ${p.mail} here, with at most ${p.files} files of up to ${p.file} each.`,
    again: 'Please send it again with smaller files, or in several mails.',
    againOrPage: 'Please send it again with smaller files, or in several mails; or put the files on the page.',
    why: 'You get this mail because your own mail program may believe that everything arrived. Your mail itself is not deleted: it is still among those you sent.',
  },
  probe: {
    subject: (p: { organization: string }) => `${p.organization}: does mail come back?`,
    text: 'Entente has sent this mail to itself, to see whether it comes back. Nobody has to do anything.',
  },
  digest: {
    subject: (p: { count: number; organization: string }) =>
      p.count === 1 ? `One thing to look at (${p.organization})` : `${p.count} things to look at (${p.organization})`,
    lead: (p: { organization: string }) => `What waits for you at ${p.organization}`,
    follow: 'Not to be forgotten',
    moves: 'Your move',
    messages: 'New messages',
    meetings: 'Meetings',
    meeting: {
      asked: (p: { partner: string }) => `with ${p.partner}: say which times suit you`,
      slots: (p: { partner: string }) => `with ${p.partner}: take one of the free times`,
      answered: (p: { partner: string; count: number }) =>
        `with ${p.partner}: ${p.count} ${plural(p.count, 'person has', 'people have')} answered`,
      off: (p: { partner: string }) => `with ${p.partner}: called off`,
      minutes: (p: { partner: string }) => `with ${p.partner}: the minutes are written`,
      coming: (p: { partner: string; date: string }) => `with ${p.partner}, ${p.date}`,
    },
    by: (p: { partner: string; date: string }) => `${p.partner}, by ${p.date}`,
    more: (p: { count: number }) => (p.count === 1 ? 'And one more thing.' : `And ${p.count} more things.`),
    open: 'Where',
    button: 'Open Today',
    why: (p: { organization: string }) =>
      `You get this at the times you chose under “Reminders and mail”. Only people of ${p.organization} see it; there you can also turn it off.`,
  },
  worksUntil: (p: { date: string }) => `The link works until ${p.date}.`,
  button: 'Open',
  /** Stands where a link was, in the copy that is kept. */
  redacted: '[the link was in the mail that was sent]',

  /** The page that lists them. */
  page: {
    title: 'Mails',
    intro: 'Everything Entente has written to people on behalf of your organization.',
    local:
      'No mail server is set, so mails are kept here instead of being sent. Pass on the links in them by hand, or set SMTP_URL.',
    empty: 'No mail yet',
    emptyHint: 'As soon as something becomes somebody’s move, the mail about it appears here.',
    filter: 'Show',
    all: 'All',
    state: { queued: 'Waiting', sent: 'Sent', failed: 'Not sent', local: 'Kept here' },
    to: 'To',
    about: 'About',
    when: 'When',
    attempts: (p: { count: number }) => (p.count === 1 ? 'tried once' : `tried ${p.count} times`),
    nextTry: (p: { when: string }) => `next try ${p.when}`,
    retry: 'Try again',
    retried: 'It is back in the queue.',
    open: 'Open',
    back: 'All mails',
    html: 'As a mail program shows it',
    text: 'As plain text',
    more: 'Show more',
    preview: (p: { subject: string }) => `Mail: ${p.subject}`,
    notYet: 'This mail has not been written out yet.',
    forbidden: 'Managers and administrators see the mails of an organization.',
    system: 'Mails of this server to your people',
    systemHint:
      'Links to sign in, for people who belong to your organization only. They are shown because no mail server is set.',
  },
  failures: {
    address: 'The address is not one mail can be sent to.',
    expired: 'The link in it had expired before it could be sent.',
    gaveUp: (p: { reason: string }) => `The mail server could not be reached for days: ${p.reason}`,
  },
};
