import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { LOCALE_NAMES } from '../messages/locale.ts';
import { setsUp } from './arrivals.ts';
import { type Product, startProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { general, signIn, invitation, organization, settings, today } = messagesFor('en');
const spanish = messagesFor('es');

let product: Product;
let story: Story;
let ana: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startProduct(), beginStory('coming-in')]);
  ana = await story.person();
  await setsUp(ana, product.address, 'Northfield University', 'Ana Prieto', 'ana@northfield.example');
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const home = (visitor: Visitor, title = today.title) =>
  visitor.page.getByRole('heading', { level: 1, name: title }).waitFor();

async function signsOut(visitor: Visitor, name: string): Promise<void> {
  await visitor.page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .filter({ visible: true })
    .click();
  await visitor.page.getByRole('menuitem', { name: general.shell.signOut }).click();
  await visitor.page.getByRole('heading', { level: 1, name: signIn.title }).waitFor();
}

test('a colleague is invited by mail, joins, and comes back by password and by mailed link', async () => {
  await ana.presses(general.places.organization, 'link');
  await ana.looksWellEverywhere('organization');
  await ana.presses(organization.tabs.invitations, 'tab');
  await ana.fills(organization.invitations.email, 'luis@northfield.example');
  await ana.presses(organization.invitations.send);
  await ana.sees(organization.invitations.sent({ email: 'luis@northfield.example' }));
  await ana.looksWellEverywhere('invitations');

  const luis = await story.person();
  await luis.opens(await product.linkTo('luis@northfield.example', '/invite/'));
  await luis.looksWellEverywhere('invited');
  await luis.fills(signIn.yourName, 'Luis Ortega');
  await luis.fills(signIn.password, 'two bridges and a boat');
  await luis.presses(invitation.createAndJoin);
  await home(luis);

  await signsOut(luis, 'Luis Ortega');
  luis.expects(/status of 401 .*sign-in/);
  await luis.looksWellEverywhere('sign-in');
  await luis.fills(signIn.email, 'luis@northfield.example');
  await luis.fills(signIn.password, 'not what it is at all');
  await luis.presses(signIn.submit);
  await luis.page.getByRole('alert').waitFor();
  await luis.looksWell('sign-in-refused');
  await luis.fills(signIn.password, 'two bridges and a boat');
  await luis.presses(signIn.submit);
  await home(luis);

  await signsOut(luis, 'Luis Ortega');
  await luis.presses(signIn.linkInstead);
  await luis.fills(signIn.email, 'luis@northfield.example');
  await luis.presses(signIn.linkInstead);
  await luis.sees(signIn.linkSent.title);
  await luis.page.goto('about:blank');
  await luis.opens(await product.linkTo('luis@northfield.example', '/sign-in#'));
  await luis.presses(signIn.opening.press);
  await home(luis);
  story.wentWell();
});

test('somebody reads everything in Spanish and in the dark, and an administrator sees what became of each mail', async () => {
  await ana.page
    .getByRole('button', { name: /^Ana Prieto/ })
    .filter({ visible: true })
    .click();
  await ana.page.getByRole('menuitem', { name: general.shell.settings }).click();
  await ana.page.getByRole('heading', { level: 1, name: settings.title }).waitFor();
  await ana.looksWellEverywhere('settings');
  await ana.presses(general.theme.dark, 'radio');
  await expect.poll(() => ana.page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
  await ana.presses(LOCALE_NAMES.es, 'radio');
  await ana.page.getByRole('heading', { level: 1, name: spanish.settings.title }).waitFor();
  expect(await ana.page.evaluate('document.documentElement.lang')).toBe('es');
  await ana.presses(spanish.general.places.today, 'link');
  await home(ana, spanish.today.title);
  await ana.looksWell('today-spanish');
  await ana.page.goto(ana.page.url().replace(/\/today.*$/, '/mails'));
  await ana.page.getByRole('heading', { level: 1 }).waitFor();
  await ana.sees('luis@northfield.example');
  await ana.looksWellEverywhere('mails');
  story.wentWell();
});
