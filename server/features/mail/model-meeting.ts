import type { Messages } from '../../../messages/catalogue.ts';
import { dayOf, fullDay, listSaid, momentSaid, type ReaderNow, timeSaid } from '../../../messages/format.ts';
import { whoSaid } from './model-conversation.ts';
import type { Block, Letter } from './model-layout.ts';
import type { MeetingFacts } from './schema.ts';

type Spell = MeetingFacts['times'][number];

/** A time in full, in the reader's own zone, which is named: nobody travels to the wrong hour. */
function spellSaid(spell: Spell, reader: ReaderNow, { meetingMails }: Messages): string {
  return meetingMails.moment({
    day: fullDay(dayOf(spell.startsAt, reader.zone), reader.locale),
    from: timeSaid(spell.startsAt, reader),
    to: timeSaid(spell.endsAt, reader),
    zone: reader.zone.replaceAll('_', ' '),
  });
}

function leadOf(facts: MeetingFacts, words: Messages): string {
  const { lead, answered } = words.meetingMails;
  const who = whoSaid(facts.who, words);
  switch (facts.happened) {
    case 'asked':
      return facts.asks === 'slots' ? lead.slots({ who }) : lead.poll({ who });
    case 'invited':
      return facts.asks === null ? lead.invited({ who }) : lead.settled;
    case 'changed':
      return facts.one ? lead.changedOne({ who }) : lead.changed({ who });
    case 'cancelled':
      return facts.one ? lead.cancelledOne({ who }) : lead.cancelled({ who });
    case 'answered':
      return answered[facts.answer ?? 'voted']({ who });
    case 'outcome':
      return lead.outcome({ who });
    case 'thanks':
      return lead.thanks({ who });
    case 'said':
      return lead.said({ who });
    case 'reminder':
      return lead.reminder;
    case 'fresh':
      return words.mails.guest.fresh;
  }
}

/** When, how, where and with whom: what somebody looks up on the way there. */
function factBlock(facts: MeetingFacts, reader: ReaderNow, words: Messages): Block {
  const { meetingMails: said } = words;
  const site = facts.site === null ? '' : said.site({ organization: facts.site });
  const place = [facts.place, site].filter(Boolean).join(', ');
  const people = facts.people.map((one) =>
    said.person({ name: one.name ?? said.somebody, organization: one.organization }),
  );
  const [time] = facts.times;
  const items = [
    ...(time && facts.times.length === 1 && facts.happened !== 'asked'
      ? [{ name: said.when, value: spellSaid(time, reader, words) }]
      : []),
    ...(facts.repeat && !facts.one
      ? [{ name: said.repeat, value: said.repeats[facts.repeat.unit](facts.repeat) }]
      : []),
    { name: said.way, value: said.ways[facts.way] },
    ...(place ? [{ name: said.place, value: place }] : []),
    ...(people.length > 0 ? [{ name: said.people, value: listSaid(people, reader.locale) }] : []),
  ];
  return { type: 'facts', items };
}

function bodyBlocks(facts: MeetingFacts, reader: ReaderNow, words: Messages): Block[] {
  const { meetingMails: said } = words;
  const quote = facts.words ? [{ type: 'quote' as const, text: facts.words }] : [];
  const agenda: Block[] = facts.agenda
    ? [
        { type: 'text', text: `${said.agenda}:` },
        { type: 'text', text: facts.agenda },
      ]
    : [];
  switch (facts.happened) {
    case 'answered':
      return [
        ...quote,
        ...(facts.counter
          ? [{ type: 'text' as const, text: said.answered.counter({ at: spellSaid(facts.counter, reader, words) }) }]
          : []),
        ...(facts.answer === 'voted' ? [{ type: 'text' as const, text: said.answered.times }] : []),
        factBlock(facts, reader, words),
      ];
    case 'thanks':
    case 'said':
      return quote;
    case 'outcome':
      return [
        factBlock(facts, reader, words),
        ...(facts.minutes
          ? [
              { type: 'text' as const, text: `${said.minutes}:` },
              { type: 'quote' as const, text: facts.minutes },
            ]
          : []),
        ...ledTo(facts, words),
      ];
    default:
      return [
        ...quote,
        ...(facts.happened === 'asked' ? [optionsBlock(facts, reader, words)] : []),
        factBlock(facts, reader, words),
        ...(facts.happened === 'cancelled' ? [] : agenda),
      ];
  }
}

function optionsBlock(facts: MeetingFacts, reader: ReaderNow, words: Messages): Block {
  return {
    type: 'list',
    title: words.meetingMails.options,
    items: facts.times.map((time) => ({ mark: '•', text: spellSaid(time, reader, words) })),
  };
}

function ledTo({ results }: MeetingFacts, { meetingMails: said }: Messages): Block[] {
  if (results.length === 0) return [];
  const text = ({ kind, text: what }: MeetingFacts['results'][number]) => {
    if (kind === 'idea') return said.idea({ text: what });
    return kind === 'meeting' ? said.nextMeeting({ purpose: what }) : what;
  };
  return [{ type: 'list', title: said.ledTo, items: results.map((one) => ({ mark: '•', text: text(one) })) }];
}

function buttonOf(facts: MeetingFacts, { meetingMails: { buttons } }: Messages): string {
  if (facts.happened === 'asked') return facts.asks === 'slots' ? buttons.take : buttons.vote;
  if (facts.happened === 'answered' && facts.answer === 'voted') return buttons.settle;
  return facts.happened === 'invited' || facts.happened === 'changed' ? buttons.answer : buttons.open;
}

/** What people are told of a meeting. The invitation for their calendar goes with it where there is one. */
export function meetingLetter(
  facts: MeetingFacts,
  recipient: ReaderNow,
  words: Messages,
): Omit<Letter, 'hello' | 'locale'> {
  // Nobody knows a guest's own zone: the meeting's is where they will be.
  const reader = facts.guest ? { ...recipient, zone: facts.zone } : recipient;
  const { meetingMails: said } = words;
  const lead = leadOf(facts, words);
  const off = facts.happened === 'cancelled' && !facts.one;
  const hint = facts.calendar?.method === 'REQUEST' ? said.calendarHint : undefined;
  const { purpose, partner } = facts;
  return {
    subject: off ? said.cancelledSubject({ purpose, partner }) : said.subject({ purpose, partner }),
    preheader: lead,
    blocks: [
      { type: 'about', text: purpose },
      { type: 'lead', text: lead },
      ...bodyBlocks(facts, reader, words),
      { type: 'buttons', items: [{ label: buttonOf(facts, words), url: facts.url }], ...(hint && { hint }) },
      ...(facts.expiresAt
        ? [{ type: 'small' as const, text: said.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }) }]
        : []),
      ...(facts.guest ? [{ type: 'small' as const, text: said.why({ organization: partner }) }] : []),
    ],
  };
}
