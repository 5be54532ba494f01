import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { promise } from '../server/testing/promises.ts';
import { recordPartner, request, twoPartners } from '../server/testing/rooms.ts';
import { privateTalk, readBack } from '../server/testing/stages.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, named, type Story, type Visitor } from './story.ts';

const { stages: words, views, partners, general } = messagesFor('en');
const NORTH = 'Universidad del Norte';
const STEEL = 'Acero y Luz';

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let asked: string;
let ana: Visitor;
let bruno: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-04T10:00:00.000Z'), beginStory('stages')]);
  ({ a, b, partnership } = await twoPartners(product));
  [ana, bruno] = await Promise.all([story.person(), story.person()]);
  await signsIn(ana, a, product.address);
  await signsIn(bruno, b, product.address);
  asked = await request(product, a, partnership, 'Let three students visit the night shift');
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const pageOf = (who: SignedUp, id = partnership) => product.address + paths.partnership(who.organization.slug, id);
const block = (visitor: Visitor) =>
  visitor.page
    .locator('section')
    .filter({ has: visitor.page.getByRole('heading', { name: words.title, exact: true }) });
const dialog = (visitor: Visitor) => visitor.page.getByRole('dialog');
const stageName = (stage: keyof typeof words.stages) => words.stages[stage].name;

test('a prospect sees what is missing; a talk that only we noted counts for nobody else; once it was read back and confirmed, one side proposes and the other agrees', async () => {
  await privateTalk(product, { by: a, partnership }, '2026-03-02', product.clock.now());
  await ana.opens(pageOf(a));
  await ana.sees(words.ownTalk.text, block(ana));
  await ana.sees(words.forNext({ stage: stageName('awareness'), met: 1, of: 4 }), block(ana));
  await ana.looksWellEverywhere('stage-prospect');
  await bruno.opens(pageOf(b));
  await bruno.sees(words.forNext({ stage: stageName('awareness'), met: 1, of: 4 }), block(bruno));
  expect(await bruno.page.getByText(words.ownTalk.text).count()).toBe(0);

  const people: { id: string; side: string }[] = await a.json(`${a.base}/partnerships/${partnership}/people`);
  await readBack(
    product,
    { by: a, partnership },
    {
      conversation: asked,
      author: people.find((one) => one.side === 'a')?.id ?? '',
      heldOn: '2026-03-02',
      sentAt: '2026-03-03T10:00:00.000Z',
      answeredAt: '2026-03-04T09:00:00.000Z',
    },
  );
  await ana.opens(pageOf(a));
  await ana.presses(words.propose, 'button', block(ana));
  await ana.fills(words.form.words, 'We have met, and you know us now', dialog(ana));
  await ana.looksWell('stage-propose');
  await ana.presses(words.form.send, 'button', dialog(ana));
  await ana.sees(words.pending.ours({ stage: stageName('awareness'), who: STEEL }), block(ana));

  // The page of the other side says so by itself, and so does its Today.
  await bruno.sees(words.pending.theirs({ who: NORTH, stage: stageName('awareness') }), block(bruno));
  await bruno.looksWellEverywhere('stage-pending');
  await bruno.opens(product.address + paths.today(b.organization.slug));
  await bruno.sees(words.waiting.said({ partner: NORTH, stage: stageName('awareness') }));
  await bruno.looksWell('today-step');
  await bruno.presses(new RegExp(words.waiting.said({ partner: NORTH, stage: stageName('awareness') })), 'link');
  await bruno.presses(words.pending.agree, 'button', block(bruno));
  await bruno.presses(words.pending.agree, 'button', dialog(bruno));
  await bruno.sees(words.stages.awareness.said, block(bruno));
  await ana.sees(words.stages.awareness.said, block(ana));
  await ana.page.getByText(words.history.title).click();
  await ana.sees(words.history.step({ from: stageName('prospect'), to: stageName('awareness') }), block(ana));
});

test('to rest, promises are closed first; the way back down needs a reason', async () => {
  await promise(product.clock, a, b, partnership, { what: 'A room for the graduation' });
  await ana.opens(pageOf(a));
  await ana.presses(words.propose, 'button', block(ana));
  await dialog(ana)
    .getByLabel(new RegExp(stageName('resting')))
    .check();
  await ana.sees(words.form.promises({ n: 1 }), dialog(ana));
  expect(
    await dialog(ana)
      .getByRole('button', { name: named(words.form.send) })
      .isDisabled(),
  ).toBe(true);
  await ana.looksWellEverywhere('stage-open-promises');
  await dialog(ana)
    .getByLabel(new RegExp(`^${stageName('prospect')}`))
    .check();
  await ana.presses(words.form.send, 'button', dialog(ana));
  await ana.sees(words.form.whyMissing, dialog(ana));
});

