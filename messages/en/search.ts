import { plural } from '../format.ts';

/** The palette that finds everything the organization may see. */
export const search = {
  title: 'Search',
  label: 'Search everywhere',
  hint: 'Partners, people, promises, needs, notes…',
  results: 'What was found',
  what: 'what fits',
  short: 'Two letters or more.',
  none: (p: { text: string }) =>
    `Nothing was found for “${p.text}”. Every word has to stand there, at least its beginning.`,
  found: (p: { n: number }) => `${p.n} ${plural(p.n, 'result', 'results')}`,
  recent: 'Opened lately',
  places: 'Places',
  actions: 'Do something',
  addPartner: 'Add a partner',
  ask: (p: { partner: string }) => `Ask ${p.partner} for something`,
  offer: (p: { partner: string }) => `Offer ${p.partner} something`,
  at: (p: { partner: string }) => `with ${p.partner}`,
  about: (p: { partner: string }) => `About ${p.partner}`,
  thought: (p: { partner: string }) => `of ${p.partner}, as we know it`,
  of: (p: { partner: string }) => `at ${p.partner}`,
  nature: { need: 'Need', offer: 'Offer' },
  ours: 'our own',
  keys: 'Arrows choose, Enter opens, Esc closes.',
  kinds: {
    partner: 'Partners',
    person: 'People of partners',
    member: 'Our people',
    conversation: 'Promises and requests',
    thread: 'Threads',
    need: 'Needs and offers',
    note: 'Our own notes',
    interview: 'What we heard',
    readback: 'Read-backs',
  },
};
