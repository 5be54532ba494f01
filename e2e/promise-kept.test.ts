import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { SayingInput } from '../server/features/acts/schema.ts';
import { addsPartner, setsUp, termsFor } from './arrivals.ts';
import { chooses, composerOf, opens, says, type Knowledge } from './composer.ts';
import { dayFromNow } from './days.ts';
import { type Product, startProduct } from './product.ts';
import { beginStory, named, type Story, type Visitor } from './story.ts';

const { signIn, today, partners, claim, composer, talk, acts, conversation } = messagesFor('en');
const MENTOR = 'A named mentor for each student';
const PLAN = 'A written plan for the week';
const conditions = { c1: MENTOR, c2: PLAN };

let product: Product;
let story: Story;
let ana: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startProduct(), beginStory('promise-kept')]);
  ana = await story.person();
  await setsUp(ana, product.address, 'Northfield University', 'Ana Prieto', 'ana@northfield.example');
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

/** So that a page that is loaded anew is noticed: what it shows has to come by itself. */
const MARK = 'window.sinceTheBeginning ??= performance.timeOrigin';
const LOADED_ANEW = 'window.sinceTheBeginning !== performance.timeOrigin';

const entries = (visitor: Visitor) => visitor.page.locator('li[id^="act-"]');

/** One says something; the other, who has the same page open, sees it. */
async function toldLive(
  from: Visitor,
  to: Visitor,
  saying: SayingInput,
  known: Knowledge,
  seen: string,
): Promise<void> {
  const before = await entries(to).count();
  await to.page.evaluate(MARK);
  await says(from, saying, known);
  for (const visitor of [from, to])
    await entries(visitor).nth(before).getByText(seen, { exact: true }).first().waitFor();
  expect(await to.page.evaluate(LOADED_ANEW)).toBe(false);
}

/** Plain talk on the partner's page, out of which a request is made. */
async function growsFromTalk(visitor: Visitor): Promise<void> {
  const words = partners.threads;
  await visitor.presses(words.start);
  const dialog = visitor.page.getByRole('dialog');
  await visitor.fills(words.subject, 'Placements next spring', dialog);
  await visitor.fills(words.text, 'Our students ask where they could see a shipyard at work.', dialog);
  await visitor.presses(words.send, 'button', dialog);
  await visitor.page.getByRole('heading', { level: 1, name: 'Placements next spring' }).waitFor();
  await visitor.looksWellEverywhere('talk');
  await visitor.presses(words.growAsk, 'link');
}

/** A file beside the words about a condition, as somebody chooses it from their device. */
async function attaches(visitor: Visitor, name: string): Promise<void> {
  const chosen = visitor.page.waitForEvent('filechooser');
  await composerOf(visitor)
    .getByRole('button', { name: named(composer.fields.addFile) })
    .last()
    .click();
  await (await chosen).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('Tuesday: the dry dock') });
  await visitor.sees(new RegExp(`^${name}`), composerOf(visitor));
}

/** Bruno's organization takes its side over: Ana offers it, he accepts on the page his mail leads to. */
async function brunoArrives(): Promise<Visitor> {
  await addsPartner(ana, 'Acero y Luz', 'Bruno Sanz', 'bruno@acero.example');
  await ana.presses(partners.invite.open({ partner: 'Acero y Luz' }));
  const dialog = ana.page.getByRole('dialog');
  await ana.presses(
    partners.invite.consent({ partner: 'Acero y Luz', organization: 'Northfield University' }),
    'checkbox',
    dialog,
  );
  await ana.looksWellEverywhere('claim-offered');
  await ana.presses(partners.invite.send, 'button', dialog);
  await ana.sees(partners.invite.made);
  await ana.page.keyboard.press('Escape');

  const bruno = await story.person();
  await bruno.opens(await product.linkTo('bruno@acero.example', '/claim/'));
  await bruno.fills(signIn.yourName, 'Bruno Sanz');
  await bruno.fills(signIn.password, 'steel and light, every day');
  await bruno.presses(claim.ourConsent({ organization: 'Acero y Luz' }), 'checkbox');
  await bruno.looksWell('claim');
  await bruno.presses(claim.take);
  await bruno.page.getByRole('heading', { level: 1, name: 'Northfield University' }).waitFor();
  await ana.sees(partners.presenceLong.claimed({ partner: 'Acero y Luz' }));
  return bruno;
}

