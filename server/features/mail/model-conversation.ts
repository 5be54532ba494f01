import type { AllowedAct, Move } from '@entente/protocol';
import { actKey } from '../../../messages/act-key.ts';
import type { Messages } from '../../../messages/catalogue.ts';
import { deadlineSaid, momentSaid, numberSaid, type ReaderNow } from '../../../messages/format.ts';
import type { Whose } from '../../../messages/ring-shape.ts';
import { ringSaid } from '../../../messages/ring-words.ts';
import type { Block, Letter } from './model-layout.ts';
import { ringPng } from './model-ring.ts';
import type { ConversationFacts, MailAction, MailEvent, MailRing, Quote, Sender } from './schema.ts';

/** Acts that are about the conversation rather than in it: reachable on the page, not worth a line in a mail. */
const besides = new Set(['link', 'stand-in', 'judge', 'say']);
const MOST_BUTTONS = 4;
const MOST_LINKS = 4;

type MoveFor = Move['for'];

/** The acts that answer each move, in the order people most often want them. */
const answersTo: Record<MoveFor, string[]> = {
  answer: ['agree', 'counter', 'defer', 'decline'],
  question: ['say'],
  antecedent: ['fulfil'],
  work: ['report', 'progress'],
  rework: ['report', 'contest', 'progress'],
  review: ['accept', 'return'],
  settlement: ['settle', 'consent', 'refuse'],
  proposal: ['consent', 'refuse'],
  resume: ['resume'],
};

export function whoSaid(who: Sender, words: Messages): string {
  return who.name ? words.mails.who({ name: who.name, organization: who.organization }) : who.organization;
}

/** One letter that tells what happened in a conversation, whose move it is, and where to make it. */
export function conversationLetter(
  facts: ConversationFacts,
  reader: ReaderNow,
  words: Messages,
): Omit<Letter, 'hello' | 'locale'> {
  const { mails } = words;
  const mine = facts.moves.filter((move) => move.mine);
  const blocks: Block[] = [];
  if (facts.fresh) blocks.push({ type: 'text', text: mails.guest.fresh });
  const first = facts.events[0];
  if (first && !first.quotes.some((quote) => quote.about === 'what')) blocks.push({ type: 'about', text: facts.title });
  blocks.push(...facts.events.flatMap((event) => eventBlocks(event, facts, reader, words)));
  for (const move of mine.length > 0 ? mine : facts.moves.slice(0, 1)) {
    blocks.push({ type: 'move', text: moveSaid(move, reader, words), mine: move.mine });
  }
  if (facts.outcome)
    blocks.push({
      type: 'move',
      text: mails.outcome[facts.outcome as keyof typeof mails.outcome] ?? mails.nobodysMove,
      mine: false,
    });
  blocks.push({ type: 'ring', sign: ringSign(facts.ring), words: ringSaid(facts.ring, undefined, words.ring) });
  blocks.push(...actionBlocks(facts, words), ...footBlocks(facts, reader, words));
  const last = facts.events.at(-1);
  const news = mine.length > 0 ? mails.yourMove : mails.forYourInformation;
  return {
    subject: mails.subject({ title: facts.title, partner: facts.partner }),
    ring: ringPng(facts.ring, whoseDot(facts)),
    preheader: last ? `${news}: ${sentence(last, facts, words)}` : news,
    blocks,
  };
}

function whoseDot(facts: ConversationFacts): Whose | undefined {
  const [first] = facts.moves;
  if (!first) return undefined;
  if (first.for === 'settlement') return 'both';
  return first.mine ? 'ours' : 'theirs';
}

/** The ring as one sign that every mail program has: it fills by quarters. */
export function ringSign(ring: MailRing): string {
  if (ring.mark === 'broken') return '◌';
  if (ring.mark === 'repaired') return '◉';
  const reached = [ring.prepared, ring.agreed, ring.done, ring.accepted].filter(Boolean).length;
  return ['○', '◔', '◑', '◕', '●'][reached] ?? '○';
}

function sentence(event: MailEvent, facts: ConversationFacts, words: Messages): string {
  const { mails } = words;
  const side = event.speaker === 'newcomer' ? undefined : event.speaker;
  const key = actKey({ kind: event.kind, proposal: event.proposal, atRisk: event.atRisk } as AllowedAct, side);
  const who = event.own && !event.recordedBy ? facts.own : whoSaid(event.who, words);
  const said = `${words.acts[key].said({ who })}.`;
  return event.recordedBy ? mails.recorded({ by: whoSaid(event.recordedBy, words), what: said }) : said;
}

function eventBlocks(event: MailEvent, facts: ConversationFacts, reader: ReaderNow, words: Messages): Block[] {
  const { mails } = words;
  const blocks: Block[] = [{ type: 'lead', text: sentence(event, facts, words) }];
  const of = (about: Quote['about']) => event.quotes.filter((quote) => quote.about === about);
  for (const quote of of('what')) blocks.push({ type: 'quote', text: quote.text });
  for (const quote of of('words')) blocks.push({ type: 'quote', text: quote.text });
  if (event.question) blocks.push({ type: 'text', text: mails.asksYou });
  blocks.push(...conditionBlocks(event, words));
  const named = factsOf(event, of('antecedent')[0]?.text, reader, words);
  if (named.length > 0) blocks.push({ type: 'facts', items: named });
  if (event.denied) blocks.push({ type: 'text', text: mails.deniedSome({ count: event.denied }) });
  if (event.files) blocks.push({ type: 'text', text: mails.files({ count: event.files }) });
  if (event.recordedBy) blocks.push({ type: 'text', text: mails.recordedCheck });
  return blocks;
}

