import nodemailer from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { testMailServer } from '../server/testing/mail-server.ts';
import { type SignedUp, signUp } from '../server/testing/people.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, freePort, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { meetings, general, guest } = messagesFor('en');
const { form, poll, answer, after, change, offered, results, wish, page } = meetings;
const PARTNER = 'Riverside Hospital';
const MARTA = 'marta@riverside.example';
const BEGIN = '2026-03-02T09:00:00.000Z';

let mails: Awaited<ReturnType<typeof testMailServer>>;
let port: number;
let product: ClockedProduct;
let story: Story;
let ana: SignedUp;
let partnership: string;
let member: Visitor;
let marta: Visitor;
beforeAll(async () => {
  [mails, port] = await Promise.all([testMailServer(), freePort()]);
  [product, story] = await Promise.all([
    startClockedProduct(BEGIN, {
      SMTP_URL: mails.url,
      MAIL_IN_URL: `lmtp://127.0.0.1:${port}`,
      ANSWER_ADDRESS: 'entente@northfield.example',
    }),
    beginStory('meeting-changes'),
  ]);
  ana = await signUp(product, {
    name: 'Ana Prieto',
    organization: 'Northfield University',
    timeZone: 'Europe/Madrid',
  });
  const room = await ana.json(`/api/organizations/${ana.organization.id}/partnerships`, {
    json: {
      name: PARTNER,
      people: [
        { name: 'Marta Gil', title: 'Head of nursing', email: MARTA },
        { name: 'Iris Vega', title: 'Ward manager' },
      ],
    },
  });
  partnership = room.id;
  [member, marta] = await Promise.all([story.person(), story.person('phone')]);
  await signsIn(member, ana, product.address);
  await itIs(BEGIN);
});
afterAll(async () => {
  await story.end();
  await product.stop();
  await mails.close();
});

async function itIs(moment: string): Promise<void> {
  product.clock.set(moment);
  for (const { page: browser } of [member, marta]) await browser.clock.setFixedTime(moment);
}

const sentToMarta = () => mails.mails.filter((mail) => mail.to.includes(MARTA));

