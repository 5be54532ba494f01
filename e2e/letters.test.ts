import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCALES } from '../messages/locale.ts';
import { writeLetter } from '../server/features/mail/model-letters.ts';
import { RING_ADDRESS } from '../server/features/mail/model-layout.ts';
import type { MailFacts } from '../server/features/mail/schema.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

/** The mails themselves, as a mail program on a phone shows them: by light and by dark, in every language. */
let story: Story;
let reader: Visitor;
beforeAll(async () => {
  story = await beginStory('letters');
  reader = await story.person('phone');
});
afterAll(() => story.end());

const NOW = '2026-03-04T10:00:00.000Z';
const LATER = '2026-03-18T10:00:00.000Z';
const LINK = `https://entente.northfield.example/l/${'Ab3-_'.repeat(13).slice(0, 64)}`;
const PAGE = 'https://entente.northfield.example/o/northfield/partners/0190a000/conversations/c1';
const ANA = { name: 'Ana Prieto', organization: 'Northfield University' };
const TITLE = 'Twelve places for second-year apprentices in the welding shop';

const meeting = (more: Partial<Extract<MailFacts, { kind: 'meeting' }>>): MailFacts => ({
  kind: 'meeting',
  url: LINK.replace('/l/', '/m/'),
  expiresAt: LATER,
  guest: true,
  happened: 'invited',
  partnershipId: 'p',
  meetingId: 'm',
  purpose: 'See the welding shop together',
  partner: 'Northfield University',
  who: ANA,
  asks: null,
  times: [{ startsAt: '2026-03-10T09:00:00.000Z', endsAt: '2026-03-10T10:30:00.000Z' }],
  zone: 'Europe/Madrid',
  one: false,
  repeat: null,
  way: 'in-person',
  place: 'Riverside Workshop, gate 2, Calle del Puerto 14',
  site: 'Riverside Workshop',
  agenda: 'The shop, the night shift, and where twelve people would stand.',
  people: [ANA, { name: 'Marta Gil', organization: 'Riverside Workshop' }],
  words: '',
  minutes: '',
  results: [],
  ...more,
});

const letters: Record<string, MailFacts> = {
  invitation: {
    kind: 'invitation',
    url: 'https://entente.northfield.example/invite/Ab3',
    expiresAt: LATER,
    organization: 'Northfield University',
    invitedBy: 'Ana Prieto',
  },
  asked: {
    kind: 'conversation',
    url: LINK,
    expiresAt: LATER,
    guest: true,
    role: 'performer',
    title: TITLE,
    own: 'Riverside Workshop',
    partner: 'Northfield University',
    outcome: null,
    events: [
      {
        actId: 'a',
        kind: 'request',
        speaker: 'customer',
        who: ANA,
        own: false,
        at: NOW,
        quotes: [
          { about: 'what', text: TITLE },
          { about: 'condition', text: 'Six by day and six by night' },
          { about: 'condition', text: 'Somebody who answers for each group' },
        ],
        due: { ends: LATER, date: '2026-09-01' },
        replyBy: { ends: LATER, date: '2026-03-18' },
        work: 'talent',
      },
    ],
    moves: [{ for: 'answer', by: LATER, date: '2026-03-18', mine: true, whose: 'Riverside Workshop' }],
    actions: [
      { kind: 'agree' },
      { kind: 'counter' },
      { kind: 'defer' },
      { kind: 'decline' },
      { kind: 'propose', proposal: 'hand-over' },
    ],
    ring: { prepared: true, agreed: false, done: false, accepted: false, mark: 'open' },
  },
  suggestion: {
    kind: 'suggestion',
    url: LINK,
    expiresAt: LATER,
    guest: true,
    title: TITLE,
    partner: 'Northfield University',
    role: 'performer',
    words: 'Yes, gladly. By Friday you have the names of those who answer for them.',
    action: { kind: 'agree', atRisk: false },
    date: '2026-03-06',
  },
  'too-large': {
    kind: 'limits',
    page: LINK,
    url: LINK,
    expiresAt: LATER,
    guest: true,
    took: 'nothing',
    subject: 'Re: Twelve places for second-year apprentices: all the drawings',
    size: 61_000_000,
    filesTaken: 0,
    filesLeft: 0,
    most: { mail: 37_748_736, file: 26_214_400, files: 20 },
  },
  'files-left': {
    kind: 'limits',
    page: PAGE,
    url: PAGE,
    guest: false,
    took: 'words',
    subject: 'Re: Twelve places for second-year apprentices',
    size: 9_000_000,
    filesTaken: 20,
    filesLeft: 3,
    most: { mail: 37_748_736, file: 26_214_400, files: 20 },
  },
  nudge: {
    kind: 'message',
    url: PAGE,
    subject: 'The night shift',
    partner: 'Northfield University',
    who: ANA,
    text: 'Dear Marta,\n\nyou wanted to ask your night shift about the six places. Is there anything we can do so that it becomes easier for you?\n\nWarm regards\nAna',
    at: NOW,
  },
  digest: {
    kind: 'digest',
    url: 'https://entente.northfield.example/o/northfield/today',
    organization: 'Northfield University',
    items: ['early-warning', 'their-move-overdue'].map((rule, n) => ({
      rule,
      partner: 'Riverside Workshop',
      title: n === 0 ? TITLE : 'A visit of the workshop in May',
      date: LATER,
      url: PAGE,
    })),
    moves: [{ partner: 'Riverside Workshop', title: 'Beds for the exchange students', by: LATER, url: PAGE }],
    meetings: [
      {
        what: 'answered',
        partner: 'San Telmo Regional Hospital',
        title: 'A walk through the wards',
        at: LATER,
        count: 2,
        url: PAGE,
      },
    ],
    messages: [{ partner: 'San Telmo Regional Hospital', title: 'Placements next autumn', url: PAGE }],
    more: 2,
  },
  meeting: meeting({ calendar: { method: 'REQUEST', ics: 'BEGIN:VCALENDAR' } }),
  reminder: meeting({ happened: 'reminder' }),
  minutes: meeting({
    happened: 'outcome',
    minutes:
      'Six by day are certain. The night shift has to be asked first; Marta does it by Friday.\n\nThe old press can be used for teaching.',
    results: [
      { kind: 'conversation', text: 'Six places by day', url: LINK },
      { kind: 'idea', text: 'The old press for the teaching workshop' },
    ],
  }),
  thanks: meeting({
    happened: 'thanks',
    words:
      'Thank you for two hours of your morning, and for letting them touch the press. We heard that the night shift is short of people.',
  }),
  review: {
    kind: 'review',
    url: 'https://entente.northfield.example/o/northfield/mirror/2026-02',
    organization: 'Northfield University',
    month: '2026-02',
    well: [{ kind: 'kept', count: 11, of: 12, hours: null, days: null, links: [{ title: TITLE, url: PAGE }] }],
    mend: [{ kind: 'broken', count: 1, of: 12, hours: null, days: null, links: [{ title: 'Beds', url: PAGE }] }],
  },
};

test.each(Object.entries(letters))('the mail “%s” reads well on a phone, by light and by dark', async (name, facts) => {
  for (const locale of LOCALES) {
    const to = { name: 'Marta Gil', answers: true };
    const { html, ring } = writeLetter(facts, to, { locale, zone: 'Europe/Madrid', now: NOW });
    const shown = ring ? html.replaceAll(RING_ADDRESS, `data:image/png;base64,${ring.toString('base64')}`) : html;
    await reader.page.setContent(shown);
    await reader.looksWell(`letter-${name}-${locale}`);
  }
  expect(reader.faults).toEqual([]);
});
