import { actKinds, type Move, proposalKinds } from '@entente/protocol';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../messages/locale.ts';
import { messagesFor } from '../../../messages/catalogue.ts';
import { mendKinds, wellKinds } from '../mirror/schema.ts';
import { headerWords, holdsSecret, isAddress, nextTry, PAUSES, withoutLinks } from './model.ts';
import { writeLetter } from './model-letters.ts';
import { ringPng } from './model-ring.ts';
import type { ConversationFacts, MailEvent, MailFacts } from './schema.ts';

const at = '2026-11-24T10:00:00.000Z';
const later = { ends: '2026-12-05T05:00:00.000Z', date: '2026-12-04' };
const ring = { prepared: true, agreed: true, done: false, accepted: false, mark: 'open' as const };

const event = (more: Partial<MailEvent>): MailEvent => ({
  actId: 'a'.repeat(64),
  kind: 'say',
  speaker: 'customer',
  who: { name: 'Irma Valdés', organization: 'Universidad del Norte' },
  own: false,
  at,
  quotes: [{ about: 'words', text: 'In my own words' }],
  ...more,
});

const facts = (more: Partial<ConversationFacts>): ConversationFacts => ({
  kind: 'conversation',
  url: 'http://entente.example/l/token',
  expiresAt: '2026-12-08T10:00:00.000Z',
  guest: true,
  role: 'performer',
  title: 'Twelve internships',
  own: 'Acero y Luz',
  partner: 'Universidad del Norte',
  outcome: null,
  events: [event({})],
  moves: [{ for: 'answer', by: later.ends, mine: true, whose: 'Acero y Luz' }],
  actions: [{ kind: 'agree' }, { kind: 'counter' }, { kind: 'decline' }, { kind: 'propose', proposal: 'amend' }],
  ring,
  ...more,
});

const links = (...titles: string[]) =>
  titles.map((title, index) => ({
    title,
    url: `http://entente.example/o/acero/partners/p/conversations/c${index}`,
  }));
const item = (kind: string, more: object = {}) => ({
  kind,
  count: 2,
  of: null,
  hours: null,
  days: null,
  links: [],
  ...more,
});
const review = (more: Partial<Extract<MailFacts, { kind: 'review' }>> = {}): MailFacts => ({
  kind: 'review',
  url: 'http://entente.example/o/acero/mirror/2026-10',
  organization: 'Acero y Luz',
  month: '2026-10',
  well: [item('kept', { count: 11, of: 12, links: links('Beds', 'Lamps <3>') }), item('answered', { hours: 5 })],
  mend: [item('broken', { count: 1, of: 12, links: links('Beds') })],
  ...more,
});

const thing = (more: object) => ({
  rule: 'their-move-overdue',
  partner: 'Taller Nuevo <3>',
  title: 'Beds',
  date: '2026-11-23T23:00:00.000Z',
  url: 'http://entente.example/o/acero/partners/p',
  ...more,
});
const digest: Extract<MailFacts, { kind: 'digest' }> = {
  kind: 'digest',
  url: 'http://entente.example/o/acero/today',
  organization: 'Acero y Luz',
  items: [
    thing({ deadline: true }),
    thing({ rule: 'readback-owed', date: '2026-11-20', detail: 'thanked' }),
    thing({ rule: 'held-mail', title: 'Marta Gil', date: at, detail: 'unknown-sender' }),
    thing({ rule: 'cadence-amber', title: '', date: '2026-08-01T10:00:00.000Z', detail: 'never' }),
  ],
  moves: [
    {
      partner: 'Taller Nuevo <3>',
      title: 'Lamps',
      by: '2026-11-23T23:00:00.000Z',
      url: 'http://entente.example/o/acero/m',
    },
  ],
  meetings: (['asked', 'slots', 'answered', 'off', 'minutes', 'coming'] as const).map((what) => ({
    what,
    partner: 'Taller Nuevo <3>',
    title: `A visit: ${what}`,
    at: later.ends,
    count: 2,
    url: `http://entente.example/o/acero/meetings/${what}`,
  })),
  messages: [{ partner: 'Taller Nuevo <3>', title: 'Spring', url: 'http://entente.example/o/acero/t' }],
  more: 3,
};

