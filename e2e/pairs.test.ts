import { afterAll, beforeAll, expect, test } from 'vitest';
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
  await visitor.fills(pairs.topics, person.topic, dialog(visitor));
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

  // The same work on both sides and the same topic: the two are suggested, with the reasons.
  await ana.sees(pairs.suggestions.reasons.function({ work: pairs.functions.talent }));
  await ana.sees(pairs.risks.ours.only({ name: 'Carmen Vidal' }));
  await ana.looksWellEverywhere('pair-suggested');
  await ana.presses(new RegExp(`^${pairs.pairs.proposeThis}`));
  await ana.fills(pairs.pairs.topic, 'Interns for the spring');
  await ana.looksWellEverywhere('propose-pair');
  await ana.presses(pairs.pairs.send);
  await ana.sees(pairs.pairs.proposedByUs);

  await bruno.sees(pairs.pairs.proposedByThem({ partner: 'Universidad del Norte' }));
  await bruno.sees(pairs.waiting({ n: 1 }));
  await bruno.looksWellEverywhere('pair-proposed');
  await bruno.presses(pairs.pairs.agree);
  await bruno.sees(pairs.pairs.since);
  await ana.sees(pairs.pairs.since);
  await ana.looksWellEverywhere('people-and-pairs');
});

test('who of us knows whom is for us alone, and stands beside the person before anybody writes', async () => {
  await ana.presses(pairs.menu({ name: 'Diego Ruiz' }));
  await ana.presses(pairs.own.open, 'menuitem');
  await ana.presses(pairs.own.courtesy['ask-first'], 'radio');
  await ana.fills(pairs.own.note, 'Played in one team');
  await ana.looksWellEverywhere('who-knows');
  await ana.presses(pairs.own.save);
  await ana.sees(pairs.own.says['ask-first']({ member: a.name }));
  await ana.looksWellEverywhere('people-with-own-notes');
  await bruno.opens(place(b));
  await bruno.sees('Diego Ruiz');
  expect(await bruno.page.getByText('Played in one team').count()).toBe(0);
});

test('somebody leaves: what is open is found, and where they went is known to us alone', async () => {
  const from = await recordPartner(a, 'Hospital Sur');
  const to = await recordPartner(a, 'Clínica Este', 'else@este.example');
  const work = await request(product, a, from.id, 'Night shift visit');
  const { head } = await (await a.request(`${from.base}/conversations/${work}`)).json();
  const recorded = { kind: 'agree' };
  await a.json(`${from.base}/conversations/${work}/acts`, {
    json: { saying: recorded, recorded: { person: from.people[0]?.id } },
    headers: { 'if-match': `"${head ?? work}"` },
  });
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, from.id));
  await ana.presses(pairs.menu({ name: 'Marta Gil' }));
  await ana.presses(pairs.left.open, 'menuitem');
  await ana.sees('Night shift visit');
  await ana.sees(pairs.left.handOver);
  await dialog(ana).getByLabel(pairs.left.where).selectOption({ label: 'Clínica Este' });
  await dialog(ana).getByLabel(pairs.left.there).selectOption({ label: 'Marta Gil' });
  await ana.looksWellEverywhere('somebody-left');
  await ana.presses(pairs.left.save);
  await ana.sees(/^Now at Clínica Este/);
  await ana.sees(partners.people.ended);
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, to.id));
  await ana.sees(/^Before at Hospital Sur/);

  // A promise that goes along is handed over by the act itself, with everybody's consent.
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, from.id));
  await ana.presses(pairs.menu({ name: 'Marta Gil' }));
  await ana.presses(pairs.left.openEnded, 'menuitem');
  await ana.presses(pairs.left.handOver, 'link');
  await ana.page.getByRole('heading', { level: 1, name: 'Night shift visit' }).waitFor();
});

test('somebody who is written down twice is noticed on entry, merged, and taken apart again', async () => {
  const { id } = await recordPartner(a, 'Doble SL');
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, id));
  ana.expects(/status of 409 .*people/);
  await ana.presses(partners.people.addTo({ organization: 'Doble SL' }));
  await ana.fills(partners.form.personName, 'Gil, Marta');
  await ana.presses(general.actions.add, 'button', dialog(ana));
  await ana.sees(pairs.same.known({ name: 'Marta Gil' }));
  await ana.looksWellEverywhere('known-already');
  await ana.presses(pairs.same.anyway);
  await ana.sees(pairs.same.why.name);
  await ana.looksWellEverywhere('written-down-twice');
  await ana.presses(/One person: keep “Marta Gil, Head of talent/);
  await ana.sees(pairs.same.done);
  await ana.presses(general.actions.undo);
  await ana.sees(pairs.same.why.name);
  await ana.presses(pairs.same.apart);
  await ana.page.getByText(pairs.same.why.name).waitFor({ state: 'detached' });
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
  await guest.sees(pairs.guest.text({ partner: 'Universidad del Norte', name: 'Luis Vega (Dean)' }));
  await guest.looksWell('guest-pair');
  await guest.presses(pairs.guest.agree);
  await guest.sees(pairs.guest.agreed);
  await ana.opens(product.address + paths.partnerPeople(a.organization.slug, id));
  await ana.sees(pairs.pairs.via.link);
});

test('nothing went wrong in anybody’s browser', () => story.wentWell());
