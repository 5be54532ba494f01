import { plural } from '../format.ts';

/** Confidence from kept promises. Numbers come ready-made: "84%", "+3". */
export const trust = {
  title: 'Confidence',
  open: 'Confidence and where it comes from',
  pageTitle: (p: { partner: string }) => `Confidence: ${p.partner}`,
  lead: 'How likely the next promise is to be kept, from the promises that came before. Every part opens into what made it.',
  back: (p: { partner: string }) => `Back to ${p.partner}`,
  loading: 'the confidence',

  inThem: (p: { partner: string }) => `Our confidence in ${p.partner}`,
  inUs: (p: { partner: string }) => `The confidence of ${p.partner} in us, as far as the shared record shows it`,
  between: (p: { customer: string; performer: string }) => `What ${p.customer} may expect of ${p.performer}`,
  whoSees: {
    ours: 'Only your organization sees this: it includes what you know from other partners.',
    shared: (p: { partner: string }) => `You and ${p.partner} see the same here. What they know from others is theirs.`,
    /** The partner has no home here, and sees nothing of it. */
    sharedAlone: (p: { partner: string }) => `From this room alone: what ${p.partner} would see with a home here.`,
    sharedBetween: 'From what was recorded between the two.',
  },
  sharedAlone: (p: { value: string }) => `The shared record alone says ${p.value}.`,
  sharedAloneNone: 'The shared record alone says nothing yet.',

  standing: {
    'too-early': 'Too early to tell',
    'too-long-ago': 'Too long ago to tell',
  },
  tooEarlyHint: (p: { count: number; from: number }) =>
    p.count === 0
      ? `No promise has come out yet. A number is stated from ${p.from} on.`
      : `${p.count} ${plural(p.count, 'promise has', 'promises have')} come out. A number is stated from ${p.from} on, and while the range is not too wide.`,
  tooLongAgoHint: 'What there was has aged too much to say anything about today.',
  level: {
    dependable: 'Dependable',
    mostly: 'Mostly kept',
    mixed: 'Mixed',
    rarely: 'Often not kept',
  },
  ofTen: (p: { from: number; to: number }) =>
    p.from === p.to
      ? `Of the next ten promises, expect ${p.from} to be kept.`
      : `Of the next ten promises, expect ${p.from} to ${p.to} to be kept.`,
  figure: (p: { value: string; low: string; high: string }) => `${p.value}, likely between ${p.low} and ${p.high}`,
  counted: (p: { kept: number; count: number }) => `${p.kept} kept of ${p.count} that came out between you`,
  small: {
    stated: (p: { value: string; level: string; count: number }) =>
      `${p.level}: ${p.value} from ${p.count} ${plural(p.count, 'promise', 'promises')}`,
    none: (p: { count: number; from: number }) =>
      p.count < p.from
        ? `Too early to tell: ${p.count} of ${p.from} promises`
        : `Too early to tell: the range is still too wide`,
  },

  trend: {
    title: 'Over time',
    name: (p: { performer: string }) => `Confidence in ${p.performer} over time`,
    none: 'The line begins once a number can be stated.',
    unknown: 'too early to tell',
    marks: { kept: 'kept', broken: 'broken', repaired: 'made good and forgiven' },
    table: {
      show: 'Show as a table',
      at: 'When',
      value: 'Confidence',
      interval: 'Likely range',
      what: 'What happened',
    },
  },

  changed: {
    title: 'What changed',
    since: 'Since',
    choices: { '30': 'a month ago', '90': 'three months ago', '365': 'a year ago' },
    moved: (p: { before: string; after: string; by: string }) => `From ${p.before} to ${p.after} (${p.by} points)`,
    same: 'Nothing changed.',
    became: 'Then nothing could be stated.',
    by: (p: { by: string }) => `${p.by} points`,
    settled: 'What came out since then',
    ageing: 'Where nothing came out, what is older counts a little less each day.',
  },

  shares: {
    title: 'Where the number comes from',
    name: 'Parts of the number',
    note: 'The width is how much a part weighs, the filled height how much of it was kept. The filled area is the number.',
    own: 'What came out between you',
    ownBetween: 'What came out between the two',
    work: 'This kind of work',
    counterparty: (p: { party: string }) => `What ${p.party} experienced with them`,
    elsewhere: (p: { party: string }) => `What came out with ${p.party}`,
    population: 'Everybody’s promises to everybody you see',
    start: 'One half, before anything is known',
    startHint: 'An assumption, not a record: nothing stands behind it.',
    adds: (p: { points: string; weight: string }) => `adds ${p.points} of ${p.weight}`,
    table: { show: 'Show as a table', label: 'Part', weight: 'Weight', points: 'Adds' },
    empty: 'Nothing of it is left.',
    more: 'Show more',
    truncated: (p: { n: number }) => `and ${p.n} smaller ${plural(p.n, 'part', 'parts')}`,
  },

  commitment: {
    kept: 'Kept',
    broken: 'Not kept',
    lifted: 'Made good and forgiven: it no longer counts',
    open: 'Still owed, without a word since it was due',
    results: {
      open: 'open',
      kept: 'kept on the day',
      late: 'late, without notice',
      'late-with-notice': 'late, with notice',
      reneged: 'given up by who promised',
      failed: 'not delivered',
      unconfirmed: 'never confirmed',
      excused: 'ended without fault',
      denied: 'said not to have been agreed',
    },
    weight: (p: { worth: string }) => `counts ${p.worth}`,
    recorded: 'recorded, not confirmed: counts half',
    between: (p: { customer: string; performer: string }) => `${p.performer} to ${p.customer}`,
  },

  kinds: {
    title: 'By kind of work',
  },
  beside: {
    title: 'Beside the number',
    text: 'These came out without counting for or against anybody.',
  },
  prospect: {
    title: 'What others’ experience suggests',
    through: (p: { parties: string }) => `Through ${p.parties}. It is not your own experience and is kept nowhere.`,
  },
  how: {
    title: 'How this is reckoned',
    text: 'A promise counts as kept when it was accepted and reported by the last agreed day; as broken when it was late without notice, given up, not delivered, or is overdue without a word. It counts half after a year. Saying no, being let off, or ending together never counts. What was made good and forgiven counts no more. Nothing here ranks people.',
  },

  effect: {
    title: 'Confidence',
    ours: (p: { performer: string }) => `Your confidence in ${p.performer}`,
    between: (p: { customer: string; performer: string }) => `The confidence of ${p.customer} in ${p.performer}`,
    now: (p: { value: string }) => `Now ${p.value}.`,
    tooEarly: (p: { count: number; from: number }) =>
      p.count < p.from
        ? `Too early to state a number: ${p.count} of ${p.from} promises have come out.`
        : `Too early to state a number: the range is still too wide.`,
    tooLongAgo: 'Too long ago to state a number.',
    raised: (p: { by: string }) => `This promise raised it by ${p.by} points.`,
    lowered: (p: { by: string }) => `This promise lowered it by ${p.by} points.`,
    raisedSome: 'This promise raised it.',
    loweredSome: 'This promise lowered it.',
    wouldKept: (p: { by: string }) => `Keeping it would raise it by ${p.by} points.`,
    wouldBroken: (p: { by: string }) => `Missing it would lower it by ${p.by} points.`,
    wouldBothSome: 'Keeping it will raise it, missing it will lower it.',
    lifted: 'It was made good and forgiven: it no longer counts.',
    none: 'This came out without counting for or against anybody.',
    waiting: 'It counts once it has come out.',
    recorded: 'It counts half until what was written down is confirmed.',
    silent: 'It is overdue without a word, and counts as not kept.',
    smallStake: 'It counts less: little was at stake beside what is usual.',
    see: 'Where it comes from',
  },

  check: {
    title: 'Would it have been foretold?',
    lead: 'Every promise of this history is foretold from what had come out before it was made, and compared with what came.',
    run: 'Check it',
    scored: (p: { n: number }) =>
      `${p.n} ${plural(p.n, 'promise was', 'promises were')} foretold; the first 30% only taught.`,
    tooFew: 'There are too few promises that came out to check anything.',
    brier: 'Error',
    brierHint: (p: { plain: string }) => `0 is perfect. The plain average of each performer makes ${p.plain}.`,
    better: 'better than the plain average',
    worse: 'no better than the plain average',
    coverage: 'Ranges that held',
    coverageHint: 'of the 90% ranges held the next ten promises',
    ece: 'Off the diagonal',
    eceHint: 'on average, between what was foretold and what came',
    diagram: 'Foretold and kept',
    axis: { foretold: 'foretold', kept: 'kept', n: 'promises' },
    above: 'kept more often than foretold',
    below: 'kept less often than foretold',
    diagonal: 'exactly as foretold',
    recorded: 'Imported promises are only recorded: each counts half until both sides have confirmed it.',
  },
};