const write = (mail: MailFacts, locale: 'en' | 'es', zone = 'Europe/Madrid') =>
  writeLetter(mail, { name: 'Marta Gil' }, { locale, zone, now: at });

function expectReadable({ subject, text, html }: ReturnType<typeof write>): void {
  for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|\[object|NaN/);
  for (const [, url] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(url?.replaceAll('&#38;', '&'));
}

describe.each(LOCALES)('a mail in %s', (locale) => {
  const kinds: Partial<MailEvent>[] = [
    ...actKinds.filter((kind) => kind !== 'propose').map((kind) => ({ kind })),
    ...proposalKinds.map((proposal) => ({ kind: 'propose', proposal, due: later, until: later })),
    { kind: 'progress', atRisk: true, due: later },
    { kind: 'confirm', denied: 2 },
    { kind: 'say', question: true, files: 2 },
    {
      kind: 'accept',
      satisfaction: 4,
      quotes: [{ about: 'verdict', text: 'Fine', condition: 'By name', mark: 'waived' }],
    },
  ];

  test.each(kinds)('tells $kind $proposal from either side, spoken or written down', (more) => {
    for (const speaker of ['customer', 'performer', 'newcomer'] as const) {
      expectReadable(write(facts({ events: [event({ ...more, speaker })] }), locale));
      const recordedBy = { name: 'Irma Valdés', organization: 'Universidad del Norte' };
      expectReadable(write(facts({ events: [event({ ...more, speaker, own: true, recordedBy })] }), locale));
      expectReadable(
        write(
          facts({
            guest: false,
            role: null,
            events: [event({ ...more, speaker, who: { name: null, organization: 'Acero' } })],
          }),
          locale,
        ),
      );
    }
  });

  const moves: Move['for'][] = [
    'answer',
    'question',
    'antecedent',
    'work',
    'rework',
    'review',
    'settlement',
    'proposal',
    'resume',
  ];
  test.each(moves)('says whose move it is: %s', (kind) => {
    for (const mine of [true, false]) {
      const written = write(
        facts({ moves: [{ for: kind, by: later.ends, mine, whose: 'Acero y Luz' }] }),
        locale,
        'America/Bogota',
      );
      expectReadable(written);
      const there = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'America/Bogota' }).format(
        new Date(Date.parse(later.ends) - 1),
      );
      expect(written.text).toContain(there);
    }
  });

  test.each(Object.keys(messagesFor('en').mails.outcome))('tells how it ended: %s', (outcome) => {
    expectReadable(write(facts({ outcome, moves: [], actions: [] }), locale));
  });

  const others: MailFacts[] = [
    { kind: 'magic-link', url: 'http://entente.example/sign-in/x', expiresAt: later.ends },
    {
      kind: 'invitation',
      url: 'http://entente.example/invite/x',
      expiresAt: later.ends,
      organization: 'Norte',
      invitedBy: 'Ana',
    },
    {
      kind: 'guest-link',
      url: 'http://entente.example/l/x',
      expiresAt: later.ends,
      from: { name: null, organization: 'Norte' },
      conversation: { id: 'c', partnershipId: 'p', title: 'Places' },
    },
    {
      kind: 'claim-offer',
      url: 'http://entente.example/claim/x',
      expiresAt: later.ends,
      from: { name: 'Ana', organization: 'Norte' },
      partner: 'Acero',
    },
    {
      kind: 'claim-request',
      url: 'http://entente.example/o/x',
      partner: 'Acero',
      requestedBy: { name: null, email: 'm@acero.example' },
      partnershipId: 'p',
    },
    {
      kind: 'message',
      url: 'http://entente.example/o/x',
      subject: 'Ideas',
      partner: 'Acero',
      who: { name: 'Ana', organization: 'Norte' },
      text: 'Hello',
      at,
    },
    review(),
    review({ mend: [] }),
    review({ well: [] }),
  ];
  const meeting = (more: object): MailFacts => ({
    kind: 'meeting',
    url: 'http://entente.example/m/x',
    expiresAt: later.ends,
    guest: true,
    happened: 'invited',
    partnershipId: 'p',
    meetingId: 'm',
    purpose: 'How we begin',
    partner: 'Norte',
    who: { name: 'Ana', organization: 'Norte' },
    asks: null,
    times: [{ startsAt: later.ends, endsAt: '2026-12-05T06:00:00.000Z' }],
    zone: 'America/Bogota',
    one: false,
    repeat: null,
    way: 'in-person',
    place: 'Calle 1',
    site: 'Acero',
    agenda: 'Interns',
    people: [
      { name: null, organization: 'Norte' },
      { name: 'Marta', organization: 'Acero' },
    ],
    words: '',
    minutes: '',
    results: [],
    ...more,
  });
  const times = [0, 1].map((day) => ({
    startsAt: `2026-12-0${day + 2}T10:00:00.000Z`,
    endsAt: `2026-12-0${day + 2}T11:00:00.000Z`,
  }));
  const words = 'In my own words';
  test.each<object>([
    { happened: 'asked', asks: 'poll', times },
    { happened: 'asked', asks: 'slots', times },
    { happened: 'invited', calendar: { method: 'REQUEST', ics: 'BEGIN:VCALENDAR' } },
    { happened: 'invited', asks: 'poll', guest: false },
    { happened: 'changed', one: true, repeat: { unit: 'week', every: 1, times: 6 } },
    ...(['week', 'month', 'weekday', 'other'] as const).flatMap((unit) =>
      [1, 2].map((every) => ({ happened: 'changed', repeat: { unit, every, times: 6 } })),
    ),
    { happened: 'cancelled', words },
    { happened: 'cancelled', one: true, who: { name: null, organization: 'Norte' } },
    ...(['accepted', 'declined', 'tentative', 'voted'] as const).map((answer) => ({
      happened: 'answered',
      answer,
      words,
    })),
    { happened: 'answered', answer: 'declined', counter: times[0] },
    { happened: 'reminder', way: 'video', site: null },
    { happened: 'thanks', words },
    {
      happened: 'outcome',
      minutes: 'Two interns',
      results: [
        { kind: 'conversation', text: 'Two interns' },
        { kind: 'idea', text: 'A prize' },
        { kind: 'meeting', text: 'Again' },
      ],
    },
  ])('tells of a meeting: %j', (more) => {
    const written = write(meeting(more), locale, 'Asia/Tokyo');
    expectReadable(written);
    expect(written.text).toContain('http://entente.example/m/x');
    expect(written.text.includes(words)).toBe('words' in more);
    // A guest reads the meeting's own zone, which is named.
    if (!('happened' in more && more.happened === 'thanks'))
      expect(written.text.includes('Tokyo')).toBe('guest' in more);
  });

  test.each([
    { kind: 'agree', atRisk: false, date: null },
    { kind: 'defer', atRisk: false, date: '2026-12-04' },
    { kind: 'progress', atRisk: true, date: '2026-12-04' },
  ])('asks whether an answer by mail is meant as $kind, with the form and the day behind one button', (read) => {
    const { date, ...action } = read;
    const role = 'performer' as const;
    const told = { title: 'Places', partner: 'Norte', words: 'Yes, by Friday', url: 'http://entente.example/l/x' };
    const mail = write(
      { kind: 'suggestion', expiresAt: later.ends, guest: true, role, action, date, ...told },
      locale,
      'Asia/Tokyo',
    );
    expectReadable(mail);
    expect(mail.text).toContain('> Yes, by Friday');
    const form = action.atRisk ? 'progress%3Arisk' : action.kind;
    expect(mail.text).toContain(`/l/x?act=${form}${date ? `&day=${date}` : ''}\n`);
    expect(/4 (de )?dic?/i.test(mail.text.split('> Yes')[1] ?? '') || /4 December/.test(mail.text)).toBe(date !== null);
    expect(holdsSecret('suggestion', true)).toBe(true);
  });

  test.each([
    { took: 'nothing' as const, filesTaken: 0, filesLeft: 0 },
    { took: 'words' as const, filesTaken: 20, filesLeft: 1 },
    { took: 'words' as const, filesTaken: 1, filesLeft: 3 },
    { took: 'words' as const, filesTaken: 0, filesLeft: 2 },
  ])('tells what of a mail was not taken: %j', (left) => {
    const most = { mail: 36 * 1_048_576, file: 25 * 1_048_576, files: 20 };
    for (const page of [null, 'http://entente.example/l/x']) {
      const mail = write(
        {
          kind: 'limits',
          subject: 'Plans',
          size: 40_000_000,
          most,
          page,
          url: page ?? 'http://entente.example',
          guest: page !== null,
          expiresAt: later.ends,
          ...left,
        },
        locale,
      );
      expectReadable(mail);
      for (const said of ['Plans', '36 MB', '25 MB', '20']) expect(mail.text).toContain(said);
      expect(mail.text.includes('/l/x')).toBe(page !== null);
    }
  });

  test.each(others)('says what a $kind is about', (mail) => expectReadable(write(mail, locale)));

  test.each([...wellKinds, ...mendKinds])('has words for one and for many of a review: %s', (kind) => {
    for (const count of [1, 2, 7])
      for (const of of [null, count, 12]) {
        const said = item(kind, { count, of, hours: count === 1 ? 1 : 130, days: 60 });
        const mail = wellKinds.includes(kind as never) ? review({ well: [said] }) : review({ mend: [said] });
        expectReadable(write(mail, locale));
        expect(write(mail, locale).text).toContain('• ');
      }
  });

  test('says the same of a month in its text and in its HTML, and opens nothing by itself', () => {
    const { mails, mirror } = messagesFor(locale);
    const { text, html, subject } = write(review(), locale);
    const month = locale === 'en' ? 'October 2026' : 'octubre de 2026';
    expect(subject).toBe(mails.review.subject({ month, organization: 'Acero y Luz' }));
    const plain = html
      .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/\s+/g, ' ');
    const { well, mend } = review() as Extract<MailFacts, { kind: 'review' }>;
    for (const said of [
      mails.review.lead({ month, organization: 'Acero y Luz' }),
      mirror.review.well,
      mirror.review.wellItems.kept(well[0]!),
      mirror.review.wellItems.answered(well[1]!),
      'Beds · Lamps <3>',
      mirror.review.mend,
      mirror.review.mendItems.broken(mend[0]!),
      mails.review.links,
      mails.review.button,
      mails.review.why({ organization: 'Acero y Luz' }),
    ]) {
      expect(plain).toContain(said);
      // Long lines are folded in the text.
      expect(text.replace(/\s+/g, ' ')).toContain(said);
    }
    expect(holdsSecret('review', false)).toBe(false);
    const opened = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
    expect(opened).toContain('http://entente.example/o/acero/mirror/2026-10');
    expect(opened.every((url) => url?.startsWith('http://entente.example/o/acero/'))).toBe(true);
  });

  test('says the same of what waits for somebody in its text and in its HTML', () => {
    const { mails, followUps, mailIn } = messagesFor(locale);
    const { text, html, subject } = write(digest, locale);
    const plain = html
      .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/\s+/g, ' ');
    const about = { partner: 'Taller Nuevo <3>', title: 'Beds' };
    // The end of Monday the 23rd, where the reader is: said as that day, yesterday, never as an hour of midnight.
    const due = locale === 'en' ? 'yesterday' : 'ayer';
    for (const said of [
      mails.digest.lead({ organization: 'Acero y Luz' }),
      mails.digest.moves,
      mails.digest.by({ partner: 'Taller Nuevo <3>', date: due }),
      mails.digest.follow,
      followUps.what['their-move-overdue'](about),
      followUps.why['their-move-overdue']({ date: due }),
      followUps.readBackOnly(about),
      followUps.what['held-mail']({ ...about, title: 'Marta Gil' }),
      mailIn.reasons['unknown-sender'],
      mails.digest.meetings,
      mails.digest.meeting.slots({ partner: 'Taller Nuevo <3>' }),
      mails.digest.meeting.answered({ partner: 'Taller Nuevo <3>', count: 2 }),
      mails.digest.messages,
      mails.digest.more({ count: 3 }),
      mails.digest.button,
      mails.digest.why({ organization: 'Acero y Luz' }),
    ]) {
      expect(plain).toContain(said);
      expect(text.replace(/\s+/g, ' ')).toContain(said);
    }
    expect(text).not.toMatch(/00:00|23:59/);
    expect(subject).toBe(mails.digest.subject({ count: 15, organization: 'Acero y Luz' }));
    expect(holdsSecret('digest', false)).toBe(false);
    const opened = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
    expect(opened).toContain('http://entente.example/o/acero/today');
    expect(opened.every((url) => url?.startsWith('http://entente.example/o/acero/'))).toBe(true);
  });

  test.each(Object.keys(messagesFor(locale).followUps.what))('has words for what raises %s', (rule) => {
    const one = { rule, partner: 'Taller Nuevo', title: 'Beds', url: 'http://entente.example/o/acero/x' };
    const dates = [{ date: '2026-11-20' }, { date: '2026-11-20T16:30:00.000Z' }, { date: later.ends, deadline: true }];
    const items = dates.map((date) => ({ ...one, ...date }));
    expectReadable(write({ ...digest, items, moves: [], messages: [], more: 0 }, locale));
  });

  test('says a deadline of some days ago as its weekday and date', () => {
    const items = [{ ...digest.items[0]!, date: '2026-11-16T23:00:00.000Z', deadline: true }];
    const { text } = write({ ...digest, items, moves: [] }, locale);
    expect(text).toContain(locale === 'en' ? 'was due Monday 16 November' : 'era para el lunes 16 de noviembre');
    const { text: never } = write(
      { ...digest, items: [{ ...items[0]!, rule: 'cadence-red', detail: 'never', deadline: false }] },
      locale,
    );
    expect(never).toContain(locale === 'en' ? 'no word between you yet' : 'aún no habéis hablado');
    expect(never).not.toContain(locale === 'en' ? 'no word from both sides since' : 'sin palabra de ambas partes');
  });
});

