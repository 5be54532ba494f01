import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { Readback } from '../server/features/readbacks/schema.ts';
import { type SignedUp, signUp } from '../server/testing/people.ts';
import { recordPartner, twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, named, type Story, type Visitor } from './story.ts';

const { readbacks, needs, fit, initiatives, general, listening, stages, brief, skills } = messagesFor('en');

let product: ClockedProduct;
let story: Story;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-02T09:00:00.000Z'), beginStory('needs-meet')]);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const place = (who: SignedUp, path: (slug: string, partnership: string) => string, partnership: string) =>
  product.address + path(who.organization.slug, partnership);

/** Answers of the form stand in one group for each point. */
const point = (visitor: Visitor, text: string) => visitor.page.getByRole('listitem').filter({ hasText: text }).last();

test('what was heard is read back, and a partner without an account corrects it on a phone', async () => {
  const ana = await signUp(product, { name: 'Ana Prieto', organization: 'Universidad del Norte' });
  const partner = await recordPartner(ana, 'Bodegas Alba');
  const [member, guest] = await Promise.all([story.person(), story.person('phone')]);
  await signsIn(member, ana, product.address);

  await member.opens(place(ana, paths.newReadback, partner.id));
  await member.fills(readbacks.compose.place, 'At their cellar');
  const points = member.page.getByRole('group', { name: readbacks.compose.points });
  await member.fills(readbacks.compose.text, 'Two cellar hands before the harvest', points);
  await member.presses(readbacks.compose.more);
  await points.getByLabel(named(readbacks.compose.text)).nth(1).fill('Nobody knows the new press yet');
  await points.getByLabel(named(readbacks.compose.kind)).nth(1).selectOption('worry');
  await points.getByLabel(named(readbacks.compose.certainty)).nth(1).selectOption('assumed');
  await member.looksWellEverywhere('readback-compose');
  // Typed words outlive the page.
  await member.page.reload();
  await member.sees(readbacks.compose.crossing({ partner: 'Bodegas Alba', n: 2 }));
  await member.presses(readbacks.compose.send);
  await member.sees(readbacks.titleMine({ listener: '', listened: 'Bodegas Alba' }));
  await member.looksWellEverywhere('readback-sent');

  const [sent]: Readback[] = (await ana.json(`${partner.base}/readbacks`)).items;
  const { url } = await ana.json(`${partner.base}/conversations/${sent?.conversationId}/links`, {
    json: { person: partner.people[0]?.id },
    status: 201,
  });
  await guest.opens(url);
  await guest.sees(readbacks.titleTheirs({ listener: 'Universidad del Norte', listened: '' }));
  await guest.presses(readbacks.form.send);
  await guest.sees(readbacks.form.problems.unanswered);
  await guest.presses(readbacks.form.allRight);
  await guest.page.getByRole('radio', { name: readbacks.form.corrected }).first().check();
  await guest.fills(readbacks.form.correction, 'Three cellar hands, and by 20 August');
  await guest.presses(readbacks.form.add);
  await guest.page.getByLabel(named(readbacks.form.addKind)).selectOption('offer');
  await guest.fills(readbacks.form.addText, 'A tasting room for forty, free in winter');
  await guest.looksWell('readback-guest');
  await guest.presses(readbacks.form.send);
  await guest.sees(readbacks.confirmed);
  await guest.sees('Three cellar hands, and by 20 August');
  await guest.looksWell('readback-guest-answered');

  await member.sees('A tasting room for forty, free in winter');
  await member.sees(readbacks.confirmed);
  expect(await point(member, 'Three cellar hands').innerText()).toContain('Two cellar hands before the harvest');
  await member.looksWellEverywhere('readback-confirmed');
});

test('a talk on a phone is read back and put right in the partner’s own home, and both agree how far they have come', async () => {
  const { a, b, partnership } = await twoPartners(product);
  const [ana, bruno] = await Promise.all([story.person('phone'), story.person()]);
  await signsIn(ana, a, product.address);
  await signsIn(bruno, b, product.address);

  await ana.opens(place(a, paths.listening, partnership));
  await ana.presses(listening.start);
  const start = ana.page.getByRole('dialog');
  await ana.fills(listening.form.day, '2026-03-02', start);
  await ana.fills(listening.form.place, 'In their foundry', start);
  await ana.presses(listening.form.begin, 'button', start);
  const { keyboard } = ana.page;
  await expect.poll(() => ana.page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');
  await keyboard.type('Two welders who read drawings, by March');
  await keyboard.press('Alt+1');
  await keyboard.press('Enter');
  await keyboard.type('They may lose the railway contract');
  await keyboard.press('Alt+4');
  await keyboard.press('Alt+a');
  await keyboard.press('Enter');
  await ana.sees(listening.saved.all);
  await ana.presses(listening.wrap.open);
  await ana.presses(listening.wrap.rest({ n: 2 }));
  await ana.presses(listening.wrap.finish);
  await ana.sees(listening.wrap.finished);
  await ana.presses(listening.wrap.readBack, 'link');
  // The need is ticked, the guess is not.
  await ana.sees(readbacks.compose.crossing({ partner: 'Acero y Luz', n: 1 }));
  await ana.looksWell('readback-compose-phone');
  await ana.presses(readbacks.compose.send);
  await ana.sees(readbacks.waiting({ who: 'Acero y Luz' }));

  await bruno.opens(place(b, paths.listening, partnership));
  await bruno.page.getByRole('link', { name: /^What Universidad del Norte heard/ }).click();
  await bruno.page.getByRole('radio', { name: readbacks.form.corrected }).check();
  await bruno.fills(readbacks.form.correction, 'Three welders, by April');
  await bruno.looksWellEverywhere('readback-own-home');
  await bruno.presses(readbacks.form.send);
  await bruno.sees(readbacks.confirmed);
  expect(await bruno.page.locator('main').innerText()).not.toContain('railway contract');
  await ana.sees('Three welders, by April');

  // What was put right stands in our own understanding of them; the guess stays ours.
  await ana.opens(place(a, paths.roomNeeds, partnership));
  await ana.sees(needs.answers.corrected);
  await ana.sees('Three welders, by April');

  const block = ({ page }: Visitor) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: stages.title, exact: true }) });
  await ana.opens(place(a, paths.partnership, partnership));
  await ana.presses(stages.propose, 'button', block(ana));
  await ana.fills(stages.form.words, 'We met where you work, and you put us right', ana.page.getByRole('dialog'));
  await ana.presses(stages.form.send, 'button', ana.page.getByRole('dialog'));
  await bruno.opens(place(b, paths.partnership, partnership));
  await bruno.presses(stages.pending.agree, 'button', block(bruno));
  await bruno.presses(stages.pending.agree, 'button', bruno.page.getByRole('dialog'));
  await bruno.sees(stages.stages.awareness.said, block(bruno));
  await ana.sees(stages.stages.awareness.said, block(ana));
});

