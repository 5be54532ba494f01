import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { answersAt, type Arrived, arrivedMail, mailArrives } from '../server/testing/mails-in.ts';
import { colleagueOf, type SignedUp, signUp } from '../server/testing/people.ts';
import { type RecordedPartner, recordPartner, request } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, freePort, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { mailIn: words, acts, mails, partners, general } = messagesFor('en');

let product: ClockedProduct;
let story: Story;
let ana: SignedUp;
let at: Visitor;
let partner: RecordedPartner;
let asked: string;
let slug: string;

const WORDS = 'We can take twelve, if they come in two groups.\n\nThe night shift is the better one.';
const QUOTED =
  'On Wed, 4 Mar 2026 at 09:12, Ana Prieto via Entente wrote:\n> Twelve places for interns\n\n-- \nMarta Gil\nHead of talent';

beforeAll(async () => {
  const port = await freePort();
  [product, story] = await Promise.all([
    startClockedProduct('2026-03-04T10:00:00.000Z', {
      MAIL_IN_URL: `lmtp://127.0.0.1:${port}`,
      ANSWER_ADDRESS: 'entente@northfield.example',
    }),
    beginStory('mail-in'),
  ]);
  ana = await signUp(product, { organization: 'Northfield University' });
  slug = ana.organization.slug;
  partner = await recordPartner(ana, 'Riverside Workshop', 'marta@riverside.example');
  asked = await request(product, ana, partner.id);
  at = await story.person();
  await signsIn(at, ana, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const arrives = (mail: Arrived) => arrivedMail(product.platform, ana.organization.id, mail);
const dialog = () => at.page.getByRole('dialog');

test('where no mail has come in yet, the page says what will stand there', async () => {
  await at.opens(product.address + paths.mails(slug));
  await at.presses(words.toReceived, 'link');
  await at.sees(words.empty);
  await at.sees(words.health.never);
  await at.looksWellEverywhere('mail-in-empty');
  await at.opens(product.address + paths.correspondence(slug, partner.id));
  await at.sees(words.correspondence.empty);
  await at.looksWellEverywhere('correspondence-empty');
});

test('an answer from another address waits; whoever looks at it says whose words they are, and they stand in the conversation', async () => {
  await arrives({
    state: 'held',
    reason: 'unknown-sender',
    kind: 'conversation',
    partnership: partner.id,
    subjectId: asked,
    from: 'marta.gil.home@post.example',
    name: 'Marta Gil',
    words: WORDS,
    folded: QUOTED,
  });
  await arrives({
    state: 'ignored',
    reason: 'auto-reply',
    subject: 'Out of office: back on Monday',
    words: 'I am away.',
  });
  await arrives({ state: 'refused', reason: 'forged-address', subject: 'Hello', from: 'x@spam.example' });
  await at.opens(product.address + paths.mailIn(slug));
  await at.sees(words.decide.count({ n: 1 }));
  await at.presses(words.decide.title, 'link');
  await at.presses(/^Re: Twelve places/, 'link');
  await at.sees(words.reasons['unknown-sender']);
  await at.page.getByText(words.folded).click();
  await at.sees('Head of talent');
  await at.looksWellEverywhere('mail-in-held');
  await at.presses(words.decide.accept);
  await at.sees(words.decide.acceptSees({ partner: 'Riverside Workshop' }), dialog());
  await at.looksWellEverywhere('mail-in-accept');
  await at.presses(words.decide.acceptSend, 'button', dialog());
  await at.sees(words.decide.accepted);
  await at.presses(words.openConversation, 'link');
  await at.sees(/We can take twelve/);
  await at.sees(general.recordedBy({ who: ana.name }));
});

test('words that came by mail are marked for both sides, with the rest of the mail folded away for our own eyes', async () => {
  const id = await request(product, ana, partner.id, 'A visit of the workshop in May');
  const person = partner.people[0]?.id ?? '';
  const conversation = `${partner.base}/conversations/${id}`;
  const link = await ana.json(`${conversation}/links`, { json: { person }, status: 201 });
  const to = await answersAt(
    product.platform,
    ana.organization.id,
    { email: 'marta@riverside.example' },
    { kind: 'conversation', partnership: partner.id, subject: id, people: person },
  );
  const from = 'Marta Gil <marta@riverside.example>';
  await mailArrives(product.platform, { from, to, text: `${WORDS}\n\n${QUOTED}`, file: 'groups.txt' });
  await at.opens(product.address + paths.conversation(slug, partner.id, id));
  await at.sees(words.byMail.mark);
  await at.sees(/groups\.txt/);
  await at.page.getByText(words.byMail.rest).click();
  await at.sees('Head of talent');
  await at.looksWellEverywhere('by-mail');
  const guest = await story.person('phone');
  await guest.opens(`${product.address}/l/${link.url.split('/l/')[1]}`);
  await guest.sees(words.byMail.mark);
  expect(await guest.page.getByText(words.byMail.whole).count()).toBe(0);
  expect(await guest.page.getByText(words.byMail.rest).count()).toBe(0);
  expect(await guest.page.content()).not.toContain('Head of talent');
  await guest.looksWell('by-mail-guest');
  await at.presses(words.byMail.whole, 'link');
  await at.sees(words.state.landed);
});

test('in a talk the files of a mail stand beside its words', async () => {
  const first = { subject: 'The night shift', text: 'Which of your shifts would be best to see?' };
  const thread = await ana.json(`${partner.base}/threads`, { json: first, status: 201 });
  const to = await answersAt(
    product.platform,
    ana.organization.id,
    { email: ana.email, personId: ana.id },
    { kind: 'thread', partnership: partner.id, subject: thread.id },
  );
  const text = 'I asked again: the night shift.\n\n-- \nAna Prieto';
  await mailArrives(product.platform, { from: ana.email, to, text, file: 'shifts.txt' });
  await at.opens(product.address + paths.thread(slug, partner.id, thread.id));
  await at.sees(words.byMail.mark);
  await at.sees(/shifts\.txt/);
  await at.looksWellEverywhere('by-mail-talk');
});

test('an answer by mail that reads like a button is offered as one, and performed only when it is pressed and sent', async () => {
  const { conversation, head } = await ana.json(`${partner.base}/conversations`, {
    json: {
      saying: {
        kind: 'request',
        terms: {
          what: 'A talk on bearings for our apprentices',
          conditions: [{ text: 'One hour, with questions' }],
          due: { date: '2026-05-04' },
          replyBy: { date: '2026-03-20' },
        },
      },
      recorded: { person: partner.people[0]?.id },
    },
  });
  const said = await ana.json(`${partner.base}/conversations/${conversation}/acts`, {
    json: { saying: { kind: 'say', text: 'Yes, gladly.' } },
    headers: { 'if-match': `"${head}"` },
  });
  const address = await answersAt(
    product.platform,
    ana.organization.id,
    { email: ana.email, personId: ana.id },
    { kind: 'conversation', partnership: partner.id, subject: conversation },
  );
  await arrives({
    state: 'landed',
    kind: 'conversation',
    partnership: partner.id,
    subjectId: conversation,
    actId: said.head,
    token: /\+(\w+)@/.exec(address)?.[1] ?? '',
    words: 'Yes, gladly.',
    suggestion: { kind: 'agree', date: null, atRisk: false, words: 'Yes, gladly.' },
  });
  await at.opens(product.address + paths.conversation(slug, partner.id, conversation));
  const { button } = acts['agree-performer'];
  await at.sees(words.suggestion.reads({ words: 'Yes, gladly', button }));
  await at.looksWellEverywhere('mail-in-suggestion');
  const before = await ana.json(`${partner.base}/conversations/${conversation}`);
  expect(before.acts).toHaveLength(2);
  await at.presses(words.suggestion.use({ button }));
  await at.looksWell('mail-in-suggestion-open');
  await at.presses(button, 'button', at.page.locator('#composer'));
  await expect
    .poll(async () => (await ana.json(`${partner.base}/conversations/${conversation}`)).acts.at(-1).saying.kind)
    .toBe('agree');
  await at.page.getByText(words.suggestion.never).waitFor({ state: 'detached' });
});

test('mails copied in stand with the partner, ours alone, until one is put into the room', async () => {
  const copied = { state: 'landed', kind: 'copy', partnership: partner.id } as const;
  await arrives({
    ...copied,
    from: ana.email,
    name: ana.name,
    direction: 'out',
    subject: 'Our visit next week',
    words: 'Dear Marta,\n\nthank you for showing us round. We come back with six students.',
  });
  await arrives({
    ...copied,
    from: 'marta@riverside.example',
    name: 'Marta Gil',
    direction: 'in',
    subject: 'Re: Our visit next week',
    words: 'Six is perfect. Ask for me at the gate.',
    folded: '> Dear Marta,',
  });
  await at.opens(product.address + paths.partnership(slug, partner.id));
  await at.presses(partners.places.correspondence, 'link');
  await at.sees(words.correspondence.direction.in);
  expect(await at.page.getByLabel(words.correspondence.address).inputValue()).toMatch(
    /^entente\+[a-z2-7]{42}@northfield\.example$/,
  );
  await at.looksWellEverywhere('correspondence');
  await at.presses(/^Re: Our visit next week/, 'link');
  await at.presses(words.correspondence.share);
  await at.sees(words.correspondence.shareSees({ partner: 'Riverside Workshop' }), dialog());
  await at.looksWellEverywhere('correspondence-share');
  await at.presses(words.correspondence.share, 'button', dialog());
  await at.sees(words.correspondence.isShared);
});

test('whoever set it up sees what came, what went and what failed; a colleague sees neither', async () => {
  await at.opens(product.address + paths.mailIn(slug));
  await at.sees(words.health.title);
  await at.sees(words.health.cannotTry);
  await at.looksWellEverywhere('mail-in');
  const luis = await colleagueOf(product, ana, { name: 'Luis Ortega' });
  const other = await story.person('phone');
  await signsIn(other, { ...ana, ...luis }, product.address);
  await other.opens(product.address + paths.mailIn(slug));
  await other.sees(words.forbidden);
  expect(mails.page.forbidden).toBe(words.forbidden);
  story.wentWell();
});
