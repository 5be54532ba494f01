import { plural, spanSaid } from '../format.ts';

/** Numbers of one item of a monthly review. */
export interface ReviewNumbers {
  count: number;
  of: number | null;
  hours: number | null;
  days: number | null;
}

const ofAll = (of: number | null) => (of === null ? '' : ` of ${of}`);
const span = (hours: number | null) => (hours === null ? '' : spanSaid(hours, 'en'));

/** The integrity mirror: how we, and they, keep our word. Counts and trends, never a ranking. */
export const mirror = {
  title: 'Mirror',
  lead: 'How your organization keeps its word. It is for looking at yourselves: nobody else sees this page, and nobody is ranked.',
  loading: 'the mirror',
  stretch: { label: 'Look at', '30': 'the last month', '90': 'the last three months', '365': 'the last year' },
  review: {
    open: 'Monthly review',
    title: (p: { month: string }) => `Review of ${p.month}`,
    lead: 'What went well, what to mend, and where.',
    loading: 'the review',
    back: 'Back to the mirror',
    earlier: 'Month before',
    later: 'Month after',
    well: 'Done well',
    mend: 'To mend',
    wellNone: 'Nothing to point to in this month.',
    mendNone: 'Nothing to mend in this month.',
    empty: 'Nothing happened in this month.',
    emptyHint: 'A review is written from promises and answers. It fills by itself.',
    wellItems: {
      kept: (p: ReviewNumbers) =>
        `${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'promise', 'promises')} kept on the day.`,
      'made-good': (p: ReviewNumbers) => `${p.count} broken ${plural(p.count, 'promise', 'promises')} made good.`,
      warned: (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'time', 'times')} you said early that something might slip.`,
      retracted: (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'time', 'times')} you said yourselves that it was not done after all.`,
      answered: (p: ReviewNumbers) => `Half of your ${p.count} answers came within ${span(p.hours)}.`,
      'showed-up': (p: ReviewNumbers) =>
        `You came to ${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'meeting', 'meetings')} you had said yes to.`,
      reviewed: (p: ReviewNumbers) => `${p.count} ${plural(p.count, 'report', 'reports')} looked at in time.`,
      amended: (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'change', 'changes')} asked for before the day it was due.`,
      forgave: (p: ReviewNumbers) => `${p.count} ${plural(p.count, 'time', 'times')} you forgave what was made good.`,
      'let-off': (p: ReviewNumbers) => `${p.count} ${plural(p.count, 'time', 'times')} you let a partner off.`,
      rhythm: (p: ReviewNumbers) =>
        `You stayed in touch with ${p.count} ${plural(p.count, 'partner', 'partners')}, without long silences.`,
    },
    mendItems: {
      broken: (p: ReviewNumbers) =>
        `${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'promise', 'promises')} not kept.`,
      silent: (p: ReviewNumbers) =>
        `${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'promise', 'promises')} let pass without a word.`,
      late: (p: ReviewNumbers) =>
        `${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'promise', 'promises')} kept late.`,
      'not-shown': (p: ReviewNumbers) =>
        `Nobody of you came to ${p.count}${ofAll(p.of)} ${plural(p.of ?? p.count, 'meeting', 'meetings')} you had said yes to.`,
      unanswered: (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'time', 'times')} an answer of yours did not come by the agreed day.`,
      'slow-answers': (p: ReviewNumbers) => `Half of your ${p.count} answers took longer than ${span(p.hours)}.`,
      'slow-reviews': (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'report', 'reports')} looked at later than agreed.`,
      'cancelled-late': (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'request', 'requests')} called off less than three days before, or after.`,
      'called-off-late': (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'meeting', 'meetings')} called off less than a day before.`,
      'antecedent-missed': (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'partner waits', 'partners wait')} for what you were to do first.`,
      'amended-late': (p: ReviewNumbers) =>
        `${p.count} ${plural(p.count, 'change', 'changes')} asked for after the day it was due.`,
      'long-silence': (p: ReviewNumbers) => `The longest silence with a partner was ${p.days ?? 0} days.`,
    },
  },
  both: {
    title: 'Both sides of the mirror',
    lead: 'The same counts for both, from what both of you can see. Yours first.',
    open: 'How both sides keep their word',
    ours: 'We',
    theirs: (p: { partner: string }) => p.partner,
  },
  few: 'too early to tell',
  trend: { better: 'better than before', same: 'as before', worse: 'less than before' },
  interval: (p: { low: string; high: string }) => `likely between ${p.low} and ${p.high}`,
  answers: {
    title: 'Communication',
    median: 'Half of the answers came within',
    p90: (p: { span: string }) => `nine in ten within ${p.span}`,
    asked: (p: { asked: number }) => `${p.asked} ${plural(p.asked, 'time', 'times')} an answer was awaited`,
    unanswered: 'Left unanswered',
    unansweredOf: (p: { n: number; asked: number }) => `${p.n} of ${p.asked}`,
  },
  rhythm: {
    title: 'Consistency',
    share: 'In touch',
    hint: (p: { days: number }) => `of the time, with a word from both sides in the last ${p.days} days`,
    longest: (p: { days: number }) => `longest silence ${p.days} ${plural(p.days, 'day', 'days')}`,
  },
  promises: {
    title: 'Promises',
    kept: 'Kept on the day',
    of: (p: { kept: number; due: number }) => `${p.kept} of ${p.due} due`,
    notKept: 'Not on the day',
    parts: {
      lateWithNotice: (p: { n: number }) => `${p.n} late, with notice`,
      late: (p: { n: number }) => `${p.n} late`,
      silent: (p: { n: number }) => `${p.n} without a word`,
      broken: (p: { n: number }) => `${p.n} not kept`,
    },
    spoken: 'Spoken about',
    warned: (p: { n: number }) => `${p.n} ${plural(p.n, 'early warning', 'early warnings')}`,
    amendedBefore: (p: { n: number }) => `${p.n} ${plural(p.n, 'change', 'changes')} asked for before the day`,
    amendedAfter: (p: { n: number }) => `${p.n} after it`,
    causes: 'Why promises slipped',
    causesNone: 'Nobody named a reason.',
    cause: (p: { cause: string; n: number }) => `${p.cause}: ${p.n}`,
    none: 'Nothing was due.',
  },
  showing: {
    title: 'Showing up',
    came: 'Came',
    of: (p: { came: number; meetings: number }) =>
      `to ${p.came} of ${p.meetings} accepted ${plural(p.meetings, 'meeting', 'meetings')}`,
    calledOff: 'Meetings called off',
    calledOffLate: (p: { n: number; late: number }) =>
      `${p.n}${p.late === 0 ? '' : `, ${p.late} of them less than a day before`}`,
    none: 'No accepted meeting yet of which it is known who came.',
  },
  customer: {
    title: 'Being a good customer',
    prompt: 'Looked at in time',
    of: (p: { prompt: number; reviews: number }) => `${p.prompt} of ${p.reviews} reports`,
    median: (p: { span: string }) => `half within ${p.span}`,
    cancelled: 'Called off',
    cancelledLate: (p: { n: number; late: number }) => `${p.n}${p.late === 0 ? '' : `, ${p.late} of them late`}`,
    antecedents: 'Own part done first',
    antecedentsOf: (p: { met: number; all: number }) => `${p.met} of ${p.all} in time`,
    letOff: (p: { n: number }) => `${p.n} ${plural(p.n, 'time', 'times')} let a partner off`,
    none: 'Nothing was asked for.',
  },
  where: 'Where',
  nothing: {
    title: 'Nothing to see yet',
    text: 'The mirror fills with promises and answers: what was due, what was kept, how soon you answered.',
    example: '11 of 12 promises kept on the day; half of the answers within 5 hours',
    exampleLabel: 'Example',
    act: 'See whose move it is',
  },
};
