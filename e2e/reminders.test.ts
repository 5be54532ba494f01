import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { sweepAll, tick } from '../server/features/follow-ups/jobs.ts';
import { arrivedMail } from '../server/testing/mails-in.ts';
import { colleagueOf, type SignedUp } from '../server/testing/people.ts';
import { twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { followUpHouse: words, followUps, mailIn } = messagesFor('en');

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let partnership: string;
let luis: SignedUp;
let ana: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-04T10:00:00.000Z'), beginStory('reminders')]);
  ({ a, partnership } = await twoPartners(product));
  luis = await colleagueOf(product, a, { name: 'Luis Prado' });
  ana = await story.person();
  await signsIn(ana, a, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const at = (path: string): string => product.address + path;
const drafts = (): string => at(paths.wordings(a.organization.slug));
const settings = (): string => `${at(paths.organization(a.organization.slug))}?tab=settings`;

test('a mail that waits for a decision is followed up, with the reason, by whoever may decide', async () => {
  await arrivedMail(product.platform, a.organization.id, {
    state: 'held',
    reason: 'unknown-sender',
    kind: 'copy',
    partnership,
    name: 'Marta Gil',
    subject: 'May I ask you something?',
    words: 'May I ask you something?',
  });
  await sweepAll(product.platform, product.clock.now());
  await tick(product.platform, product.clock.now());
  await ana.opens(at(paths.followUps(a.organization.slug)));
  const what = followUps.what['held-mail']({ partner: '', title: 'Marta Gil' });
  await ana.sees(what);
  await ana.sees(mailIn.reasons['unknown-sender']);
  await ana.looksWellEverywhere('held-follow-up');
  await ana.presses(what, 'link');
  await ana.sees('May I ask you something?');
});

test('an administrator adds free days of the organization, a stretch of them and a single one, and removes one', async () => {
  await ana.opens(settings());
  const section = ana.page.locator('#free-days');
  await ana.sees(words.freeDays.none({ year: '2026' }));
  await ana.looksWellEverywhere('free-days-none');
  await ana.fills(words.freeDays.name, 'Winter closing', section);
  await ana.fills(words.freeDays.from, '2026-12-24', section);
  await ana.fills(words.freeDays.to, '2026-12-20', section);
  await ana.sees(words.freeDays.order);
  expect(await section.getByRole('button', { name: words.freeDays.add }).isDisabled()).toBe(true);
  await ana.looksWellEverywhere('free-days-wrong');
  await ana.fills(words.freeDays.to, '2027-01-06', section);
  await ana.presses(words.freeDays.add, 'button', section);
  await ana.sees(words.freeDays.days({ n: 14 }));
  await ana.fills(words.freeDays.name, 'San Isidro', section);
  await ana.fills(words.freeDays.from, '2026-05-15', section);
  await ana.presses(words.freeDays.add, 'button', section);
  await ana.sees('San Isidro', section);
  await ana.looksWellEverywhere('free-days');
  await section.getByLabel(words.freeDays.year).selectOption('2027');
  await ana.sees('Winter closing', section);
  expect(await section.getByText('San Isidro').count()).toBe(0);
  await section.getByLabel(words.freeDays.year).selectOption('2026');
  await ana.presses(words.freeDays.removeNamed({ name: 'San Isidro' }), 'button', section);
  await ana.sees(words.freeDays.removed);
  await section.getByText('San Isidro').waitFor({ state: 'detached' });
});

test('an administrator reads each draft as it would be sent, and words one anew', async () => {
  await ana.opens(settings());
  await ana.presses(words.wordings.open, 'link');
  await ana.sees(words.wordings.names.progress);
  await ana.sees('Ana Prieto');
  await ana.looksWellEverywhere('wordings');
  await ana.presses(words.wordings.changeNamed({ name: words.wordings.names.first }));
  const field = ana.page.getByLabel(words.wordings.words);
  await ana.looksWellEverywhere('wording');
  await field.fill('Dear {firstname},\n\n');
  await ana.sees(words.wordings.unknown({ blanks: '{firstname}', n: 1 }));
  await ana.looksWellEverywhere('wording-wrong');
  expect(await ana.page.getByRole('button', { name: words.wordings.save }).isDisabled()).toBe(true);
  await field.fill('Dear ');
  await field.press('End');
  // Put in by a press, with the keyboard: the caret stands behind it afterwards.
  await ana.page.getByRole('button', { name: '{name}' }).press('Enter');
  await ana.page.keyboard.type(', how are you?');
  expect(await field.inputValue()).toBe('Dear {name}, how are you?');
  await ana.sees('Dear Marta Gil, how are you?');
  await ana.presses(words.wordings.save);
  await ana.sees(words.wordings.saved);
  await ana.sees(words.wordings.own);
  await ana.looksWellEverywhere('wording-saved');
});

test('drafts in the other language have words of their own, and the product’s words come back', async () => {
  await ana.opens(`${drafts()}?language=es`);
  await ana.sees('Hola, Marta Gil:');
  expect(await ana.page.getByText(words.wordings.own, { exact: true }).count()).toBe(0);
  await ana.looksWellEverywhere('wordings-spanish');
  await ana.opens(`${drafts()}?draft=first`);
  await ana.presses(words.wordings.reset);
  await ana.presses(words.wordings.resetSure);
  await ana.sees(words.wordings.resetDone);
  await ana.sees(/went back to the words of Entente/);
  expect(await ana.page.getByText(words.wordings.own, { exact: true }).count()).toBe(0);
});

test('a colleague who decides nothing for all reads them on a phone, and changes nothing', async () => {
  const visitor = await story.person('phone');
  await signsIn(visitor, luis, product.address);
  await visitor.opens(drafts());
  await visitor.sees(words.wordings.readOnly);
  expect(await visitor.page.getByRole('button', { name: words.wordings.change }).count()).toBe(0);
  await visitor.opens(settings());
  await visitor.sees('Winter closing');
  expect(await visitor.page.getByRole('button', { name: words.freeDays.add }).count()).toBe(0);
  story.wentWell();
});