function conditionBlocks(event: MailEvent, words: Messages): Block[] {
  const { terms } = words.mails;
  const lists = [
    { about: 'condition', title: terms.conditions, mark: '☐' },
    { about: 'done', title: terms.reported, mark: '☑' },
    { about: 'unmet', title: terms.unmet, mark: '☐' },
    { about: 'verdict', title: terms.verdicts, mark: '☑' },
  ] as const;
  return lists.flatMap(({ about, title, mark }) => {
    const found = event.quotes.filter((quote) => quote.about === about);
    if (found.length === 0) return [];
    const items = found.map((quote) => {
      const note = [quote.mark ? terms[quote.mark] : '', quote.condition ? quote.text : ''].filter(Boolean).join(': ');
      return { mark: quote.mark === 'waived' ? '–' : mark, text: quote.condition ?? quote.text, ...(note && { note }) };
    });
    return [{ type: 'list' as const, title, items }];
  });
}

function factsOf(
  event: MailEvent,
  antecedent: string | undefined,
  reader: ReaderNow,
  words: Messages,
): { name: string; value: string }[] {
  const { terms, until, expected, satisfaction } = words.mails;
  const items: { name: string; value: string }[] = [];
  if (event.cause) items.push({ name: terms.cause, value: words.conversation.causes[event.cause] });
  const amount = (one: { amount: string; unit: string }) =>
    `${numberSaid(Number(one.amount), reader.locale)} ${one.unit}`;
  const opening = event.quotes.some((quote) => quote.about === 'what');
  if (event.due && event.kind !== 'progress') items.push({ name: terms.due, value: deadlineSaid(event.due, reader) });
  else if (event.dueDays) items.push({ name: terms.due, value: terms.dueDays({ days: event.dueDays }) });
  else if (opening) items.push({ name: terms.due, value: terms.noDue });
  if (event.work) items.push({ name: terms.work, value: words.conversation.work[event.work].short });
  if (event.effort) items.push({ name: terms.effort, value: amount(event.effort) });
  if (event.price) items.push({ name: terms.price, value: amount(event.price) });
  if (antecedent && event.antecedentBy) {
    items.push({
      name: terms.antecedent,
      value: terms.antecedentBy({ text: antecedent, by: deadlineSaid(event.antecedentBy, reader, 'noun') }),
    });
  }
  if (event.replyBy) items.push({ name: terms.replyBy, value: deadlineSaid(event.replyBy, reader) });
  if (event.until) items.push({ name: '', value: until({ date: deadlineSaid(event.until, reader, 'noun') }) });
  if (event.due && event.kind === 'progress')
    items.push({ name: '', value: expected({ date: deadlineSaid(event.due, reader, 'noun') }) });
  if (event.satisfaction) items.push({ name: '', value: satisfaction({ value: event.satisfaction }) });
  return items;
}

function moveSaid(move: ConversationFacts['moves'][number], reader: ReaderNow, words: Messages): string {
  const { mails } = words;
  const by = deadlineSaid({ ends: move.by, date: move.date }, reader, 'noun');
  const kind = move.for as MoveFor;
  return move.mine ? mails.move[kind]({ by }) : mails.theirs[kind]({ whose: move.whose, by });
}

function address(url: string, action: MailAction): string {
  const query = action.proposal ? `act=${action.kind}&proposal=${action.proposal}` : `act=${action.kind}`;
  return `${url}?${query}`;
}

function actionBlocks(facts: ConversationFacts, words: Messages): Block[] {
  const { mails } = words;
  const wanted = facts.moves.filter((move) => move.mine).flatMap((move) => answersTo[move.for as MoveFor]);
  const rank = (action: MailAction) => wanted.indexOf(action.kind);
  const main = facts.actions
    .filter((action) => rank(action) >= 0)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, MOST_BUTTONS);
  if (main.length === 0) return [{ type: 'buttons', items: [{ label: mails.openPage, url: facts.url }] }];
  const rest = facts.actions
    .filter((action) => !main.includes(action) && !besides.has(action.kind))
    .slice(0, MOST_LINKS);
  const item = (action: MailAction) => ({ label: label(action, facts, words), url: address(facts.url, action) });
  return [
    { type: 'buttons', title: mails.choose, hint: mails.chooseHint, items: main.map(item) },
    ...(rest.length > 0 ? [{ type: 'links' as const, title: mails.alsoPossible, items: rest.map(item) }] : []),
    { type: 'links', title: mails.openPage, items: [{ label: facts.title, url: facts.url }] },
  ];
}

function label(action: MailAction, facts: ConversationFacts, words: Messages): string {
  return words.acts[actKey(action as AllowedAct, facts.role ?? undefined)].button;
}

function footBlocks(facts: ConversationFacts, reader: ReaderNow, words: Messages): Block[] {
  const { mails } = words;
  const blocks: Block[] = [];
  if (facts.guest && facts.expiresAt)
    blocks.push({ type: 'small', text: mails.guestLink({ date: momentSaid(facts.expiresAt, reader, 'noun') }) });
  blocks.push({ type: 'small', text: mails.reply });
  blocks.push({
    type: 'small',
    text: facts.guest ? mails.whyGuest({ organization: facts.partner }) : mails.why({ organization: facts.own }),
  });
  return blocks;
}
