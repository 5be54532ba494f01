import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { dayFromNow } from './days.ts';
import { type Product, startProduct } from './product.ts';
import { beginStory, type Story } from './story.ts';

const { setup, signIn, today, partners, composer, talk, acts, conversation } = messagesFor('en');

/** Presses and filled fields from the first page to the mailed question, and then to the answer. */
const STEPS = { asker: 16, guest: 2 };

let product: Product;
let story: Story;
beforeAll(async () => {
  [product, story] = await Promise.all([startProduct(), beginStory('first-promise')]);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

test(`somebody new gets from the first page to a promise a guest has made in ${STEPS.asker} steps, and the guest answers in ${STEPS.guest}`, async () => {
  const ana = await story.person();
  await ana.opens(product.address);
  await ana.looksWellEverywhere('first-setup');
  await ana.fills(setup.organizationName, 'Northfield University');
  await ana.fills(signIn.yourName, 'Ana Prieto');
  await ana.fills(signIn.email, 'ana@northfield.example');
  await ana.fills(signIn.password, 'a walk along the river');
  await ana.presses(setup.start);

  await ana.sees(today.first.title);
  await ana.looksWellEverywhere('first-today');
  await ana.presses(today.first.partner.act, 'link');
  const dialog = ana.page.getByRole('dialog');
  await ana.fills(partners.form.name, 'Riverside Hospital', dialog);
  await ana.fills(partners.form.personName, 'Marta Gil', dialog);
  await ana.fills(partners.form.personEmail, 'marta@riverside.example', dialog);
  await ana.looksWell('first-partner-form');
  await ana.presses(partners.form.save, 'button', dialog);

  await ana.page.getByRole('heading', { level: 1, name: 'Riverside Hospital' }).waitFor();
  await ana.looksWellEverywhere('first-partner');
  await ana.presses(partners.page.ask, 'link');
  await ana.fills(composer.fields.whatRequest, 'Host three interns from June to August');
  await ana.fills(conversation.terms.condition({ n: 1 }), 'Each intern has a named mentor');
  await ana.fills(composer.fields.day, dayFromNow(60));
  await ana.looksWellEverywhere('first-ask');
  await ana.presses(composer.open.sendAsk);
  await ana.presses(talk.links.send);
  await ana.sees(talk.links.madeAndSent({ name: 'Marta Gil' }));
  await ana.looksWell('first-conversation');
  expect(ana.steps).toBeLessThanOrEqual(STEPS.asker);

  const marta = await story.person('phone');
  await marta.opens(await product.linkTo('marta@riverside.example', '/l/'));
  await marta.sees('Host three interns from June to August');
  await marta.looksWell('first-guest');
  const yes = acts['agree-performer'].button;
  await marta.presses(new RegExp(`^${yes}`));
  await marta.looksWell('first-guest-promise');
  await marta.presses(yes);
  await marta.sees(acts['agree-performer'].said({ who: 'Marta Gil' }));
  expect(marta.steps).toBeLessThanOrEqual(STEPS.guest);

  await ana.sees(acts['agree-performer'].said({ who: 'Marta Gil' }));
  await marta.looksWell('first-guest-promised');
  console.log(`first promise: ${ana.steps} steps to the mailed question, ${marta.steps} to the answer`);
  story.wentWell();
});
