import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { request, twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { buttonOf, chooses, composerOf, sends } from './composer.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, named, type Story, type Visitor } from './story.ts';

const { composer, acts, today, talk, conversation: said } = messagesFor('en');
const { fields } = composer;

/** Presses with which a member answers a request from Today, at a phone. */
const PRESSES = 3;

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct(new Date().toISOString()), beginStory('drafts-and-keys')]);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});
beforeEach(async () => {
  ({ a, b, partnership } = await twoPartners(product));
});

async function comes(person: SignedUp, device?: 'phone'): Promise<Visitor> {
  const visitor = await story.person(device);
  await signsIn(visitor, person, product.address);
  return visitor;
}

const pageOf = (person: SignedUp, conversation: string) =>
  product.address + paths.conversation(person.organization.slug, partnership, conversation);
const todayOf = (person: SignedUp) => product.address + paths.today(person.organization.slug);

test('what somebody has typed is still there after the page was loaded anew, and leaves with the answer', async () => {
  const bruno = await comes(b);
  const conversation = await request(product, a, partnership);
  await bruno.opens(pageOf(b, conversation));
  await bruno.fills(composer.messageLabel, 'We have to ask the dean');
  await bruno.page.reload();
  await bruno.sees(composer.draftRestored);
  expect(await bruno.page.getByLabel(named(composer.messageLabel)).inputValue()).toBe('We have to ask the dean');

  await chooses(bruno, 'counter', 'performer');
  await bruno.fills(said.terms.condition({ n: 1 }), 'By name and birthday');
  await bruno.page.reload();
  expect(await bruno.page.getByLabel(named(said.terms.condition({ n: 1 }))).inputValue()).toBe('By name and birthday');
  await bruno.looksWell('draft-restored');
  await sends(bruno, composerOf(bruno), acts.counter.button);
  await bruno.page.reload();
  await composerOf(bruno).getByRole('heading', { name: composer.yourMoves }).waitFor();
  expect(await bruno.page.getByLabel(named(composer.messageLabel)).inputValue()).toBe('');
  story.wentWell();
});

test('of two people who act at once one wins; the other keeps every word and is told what changed', async () => {
  const ana = await comes(a);
  const bruno = await comes(b);
  // Bruno's page hears nothing while he writes.
  bruno.expects(/\/live/, /status of 409 .*\/acts/);
  await bruno.page.route('**/live', (route) => route.abort());
  const conversation = await request(product, a, partnership);
  await bruno.opens(pageOf(b, conversation));
  await chooses(bruno, 'agree', 'performer');
  await bruno.fills(fields.text, 'With pleasure');

  await ana.opens(pageOf(a, conversation));
  await ana.fills(composer.messageLabel, 'We could pay the travel', composerOf(ana));
  await sends(ana, composerOf(ana), composer.send);

  await bruno.presses(buttonOf('agree', 'performer'), 'button', composerOf(bruno));
  const told = bruno.page.getByRole('alert');
  await bruno.sees(composer.stale.title, told);
  await bruno.sees(acts.say.said({ who: 'Ana Prieto' }), told);
  expect(await bruno.page.getByLabel(named(fields.text)).inputValue()).toBe('With pleasure');
  await bruno.looksWell('stale');
  await sends(bruno, told, composer.stale.again);
  await ana.sees(acts['agree-performer'].said({ who: 'Bruno Sanz' }));
  story.wentWell();
});

test('a request is answered from Today with the keyboard alone', async () => {
  const bruno = await comes(b);
  await request(product, a, partnership, 'The first of two requests');
  await request(product, a, partnership, 'The second of two requests');
  await bruno.opens(todayOf(b));
  await bruno.sees('The second of two requests');
  const { keyboard } = bruno.page;
  const focused = () => bruno.page.evaluate<string>('document.activeElement.closest("[data-item]")?.innerText ?? ""');
  await keyboard.press('j');
  const first = await focused();
  await keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await keyboard.press('k');
  expect(await focused()).toBe(first);

  await keyboard.press('a');
  await bruno.page.getByRole('heading', { name: composer.yourMoves }).waitFor();
  await bruno.looksWell('today-unfolded');
  await keyboard.press('a');
  await bruno.page.getByRole('heading', { name: acts['agree-performer'].button }).waitFor();
  await keyboard.press('Control+Enter');
  await bruno.sees(today.waits.mine.work({ partner: a.organization.name }));

  await keyboard.press('g');
  await keyboard.press('c');
  await bruno.page.getByRole('heading', { level: 1, name: talk.list.title }).waitFor();
  await bruno.sees('The second of two requests');
  await keyboard.press('j');
  expect(await focused()).toContain('of two requests');
  await keyboard.press('Enter');
  await composerOf(bruno).waitFor();
  story.wentWell();
});

test(`at a phone a member answers from Today in ${PRESSES} presses`, async () => {
  const bruno = await comes(b, 'phone');
  await request(product, a, partnership);
  await bruno.opens(todayOf(b));
  await bruno.sees('Twelve places for interns');
  await bruno.looksWell('today-phone');
  bruno.steps = 0;
  await bruno.presses(new RegExp(`^${today.answer}`));
  const yes = buttonOf('agree', 'performer');
  await bruno.presses(new RegExp(`^${yes}`));
  await sends(bruno, composerOf(bruno), yes);
  expect(bruno.steps).toBeLessThanOrEqual(PRESSES);
  await bruno.sees(today.waits.mine.work({ partner: a.organization.name }));
  story.wentWell();
});