test('a guest answers by link, above the conversation', async () => {
  const partner = await recordPartner(a, 'Taller Nuevo SL');
  const conversation = await request(product, a, partner.id, 'Show our students your workshop');
  const marta = partner.people[0]?.id ?? '';
  const { url } = await a.json(`${partner.base}/conversations/${conversation}/links`, {
    json: { person: marta },
    status: 201,
  });
  await readBack(
    product,
    { by: a, partnership: partner.id },
    {
      conversation,
      author: marta,
      heldOn: '2026-03-02',
      sentAt: '2026-03-03T10:00:00.000Z',
      answeredAt: '2026-03-04T09:00:00.000Z',
    },
  );
  await a.json(`${partner.base}/stage/moves`, { json: { from: 'prospect', to: 'awareness' }, status: 201 });
  const guest = await story.person('phone');
  await guest.opens(url);
  await guest.sees(words.guest.title({ partner: NORTH }));
  await guest.looksWell('stage-guest');
  await guest.presses(words.pending.agree);
  await guest.presses(words.pending.agree, 'button', dialog(guest));
  await expect.poll(() => guest.page.getByText(words.guest.title({ partner: NORTH })).count()).toBe(0);
  expect(await a.json(`${partner.base}/stage`)).toMatchObject({ stage: 'awareness' });
});

test('the board by stage, the table by any column, and a view that is kept and begins the page', async () => {
  await recordPartner(a, 'Hospital Riverside');
  await ana.opens(product.address + paths.partners(a.organization.slug));
  await ana.sees(STEEL);
  await ana.presses(views.as.board, 'tab');
  const column = (stage: keyof typeof words.stages) =>
    ana.page
      .locator('section')
      .filter({ has: ana.page.getByRole('heading', { name: new RegExp(`^${stageName(stage)}`) }) });
  await ana.sees(STEEL, column('awareness'));
  await ana.sees('Hospital Riverside', column('prospect'));
  await ana.looksWellEverywhere('partners-board');

  // A card moves by a step both agree to.
  await ana.presses(views.stepFor({ partner: 'Hospital Riverside' }));
  await ana.sees(words.form.missing, dialog(ana));
  await ana.presses(general.actions.cancel, 'button', dialog(ana));

  await ana.presses(views.as.table, 'tab');
  await ana.presses(views.columns.theirs, 'button', ana.page.getByRole('table'));
  await ana.presses(new RegExp(`^${views.columns.theirs}`), 'button', ana.page.getByRole('table'));
  await expect.poll(() => ana.page.url()).toContain('order=down');
  await expect.poll(() => ana.page.getByRole('rowheader').first().innerText()).toBe(STEEL);
  await ana.looksWellEverywhere('partners-table');

  await ana.page.getByLabel(views.filters.stage, { exact: true }).selectOption('awareness');
  await expect.poll(() => ana.page.getByRole('rowheader').allInnerTexts()).toEqual([STEEL, 'Taller Nuevo SL']);
  await ana.presses(views.menu.title);
  await ana.presses(views.menu.keep, 'menuitem');
  await ana.fills(views.form.name, 'We have met', dialog(ana));
  await dialog(ana).getByLabel(views.form.opens).check();
  await ana.looksWell('partners-keep-view');
  await ana.presses(views.form.keep, 'button', dialog(ana));
  await ana.sees('We have met');

  // Partners begins with it from now on; all partners are one press away.
  await ana.presses(general.places.partners, 'link');
  await expect.poll(() => ana.page.url()).toContain('stage=awareness');
  expect(await ana.page.getByRole('rowheader').count()).toBe(2);
  await ana.presses('We have met');
  await ana.looksWell('partners-views-menu');
  await ana.presses(views.menu.plain, 'menuitemradio');
  await ana.sees('Hospital Riverside');
  await ana.fills(partners.search, 'hosp');
  await expect.poll(() => ana.page.getByText(STEEL).count()).toBe(0);
  await ana.looksWellEverywhere('partners-list');
});

test('nothing went wrong in anybody’s browser', () => story.wentWell());