test('two organizations write down what they need and offer, tell each other step by step, and see what fits and why', async () => {
  const { a, b, partnership } = await twoPartners(product);
  const [ana, bruno] = await Promise.all([story.person(), story.person()]);
  await signsIn(ana, a, product.address);
  await signsIn(bruno, b, product.address);

  await ana.opens(product.address + paths.needs(a.organization.slug));
  await ana.sees(needs.own.none.open.need);
  await ana.looksWellEverywhere('needs-empty');
  await ana.presses(needs.add.need);
  const dialog = ana.page.getByRole('dialog');
  await ana.fills(needs.form.title.need, 'Machines for a course in welding', dialog);
  await dialog.getByLabel(named(needs.form.kind)).selectOption('equipment');
  await dialog.getByRole('combobox', { name: named(needs.form.skills) }).fill('weld');
  await dialog.getByRole('listbox', { name: skills.label }).getByRole('option').first().waitFor();
  await ana.looksWell('needs-skills');
  await ana.page.keyboard.press('ArrowDown');
  await ana.page.keyboard.press('Enter');
  await dialog.getByRole('list', { name: skills.chosen({ label: needs.form.skills }) }).waitFor();
  await ana.looksWellEverywhere('needs-form');
  await ana.presses(general.actions.save, 'button', dialog);
  await ana.sees('Machines for a course in welding');
  await ana.presses(needs.add.offer);
  await ana.fills(needs.form.title.offer, 'Students of mechanical engineering, for internships from June', dialog);
  await dialog.getByLabel(named(needs.form.kind)).selectOption('talent');
  await ana.presses(general.actions.save, 'button', dialog);
  await ana.sees(needs.own.toldNobody);
  for (const json of [
    {
      nature: 'need',
      kind: 'talent',
      title: 'Interns in mechanical engineering for the summer',
      detail: 'Four of them',
    },
    { nature: 'offer', kind: 'equipment', title: 'Welding machines, free on Fridays', skills: ['welding'] },
    { nature: 'need', kind: 'funding', title: 'A hidden need' },
  ])
    await b.json(`${b.base}/needs`, { json, status: 201 });

  await ana.opens(place(a, paths.roomNeeds, partnership));
  await ana.sees(needs.room.toldNothing({ partner: 'Acero y Luz' }));
  await ana.sees(fit.nothing);
  await bruno.opens(place(b, paths.roomNeeds, partnership));
  const tells = async (who: Visitor, title: string, level: keyof typeof needs.levels, partner: string) => {
    await who.presses(needs.tell.open({ title }));
    const box = who.page.getByRole('dialog');
    await box.getByRole('radio', { name: needs.levels[level] }).check();
    if (level === 'titled') await who.looksWellEverywhere('needs-tell');
    await who.presses(level === 'hidden' ? needs.tell.takeBack : needs.tell.send({ partner }), 'button', box);
    await box.waitFor({ state: 'detached' });
  };
  await tells(bruno, 'Welding machines, free on Fridays', 'counted', 'Universidad del Norte');
  await ana.page.reload();
  await ana.sees(needs.room.more.offer({ n: 1, partner: 'Acero y Luz' }));
  await tells(bruno, 'Welding machines, free on Fridays', 'titled', 'Universidad del Norte');
  await tells(bruno, 'Interns in mechanical engineering for the summer', 'full', 'Universidad del Norte');
  await ana.page.reload();
  await ana.sees('Interns in mechanical engineering for the summer');
  await ana.sees(fit.direct);
  await ana.sees(fit.helpsUs({ partner: 'Acero y Luz' }));
  await ana.sees(initiatives.title);
  expect(await ana.page.locator('main').innerText()).not.toContain('A hidden need');
  await ana.looksWellEverywhere('needs-room');
  await ana.opens(product.address + paths.needs(a.organization.slug));
  await ana.presses(needs.own.who.need, 'link');
  await ana.sees('Welding machines, free on Fridays');
  await ana.looksWellEverywhere('fit-across');
  await ana.opens(place(a, paths.brief, partnership));
  await ana.sees(brief.theirs({ partner: 'Acero y Luz' }));
  await ana.looksWellEverywhere('brief');
  await ana.opens(place(a, paths.roomNeeds, partnership));
  await tells(bruno, 'Welding machines, free on Fridays', 'hidden', 'Universidad del Norte');
  await ana.page.reload();
  await ana.sees(fit.oneSided);
  expect(await ana.page.locator('main').innerText()).not.toContain('Welding machines');
  story.wentWell();
});