test('two organizations: asked, countered, promised, warned, amended, reported, returned, reworked, accepted, each step seen live', async () => {
  const bruno = await brunoArrives();
  await bruno.presses(today.title, 'link');
  await bruno.page.evaluate(MARK);

  await growsFromTalk(ana);
  await opens(ana, { kind: 'request', terms: termsFor('Host five students for a week', [MENTOR, PLAN], 30) });
  await bruno.presses('Host five students for a week', 'link');
  expect(await bruno.page.evaluate(LOADED_ANEW)).toBe(false);
  await bruno.looksWell('asked');

  const byBruno = { speaker: 'performer', conditions } as const;
  const byAna = { speaker: 'customer', conditions } as const;
  const who = { who: 'Bruno Sanz' };
  const terms = (due: number) => termsFor('Host five students for a week', [MENTOR, PLAN], due);
  const longer = 'We need a little longer';
  await toldLive(bruno, ana, { kind: 'counter', terms: terms(40), text: longer }, byBruno, acts.counter.said(who));
  await ana.sees(longer);
  await ana.looksWellEverywhere('countered');
  await toldLive(ana, bruno, { kind: 'agree' }, byAna, acts['agree-customer'].said({ who: 'Ana Prieto' }));

  const expected = { date: dayFromNow(44) };
  const ill = 'One mentor fell ill';
  const warning: SayingInput = { kind: 'progress', atRisk: true, expected, text: ill };
  await toldLive(bruno, ana, warning, byBruno, acts['progress-at-risk'].said(who));
  await ana.sees(conversation.flags.atRisk);
  const proposal = { kind: 'amend' as const, terms: terms(44), text: 'Four more days' };
  await toldLive(bruno, ana, { kind: 'propose', proposal }, byBruno, acts['propose-amend'].said(who));
  await ana.looksWell('amendment-proposed');
  await toldLive(ana, bruno, { kind: 'consent' }, byAna, acts.consent.said({ who: 'Ana Prieto' }));

  const report = (plan: string): SayingInput => ({
    kind: 'report',
    on: [
      { condition: 'c1', text: 'Names sent' },
      { condition: 'c2', text: plan },
    ],
  });
  await chooses(bruno, 'report', 'performer');
  await bruno.looksWell('report-form');
  await bruno.presses(composer.back, 'button', composerOf(bruno));
  await toldLive(bruno, ana, report('Plan sent'), byBruno, acts.report.said(who));
  await ana.looksWellEverywhere('reported');
  const unmet = [{ condition: 'c2', text: 'Tuesday is missing' }];
  const back: SayingInput = { kind: 'return', unmet, text: 'Nearly there' };
  await toldLive(ana, bruno, back, byAna, acts.return.said({ who: 'Ana Prieto' }));
  await bruno.sees('Tuesday is missing');
  await bruno.looksWell('returned');
  await chooses(bruno, 'report', 'performer');
  await attaches(bruno, 'week.txt');
  await bruno.presses(composer.back, 'button', composerOf(bruno));
  await toldLive(bruno, ana, report('Tuesday added'), byBruno, acts.report.said(who));
  const arriving = ana.page.waitForEvent('download');
  await ana.page
    .getByRole('link', { name: /^week\.txt/ })
    .first()
    .click();
  expect(await readFile(await (await arriving).path(), 'utf8')).toBe('Tuesday: the dry dock');
  const verdicts = (['c1', 'c2'] as const).map((condition) => ({ condition, verdict: 'met' as const }));
  const accept: SayingInput = { kind: 'accept', verdicts, satisfaction: 5, text: 'Thank you' };
  await toldLive(ana, bruno, accept, byAna, acts.accept.said({ who: 'Ana Prieto' }));
  await bruno.sees(new RegExp(`^${conversation.outcomes.satisfied}, `));
  await bruno.looksWellEverywhere('accepted');
  await ana.fills(talk.notes.label, 'Next time ask in autumn already');
  await ana.presses(talk.notes.save);
  await ana.sees('Next time ask in autumn already', ana.page.locator('p'));
  await bruno.page.reload();
  await composerOf(bruno).waitFor();
  expect(await bruno.page.getByText('Next time ask in autumn already').count()).toBe(0);
  expect(product.mailsTo('bruno@acero.example').length).toBeGreaterThan(1);
  story.wentWell();
});

test('a guest by link: offered, promised, reneged, made good and forgiven', async () => {
  const email = 'marta@riverside.example';
  const byAna = { speaker: 'performer', conditions } as const;
  const byMarta = { speaker: 'customer', conditions } as const;
  await addsPartner(ana, 'Riverside Hospital', 'Marta Gil', email);
  await ana.presses(partners.page.offer, 'link');
  await opens(ana, { kind: 'offer', terms: termsFor('Two places in our spring course', ['Written confirmation'], 60) });
  await ana.presses(talk.links.send);
  const marta = await story.person('phone');
  marta.expects(/status of 410 .*\/api\/guest\//);
  await marta.opens(await product.linkTo(email, '/l/'));
  await toldLive(marta, ana, { kind: 'agree' }, byMarta, acts['agree-customer'].said({ who: 'Marta Gil' }));

  const moved = 'The course is moved to autumn';
  const sorry = acts.renege.said({ who: 'Ana Prieto' });
  await chooses(ana, 'renege', 'performer');
  await ana.looksWell('renege-form');
  await ana.page.keyboard.press('Escape');
  await toldLive(ana, marta, { kind: 'renege', text: moved }, byAna, sorry);
  await marta.sees(moved);
  await marta.looksWell('guest-reneged');
  await toldLive(
    ana,
    marta,
    { kind: 'make-good', text: 'Two places in autumn, free of charge' },
    byAna,
    acts['make-good'].said({ who: 'Ana Prieto' }),
  );

  // The mail about the broken promise has brought a link of its own.
  await marta.opens(await product.linkTo(email, '/l/', 1));
  await toldLive(
    marta,
    ana,
    { kind: 'forgive', text: 'No hard feelings' },
    byMarta,
    acts.forgive.said({ who: 'Marta Gil' }),
  );
  for (const visitor of [ana, marta]) await visitor.sees(talk.closed.repaired);
  await ana.looksWell('forgiven');
  await marta.looksWell('guest-forgiven');
  await ana.presses(today.title, 'link');
  await ana.presses(messagesFor('en').general.places.conversations, 'link');
  await ana.sees('Two places in our spring course');
  await ana.looksWellEverywhere('conversations');
  story.wentWell();
});
