import { describe, expect, test } from 'vitest';
import type { ReadMail } from './model-read.ts';
import { type GivenAddress, type Known, MOST_IN_AN_HOUR, routeMail, senderChecked } from './model-route.ts';
import { dayNamed, suggest } from './model-suggest.ts';

const mail: ReadMail = {
  messageId: '<1@norte.example>',
  inReplyTo: null,
  references: [],
  from: { name: 'Ana', email: 'ana@norte.example' },
  recipients: [],
  subject: 'Re: interns',
  at: null,
  sort: 'words',
  words: 'Yes, by Friday.',
  folded: '',
  files: [],
  filesLeftOut: 0,
  calendar: null,
  report: null,
  hops: 3,
  authentication: [],
};
const address: GivenAddress = {
  token: 't',
  kind: 'conversation',
  partnership: 'p',
  subject: 'c',
  email: 'ana@norte.example',
};
const known: Known = {
  address,
  senders: new Set(['ana@norte.example']),
  ours: undefined,
  isOurs: undefined,
  lately: 0,
  sender: undefined,
};

describe('a mail goes', () => {
  test('to what its address was given for, from the person it was given to', () => {
    expect(routeMail(mail, known)).toEqual({ state: 'landed', to: address });
  });
  test.each<[string, Partial<ReadMail>, Partial<Known>, string]>([
    ['somebody else wrote it', { from: { name: null, email: 'eve@norte.example' } }, {}, 'held unknown-sender'],
    ['the receiving server doubts the sender', {}, { sender: 'failed' }, 'held unsure-sender'],
    ['there are too many', {}, { lately: MOST_IN_AN_HOUR }, 'held too-many'],
    [
      'it answers a mail of ours at no address of its own',
      {},
      { address: undefined, ours: { mail: 'm', kind: 'conversation', conversation: 'c', partnership: 'p' } },
      'held no-address',
    ],
    ['nobody here is meant', {}, { address: undefined }, 'refused unknown-address'],
    ['the address is made up', {}, { address: 'forged' }, 'refused forged-address'],
    ['nobody wrote it', { sort: 'auto-reply' }, {}, 'ignored auto-reply'],
    ['it came back', { sort: 'bounce' }, {}, 'ignored bounce'],
    ['it is late', { sort: 'delay' }, {}, 'ignored delay'],
    ['it is our own', {}, { isOurs: 'mail' }, 'ignored loop'],
    ['it goes round', { hops: 51 }, {}, 'ignored loop'],
    ['it is our own probe', { sort: 'auto-reply' }, { isOurs: 'probe', address: 'forged' }, 'ignored probe'],
    ['it says nothing new', { words: '' }, {}, 'ignored empty'],
  ])('elsewhere where %s', (_, of, about, expected) => {
    const route = routeMail({ ...mail, ...of }, { ...known, ...about });
    expect(`${route.state} ${'reason' in route ? route.reason : ''}`).toBe(expected);
  });
  test('an answer to an invitation counts though a program made it', () => {
    const meeting = { ...address, kind: 'meeting' as const };
    const reply = {
      ...mail,
      sort: 'auto-reply' as const,
      words: '',
      calendar: { method: 'REPLY', text: 'BEGIN:VCALENDAR' },
    };
    expect(routeMail(reply, { ...known, address: meeting }).state).toBe('landed');
  });
});

test('what a server says about the sender counts only under the name that is trusted', () => {
  const forged = 'mx.evil.example; dmarc=pass';
  expect(senderChecked([forged], undefined)).toBeUndefined();
  expect(senderChecked([forged], 'mx.norte.example')).toBeUndefined();
  expect(senderChecked([forged, 'mx.norte.example; spf=pass; dmarc=fail (p=none)'], 'mx.norte.example')).toBe('failed');
  expect(
    senderChecked(['MX.norte.example 1; dkim=pass header.d=norte.example; spf=softfail'], 'mx.norte.example'),
  ).toBe('passed');
  expect(senderChecked(['mx.norte.example; spf=fail'], 'mx.norte.example')).toBe('failed');
  expect(senderChecked(['mx.norte.example; none'], 'mx.norte.example')).toBeUndefined();
});

describe('words that read like an act', () => {
  const all = new Set(['agree', 'decline', 'counter', 'defer', 'report', 'accept', 'progress']);
  // A Wednesday.
  const today = '2026-11-25';
  test.each<[string, string | null, string | null]>([
    ['Yes, by Friday works for us.', 'agree', '2026-11-27'],
    ['Hello Kay,\n\nYes, gladly.', 'agree', null],
    ['Sí, el viernes nos va bien.', 'agree', '2026-11-27'],
    ['Vale, el 12 de enero.', 'agree', '2027-01-12'],
    ['Yes, but only two of them, by 12 January 2027.', 'counter', '2027-01-12'],
    ['Sí, pero en vez de tres, dos.', 'counter', null],
    ['No, thank you.', 'decline', null],
    ['Lo siento, no podemos.', 'decline', null],
    ["I'll get back to you on Monday.", 'defer', '2026-11-30'],
    ['Os respondemos mañana.', 'defer', '2026-11-26'],
    ["It's done.", 'report', null],
    ['Ya está hecho.', 'report', null],
    ['We will be late: December 3.', 'progress', '2026-12-03'],
    ['Vamos con retraso.', 'progress', null],
    ['All on track.', 'progress', null],
    ['Perfect, we accept.', 'accept', null],
    // Not to be read as anything.
    ['Yes? What exactly do you need?', null, null],
    ['What about the contract', null, null],
    ['', null, null],
    ['Silicon Valley is far away.', null, null],
    [`Yes. ${'And then there is more to say about it. '.repeat(40)}`, null, null],
    ["I'll get back to you.", null, null],
  ])('%j', (words, kind, date) => {
    const read = suggest(words, all, today);
    expect(read?.kind ?? null).toBe(kind);
    if (kind) expect(read?.date).toBe(date);
  });
  test('only what can follow is offered', () => {
    expect(suggest('Yes, by Friday.', new Set(['accept']), today)).toBeNull();
    expect(suggest('We are late.', new Set(['agree']), today)).toBeNull();
  });
  test.each([
    ['by Wednesday', '2026-12-02'],
    ['today', '2026-11-25'],
    ['the day after tomorrow', '2026-11-27'],
    ['pasado mañana', '2026-11-27'],
    ['on 2026-12-24', '2026-12-24'],
    ['on Feb 30', null],
    ['on 1 March', '2027-03-01'],
    ['in the morning', null],
    ['por la mañana', null],
  ])('the day in %j', (words, day) => {
    expect(dayNamed(words, today)).toBe(day);
  });
});
