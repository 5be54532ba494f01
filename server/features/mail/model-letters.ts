import { messagesFor, type Messages } from '../../../messages/catalogue.ts';
import { momentSaid, monthSaid, type ReaderNow } from '../../../messages/format.ts';
import type { ReviewNumbers } from '../../../messages/en/mirror.ts';
import { limitsLetter, suggestionLetter } from './model-answered.ts';
import { conversationLetter, whoSaid } from './model-conversation.ts';
import { digestLetter } from './model-digest.ts';
import { type Letter, letterHtml, letterText } from './model-layout.ts';
import { meetingLetter } from './model-meeting.ts';
import { headerWords } from './model.ts';
import type { MailFacts } from './schema.ts';

type Body = Omit<Letter, 'hello' | 'locale'>;

/** A mail as it goes out. */
export interface Written {
  subject: string;
  /** Display name of the sender; without one it is the server's own. */
  from?: string;
  text: string;
  html: string;
  /** PNG the HTML shows at RING_ADDRESS. */
  ring?: Buffer;
}

/** Writes a mail in the recipient's language and zone; `answers`: those to it are read. Pure: the same facts give the same letter. */
export function writeLetter(
  facts: MailFacts,
  to: { name: string | null; answers?: boolean },
  reader: ReaderNow,
): Written {
  const words = to.answers ? inviting(messagesFor(reader.locale)) : messagesFor(reader.locale);
  const body = bodyOf(facts, reader, words);
  const name = to.name ? headerWords(to.name, 100) : '';
  const letter: Letter = {
    ...body,
    subject: headerWords(body.subject),
    preheader: headerWords(body.preheader),
    hello: name ? words.mails.hello({ name }) : words.mails.helloNobody,
    locale: reader.locale,
  };
  const from = senderName(facts, words);
  return {
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    ...(from && { from }),
    ...(letter.ring && { ring: letter.ring }),
  };
}

/** The words of a mail that can be answered as it is. */
function inviting(words: Messages): Messages {
  return { ...words, mails: { ...words.mails, reply: words.mails.replyHere } };
}

function senderName(facts: MailFacts, words: Messages): string | undefined {
  const who = (() => {
    switch (facts.kind) {
      case 'guest-link':
      case 'claim-offer':
        return whoSaid(facts.from, words);
      case 'invitation':
        return words.mails.who({ name: facts.invitedBy, organization: facts.organization });
      case 'conversation':
      case 'suggestion':
        return facts.partner;
      case 'message':
      case 'meeting':
        return whoSaid(facts.who, words);
      default:
        return undefined;
    }
  })();
  return who ? headerWords(words.mails.from({ who: headerWords(who, 80) }), 100) : undefined;
}

function bodyOf(facts: MailFacts, reader: ReaderNow, words: Messages): Body {
  switch (facts.kind) {
    case 'conversation':
      return conversationLetter(facts, reader, words);
    case 'magic-link':
      return magicLink(facts, reader, words);
    case 'invitation':
      return invitation(facts, reader, words);
    case 'guest-link':
      return guestLink(facts, reader, words);
    case 'claim-offer':
      return claimOffer(facts, reader, words);
    case 'claim-request':
      return claimRequest(facts, words);
    case 'message':
      return message(facts, words);
    case 'stage':
      return stageLetter(facts, reader, words);
    case 'probe':
      return probe(facts, words);
    case 'review':
      return monthlyReview(facts, reader, words);
    case 'meeting':
      return meetingLetter(facts, reader, words);
    case 'digest':
      return digestLetter(facts, reader, words);
    case 'suggestion':
      return suggestionLetter(facts, reader, words);
    case 'limits':
      return limitsLetter(facts, reader, words);
  }
}

type Facts<K extends MailFacts['kind']> = Extract<MailFacts, { kind: K }>;

const until = (expiresAt: string, reader: ReaderNow, words: Messages) =>
  words.mails.worksUntil({ date: momentSaid(expiresAt, reader, 'noun') });

function magicLink(facts: Facts<'magic-link'>, reader: ReaderNow, words: Messages): Body {
  const { mails } = words;
  return {
    subject: mails.magicLink.subject,
    preheader: mails.magicLink.text,
    blocks: [
      { type: 'lead', text: mails.magicLink.lead },
      { type: 'text', text: mails.magicLink.text },
      { type: 'buttons', items: [{ label: mails.magicLink.button, url: facts.url }] },
      { type: 'small', text: until(facts.expiresAt, reader, words) },
      { type: 'small', text: mails.magicLink.ignore },
    ],
  };
}

function invitation(facts: Facts<'invitation'>, reader: ReaderNow, words: Messages): Body {
  const { mails } = words;
  return {
    subject: mails.invitation.subject(facts),
    preheader: mails.invitation.text,
    blocks: [
      { type: 'lead', text: mails.invitation.lead({ by: facts.invitedBy, organization: facts.organization }) },
      { type: 'text', text: mails.invitation.text },
      { type: 'buttons', items: [{ label: mails.invitation.button, url: facts.url }] },
      { type: 'small', text: until(facts.expiresAt, reader, words) },
    ],
  };
}

