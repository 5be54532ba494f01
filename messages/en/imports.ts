import { plural } from '../format.ts';

/** Bringing in a history of promises from a file. Numbers come with `said`, grouped as the reader is used to. */
interface Count {
  n: number;
  said: string;
}

export const imports = {
  title: 'Bring in a history',
  lead: 'Promises you kept in a spreadsheet or another system become part of the shared record: who promised whom what, by when, and when it was done.',
  open: 'Import a history',
  back: 'All imports',
  forbidden: 'Importing writes down what other organizations promised.',
  forbiddenHint: 'Ask a manager or an administrator of your organization to do it.',

  choose: {
    title: 'Choose a file',
    drop: 'Drop a CSV file here',
    button: 'Choose a file',
    hint: 'CSV, also packed with gzip (.csv.gz), up to 50 MB. The first line names the columns. Nothing is imported before you have seen what would happen.',
    sending: (p: { name: string; percent: number }) => `Sending ${p.name}: ${p.percent} %`,
    reading: (p: { name: string }) => `${p.name} has arrived. Reading its columns…`,
    stop: 'Stop',
    tooLarge: (p: { size: string }) =>
      `This file has ${p.size}. At most 50 MB are possible: split it, or pack it with gzip.`,
    empty: 'This file is empty.',
    example: 'Download an example file',
    exampleHint: (p: { name: string }) =>
      `Write your own organization as “${p.name}”, so that its promises are recognized as yours.`,
    exampleName: 'entente-example.csv',
    command: 'From the command line',
    commandHint: 'The same on the server itself, also for files that arrive every night:',
  },

  example: {
    partners: ['Riverside Hospital', 'North Foundry'],
    headers: ['customer', 'performer', 'what', 'promised at', 'due', 'done', 'stake', 'reference', 'kind of work'],
    whats: ['Twelve places for nursing interns', 'A guest lecture on alloys', 'Two mentors for the summer school'],
    works: ['People', 'Teaching'],
  },

  mapping: {
    title: 'What the columns mean',
    lead: 'We made a first guess. Correct what is wrong; the preview follows.',
    none: '— not in this file —',
    missing: '— choose a column —',
    examples: (p: { list: string }) => `Here: ${p.list}`,
    emptyColumn: 'This column is empty.',
    fields: {
      customer: { label: 'Who was it promised to?', hint: 'The organization that asked for it or receives it.' },
      performer: { label: 'Who promised it?', hint: 'The organization that delivers.' },
      what: { label: 'What was promised?', hint: 'A few words. They become the title.' },
      promisedAt: { label: 'When was it promised?', hint: 'Where it is missing, the day it was due is taken.' },
      due: { label: 'By when?', hint: 'A line without this day is left out.' },
      done: { label: 'When was it done?', hint: 'Empty means: still open.' },
      stake: { label: 'How much was at stake?', hint: 'A number, such as the price.' },
      reference: {
        label: 'Which lines belong together?',
        hint: 'Lines with the same number here (an order, a delivery) between the same two become one promise with several conditions.',
      },
      work: {
        label: 'What kind of work was it?',
        hint: 'People, teaching, research, advice, goods and rooms, funding, access or papers.',
      },
    },
    unit: 'Unit of the stake',
    unitHint: 'Such as EUR, USD or hours.',
    dayFirst: 'How is 4/3/2026 meant in this file?',
    dayFirstOptions: { day: '4 March (day first)', month: 'April 3 (month first)' },
    sentence: (p: { customer: string; performer: string; what: string; due: string }) =>
      `So a line reads: ${p.performer} promised ${p.customer} “${p.what}” by ${p.due}.`,
    something: 'something',
    incomplete: (p: { fields: string }) => `Still to choose: ${p.fields}`,
  },

  preview: {
    title: 'What would happen',
    working: 'Looking at every line…',
    total: (p: { promises: Count; lines: Count; organizations: Count }) =>
      `${p.lines.said} ${plural(p.lines.n, 'line', 'lines')} ${plural(p.lines.n, 'tells', 'tell')} of ${p.promises.said} ${plural(p.promises.n, 'promise', 'promises')} between ${p.organizations.said} ${plural(p.organizations.n, 'organization', 'organizations')}.`,
    outcomes: { create: 'new', update: 'now done', skip: 'left out' },
    outcomesMean: {
      create: 'lines become new promises',
      update: 'lines finish a promise imported earlier',
      skip: 'lines are left out',
    },
    reasons: 'Worth knowing',
    inLines: (p: Count) => `${p.said} ${plural(p.n, 'line', 'lines')}`,
    nothing: 'There is nothing to import with these columns.',
    run: (p: Count) => `Import ${p.said} ${plural(p.n, 'promise', 'promises')}`,
    again: (p: Count) => `Import ${p.said} ${plural(p.n, 'promise', 'promises')} again`,
    means:
      'They are written down as recorded words of both sides, visible to your organization only until a partner claims its side. You can take the import back.',
  },

  reasons: {
    malformed: 'cannot be read: a quotation mark is not closed',
    'too-many-lines': 'beyond the limit of one file',
    'missing-customer': 'does not say who it was promised to',
    'missing-performer': 'does not say who promised it',
    'same-organization': 'the same organization on both sides',
    'speaks-for-itself': 'this partner is here and speaks for itself; nobody else writes down its promises',
    'missing-due': 'does not say by when',
    'bad-due': 'the day it was due is no day we can read',
    'bad-done': 'the day it was done is no day we can read',
    'bad-stake': 'the stake is no number',
    'too-long': 'a name with more than 200 characters',
    joined: 'says the same as an earlier line',
    'already-imported': 'was imported before; nothing new',
    'promise-date-unknown': 'does not say when it was promised; the day it was due, or done if earlier, is taken',
    'promise-after-due': 'promised after it was due; the day it was due, or done if earlier, is taken as the promise',
    'done-before-promise': 'done before it was promised',
    'unknown-work': 'the kind of work is none of ours; imported without it',
  },

  lines: {
    title: 'Line by line',
    filter: 'Show',
    all: 'All lines',
    line: 'Line',
    outcome: 'What happens',
    reason: 'Why',
    none: 'There are no such lines.',
    caption: 'Lines of the file, what happens with each, and why',
  },

  running: {
    title: 'Importing',
    said: (p: { done: string; total: string }) => `${p.done} of ${p.total} promises`,
    leave: 'You can leave this page. It goes on, and you find it here again.',
    undoing: 'Taking it back',
    undoingSaid: 'Everything this import brought, and nobody has touched since, is being removed.',
  },

  done: {
    title: (p: Count) => `${p.said} ${plural(p.n, 'promise is', 'promises are')} in the record`,
    partners: 'See the partners',
    conversations: 'See the conversations',
    undo: 'Take this import back',
  },
  undo: {
    title: 'Take this import back?',
    goes: (p: Count) =>
      `${p.said} ${plural(p.n, 'promise goes', 'promises go')} away again, and the partners that this import added for ${plural(p.n, 'it', 'them')}.`,
    remains: (p: Count) => `${p.said} ${plural(p.n, 'promise stays', 'promises stay')}.`,
    stays:
      'What stays, if there is any: promises that somebody has gone on with, written a note about or sent a link for, those of a partner who has come here since, and what this import only finished.',
    yes: 'Yes, take it back',
    no: 'Keep it',
  },
  undone: {
    title: 'This import was taken back',
    kept: (p: Count) =>
      `${p.said} ${plural(p.n, 'promise stays', 'promises stay')}, because somebody has gone on with ${plural(p.n, 'it', 'them')} since.`,
    nothingKept: 'Nothing of it is left.',
  },
  failed: {
    title: 'It stopped in the middle',
    text: 'What was imported is kept and nothing is there twice. Go on, or take it back.',
    goOn: 'Go on',
  },

  earlier: {
    title: 'Earlier imports',
    none: 'No file has been imported yet.',
    status: {
      ready: 'not imported yet',
      running: 'being imported',
      done: 'imported',
      failed: 'stopped in the middle',
      undoing: 'being taken back',
      undone: 'taken back',
    },
    kept: (p: Count) => `${p.said} ${plural(p.n, 'stays', 'stay')}`,
    promises: (p: Count) => `${p.said} ${plural(p.n, 'promise', 'promises')}`,
    what: 'the imports',
  },
};
