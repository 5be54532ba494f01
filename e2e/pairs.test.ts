import { afterAll, beforeAll, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { recordPartner, request, twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { pairs, partners, general } = messagesFor('en');

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let ana: Visitor;
let bruno: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-02T09:00:00.000Z'), beginStory('pairs')]);
  ({ a, b, partnership } = await twoPartners(product));
  [ana, bruno] = await Promise.all([story.person(), story.person()]);
  await signsIn(ana, a, product.address);
  await signsIn(bruno, b, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const place = (who: SignedUp) => product.address + paths.partnerPeople(who.organization.slug, partnership);
const dialog = (visitor: Visitor) => visitor.page.getByRole('dialog');

async function adds(
  visitor: Visitor,
  organization: string,
  person: { name: string; title: string; work: string; topic: string },
) {
  await visitor.presses(partners.people.addTo({ organization }));
  await visitor.fills(partners.form.personName, person.name);
  await visitor.fills(partners.form.personTitle, person.title);
  await dialog(visitor).getByLabel(pairs.function).selectOption({ label: person.work });
  await visitor.fills(pairs.topics, person.topic);
  await visitor.page.keyboard.press('Enter');
}

test('both sides say who is who; one proposes a pair and the other agrees', async () => {
  await ana.opens(product.address + paths.partnership(a.organization.slug, partnership));
  await ana.presses(pairs.all, 'link');
  await adds(ana, 'Universidad del Norte', {
    name: 'Carmen Vidal',
    title: 'Director of the career centre',
    work: pairs.functions.talent,
    topic: 'internships',
  });
  await dialog(ana).getByLabel(pairs.duty.owner).check();
  await ana.looksWellEverywhere('person-form');
  await ana.presses(general.actions.add, 'button', dialog(ana));
  await ana.sees('Carmen Vidal');
  await ana.sees(pairs.duty.owner);

  await bruno.opens(place(b));
  await adds(bruno, 'Acero y Luz', {
    name: 'Diego Ruiz',
    title: 'Head of campus recruiting',
    work: pairs.functions.talent,
    topic: 'Internships',
  });
  await bruno.presses(general.actions.add, 'button', dialog(bruno));
  await ana.sees('Diego Ruiz');

  await ana.presses(pairs.pairs.propose);
  await dialog(ana)
    .getByLabel(pairs.pairs.whose({ organization: 'Universidad del Norte' }))
    .selectOption({ label: 'Carmen Vidal, Director of the career centre' });
  await dialog(ana)
    .getByLabel(pairs.pairs.whose({ organization: 'Acero y Luz' }))
    .selectOption({ label: 'Diego Ruiz, Head of campus recruiting' });
  await ana.fills(pairs.pairs.topic, 'Interns for the spring');
  await ana.looksWellEverywhere('propose-pair');
  await ana.presses(pairs.pairs.send);
  await ana.sees(pairs.pairs.proposedByUs);

  await bruno.sees(pairs.pairs.proposedByThem({ partner: 'Universidad del Norte' }));
  await bruno.looksWellEverywhere('pair-proposed');
  await bruno.presses(pairs.pairs.agree);
  await bruno.sees(pairs.pairs.since);
  await ana.sees(pairs.pairs.since);
  await ana.looksWellEverywhere('people-and-pairs');
});

test('a partner without an account answers by link', async () => {
  const { id, base, people } = await recordPartner(a, 'Taller Vega');
  const own = await a.json(`${base}/people`, { json: { name: 'Luis Vega', title: 'Dean', side: 'a' }, status: 201 });
  const marta = people[0]?.id ?? '';
  await a.json(`${base}/pairs`, { json: { people: [own.id, marta], topic: 'Two welders' }, status: 201 });
  const conversation = await request(product, a, id);
  const { url } = await a.json(`${base}/conversations/${conversation}/links`, { json: { person: marta }, status: 201 });
  const guest = await story.person('phone');
  await guest.opens(product.address + new URL(url).pathname);
  await guest.sees(pairs.guest.text({ partner: 'Universidad del Norte', name: 'Luis Vega, Dean' }));
  await guest.looksWell('guest-pair');
  await guest.presses(pairs.guest.agree);
  await guest.sees(pairs.guest.agreed);
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, id));
  await ana.sees(pairs.pairs.via.link);
});

test('nothing went wrong in anybody’s browser', () => story.wentWell());
