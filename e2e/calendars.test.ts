import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { proposeMeeting } from '../server/features/meetings/commands.ts';
import { memberSpeaking } from '../server/features/meetings/commands-voice.ts';
import { newMeetingSchema } from '../server/features/meetings/schema-requests.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import type { SignedUp } from '../server/testing/people.ts';
import { type TestCalendarServer, testCalendarServer } from '../server/testing/radicale.ts';
import { twoPartners } from '../server/testing/rooms.ts';
import { findRadicale } from '../server/testing/servers.ts';
import { paths } from '../web/paths.ts';
import { signsIn } from './casts.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story, type Visitor } from './story.ts';

const { calendars: words, settings } = messagesFor('en');

describe.skipIf(!findRadicale())('a person and their own calendar', () => {
  let product: ClockedProduct;
  let radicale: TestCalendarServer;
  let story: Story;
  let a: SignedUp;
  let partnership: string;
  let ana: Visitor;

  beforeAll(async () => {
    [product, radicale, story] = await Promise.all([
      startClockedProduct('2026-11-26T10:00:00.000Z', { PRIVATE_HOSTS: '127.0.0.1' }),
      testCalendarServer({ ana: 'an app password' }),
      beginStory('calendars'),
    ]);
    ({ a, partnership } = await twoPartners(product));
    await radicale.calendar('ana', 'Work');
    await radicale.calendar('ana', 'Family');
    ana = await story.person();
    await signsIn(ana, a, product.address);
  });
  afterAll(async () => {
    await story.end();
    await product.stop();
    await radicale.close();
  });

  const propose = (start: string) =>
    inScope(product.platform.db, mintScope(a.organization.id), async (tx) => {
      const room = await loadRoom(tx, a.organization.id, partnership);
      const about = { organization: a.organization.id, room, now: product.clock.now() };
      const by = await memberSpeaking(tx, about, { personId: a.id, name: a.name, email: a.email });
      const input = {
        purpose: 'First talk about internships',
        way: 'in-person',
        zone: 'Europe/Madrid',
        lasts: 60,
        ask: 'fixed',
        start,
      };
      return proposeMeeting(tx, by, 'entente.example', newMeetingSchema.parse(input));
    });
  const dialog = () => ana.page.getByRole('dialog');

  test('connects it, sees what went out and came in, and decides what only they can', async () => {
    await ana.opens(product.address + paths.settings(a.organization.slug));
    await ana.sees(settings.you);
    await ana.presses(words.open, 'link');
    await ana.sees(words.account.none);
    await ana.looksWellEverywhere('calendars-none');

    await ana.presses(words.account.connect);
    await ana.fills(words.account.server, radicale.url, dialog());
    await ana.fills(words.account.user, 'ana', dialog());
    await ana.fills(words.account.password, 'not this one', dialog());
    ana.expects(/status of 409 .*\/calendar\/find\)/);
    await ana.presses(words.account.find, 'button', dialog());
    await ana.sees(words.problems.password.title, dialog());
    await ana.looksWellEverywhere('calendars-refused');
    await ana.fills(words.account.password, 'an app password', dialog());
    await ana.presses(words.account.find, 'button', dialog());
    await ana.sees(words.account.choose, dialog());
    await ana.looksWellEverywhere('calendars-choose');
    await ana.page.getByRole('radio', { name: 'Work' }).check();
    await ana.presses(words.account.use, 'button', dialog());
    await ana.sees('Work (ana');

    const meeting = await propose('2026-12-02T10:00');
    await ana.presses(words.account.look);
    await ana.sees(/First talk about internships, /);
    await ana.looksWellEverywhere('calendars-connected');

    const listing = await radicale.ask('ana', 'PROPFIND', 'ana/Work/', undefined, { depth: '1' });
    const href = /<href>([^<]+\.ics)<\/href>/.exec(await listing.text())?.[1] ?? '';
    expect(decodeURIComponent(href)).toContain(meeting.slice(0, 8));
    await radicale.ask('ana', 'DELETE', href);
    await ana.presses(words.account.look);
    await ana.sees(words.questions.title);
    await ana.looksWellEverywhere('calendars-question');
    // It is asked wherever one looks, not only on the page of calendars.
    await ana.opens(product.address + paths.meetings(a.organization.slug));
    await ana.sees(words.questions.title);
    await ana.looksWellEverywhere('calendars-question-meetings');
    await ana.opens(product.address + paths.today(a.organization.slug));
    await ana.sees(words.questions.title);
    await ana.looksWellEverywhere('calendars-question-today');
    await ana.presses(words.questions.left);
    await ana.sees(words.questions.kept);
  });

  test('hands out an address to subscribe to, and takes it back', async () => {
    await ana.opens(product.address + paths.calendars(a.organization.slug));
    await ana.presses(words.feed.make);
    await ana.sees(words.feed.once);
    const address = await ana.page.getByLabel(words.feed.label).inputValue();
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('First talk about internships');
    await ana.page.getByText(words.feed.how).click();
    await ana.looksWellEverywhere('calendars-feed');
    await ana.presses(words.feed.revoke);
    await ana.sees(words.feed.revoked);
    expect((await fetch(address)).status).toBe(404);
  });

  test('is told what is wrong while the server is down, and disconnects', async () => {
    await radicale.pause();
    await ana.opens(product.address + paths.calendars(a.organization.slug));
    await ana.presses(words.account.look);
    await ana.sees(words.problems.unreachable.title);
    await ana.looksWellEverywhere('calendars-trouble');
    await ana.presses(words.account.disconnect);
    await ana.sees(words.account.disconnectMeans, dialog());
    await ana.presses(words.account.disconnect, 'button', dialog());
    await ana.sees(words.account.none);
    story.wentWell();
  });
});
