import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { sweepAll, tellDigests, tick } from '../server/features/follow-ups/jobs.ts';
import { testMailServer } from '../server/testing/mail-server.ts';
import { type SignedUp, signUp } from '../server/testing/people.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { meetings, general, composer, conversation, talk, acts, followUps } = messagesFor('en');
const { form, poll, answer, after, results, thanks, visit } = meetings;
const PARTNER = 'Riverside Hospital';
const MARTA = 'marta@riverside.example';

let mails: Awaited<ReturnType<typeof testMailServer>>;
let product: ClockedProduct;
let story: Story;
let ana: SignedUp;
let partnership: string;
let member: Visitor;
let marta: Visitor;
beforeAll(async () => {
  mails = await testMailServer();
  [product, story] = await Promise.all([
    startClockedProduct('2026-03-02T09:00:00.000Z', { SMTP_URL: mails.url }),
    beginStory('meetings'),
  ]);
  ana = await signUp(product, { name: 'Ana Prieto', organization: 'Northfield University' });
  const room = await ana.json(`/api/organizations/${ana.organization.id}/partnerships`, {
    json: { name: PARTNER, people: [{ name: 'Marta Gil', title: 'Head of nursing', email: MARTA }] },
  });
  partnership = room.id;
  [member, marta] = await Promise.all([story.person(), story.person('phone')]);
  await signsIn(member, ana, product.address);
  await itIs('2026-03-02T09:00:00.000Z');
});
afterAll(async () => {
  await story.end();
  await product.stop();
  await mails.close();
});

/** Everybody's watch, and the server's. */
async function itIs(moment: string, ...others: Visitor[]): Promise<void> {
  product.clock.set(moment);
  for (const { page } of [member, marta, ...others]) await page.clock.setFixedTime(moment);
}

const sentTo = (email: string) => mails.mails.filter((mail) => mail.to.includes(email));

