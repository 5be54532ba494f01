import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { browser, type Browser } from '../server/testing/people.ts';
import { paths } from '../web/paths.ts';
import { launchOwnBrowser, type OwnBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { DEVICES, Visitor } from './story.ts';

const { listening, general, signIn } = messagesFor('en');
const { talk: words, form, wrap, saved } = listening;

const PASSWORD = 'a walk along the river';

let product: Product;
let folder: string;
let own: OwnBrowser;
let ana: Visitor;
let api: Browser;
let slug: string;
let room: string;
let partnership: string;

/** Ana's phone, with its browser's memory of before. */
async function takesPhone(): Promise<void> {
  own = await launchOwnBrowser(folder, {
    ...DEVICES.phone,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  own.context.setDefaultTimeout(15_000);
  ana = new Visitor(own.context.pages()[0] ?? (await own.context.newPage()));
  ana.expects(
    /ERR_INTERNET_DISCONNECTED/,
    /ERR_CONNECTION_REFUSED/,
    /ERR_CONNECTION_RESET/,
    /ERR_EMPTY_RESPONSE/,
    /ERR_INCOMPLETE/,
  );
}

beforeAll(async () => {
  [product, folder] = await Promise.all([startProduct(), mkdtemp(join(tmpdir(), 'entente-phone-'))]);
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, product.address), init);
  api = browser({ request });
  const me = await api.json('/api/setup', {
    json: {
      organization: { name: 'Northfield University' },
      person: { name: 'Ana Prieto', email: 'ana@northfield.example', password: PASSWORD },
    },
  });
  const { organization } = me.memberships[0];
  slug = organization.slug;
  const partner = await api.json(`/api/organizations/${organization.id}/partnerships`, {
    json: { name: 'Riverside Hospital', people: [{ name: 'Marta Gil', title: 'Head of nursing' }] },
  });
  partnership = partner.id;
  room = `/api/organizations/${organization.id}/partnerships/${partnership}`;
  await takesPhone();
  await own.context.addCookies([...api.cookies].map(([name, value]) => ({ name, value, url: product.address })));
});
afterAll(async () => {
  await own.context.close().catch(() => undefined);
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

async function signsIn(): Promise<void> {
  await ana.fills(signIn.email, 'ana@northfield.example');
  await ana.fills(signIn.password, PASSWORD);
  await ana.presses(signIn.submit);
}

const box = () => ana.page.getByRole('textbox', { name: words.note });
const rows = () => ana.page.locator('[data-point]');
const texts = () => ana.page.locator('[data-point] p[dir]').allInnerTexts();
const typed = () => box().inputValue();
const there = async (talk: string) =>
  (await api.json(`${room}/interviews/${talk}/points`)).items
    .toSorted((one: { position: number }, other: { position: number }) => one.position - other.position)
    .map((point: { text: string }) => point.text);

test('every word of a talk survives a cut connection, a killed browser and a killed server', {
  timeout: 240_000,
}, async () => {
  await ana.opens(product.address + paths.listening(slug, partnership));
  await ana.sees(listening.empty.title({ partner: 'Riverside Hospital' }));
  await ana.looksWell('listening-empty');
  await ana.presses(listening.start);
  await ana.sees(form.wayHint);
  await ana.page.getByLabel('Marta Gil').check();
  await ana.fills(form.place, 'Their canteen');
  await ana.looksWell('listening-start');
  await ana.presses(form.begin);
  await box().waitFor();
  const talk = new URL(ana.page.url()).pathname.split('/').at(-1) ?? '';

  // By keyboard alone: a question, a need that was heard, a worry that is only assumed, who said it.
  const { keyboard } = ana.page;
  await expect.poll(() => ana.page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');
  await keyboard.press('Alt+ArrowDown');
  await keyboard.type('Nights are the hardest to fill');
  await keyboard.press('Alt+1');
  await keyboard.press('Alt+s');
  await keyboard.press('Enter');
  await keyboard.type('They may close a ward');
  await keyboard.press('Shift+Enter');
  await keyboard.type('if Marta leaves');
  await keyboard.press('Alt+4');
  await keyboard.press('Alt+a');
  await keyboard.press('Enter');
  await ana.sees(saved.all);
  expect(await there(talk)).toEqual(['Nights are the hardest to fill', 'They may close a ward\nif Marta leaves']);
  await ana.looksWell('listening-talk');

  // The connection goes in the middle of a word.
  await keyboard.type('Ask the d');
  await own.context.setOffline(true);
  await keyboard.type('ean about the rooms');
  await keyboard.press('Enter');
  await ana.sees(saved.waiting({ n: 1 }));
  await ana.looksWell('listening-offline');
  await keyboard.type('نحتاج ممرضات 👩🏽‍⚕️');
  await keyboard.press('Alt+1');
  await keyboard.press('Enter');
  await rows().nth(2).focus();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.type(', all three of them');
  await keyboard.press('Enter');
  await box().click();
  await keyboard.type('Half a sentence about the bud');
  await expect.poll(typed).toBe('Half a sentence about the bud');
  const before = [
    'Nights are the hardest to fill',
    'They may close a ward\nif Marta leaves',
    'Ask the dean about the rooms, all three of them',
    'نحتاج ممرضات 👩🏽‍⚕️',
  ];
  expect(await texts()).toEqual(before);
  expect(await there(talk)).toHaveLength(2);
  expect(ana.faults).toEqual([]);

  // The page is loaded anew without a connection, from what the device keeps.
  await ana.page.reload();
  await box().waitFor();
  await expect.poll(texts).toEqual(before);
  await expect.poll(typed).toBe('Half a sentence about the bud');
  await ana.looksWell('listening-offline-reload');

  // The phone dies, and so does the machine the server runs on.
  await own.kill();
  await product.dies();
  await product.comesBack();
  await takesPhone();
  await ana.opens(product.address + paths.talk(slug, partnership, talk));
  // The browser had not yet written down who is signed in: the words do not hang on that.
  await box()
    .or(ana.page.getByLabel(signIn.password, { exact: true }))
    .first()
    .waitFor();
  if (ana.page.url().includes('/sign-in')) await signsIn();
  await box().waitFor();
  await expect.poll(typed).toBe('Half a sentence about the bud');
  await expect.poll(texts).toEqual(before);
  await ana.sees(saved.all);
  expect(await there(talk)).toEqual(before);
  await ana.page.reload();
  await box().waitFor();
  await expect.poll(texts).toEqual(before);
  await expect.poll(typed).toBe('Half a sentence about the bud');

  // Pasted from a word processor: a point for each paragraph, and undone as one.
  await ana.page.setViewportSize(DEVICES.desktop.viewport);
  await ana.page.evaluate(
    "const data = new DataTransfer(); data.setData('text/plain', '\\u2022\\tOne\\r\\n\\r\\n\\u2022\\tTwo\\u000bstill two\\r\\n'); document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
  );
  await ana.sees(words.pasted({ n: 3 }));
  await ana.looksWell('listening-talk-desktop');
  await ana.presses(general.actions.undo);
  await expect.poll(texts).toEqual(before);
  await expect.poll(typed).toBe('Half a sentence about the bud');
  await ana.page.setViewportSize(DEVICES.phone.viewport);
  await ana.sees(saved.all);
  expect(ana.faults).toEqual([]);
});

test('a talk is wrapped up point by point with the keyboard, and leaves what is to be followed up', {
  timeout: 120_000,
}, async () => {
  const { keyboard } = ana.page;
  await box().click();
  await keyboard.press('End');
  await keyboard.type('get');
  await keyboard.press('Enter');
  await ana.presses(wrap.open);
  await ana.sees(wrap.count({ n: 5 }));
  await ana.looksWell('listening-wrap-up');
  const focused = () => ana.page.evaluate<string>('document.activeElement.textContent');
  await expect.poll(focused).toBe(wrap.close);
  await keyboard.press('Enter');
  await ana.sees(wrap.count({ n: 4 }));
  await expect.poll(focused).toBe(wrap.close);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await ana.fills(wrap.what, 'Ask how many nights');
  await ana.looksWell('listening-follow-up');
  await keyboard.press('Enter');
  await ana.sees(wrap.count({ n: 3 }));
  await ana.presses(wrap.rest({ n: 3 }));
  await ana.sees(wrap.ready);
  await ana.looksWell('listening-ready');
  await ana.presses(wrap.finish);
  await ana.sees(wrap.finished);
  await ana.looksWell('listening-finished');

  await ana.page.setViewportSize(DEVICES.desktop.viewport);
  await ana.opens(product.address + paths.listening(slug, partnership));
  await ana.sees('Ask how many nights');
  await ana.looksWellEverywhere('listening');
  await ana.presses(listening.followUps.doneLabel({ what: 'Ask how many nights' }));
  await ana.fills(listening.followUps.words, 'Five a week');
  await ana.presses(listening.followUps.save);
  await ana.sees(listening.followUps.none);
  expect(ana.faults).toEqual([]);
});

test('guides are changed, put in another order by keyboard, and set back', { timeout: 120_000 }, async () => {
  const { guide } = listening;
  await ana.page.setViewportSize(DEVICES.desktop.viewport);
  await ana.opens(product.address + paths.guides(slug));
  const title = 'Any two organizations';
  await ana.page.getByText(title).click();
  await ana.looksWellEverywhere('guides');
  await ana.presses(guide.change({ title }));
  const line = (n: number) => ana.page.getByRole('textbox', { name: guide.question({ n }), exact: true });
  const first = await line(1).inputValue();
  await line(1).press('Alt+ArrowDown');
  await expect.poll(() => line(2).inputValue()).toBe(first);
  await line(2).press('Enter');
  await line(3).fill('What did you learn from us?');
  await ana.looksWell('guide-form');
  await ana.presses(general.actions.save);
  await ana.sees(guide.changed);
  await ana.sees('What did you learn from us?');
  await ana.presses(guide.reset);
  await ana.presses(guide.resetSure);
  await ana.page.getByText('What did you learn from us?').waitFor({ state: 'detached' });
  expect(ana.faults).toEqual([]);
});
