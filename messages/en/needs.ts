import { plural } from '../format.ts';

/** Needs and offers: our own book, what partners told us, what we told them. */
export const needs = {
  kinds: {
    talent: 'Talent',
    skills: 'Skills',
    training: 'Training',
    mentoring: 'Mentoring',
    research: 'Research',
    knowledge: 'Knowledge',
    projects: 'Projects',
    facilities: 'Rooms and places',
    equipment: 'Equipment',
    data: 'Data',
    funding: 'Funding',
    access: 'Access',
    people: 'People’s time',
    reputation: 'Reputation',
    other: 'Something else',
  },
  levels: {
    hidden: 'Nothing',
    counted: 'That there is one, no more',
    titled: 'Its title and kind',
    full: 'All of it',
  },
  levelsShort: { hidden: 'nothing', counted: 'counted', titled: 'title', full: 'all' },
  urgencies: { now: 'now', quarter: 'within three months', year: 'within a year', 'some-day': 'some day' },
  statuses: { open: 'Open', met: 'Met', withdrawn: 'No longer' },
  certainties: { heard: 'heard, not confirmed yet', assumed: 'assumed, not said' },
  answers: {
    confirmed: 'confirmed by them',
    corrected: 'put right by them',
    open: 'read back; they cannot say yet',
  },
  frame: (p: { from: string | null; to: string | null }) =>
    p.from && p.to ? `${p.from} to ${p.to}` : p.from ? `from ${p.from}` : p.to ? `until ${p.to}` : '',
  answersForIt: (p: { name: string }) => `${p.name} answers for it`,

  add: { need: 'Add a need', offer: 'Add an offer' },
  change: { need: 'Change this need', offer: 'Change this offer' },

  own: {
    title: 'Needs and offers',
    lead: (p: { organization: string }) =>
      `What ${p.organization} needs and has to give, written down once. No partner is told anything until you choose to.`,
    show: 'Show',
    natures: { need: 'What we need', offer: 'What we offer' },
    none: {
      open: { need: 'What would help you most this year?', offer: 'What do you have that others need?' },
      met: { need: 'No need has been met yet.', offer: 'No offer has been taken up yet.' },
      withdrawn: { need: 'No need was given up.', offer: 'No offer was given up.' },
    },
    example: {
      need: 'Six interns who know SQL, from September, twenty hours a week',
      offer: 'A robotics lab, free on Fridays, for up to twelve people',
    },
    toldNobody: 'No partner is told.',
    told: 'Told to',
    who: { need: 'Who could help with this?', offer: 'Who could use this?' },
  },

  form: {
    title: { need: 'What do you need?', offer: 'What do you offer?' },
    titleHint: {
      need: 'In one line, as you would say it to a friend.',
      offer: 'In one line, as you would say it to a friend.',
    },
    titleHintTheirs: 'In one line, as they said it.',
    titleMissing: 'Say it in one line.',
    kind: 'Kind',
    skills: 'Skills',
    skillsHint: 'What somebody must know or be able to do.',
    detail: 'More about it',
    amount: 'How much',
    amountHint: 'Six people, 40 hours, one room…',
    urgency: 'How soon',
    noUrgency: 'No hurry',
    startsOn: 'From',
    endsOn: 'Until',
    datesTurned: 'This lies before the first day.',
    owner: 'Who answers for it',
    noOwner: 'Nobody yet',
    certainty: 'How do you know?',
    heard: 'They said it',
    assumed: 'We assume it',
    private: 'Only your organization sees this until you tell a partner.',
    privateChange: 'Partners who were told of it read the change, as far as they were told.',
    privateTheirs: 'Only your organization sees this. Read it back to them to find out whether it is right.',
  },

  menu: {
    label: (p: { title: string }) => `More for ${p.title}`,
    to: { open: 'Open it again', met: 'It is met', withdrawn: 'We no longer need it' },
    drop: 'Throw it away',
    dropTitle: 'Throw it away?',
    dropText: (p: { title: string }) => `“${p.title}” will be gone, and with it what partners were told of it.`,
    failed: 'That did not work. Nothing was changed; try again.',
  },

  tell: {
    open: (p: { title: string }) => `Change what they are told of ${p.title}`,
    change: 'Change',
    legend: (p: { partner: string }) => `What is ${p.partner} told?`,
    nothing: (p: { partner: string }) => `${p.partner} does not know that it exists.`,
    reads: (p: { partner: string }) => `${p.partner} will read exactly this:`,
    counted: {
      need: 'One more need, of which only the number is told.',
      offer: 'One more offer, of which only the number is told.',
    },
    send: (p: { partner: string }) => `Tell ${p.partner}`,
    takeBack: 'Tell nothing',
  },

  room: {
    title: 'Needs and offers',
    natures: { need: 'They need', offer: 'They offer' },
    theirs: (p: { partner: string }) => `What ${p.partner} tells you`,
    theirsNote: (p: { partner: string }) => `${p.partner} decides how much you read, and can take it back.`,
    toldNothing: (p: { partner: string }) => `${p.partner} has not told you any needs or offers here yet.`,
    titledOnly: 'Only the title was told.',
    more: {
      need: (p: { n: number; partner: string }) =>
        `and ${p.n} more ${plural(p.n, 'need', 'needs')} that ${p.partner} keeps to itself for now`,
      offer: (p: { n: number; partner: string }) =>
        `and ${p.n} more ${plural(p.n, 'offer', 'offers')} that ${p.partner} keeps to itself for now`,
    },
    end: 'Stop showing this to us',
    endLabel: (p: { title: string }) => `Stop showing this to us: ${p.title}`,
    ended: 'It is no longer told to you.',
    understood: (p: { partner: string }) => `What we understand of ${p.partner}`,
    understoodNone: 'Nothing yet. What you hear in a talk is kept here; you can also write it down.',
    addTheirs: { need: 'Write down what they need', offer: 'Write down what they offer' },
    ours: 'What we need and offer',
    oursNote: (p: { partner: string }) => `Nothing of it is told to ${p.partner} unless you choose so, one by one.`,
    oursNone: 'Your book is empty. Write down first what you need and offer.',
    book: 'Your book',
    told: (p: { partner: string; level: string }) => `Told to ${p.partner}: ${p.level}`,
  },

  guest: {
    title: (p: { partner: string }) => `What ${p.partner} needs and offers`,
  },
};
