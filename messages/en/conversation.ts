import type { MissCause, WorkKind } from '@entente/protocol';
import { plural } from '../format.ts';

/** What a promise is about: `short` where the terms are read, `label` where one chooses. */
const work: Record<WorkKind, { short: string; label: string }> = {
  talent: { short: 'People', label: 'People: interns, hires, mentors' },
  teaching: { short: 'Teaching', label: 'Teaching: talks, courses, training' },
  research: { short: 'Research', label: 'Research: projects, studies, data' },
  advice: { short: 'Advice', label: 'Advice: reviews, expertise' },
  goods: { short: 'Goods and rooms', label: 'Goods and rooms: equipment, deliveries' },
  funding: { short: 'Funding', label: 'Funding: gifts, scholarships, fees' },
  access: { short: 'Access', label: 'Access: introductions, visits' },
  paperwork: { short: 'Papers', label: 'Papers: contracts, approvals, information' },
};

/** Why a promise slips or is missed. */
const causes: Record<MissCause, string> = {
  'waiting-on-other': 'Waiting on the other side',
  'unclear-ask': 'The ask was unclear',
  capacity: 'Not enough capacity',
  approval: 'An approval is missing',
  priority: 'Priorities changed',
  external: 'Something outside our control',
};

/** The conversation's own place, and the words for states, outcomes and moves that others use too. */
export const conversation = {
  title: 'Conversation',
  states: {
    exploring: 'Just talking',
    negotiating: 'Being talked about',
    performing: 'Promised',
    reported: 'Reported done',
    disputed: 'Seen differently',
    closed: 'Closed',
  },
  outcomes: {
    satisfied: 'Accepted',
    'satisfied-with-waivers': 'Accepted, some conditions let go',
    declined: 'Declined',
    withdrawn: 'Taken back',
    lapsed: 'No answer came',
    released: 'Let off',
    cancelled: 'No longer needed',
    'ended-together': 'Ended together',
    superseded: 'Replaced by a new one',
    expired: 'What had to come first never came',
    reneged: 'Not kept',
    failed: 'Not delivered',
    unconfirmed: 'Delivered, no answer',
  },
  /** What a move is for: `Move.for` of the protocol. */
  waitsFor: {
    answer: 'an answer',
    question: 'an answer to a question',
    antecedent: 'what has to come first',
    work: 'delivery',
    rework: 'putting it right',
    review: 'a look at what was delivered',
    settlement: 'a way out',
    proposal: 'an answer to a proposal',
    resume: 'going on after the pause',
  },
  flags: {
    overdue: (p: { days: number }) => `${p.days} ${plural(p.days, 'day', 'days')} late`,
    dueToday: 'due today',
    atRisk: 'may slip',
    paused: 'paused',
    unanswered: 'answer is late',
    firstDue: (p: { date: string }) => `first promised for ${p.date}`,
  },
  roles: { customer: 'asks', performer: 'delivers', newcomer: 'is asked to step in' },
  terms: {
    title: 'Terms',
    what: 'What',
    conditions: 'Done when…',
    condition: (p: { n: number }) => `Condition ${p.n}`,
    addCondition: 'Add a condition',
    conditionHint: 'One thing that both sides can check by itself.',
    due: 'Due',
    noDue: 'No date yet',
    cycle: (p: { days: number }) => `${p.days} ${plural(p.days, 'day', 'days')} after it is agreed`,
    work: 'Kind of work',
    effort: 'Effort',
    price: 'Price',
    antecedent: 'What you do first',
    antecedentBy: 'By when',
    replyBy: 'Answer by',
    validUntil: 'Stands until',
    version: (p: { n: number }) => `version ${p.n}`,
  },
  work,
  causes,
  settlements: {
    satisfied: 'Accepted as it is',
    'satisfied-with-waivers': 'Accepted, some conditions let go',
    released: 'Let off without fault',
    'ended-together': 'Ended together',
    failed: 'Not delivered',
    performing: 'Back to work',
  },
  opinions: { yes: 'Yes', partly: 'Partly', no: 'No' },
  judge: { fair: 'Was it fair?', efficient: 'Did it go smoothly?', again: 'Would you do it again?' },
  satisfaction: {
    label: 'How satisfied are you?',
    1: 'Not at all',
    2: 'A little',
    3: 'So-so',
    4: 'Well',
    5: 'Entirely',
  },
};