/** The link in the newest mail to Marta, once as many have come. */
async function martaGets(count: number): Promise<string> {
  await expect.poll(() => sentToMarta().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  return /https?:\/\/\S+\/m\/[\w.~%-]+/.exec(sentToMarta().at(-1)?.text ?? '')?.[0] ?? '';
}

async function begins(purpose: string, ...asked: RegExp[]): Promise<void> {
  await member.opens(product.address + paths.newMeeting(ana.organization.slug, partnership));
  await member.fills(form.purpose, purpose);
  for (const name of asked) await member.page.getByRole('checkbox', { name }).first().check();
}

/** Presses in the dialog that is open, until it is closed. */
async function pressesInDialog(name: string): Promise<void> {
  const dialog = member.page.getByRole('dialog');
  await member.presses(name, 'button', dialog);
  await dialog.waitFor({ state: 'detached' });
}

test('of free times the other side takes one; they cannot come after all and propose another, which the inviter takes over with one press', async () => {
  await begins('Plan the winter school', /^Marta Gil/);
  await member.page.getByLabel(form.asks.slots).check();
  await member.fills(form.startLabel({ n: 1 }), '2026-03-10T10:00');
  await member.looksWellEverywhere('meeting-propose-slots');
  await member.presses(form.sendSlots);
  await member.sees(page.state.slotsOpen({ who: PARTNER }));
  await member.looksWellEverywhere('meeting-slots-open');

  await marta.opens(await martaGets(1));
  await marta.sees(poll.titleSlots);
  await marta.looksWell('meeting-guest-slots');
  await marta.page
    .getByRole('button', { name: /^Take this one/ })
    .first()
    .click();
  await marta.sees(answer.done.accepted);
  await member.sees(page.state.agreed);

  await marta.presses(answer.change);
  await marta.presses(answer.declined);
  await marta.fills(answer.words, 'A visit of the ministry came up');
  await marta.fills(answer.otherHint({ zone: 'Madrid' }), '2026-03-12T16:00');
  await marta.looksWell('meeting-guest-declines');
  await marta.presses(answer.sendNo);
  await marta.sees(answer.done.declined);
  await marta.looksWell('meeting-guest-declined');

  await member.sees(wish.title);
  await member.looksWellEverywhere('meeting-wish');
  await member.presses(new RegExp(`^${wish.move}`));
  await member.sees(page.state.proposed({ who: PARTNER }));
  await member.page.getByText(wish.title).waitFor({ state: 'detached' });
  await member.sees(meetings.people.outdated);
  await member.looksWellEverywhere('meeting-moved-there');
  await marta.opens(await martaGets(3));
  await marta.presses(answer.accepted);
  await marta.sees(answer.done.accepted);
  await member.sees(page.state.agreed);
  story.wentWell();
});

test('the meeting is moved, changed and called off by who may: each time everybody is told', async () => {
  await member.presses(change.time);
  const dialog = member.page.getByRole('dialog');
  await member.fills(change.newTime, '2026-03-13T09:00', dialog);
  await member.looksWellEverywhere('meeting-move');
  await pressesInDialog(change.move);
  await member.sees(page.state.proposed({ who: PARTNER }));

  await member.presses(change.button);
  await member.fills(form.agenda, 'Dates\nWho teaches what', dialog);
  await dialog.getByLabel(meetings.ways.video).check();
  await member.fills(form.place.video, 'https://meet.example/winter', dialog);
  await dialog
    .getByRole('checkbox', { name: /^Iris Vega/ })
    .first()
    .check();
  await member.looksWellEverywhere('meeting-details');
  await pressesInDialog(general.actions.save);
  await member.sees('Who teaches what');
  await member.sees('Iris Vega');
  await member.looksWellEverywhere('meeting-changed');

  await marta.opens(await martaGets(5));
  await marta.sees('Who teaches what');
  await marta.presses(change.cancel);
  const theirs = marta.page.getByRole('dialog');
  await marta.fills(change.reason, 'Half of us are ill', theirs);
  await marta.looksWell('meeting-guest-cancel');
  await marta.presses(change.cancel, 'button', theirs);
  await theirs.waitFor({ state: 'detached' });
  await marta.sees(page.state.cancelled({ who: PARTNER }));
  await marta.looksWell('meeting-guest-cancelled');
  await member.sees(page.state.cancelled({ who: PARTNER }));
  await member.sees('Half of us are ill');
  await member.looksWellEverywhere('meeting-cancelled-by-them');
  story.wentWell();
});

test('what people without an account said on the phone is written down in a poll, its time is settled, and the next meeting grows out of it', async () => {
  await begins('A call about the rota', /^Iris Vega/);
  await member.page.getByLabel(form.asks.slots).check();
  await member.presses(form.sendSlots);
  await member.presses(/^Take this one/);
  await member.sees(page.state.agreed);
  await member.looksWellEverywhere('meeting-slot-recorded');

  const before = sentToMarta().length;
  await begins('See the wards', /^Marta Gil/, /^Iris Vega/);
  await member.presses(form.sendPoll);
  await member.sees(page.state.pollOpen({ partner: PARTNER, answered: 0, people: 3 }));
  await member.page.getByLabel(poll.whose).selectOption({ label: poll.recorded({ name: 'Iris Vega' }) });
  const suits = (n: number, vote: string) =>
    member.page.getByRole('group').nth(n).getByRole('radio', { name: vote, exact: true }).check();
  await suits(0, poll.votes.yes);
  await suits(1, poll.votes.no);
  await suits(2, poll.votes['if-needed']);
  await member.looksWellEverywhere('meeting-poll-recorded');
  await member.presses(poll.save);
  await member.sees(poll.count({ yes: 1, ifNeeded: 0, no: 0 }));
  await martaGets(before + 1);
  await member.page
    .getByRole('button', { name: /^Settle/ })
    .first()
    .click();
  await member.sees(page.state.agreed);
  await member.sees(meetings.people.via.recorded);
  await member.looksWellEverywhere('meeting-poll-settled');
  const invitation = await martaGets(before + 2);

  await itIs('2026-03-09T12:00:00.000Z');
  await member.page.reload();
  await member.presses(after.save);
  await member.presses(after.minutesWrite);
  await member.fills(after.minutesLabel, 'Meet again about the interns');
  await member.presses(after.minutesSave);
  await member.presses(results.makeOf({ line: 'Meet again about the interns' }));
  await member.presses(results.next, 'menuitem');
  await member.sees(form.after({ purpose: 'See the wards' }));
  await member.fills(form.purpose, 'How the interns are placed');
  await member.page
    .getByRole('checkbox', { name: /^Marta Gil/ })
    .first()
    .check();
  await member.looksWellEverywhere('meeting-next');
  await member.presses(form.sendPoll);
  await member.page.getByRole('heading', { level: 1, name: 'How the interns are placed' }).waitFor();
  await member.sees(page.after);
  await member.presses('See the wards', 'link');
  await member.page.locator('#results').getByRole('link', { name: 'How the interns are placed' }).waitFor();

  // What both sides read of it, by the link of the invitation; and a fresh one once it has run out.
  await marta.opens(invitation);
  await marta.sees('Meet again about the interns');
  await marta.sees(results.title);
  await marta.sees('How the interns are placed');
  await marta.looksWell('meeting-guest-after');
  await itIs('2026-05-20T12:00:00.000Z');
  marta.expects(/status of 410 .*\/api\/guest\//);
  await marta.opens(invitation);
  await marta.sees(guest.gone.expired.title);
  await marta.looksWell('meeting-guest-expired');
  const read = sentToMarta().length;
  await marta.presses(guest.freshLink);
  await marta.sees(guest.freshSent({ address: 'm…@riverside.example' }));
  await marta.looksWell('meeting-guest-fresh');
  await marta.opens(await martaGets(read + 1));
  await marta.sees('Meet again about the interns');
  story.wentWell();
});

test('of a meeting that repeats one time is moved; a guest answers for one time and proposes another, which is taken over for it alone', async () => {
  await begins('How the interns do', /^Marta Gil/);
  await member.page.getByLabel(form.asks.fixed).check();
  await member.fills(form.start, '2026-06-01T10:00');
  await member.page.getByLabel(form.repeats).selectOption('week');
  await member.fills(form.times, '3');
  const before = sentToMarta().length;
  await member.presses(form.send);
  await member.sees(page.repeat.week({ every: 1, times: 3 }));
  await member.presses(change.time);
  await member.fills(change.newTime, '2026-06-02T11:00', member.page.getByRole('dialog'));
  await member.looksWellEverywhere('meeting-move-one');
  await pressesInDialog(change.move);
  await member.sees(/2 June/);

  await marta.opens(await martaGets(before + 2));
  await marta.page
    .getByRole('button', { name: /8 June/ })
    .first()
    .click();
  await marta.presses(answer.declined);
  await marta.fills(answer.otherHint({ zone: 'Madrid' }), '2026-06-09T12:00');
  await marta.presses(answer.sendNo);
  await marta.sees(answer.done.declined);
  await marta.looksWell('meeting-guest-repeats');
  await member.page
    .getByRole('link', { name: /8 June/ })
    .first()
    .click();
  await member.sees(wish.title);
  await member.looksWellEverywhere('meeting-wish-one');
  await member.presses(new RegExp(`^${wish.move}`));
  await member.page.getByText(wish.title).waitFor({ state: 'detached' });
  await member.sees(/9 June/);
  await member.sees(/15 June/);
  await member.looksWellEverywhere('meeting-one-moved');
  story.wentWell();
});

/** Marta answers her newest mail in words, as people do, through the mail server of the house. */
async function martaWrites(text: string): Promise<void> {
  const mail = sentToMarta().at(-1);
  const to = /<([^<>]+)>/.exec(mail?.headers['reply-to'] ?? '')?.[1] ?? '';
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, secure: false, ignoreTLS: true });
  await transport.sendMail({
    from: `Marta Gil <${MARTA}>`,
    to,
    subject: `Re: ${mail?.subject}`,
    text: `${text}\n\nOn Wed, Entente wrote:\n> Do you come?\n`,
    envelope: { from: 'bounces@post.example', to },
  });
  transport.close();
}