describe('the small parts of a mail', () => {
  test('the terms are told in full', () => {
    const { text } = write(
      facts({
        events: [
          event({
            kind: 'request',
            quotes: [
              { about: 'what', text: 'Twelve internships' },
              { about: 'condition', text: 'By name' },
              { about: 'antecedent', text: 'We send CVs' },
            ],
            due: later,
            replyBy: later,
            antecedentBy: later,
            work: 'talent',
            effort: { amount: '12.50', unit: 'hours' },
            price: { amount: '900', unit: 'EUR' },
          }),
        ],
      }),
      'en',
    );
    for (const said of [
      '> Twelve internships',
      '☐ By name',
      'We send CVs (by Friday 4 December)',
      'Kind of work: People',
      '12.5 hours',
      '900 EUR',
      'Answer by: Friday 4 December',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('a promise that slips says why, where a reason was chosen', () => {
    const events = [event({ kind: 'progress', atRisk: true, cause: 'capacity' })];
    expect(write(facts({ events }), 'en').text).toContain('Why: Not enough capacity');
    expect(write(facts({ events }), 'es').text).toContain('Por qué: Falta capacidad');
  });

  test('a header holds one line of printable words', () => {
    expect(headerWords('a\r\nBcc: b\u202e\u0000c')).toBe('a Bcc: b c');
    expect(headerWords('😀'.repeat(200)).length).toBeLessThanOrEqual(180);
    expect(headerWords('\ud800x')).toBe('\ufffdx');
  });

  test('only one mailbox is an address', () => {
    expect(isAddress('marta.gil+x@acero.example')).toBe(true);
    for (const wrong of ['', '@', 'a@', '@b', 'a@b@c', 'a b@c', 'a@b,c@d', 'a@b\n', `${'a'.repeat(65)}@b`, '<a@b>']) {
      expect(isAddress(wrong), wrong).toBe(false);
    }
  });

  test('a mail server may be away for almost three days', () => {
    const total = PAUSES.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(total).toBeGreaterThan(60);
    expect(nextTry(1, new Date(at))?.toISOString()).toBe('2026-11-24T10:00:10.000Z');
    expect(nextTry(PAUSES.length + 1, new Date(at))).toBeNull();
  });

  test('the kept copy shows no link, with or without what was asked of it', () => {
    const { text, html } = write(facts({}), 'en');
    for (const part of [text, html])
      expect(withoutLinks(part, 'http://entente.example/l/token', '[gone]')).not.toContain('/l/token');
  });

  test('the ring is a picture of a kilobyte or so, for each way it can look', () => {
    for (const mark of ['open', 'closed', 'broken', 'repaired', 'faded'] as const) {
      const picture = ringPng({ ...ring, mark }, 'ours');
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.length).toBeLessThan(2500);
    }
  });
});
