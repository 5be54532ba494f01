import { files, reason, required, words } from './fields.ts';
import { rank } from './ranks.ts';
import type { ActRule } from './rule.ts';

const anyState = ['negotiating', 'performing', 'reported', 'disputed', 'closed'] as const satisfies ActRule['from'];
const openStates = ['negotiating', 'performing', 'reported', 'disputed'] as const satisfies ActRule['from'];

const light = {
  when: [],
  needs: [],
  to: ['same'],
  evidence: [],
  binding: false,
  recordable: true,
  rank: rank.talk,
} satisfies Partial<ActRule>;

/** Acts that move nothing: talk, links, repair, judgement, and who speaks. */
export const talking = {
  say: {
    kind: 'say',
    by: ['either', 'newcomer'],
    from: [...anyState],
    ...light,
    evidence: ['sense-making'],
    fields: [reason, files, { name: 'question', kind: 'flag', required: false }],
  },
  'stand-in': {
    kind: 'stand-in',
    by: ['either'],
    from: [...openStates],
    ...light,
    needs: ['another-person'],
    evidence: ['continuity'],
    binding: true,
    recordable: false,
    fields: [],
  },
  link: {
    kind: 'link',
    by: ['either'],
    from: [...anyState],
    ...light,
    needs: ['new-link'],
    fields: [required('relation', 'relation'), required('other', 'conversation')],
  },
  confirm: {
    kind: 'confirm',
    by: ['either'],
    from: [...anyState],
    ...light,
    when: ['recorded-acts-open'],
    needs: ['names-recorded-acts'],
    recordable: false,
    fields: [required('confirmed', 'recorded-acts'), required('denied', 'recorded-acts'), words],
  },
  judge: {
    kind: 'judge',
    by: ['either'],
    from: ['closed'],
    ...light,
    when: ['not-yet-judged'],
    evidence: ['judged'],
    recordable: false,
    fields: [required('fair', 'opinion'), required('efficient', 'opinion'), required('again', 'opinion'), words],
  },
  'make-good': {
    kind: 'make-good',
    by: ['performer'],
    from: ['closed'],
    outcomes: ['reneged', 'failed', 'satisfied', 'satisfied-with-waivers'],
    ...light,
    when: ['open-to-repair'],
    evidence: ['made-good'],
    binding: true,
    fields: [reason, files],
  },
  forgive: {
    kind: 'forgive',
    by: ['customer'],
    from: ['closed'],
    outcomes: ['reneged', 'failed', 'satisfied', 'satisfied-with-waivers'],
    ...light,
    when: ['made-good'],
    evidence: ['forgiven'],
    binding: true,
    fields: [words],
  },
} satisfies Record<string, ActRule>;