function guestLink(facts: Facts<'guest-link'>, reader: ReaderNow, words: Messages): Body {
  const { mails } = words;
  const who = whoSaid(facts.from, words);
  return {
    subject: mails.subject({ title: facts.conversation.title, partner: facts.from.organization }),
    preheader: facts.fresh ? mails.guest.fresh : mails.guest.lead({ who }),
    blocks: [
      { type: 'lead', text: facts.fresh ? mails.guest.fresh : mails.guest.lead({ who }) },
      { type: 'quote', text: facts.conversation.title },
      { type: 'text', text: mails.guest.text },
      { type: 'buttons', items: [{ label: mails.openPage, url: facts.url }], hint: mails.chooseHint },
      { type: 'small', text: mails.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }) },
      { type: 'small', text: mails.reply },
      { type: 'small', text: mails.whyGuest({ organization: facts.from.organization }) },
    ],
  };
}

function claimOffer(facts: Facts<'claim-offer'>, reader: ReaderNow, words: Messages): Body {
  const { mails } = words;
  return {
    subject: mails.claim.subject(facts),
    preheader: mails.claim.lead({ who: whoSaid(facts.from, words), partner: facts.partner }),
    blocks: [
      { type: 'lead', text: mails.claim.lead({ who: whoSaid(facts.from, words), partner: facts.partner }) },
      { type: 'text', text: mails.claim.text({ organization: facts.from.organization }) },
      { type: 'buttons', items: [{ label: mails.claim.button, url: facts.url }], hint: mails.chooseHint },
      { type: 'small', text: until(facts.expiresAt, reader, words) },
    ],
  };
}

function claimRequest(facts: Facts<'claim-request'>, { mails }: Messages): Body {
  const { name, email } = facts.requestedBy;
  const who = name ? `${name} (${email})` : email;
  return {
    subject: mails.claimRequest.subject(facts),
    preheader: mails.claimRequest.lead({ who, partner: facts.partner }),
    blocks: [
      { type: 'lead', text: mails.claimRequest.lead({ who, partner: facts.partner }) },
      { type: 'text', text: mails.claimRequest.text },
      { type: 'buttons', items: [{ label: mails.claimRequest.button, url: facts.url }], hint: mails.chooseHint },
    ],
  };
}

function monthlyReview(facts: Facts<'review'>, reader: ReaderNow, { mails, mirror }: Messages): Body {
  const month = monthSaid(facts.month, reader.locale);
  const list = (
    title: string,
    items: Facts<'review'>['well'],
    words: Record<string, (p: ReviewNumbers) => string>,
  ): Body['blocks'] =>
    items.length === 0
      ? []
      : [
          {
            type: 'list',
            title,
            items: items.map((item) => ({
              mark: '•',
              text: words[item.kind]?.(item) ?? item.kind,
              ...(item.links.length > 0 && { note: item.links.map((link) => link.title).join(' · ') }),
            })),
          },
        ];
  return {
    subject: mails.review.subject({ month, organization: facts.organization }),
    preheader: mails.review.lead({ month, organization: facts.organization }),
    blocks: [
      { type: 'lead', text: mails.review.lead({ month, organization: facts.organization }) },
      ...list(mirror.review.well, facts.well, mirror.review.wellItems),
      ...list(mirror.review.mend, facts.mend, mirror.review.mendItems),
      ...linked([...facts.mend, ...facts.well], mails.review.links),
      { type: 'buttons', items: [{ label: mails.review.button, url: facts.url }] },
      { type: 'small', text: mails.review.why({ organization: facts.organization }) },
    ],
  };
}

/** The conversations of a review, each once. */
function linked(items: Facts<'review'>['well'], title: string): Body['blocks'] {
  const links = new Map(items.flatMap((item) => item.links.map((link) => [link.url, link.title] as const)));
  if (links.size === 0) return [];
  return [{ type: 'links', title, items: [...links].map(([url, label]) => ({ label, url })) }];
}

function message(facts: Facts<'message'>, words: Messages): Body {
  const { mails } = words;
  const lead = mails.message.lead({ who: whoSaid(facts.who, words) });
  return {
    subject: mails.subject({ title: facts.subject, partner: facts.partner }),
    preheader: lead,
    blocks: [
      { type: 'lead', text: lead },
      { type: 'quote', text: facts.text },
      { type: 'buttons', items: [{ label: mails.message.button, url: facts.url }] },
      { type: 'small', text: mails.reply },
    ],
  };
}

/** Nobody reads it but Entente itself, and whoever looks at the page of mails. */
function probe(facts: Facts<'probe'>, { mails }: Messages): Body {
  return {
    subject: mails.probe.subject(facts),
    preheader: mails.probe.text,
    blocks: [
      { type: 'text', text: mails.probe.text },
      { type: 'buttons', items: [{ label: mails.button, url: facts.url }] },
    ],
  };
}

function stageLetter(facts: Facts<'stage'>, reader: ReaderNow, words: Messages): Body {
  const { mails, stages } = words;
  const [from, to] = [stages.stages[facts.from].name, stages.stages[facts.to].name];
  const said = mails.stage[facts.happened]({ who: whoSaid(facts.who, words), from, to });
  const lead = facts.recordedBy ? mails.recorded({ by: facts.recordedBy, what: said }) : said;
  const asked = facts.happened === 'proposed' && !facts.recordedBy;
  return {
    subject: mails.stage.subject({ stage: to, partner: facts.partner }),
    preheader: lead,
    blocks: [
      { type: 'lead', text: lead },
      ...(facts.words ? [{ type: 'quote' as const, text: facts.words }] : []),
      ...(asked ? [{ type: 'text' as const, text: mails.stage.asked }] : []),
      { type: 'buttons', items: [{ label: mails.openPage, url: facts.url }] },
      ...(facts.expiresAt
        ? [
            { type: 'small' as const, text: mails.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }) },
            { type: 'small' as const, text: mails.whyGuest({ organization: facts.partner }) },
          ]
        : []),
    ],
  };
}
