import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import type { ConfidencePage } from '../server/features/trust/schema.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { kept, promise } from '../server/testing/promises.ts';
import { twoPartners } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { says } from './composer.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { trust, mirror, conversation: words } = messagesFor('en');
const day = 86_400_000;
const conditions = { c1: 'Forty seats' };
const BROKEN = 'The hall for the graduation';

let product: ClockedProduct;
let story: Story;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let ana: Visitor;
let bruno: Visitor;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct('2026-03-02T09:00:00.000Z'), beginStory('trust-grows')]);
  ({ a, b, partnership } = await twoPartners(product));
  [ana, bruno] = await Promise.all([story.person(), story.person()]);
  await signsIn(ana, a, product.address);
  await signsIn(bruno, b, product.address);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

const place = (who: SignedUp, path: (slug: string, partnership: string) => string) =>
  product.address + path(who.organization.slug, partnership);
const conversationOf = (who: SignedUp, id: string) =>
  product.address + paths.conversation(who.organization.slug, partnership, id);
const confidenceOf = async (who: SignedUp): Promise<ConfidencePage> =>
  who.json(`${who.base}/partnerships/${partnership}/confidence`);
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The part of the confidence page that is about one direction. */
const direction = (visitor: Visitor, name: string) => visitor.page.getByRole('region', { name, exact: true });
const ours = (visitor: Visitor) => direction(visitor, trust.inThem({ partner: 'Acero y Luz' }));

async function keeps(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    product.clock.advance(9 * day);
    await kept(product.clock, a, b, partnership, { what: `A room for evening ${n + 1}`, work: 'goods' });
  }
}

test('a partnership grows from too early to a stated confidence; one breach is made good and forgiven; the line, what changed and the mirror tell it', async () => {
  await ana.opens(place(a, paths.partnership));
  await ana.sees(trust.small.none({ count: 0, from: 5 }));
  await keeps(4);
  await ana.opens(place(a, paths.confidence));
  await ana.sees(trust.standing['too-early'], ours(ana));
  await ana.sees(trust.tooEarlyHint({ count: 4, from: 5 }), ours(ana));
  await ana.looksWellEverywhere('confidence-too-early');

  // The fifth makes it: the open page says so by itself.
  await keeps(1);
  const five = (await confidenceOf(a)).directions[0]!.confidence;
  await ana.sees(trust.ofTen(five.ofTen!), ours(ana));
  await keeps(3);
  product.clock.advance(day);
  const high = (await confidenceOf(a)).directions[0]!.confidence.value!;
  await ana.opens(place(a, paths.confidence));
  await ana.sees(new RegExp(`^${percent(high)}, likely between`), ours(ana));

  // Before it comes out, the conversation says what keeping and missing it would do.
  product.clock.advance(25 * day);
  const id = await promise(product.clock, a, b, partnership, { what: BROKEN, work: 'goods', days: 20 });
  await ana.opens(conversationOf(a, id));
  await ana.page.getByRole('heading', { name: trust.effect.title }).click();
  await ana.sees(/^Keeping it would raise it by/);
  await ana.sees(/^Missing it would lower it by/);
  await bruno.opens(conversationOf(b, id));
  await says(
    bruno,
    { kind: 'renege', text: 'The hall burnt down', cause: 'external' },
    { speaker: 'performer', conditions },
  );
  await ana.sees(/^This promise lowered it by/);
  await ana.looksWell('promise-lowered');

  const low = (await confidenceOf(a)).directions[0]!.confidence.value!;
  expect(low).toBeLessThan(high - 0.05);
  await ana.opens(`${place(a, paths.confidence)}?days=30`);
  const told = ours(ana);
  await ana.sees(new RegExp(`^From \\d+% to ${percent(low)} \\(`), told);
  await ana.sees(BROKEN, told);
  await ana.sees(trust.commitment.results.reneged, told);

  // Every share opens into the conversations whose acts made it.
  await told.getByRole('listitem').filter({ hasText: trust.shares.own }).locator('summary').first().click();
  await told.getByRole('listitem').filter({ hasText: trust.shares.own }).getByRole('link', { name: BROKEN }).click();
  await ana.page.getByRole('heading', { level: 1, name: BROKEN }).waitFor();
  await ana.sees('The hall burnt down');

  product.clock.advance(2 * day);
  await says(bruno, { kind: 'make-good', text: 'The theatre, for nothing' }, { speaker: 'performer', conditions });
  await ana.sees('The theatre, for nothing');
  await says(ana, { kind: 'forgive' }, { speaker: 'customer', conditions });
  await ana.sees(trust.effect.lifted);

  const mended = (await confidenceOf(a)).directions[0]!.confidence.value!;
  expect(mended).toBeGreaterThan(low + 0.05);
  product.clock.advance(day);
  await ana.opens(`${place(a, paths.confidence)}?days=30`);
  await ana.sees(trust.commitment.lifted, ours(ana));
  await ours(ana).getByText(trust.trend.table.show).first().click();
  const line = ours(ana).getByRole('table').first();
  await ana.sees(trust.trend.marks.broken, line);
  await ana.sees(trust.trend.marks.repaired, line);
  await ana.looksWellEverywhere('confidence');

  // The performer sees the shared record, the same number as its partner does, and never what the partner knows besides.
  await bruno.opens(place(b, paths.confidence));
  const shared = (await confidenceOf(a)).directions[0]!.shared!.value!;
  await bruno.sees(
    new RegExp(`^${percent(shared)}, likely between`),
    direction(bruno, trust.inUs({ partner: 'Universidad del Norte' })),
  );
});

test('the mirror shows the one who broke it, ours first, and the month after it is told in a review', async () => {
  await bruno.opens(`${product.address}${paths.mirror(b.organization.slug)}?days=365`);
  await bruno.sees(mirror.promises.of({ kept: 8, due: 9 }));
  await bruno.sees(mirror.promises.parts.broken({ n: 1 }));
  await bruno.sees(mirror.promises.cause({ cause: words.causes.external, n: 1 }));
  await bruno.looksWellEverywhere('mirror');

  await ana.opens(`${place(a, paths.partnerMirror)}?days=365`);
  const theirs = ana.page.locator('section[data-side="theirs"]');
  await ana.sees(mirror.promises.of({ kept: 8, due: 9 }), theirs);
  await ana.looksWellEverywhere('both-mirrors');

  // The month in which it broke, and was made good.
  const month = product.clock.now().toISOString().slice(0, 7);
  await bruno.opens(product.address + paths.review(b.organization.slug, month));
  const numbers = { count: 1, of: null, hours: null, days: null };
  await bruno.sees(mirror.review.wellItems['made-good'](numbers));
  await bruno.sees(mirror.review.mendItems.broken({ ...numbers, of: 1 }));
  await bruno.page.getByRole('link', { name: BROKEN }).first().waitFor();
  await bruno.looksWellEverywhere('review');
});

test('nothing went wrong in anybody’s browser', () => story.wentWell());
