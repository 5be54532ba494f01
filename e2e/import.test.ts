import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { colleagueOf, type SignedUp, signUp } from '../server/testing/people.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { imports, partners } = messagesFor('en');
const many = (n: number) => ({ n, said: String(n) });

let product: ClockedProduct;
let story: Story;
let hospital: SignedUp;
let ana: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-04-01T09:00:00.000Z'), beginStory()]);
  hospital = await signUp(product, { organization: 'Hospital Norte', timeZone: 'Europe/Madrid' });
  ana = await story.person();
  await signsIn(ana, hospital, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const at = (path: string) => `${product.address}${path}`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a history comes in from a file, is previewed line by line, imported, and taken back but for what went on', async () => {
  const { slug } = hospital.organization;
  await ana.opens(at(paths.partners(slug)));
  await ana.presses(imports.open, 'link');
  await ana.sees(imports.earlier.none);
  await ana.looksWell('import-start');
  const [download] = await Promise.all([ana.page.waitForEvent('download'), ana.presses(imports.choose.example)]);
  const example = await readFile(await download.path(), 'utf8');
  expect(example).toContain('Hospital Norte');

  const chooser = ana.page.locator('input[type=file]');
  await chooser.setInputFiles(file('empty.csv', ''));
  await ana.sees(imports.choose.empty);
  const untold = example
    .replace('customer', 'whoever')
    .concat('Hospital Norte,,Nobody,2026-03-02,2026-04-02,,,P-9,\r\n');
  await chooser.setInputFiles(file('history.csv', untold));
  await ana.sees(imports.mapping.incomplete({ fields: imports.mapping.fields.customer.label }));
  await ana.page.getByLabel(imports.mapping.fields.customer.label).selectOption('whoever');
  await ana.sees(imports.preview.run(many(3)));
  await ana.sees(imports.reasons['missing-performer']);
  await ana.looksWell('import-preview');

  // What was guessed can be taken back, and chosen again: the preview follows.
  const reference = ana.page.getByLabel(imports.mapping.fields.reference.label);
  await reference.selectOption('');
  await ana.sees(imports.preview.run(many(4)));
  await reference.selectOption('reference');
  await ana.page.getByLabel(imports.lines.filter, { exact: true }).selectOption('skip');
  await expect.poll(() => ana.page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('6')]);

  await ana.presses(imports.preview.run(many(3)));
  await ana.sees(imports.done.title(many(3)));
  await ana.looksWell('import-done');
  await ana.presses(imports.done.partners, 'link');
  await ana.sees('Riverside Hospital');
  await ana.sees('North Foundry');

  const { items } = await hospital.json(`${hospital.base}/conversations?state=performing`);
  const path = `${hospital.base}/partnerships/${items[0].partnershipId}/conversations/${items[0].id}`;
  const { head } = await hospital.json(path);
  await hospital.json(`${path}/acts`, {
    json: { saying: { kind: 'say', text: 'How is it going?' } },
    headers: { 'if-match': `"${head}"` },
    status: 201,
  });

  await ana.opens(at(paths.import(slug)));
  await ana.sees(imports.earlier.status.done);
  await ana.presses('history.csv', 'link');
  await ana.presses(imports.done.undo);
  await ana.sees(imports.undo.goes(many(2)));
  await ana.sees(imports.undo.remains(many(1)));
  await ana.sees(imports.undo.stays);
  await ana.looksWell('import-undo');
  await ana.presses(imports.undo.yes);
  await ana.sees(imports.undone.kept(many(1)));
  const left = await hospital.json(`${hospital.base}/conversations`);
  expect(left.items.map((one: { id: string }) => one.id)).toEqual([items[0].id]);
  story.wentWell();
});

test('on a phone too, and a member is told whom to ask', async () => {
  const phone = await story.person('phone');
  const member = await colleagueOf(product, hospital, { name: 'Luis Gil' });
  await signsIn(phone, member, product.address);
  await phone.opens(at(paths.partners(hospital.organization.slug)));
  await phone.control('button', partners.add).waitFor();
  expect(await phone.control('link', imports.open).count()).toBe(0);
  await phone.opens(at(paths.import(hospital.organization.slug)));
  await phone.sees(imports.forbiddenHint);
  await phone.looksWell('import-member-phone');

  await signsIn(phone, hospital, product.address);
  await phone.opens(at(paths.organization(hospital.organization.slug)));
  await phone.presses(imports.open, 'link');
  await phone.sees(imports.earlier.status.undone);
  await phone.looksWell('import-phone');
  await phone.presses('history.csv', 'link');
  await phone.sees(imports.undone.title);
  await phone.looksWell('import-undone-phone');
  story.wentWell();
});
