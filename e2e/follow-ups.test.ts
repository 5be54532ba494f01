import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { sweepAll, tellDigests, tick } from '../server/features/follow-ups/jobs.ts';
import { colleagueOf, type SignedUp } from '../server/testing/people.ts';
import { request, twoPartners } from '../server/testing/rooms.ts';
import { privateTalk } from '../server/testing/stages.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { followUps: words } = messagesFor('en');
const STEEL = 'Acero y Luz';

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let partnership: string;
let ana: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-04T10:00:00.000Z'), beginStory('follow-ups')]);
  const partners = await twoPartners(product);
  ({ a, partnership } = partners);
  await colleagueOf(product, a, { name: 'Luis Prado' });
  await request(product, a, partnership, 'Let three students visit the night shift');
  await privateTalk(product, { by: a, partnership }, '2026-03-03', product.clock.now());
  ana = await story.person();
  await signsIn(ana, a, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const at = (path: string): string => product.address + path;
/** What the jobs do, at the time of the story. */
async function look(): Promise<void> {
  const now = product.clock.now();
  await sweepAll(product.platform, now);
  await tick(product.platform, now);
  await tellDigests(product.platform, now);
}

test('a talk that was not read back comes up on Today, and never a conversation that stands there already', async () => {
  product.clock.set('2026-03-05T10:00:00.000Z');
  await look();
  await ana.opens(at(paths.today(a.organization.slug)));
  await ana.sees(words.section);
  await ana.looksWellEverywhere('today');
  const section = ana.page.getByRole('region', { name: words.section });
  expect(await section.getByText('night shift').count()).toBe(0);
  await section.getByRole('button', { name: words.do.done }).click();
  await ana.sees(words.said.done);
  await ana.page.getByRole('button', { name: words.do.undo }).click();
  await ana.sees(words.said.undone);
});

test('months later everything waits on one page, is put off and handed over, and a draft is changed and sent', async () => {
  product.clock.set('2026-05-20T10:00:00.000Z');
  await look();
  await ana.opens(at(paths.followUps(a.organization.slug)));
  await ana.sees(words.what['cadence-amber']({ partner: STEEL, title: '' }));
  await ana.looksWellEverywhere('follow-ups');
  await ana.page.getByRole('button', { name: words.do.more }).first().click();
  await ana.looksWellEverywhere('follow-ups-menu');
  await ana.page.getByRole('menuitem', { name: 'Luis Prado' }).click();
  await ana.sees(words.said.handed({ name: 'Luis Prado' }));
  await ana.page.getByRole('button', { name: words.do.draft }).first().click();
  await ana.sees(words.draft.lead({ partner: STEEL }));
  await ana.looksWellEverywhere('follow-ups-draft');
  await ana.page.getByRole('button', { name: words.draft.send({ partner: STEEL }) }).click();
  await ana.sees(words.draft.sent);
});

test('the partnership says when both sides were last in contact', async () => {
  await ana.opens(at(paths.partnership(a.organization.slug, partnership)));
  await ana.sees(words.cadence.label);
  await ana.looksWellEverywhere('cadence');
});

test('somebody chooses one mail a day, which comes once', async () => {
  await ana.opens(at(paths.reminders(a.organization.slug)));
  await ana.page.getByText(words.reminders.how.daily.label, { exact: true }).click();
  await ana.page.getByText(words.reminders.quiet.label).click();
  await ana.looksWellEverywhere('reminders');
  await ana.page.getByRole('button', { name: words.reminders.save }).click();
  await ana.sees(words.reminders.saved);
  await ana.opens(`${at(paths.organization(a.organization.slug))}?tab=settings`);
  await ana.sees(words.house.title);
  await ana.looksWellEverywhere('house');
  product.clock.set('2026-05-21T10:00:00.000Z');
  await look();
  const digests = async (): Promise<{ id: string; kind: string }[]> =>
    (await a.json(`${a.base}/mails?limit=50`)).items.filter((one: { kind: string }) => one.kind === 'digest');
  const [last, ...earlier] = await digests();
  await look();
  expect(await digests()).toHaveLength(earlier.length + 1);
  await ana.opens(`${at(paths.mails(a.organization.slug))}?mail=${last?.id}`);
  await ana.looksWellEverywhere('digest');
});