/** The newest mail to somebody once as many have come, kept as it looks on a phone; its address of a page for guests, if it has one. */
async function gets(email: string, count: number, name: string): Promise<string> {
  await expect.poll(() => sentTo(email).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  const mail = sentTo(email).at(-1);
  const reader = await story.person('phone');
  // As a mail program shows it: with the pictures that came along.
  const { html } = await simpleParser(Buffer.from(mail?.raw ?? '', 'latin1'));
  await reader.page.setContent(html || '');
  await reader.looksWell(`meeting-mail-${name}`);
  await reader.context.close();
  return /https?:\/\/\S+\/[ml]\/[\w.~%-]+/.exec(mail?.text ?? '')?.[0] ?? '';
}

test('a first meeting is found by poll: a partner without an account says by link which time suits, it is settled, both are invited', async () => {
  await member.opens(product.address + paths.meetings(ana.organization.slug));
  await member.sees(meetings.empty.title);
  await member.looksWellEverywhere('meetings-empty');
  await member.opens(product.address + paths.roomMeetings(ana.organization.slug, partnership));
  await member.presses(meetings.propose, 'link');
  await member.sees(form.siteWhy({ partner: PARTNER }));
  await member.presses(form.sendPoll);
  await member.sees(form.problems.purpose);
  await member.fills(form.purpose, 'See where their students learn');
  await member.fills(form.agenda, 'A walk through the wards\nWhat the students lack');
  await member.fills(form.place['in-person'], 'River Road 4, main entrance');
  await member.page
    .getByRole('checkbox', { name: /^Marta Gil/ })
    .first()
    .check();
  await member.looksWellEverywhere('meeting-propose');
  await member.presses(form.sendPoll);
  await member.sees(meetings.page.state.pollOpen({ partner: PARTNER, answered: 0, people: 2 }));

  await marta.opens(await gets(MARTA, 1, 'poll'));
  await marta.sees('A walk through the wards');
  const suits = (n: number, vote: string) =>
    marta.page.getByRole('group').nth(n).getByRole('radio', { name: vote, exact: true }).check();
  await suits(0, poll.votes.no);
  await suits(1, poll.votes.yes);
  await suits(2, poll.votes['if-needed']);
  await marta.looksWell('meeting-guest-poll');
  await marta.presses(poll.save);
  await marta.sees(poll.count({ yes: 1, ifNeeded: 0, no: 0 }));

  await member.sees(poll.count({ yes: 1, ifNeeded: 0, no: 0 }));
  await member.looksWellEverywhere('meeting-poll');
  await member.page
    .getByRole('button', { name: /^Settle/ })
    .nth(1)
    .click();
  await member.sees(meetings.change.cancel);
  await member.looksWellEverywhere('meeting-settled');
  await marta.opens(await gets(MARTA, 2, 'invitation'));
  await marta.sees(answer.title);
  await marta.looksWell('meeting-guest-invited');
  // Who said yes to the time has said yes to the meeting.
  await marta.sees(answer.done.accepted);
  await member.sees(meetings.page.state.agreed);
  story.wentWell();
});

/** What was written down at the meeting, each line of which becomes a request. */
const lines = [
  'Host three interns in summer',
  'Lend the simulation ward on Fridays',
  'Name one contact on each side',
] as const;

/** Makes a request of a line of the minutes, on the page of the meeting. */
async function promises(line: string): Promise<void> {
  await member.presses(results.makeOf({ line }));
  await member.presses(results.askThis, 'menuitem');
  const dialog = member.page.getByRole('dialog');
  await member.fills(conversation.terms.condition({ n: 1 }), 'Both sides have said that it works', dialog);
  await member.fills(composer.fields.day, '2026-06-01', dialog);
  await member.presses(composer.open.sendAsk, 'button', dialog);
  await dialog.waitFor({ state: 'detached' });
  await member.page.locator('#results').getByRole('link', { name: line }).waitFor();
}

test('after the meeting its minutes become three promises, an idea and something heard, and thanks are offered at once', async () => {
  await itIs('2026-03-20T12:00:00.000Z');
  await member.page.reload();
  await member.sees(after.title);
  await member.looksWellEverywhere('meeting-how-did-it-go');
  await member.presses(after.save);
  await member.sees(thanks.title);
  await member.presses(after.minutesWrite);
  await member.fills(after.minutesLabel, lines.join('\n'));
  await member.presses(after.minutesSave);
  await member.sees(lines[2]);
  for (const line of lines) await promises(line);
  await member.presses(results.add);
  await member.presses(results.idea, 'menuitem');
  await member.fills(
    results.ideaLabel,
    'Their nurses could teach one morning of our first-aid course.',
    member.page.getByRole('dialog'),
  );
  await member.presses(results.ideaSave);
  await member.presses(results.add);
  await member.presses(results.need, 'menuitem');
  await member.fills(results.heardText, 'Nights are the hardest to fill');
  await member.presses(results.heardSave);
  await member.sees(results.heard({ n: 1 }));
  await member.looksWellEverywhere('meeting-results');
  await member.presses(thanks.send);
  await member.sees(thanks.thanked);
  await gets(MARTA, 3, 'thanks');
  await member.presses(results.mail);
  await member.sees(results.mailed);
  await gets(MARTA, 4, 'minutes');
  await marta.page.reload();
  await marta.sees(lines[0]);
  await marta.looksWell('meeting-guest-minutes');
  await member.presses(thanks.readBack);
  await member.page.waitForURL(/read-backs\/new/);
  await member.sees('Nights are the hardest to fill');

  await member.opens(product.address + paths.roomMeetings(ana.organization.slug, partnership));
  await member.sees(meetings.summary.ledToAll({ conversations: 3, promised: 0, accepted: 0 }));
  await member.looksWellEverywhere('meetings-room');
  story.wentWell();
});

test('by link the three become promises, and one mail tells which of them are late', async () => {
  const sent = sentTo(MARTA).length;
  for (const [index, line] of lines.entries()) {
    await member.opens(product.address + paths.roomMeetings(ana.organization.slug, partnership));
    await member.page.getByRole('link', { name: 'See where their students learn' }).first().click();
    await member.page.locator('#results').getByRole('link', { name: line }).click();
    await member.presses(talk.links.send);
    await member.sees(talk.links.madeAndSent({ name: 'Marta Gil' }));
    await marta.opens(await gets(MARTA, sent + index + 1, `request-${index + 1}`));
    await marta.sees(line);
    await marta.presses(new RegExp(`^${acts['agree-performer'].button}`));
    await marta.presses(acts['agree-performer'].button);
    await marta.sees(acts['agree-performer'].said({ who: 'Marta Gil' }));
  }
  await member.opens(product.address + paths.roomMeetings(ana.organization.slug, partnership));
  await member.sees(meetings.summary.ledToAll({ conversations: 3, promised: 3, accepted: 0 }));

  await member.opens(product.address + paths.reminders(ana.organization.slug));
  await member.page.getByText(followUps.reminders.how.daily.label, { exact: true }).click();
  await member.presses(followUps.reminders.save);
  await member.sees(followUps.reminders.saved);
  const before = sentTo(ana.email).length;
  // A working day after the day on which all three were due.
  await itIs('2026-06-03T09:00:00.000Z');
  await sweepAll(product.platform, product.clock.now());
  await tick(product.platform, product.clock.now());
  await tellDigests(product.platform, product.clock.now());
  await gets(ana.email, before + 1, 'digest');
  const digest = sentTo(ana.email).at(-1)?.text ?? '';
  for (const line of lines) expect(digest).toContain(line);
  expect(sentTo(ana.email)).toHaveLength(before + 1);
  await member.opens(product.address + paths.today(ana.organization.slug));
  await member.sees(lines[0]);
  await member.looksWellEverywhere('meeting-promises-today');
  story.wentWell();
});

test('a visit is written down on a phone, and a meeting that repeats is proposed, at a time that exists, and one of its times called off', async () => {
  const phone = await story.person('phone');
  await signsIn(phone, ana, product.address);
  await itIs('2026-03-20T12:00:00.000Z', phone);
  await phone.opens(product.address + paths.roomMeetings(ana.organization.slug, partnership));
  await phone.presses(meetings.logVisit, 'link');
  await phone.page.getByLabel(visit.yesterday).check();
  await phone.page.getByRole('checkbox', { name: 'Marta Gil' }).check();
  await phone.fills(visit.purpose, 'Coffee in their canteen');
  await phone.fills(visit.minutes, 'They send the rota by Friday');
  await phone.fills(visit.note, 'Somebody else decides from January');
  await phone.looksWell('visit-phone');
  await phone.presses(visit.save);
  await phone.page.getByRole('heading', { level: 1, name: 'Coffee in their canteen' }).waitFor();
  await phone.looksWell('visit-kept-phone');

  await member.opens(product.address + paths.newMeeting(ana.organization.slug, partnership));
  await member.fills(form.purpose, 'How the interns do');
  await member.page
    .getByRole('checkbox', { name: /^Marta Gil/ })
    .first()
    .check();
  await member.page.getByLabel(form.asks.fixed).check();
  await member.page.getByLabel(form.repeats).selectOption('month');
  await member.fills(form.times, '3');
  await member.page.getByText(form.changeZone).click();
  await member.page.getByLabel(form.zone).selectOption('Europe/Madrid');
  // The clocks go forward that night and never show this time.
  await member.fills(form.start, '2026-03-29T02:30');
  member.expects(/status of 400 .*\/meetings\)/);
  await member.presses(form.send);
  await member.sees(meetings.refused.title);
  await member.looksWell('meeting-no-such-time');
  await member.fills(form.start, '2026-03-30T10:00');
  await member.presses(form.send);
  await member.sees(meetings.page.repeat.month({ every: 1, times: 3 }));
  await member.looksWellEverywhere('meeting-repeats');
  await member.presses(meetings.change.cancel);
  const dialog = member.page.getByRole('dialog');
  await member.fills(meetings.change.reason, 'We are at a fair that day', dialog);
  await member.looksWell('meeting-cancel');
  await member.presses(meetings.change.cancel, 'button', dialog);
  await dialog.waitFor({ state: 'detached' });
  await member.sees(meetings.row.cancelled);

  await member.page.keyboard.press('g');
  await member.page.keyboard.press('m');
  await member.page.getByRole('heading', { level: 1, name: general.places.meetings }).waitFor();
  await member.sees('How the interns do');
  await member.looksWellEverywhere('meetings-all');
  story.wentWell();
});
