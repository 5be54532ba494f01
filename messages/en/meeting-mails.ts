import { plural } from '../format.ts';

/** Words of the mails about meetings. Moments come ready-made, with weekday, hour and zone. */
export const meetingMails = {
  subject: (p: { purpose: string; partner: string }) => `${p.purpose} (${p.partner})`,
  cancelledSubject: (p: { purpose: string; partner: string }) => `Called off: ${p.purpose} (${p.partner})`,
  lead: {
    poll: (p: { who: string }) => `${p.who} would like to meet, and asks which of these times suit you.`,
    slots: (p: { who: string }) => `${p.who} would like to meet. Take one of these times, and it is settled.`,
    invited: (p: { who: string }) => `${p.who} invites you to a meeting.`,
    settled: 'The time of the meeting is settled.',
    changed: (p: { who: string }) => `${p.who} changed the meeting. This is how it is now.`,
    changedOne: (p: { who: string }) => `${p.who} moved one time of the meeting. The others stay as they are.`,
    cancelled: (p: { who: string }) => `${p.who} called the meeting off.`,
    cancelledOne: (p: { who: string }) => `${p.who} called one time of the meeting off. The others stay as they are.`,
    reminder: 'You meet soon.',
    outcome: (p: { who: string }) => `${p.who} sends what came of the meeting.`,
    thanks: (p: { who: string }) => `${p.who} writes after the meeting:`,
    said: (p: { who: string }) => `${p.who} writes about the meeting:`,
  },
  answered: {
    accepted: (p: { who: string }) => `${p.who} comes to the meeting.`,
    declined: (p: { who: string }) => `${p.who} cannot come to the meeting.`,
    tentative: (p: { who: string }) => `${p.who} may come to the meeting.`,
    voted: (p: { who: string }) => `${p.who} said which times would do.`,
    counter: (p: { at: string }) =>
      `They could come at another time: ${p.at}. You can move the meeting with one press.`,
    times: 'Look at the answers and settle the time.',
  },
  options: 'The times',
  when: 'When',
  moment: (p: { day: string; from: string; to: string; zone: string }) => `${p.day}, ${p.from}–${p.to} (${p.zone})`,
  repeats: {
    week: (p: { every: number; times: number }) =>
      `${plural(p.every, 'every week', `every ${p.every} weeks`)}, ${p.times} times`,
    month: (p: { every: number; times: number }) =>
      `${plural(p.every, 'every month', `every ${p.every} months`)} on the same day, ${p.times} times`,
    weekday: (p: { every: number; times: number }) =>
      `${plural(p.every, 'every month', `every ${p.every} months`)} on the same weekday, ${p.times} times`,
    other: (p: { every: number; times: number }) => `${p.times} times`,
  },
  repeat: 'Repeats',
  way: 'How',
  ways: { 'in-person': 'In person', video: 'By video', phone: 'By phone' },
  place: 'Where',
  site: (p: { organization: string }) => `at ${p.organization}`,
  people: 'Who',
  person: (p: { name: string; organization: string }) => `${p.name} (${p.organization})`,
  somebody: 'somebody',
  agenda: 'What about',
  minutes: 'Minutes',
  ledTo: 'What follows',
  idea: (p: { text: string }) => `Another way to collaborate: ${p.text}`,
  nextMeeting: (p: { purpose: string }) => `Next meeting: ${p.purpose}`,
  buttons: {
    vote: 'Say which times suit you',
    take: 'Take one of the times',
    answer: 'Say whether you come',
    open: 'Open the meeting',
    settle: 'Settle the time',
  },
  calendarHint: 'The invitation is attached for your calendar: you can answer there as well.',
  guestLink: (p: { date: string }) => `The link is yours and works until ${p.date}. You need no account.`,
  why: (p: { organization: string }) => `You get this mail because ${p.organization} asked you to this meeting.`,
  /** What an invitation says beside the agenda, in calendars. */
  calendarPeople: (p: { people: string }) => `With ${p.people}`,
  calendarPage: (p: { url: string }) => `Details and answers: ${p.url}`,
  /** What a visit is called that was written down without a name. */
  visit: {
    'in-person': (p: { partner: string }) => `Visit with ${p.partner}`,
    video: (p: { partner: string }) => `Video call with ${p.partner}`,
    phone: (p: { partner: string }) => `Phone call with ${p.partner}`,
  },
};