test('an answer in words by mail stands where both read it, is offered as a yes, and counts when she presses it', async () => {
  await begins('A word about the autumn', /^Marta Gil/);
  await member.page.getByLabel(form.asks.fixed).check();
  await member.fills(form.start, '2026-06-03T10:00');
  const before = sentToMarta().length;
  await member.presses(form.send);
  await member.sees(page.state.proposed({ who: PARTNER }));
  const link = await martaGets(before + 1);
  await itIs('2026-05-20T13:00:00.000Z');
  await martaWrites('Yes, I’ll be there. Shall we keep it short.');
  await member.sees(offered.titleOf.accepted({ name: 'Marta Gil' }));
  await member.sees(page.thread);
  await member.looksWellEverywhere('meeting-offered');
  await member.presses(page.thread, 'link');
  await member.sees('Yes, I’ll be there. Shall we keep it short.');
  await member.looksWellEverywhere('meeting-thread');

  await marta.opens(link);
  await marta.sees(offered.title.accepted);
  await marta.fills(meetings.guest.write, 'I bring the rota.');
  await marta.looksWell('meeting-guest-offered');
  await marta.presses(meetings.guest.writeSend);
  await marta.sees('I bring the rota.');
  await itIs('2026-05-20T13:05:00.000Z');
  await marta.presses(offered.say.accepted);
  await marta.sees(answer.done.accepted);
  await marta.looksWell('meeting-guest-words');
  await member.sees('I bring the rota.');
  story.wentWell();
});
