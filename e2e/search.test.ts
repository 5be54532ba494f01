import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { recordPartner, request, twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { search, general } = messagesFor('en');

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let conversation: string;

beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct(new Date().toISOString()), beginStory('search')]);
  ({ a, b, partnership } = await twoPartners(product));
  await recordPartner(a, 'Aceros del Sur', 'x@y.example');
  conversation = await request(product, a, partnership, 'Twelve places for interns in Ávila');
  const room = `${a.base}/partnerships/${partnership}`;
  await a.json(`${room}/notes`, { json: { text: 'Their dean worries that the interns come too late in autumn' } });
  await a.json(`${room}/notes`, { json: { text: 'אמרו לנו: interns בסתיו' } });
  await a.json(`${room}/threads`, { json: { subject: 'Autumn fair', text: 'Where do the interns of autumn stand?' } });
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const field = (visitor: Visitor) => visitor.page.getByRole('combobox', { name: search.label });
const chosen = (visitor: Visitor) => visitor.page.locator('[role="option"][aria-selected="true"]');

async function comes(person: SignedUp, device?: 'phone'): Promise<Visitor> {
  const visitor = await story.person(device);
  await signsIn(visitor, person, product.address);
  await visitor.opens(product.address + paths.today(person.organization.slug));
  return visitor;
}

test('somebody finds and opens a promise, a note and a place with the keyboard alone', async () => {
  const ana = await comes(a);
  const { keyboard } = ana.page;
  await keyboard.press('Control+k');
  await field(ana).waitFor();
  await ana.sees(general.places.mirror, ana.page.getByRole('listbox'));
  await ana.looksWellEverywhere('search-empty');

  await keyboard.type('interns');
  await ana.sees(search.kinds.note, ana.page.getByRole('listbox'));
  expect(await chosen(ana).innerText()).toContain('Twelve places for interns');
  await ana.looksWellEverywhere('search-found');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  expect(await chosen(ana).innerText()).toContain('Twelve places for interns');
  await keyboard.press('Enter');
  await ana.page.waitForURL((url) => url.pathname.endsWith(`/conversations/${conversation}`));
  await ana.page.getByRole('heading', { level: 1, name: 'Twelve places for interns in Ávila' }).waitFor();

  // What was opened is at hand the next time, also from where one types.
  await keyboard.press('/');
  await ana.sees(search.recent, ana.page.getByRole('listbox'));
  expect(await chosen(ana).innerText()).toContain('Twelve places for interns');
  await keyboard.press('Escape');
  await field(ana).waitFor({ state: 'detached' });

  await keyboard.press('Control+k');
  await keyboard.type('avila late');
  await ana.sees(search.none({ text: 'avila late' }));
  await ana.looksWellEverywhere('search-none');
  await field(ana).fill('mirr');
  await ana.page.getByRole('option', { name: general.places.mirror }).waitFor();
  await keyboard.press('Enter');
  await ana.page.waitForURL(`**${paths.mirror(a.organization.slug)}`);

  await keyboard.press('?');
  await ana.sees(general.keys.search);
  story.wentWell();
});

test('at a phone a partner is found, and asked for something', async () => {
  const ana = await comes(a, 'phone');
  await ana.presses(general.actions.search);
  await ana.fills(search.label, 'acero');
  await ana.sees(search.kinds.partner);
  await ana.looksWell('search-phone');
  await ana.page.getByRole('option', { name: search.ask({ partner: 'Acero y Luz' }) }).waitFor();
  await ana.page.getByRole('listbox').getByRole('option', { name: 'Acero y Luz' }).first().click();
  await ana.page.getByRole('heading', { level: 1 }).waitFor();
  await ana.page.waitForURL(`**${paths.partnership(a.organization.slug, partnership)}`);
  story.wentWell();
});

test('the other side finds what is in the room and none of the notes', async () => {
  const bruno = await comes(b);
  await bruno.page.keyboard.press('Control+k');
  await bruno.fills(search.label, 'interns');
  await bruno.sees('Twelve places for interns in Ávila');
  expect(await bruno.page.getByText('dean worries').count()).toBe(0);
  story.wentWell();
});

test('says so when nothing can be fetched, and finds it after another try', async () => {
  const ana = await comes(a);
  ana.expects(/\/search/);
  await ana.page.route('**/search?*', (route) => route.abort());
  await ana.page.keyboard.press('Control+k');
  await ana.fills(search.label, 'autumn');
  await ana.page.getByRole('alert').waitFor();
  await ana.looksWell('search-offline');
  await ana.page.unroute('**/search?*');
  await ana.presses(general.actions.retry);
  await ana.sees('Autumn fair');
  story.wentWell();
});
