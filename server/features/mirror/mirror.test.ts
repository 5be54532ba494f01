import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { broken, kept, promise, say } from '../../testing/promises.ts';
import { offer, recordPartner, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { Measures, OwnMirror, RoomMirror } from './schema.ts';

const start = '2026-03-02T09:00:00.000Z';
const day = 86_400_000;
const clock = fixedClock(start);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock, work: true });
});
afterAll(() => server.close());
beforeEach(() => clock.set(start));

const own = (who: SignedUp, query = ''): Promise<OwnMirror> => who.json(`${who.base}/mirror${query}`);
const both = (who: SignedUp, partnership: string, query = ''): Promise<RoomMirror> =>
  who.json(`${who.base}/partnerships/${partnership}/mirror${query}`);
const report = { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] };
const accept = { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] };
const times = async (n: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < n; i += 1) await work();
};
const soon = (days: number) => ({ at: new Date(clock.now().getTime() + days * day).toISOString() });
const terms = (more: object = {}) => ({
  what: 'A room for forty',
  conditions: [{ id: 'c1', text: 'Forty seats' }],
  due: soon(10),
  replyBy: soon(5),
  ...more,
});
/** Asked and not answered yet. */
const ask = async (by: SignedUp, partnership: string, more: object = {}): Promise<string> => {
  const wish = { ...terms(more), conditions: [{ text: 'Forty seats' }] };
  const { conversation } = await by.json(`${by.base}/partnerships/${partnership}/conversations`, {
    json: { saying: { kind: 'request', terms: wish } },
    status: 201,
  });
  return conversation;
};
const counts = ({ promises, answers, customer }: Measures) => ({
  due: promises.due,
  kept: promises.kept,
  asked: answers.asked,
  unanswered: answers.unanswered,
  reviews: customer.reviews,
});

/** Brings a history in, as its first guess of the columns has it. */
async function importHistory(who: SignedUp, lines: string[]): Promise<void> {
  const { id } = await who.json(`${who.base}/imports`, {
    method: 'POST',
    body: lines.join('\n'),
    headers: { 'content-type': 'text/csv', 'x-file-name': 'history.csv' },
    status: 201,
  });
  await who.json(`${who.base}/imports/${id}`, { method: 'PATCH', json: {}, status: 200 });
  await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
  await expect
    .poll(async () => (await who.json(`${who.base}/imports/${id}`)).status, { timeout: 20_000, interval: 50 })
    .toBe('done');
  expect((await who.json(`${who.base}/conversations`)).items.map((one: { title: string }) => one.title)).toContain(
    'Beds',
  );
}

/** One of every kind of thing that a mirror counts, in both directions. */
async function eventful(a: SignedUp, b: SignedUp, partnership: string): Promise<void> {
  await times(5, () => kept(clock, a, b, partnership));
  await kept(clock, b, a, partnership);
  await broken(clock, a, b, partnership);
  const late = await promise(clock, a, b, partnership, { days: 3 });
  const warned = await promise(clock, b, a, partnership, { days: 3 });
  await say(a, partnership, warned, { kind: 'progress', atRisk: true, cause: 'approval', text: 'It may slip' });
  const amended = await promise(clock, a, b, partnership, { days: 9 });
  await say(b, partnership, amended, {
    kind: 'propose',
    proposal: { kind: 'amend', terms: terms({ due: soon(12), what: 'Lend us a room' }), text: 'Three more days' },
  });
  clock.advance(4 * day);
  await say(b, partnership, late, report);
  await say(a, partnership, late, accept);
  await say(a, partnership, warned, report);
  await say(b, partnership, warned, accept);
  const cancelled = await promise(clock, a, b, partnership, { days: 2 });
  await say(a, partnership, cancelled, { kind: 'cancel', text: 'Not needed', cause: 'priority' });
  const first = await ask(b, partnership, { antecedent: { text: 'Send the names', by: soon(2) } });
  await say(a, partnership, first, { kind: 'agree' });
  await ask(a, partnership);
  const { id } = await b.json(`${b.base}/partnerships/${partnership}/threads`, {
    json: { subject: 'Ideas', text: 'Shall we talk?' },
    status: 201,
  });
  await a.json(`${a.base}/partnerships/${partnership}/threads/${id}/messages`, { json: { text: 'Yes' }, status: 201 });
  clock.advance(12 * day);
}

describe('both sides of the mirror', () => {
  it('say the same of a side, whichever side reads it', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await eventful(a, b, partnership);
    const [ofA, ofB] = [await both(a, partnership), await both(b, partnership)];
    expect(ofB.theirs).toEqual(ofA.ours);
    expect(ofA.theirs).toEqual(ofB.ours);
    expect([ofA.partner, ofB.partner]).toEqual(['Acero y Luz', 'Universidad del Norte']);
    expect(ofA.ours.now.promises).toMatchObject({
      due: 2,
      kept: 1,
      lateWithNotice: 1,
      warned: 1,
      causes: [{ cause: 'approval', count: 1 }],
    });
    expect(ofB.ours.now.promises).toMatchObject({
      due: 8,
      kept: 5,
      late: 0,
      silent: 2,
      broken: 1,
      amendedBefore: 1,
      causes: [{ cause: 'capacity', count: 1 }],
    });
    expect(ofA.ours.now.customer).toMatchObject({ cancelled: 1, cancelledLate: 1, reviews: 6 });
    expect(ofB.ours.now.customer).toMatchObject({ antecedents: 1, antecedentsMet: 0, reviews: 2, share: null });
    // The proposal waits for the customer, and the request for the performer.
    expect([ofA.ours.now.answers.unanswered, ofB.ours.now.answers.unanswered]).toEqual([1, 1]);
  });

  it('leave what a newcomer took over with nobody', async () => {
    const a = await signUp(server, { organization: 'Universidad del Norte' });
    const b = await signUp(server, { organization: 'Acero y Luz', name: 'Bruno Sanz' });
    const other = await recordPartner(a, 'Acero y Luz SA', b.email);
    const id = await ask(a, other.id);
    const path = `${other.base}/conversations/${id}`;
    const link = async (person: string | undefined): Promise<string> => {
      const { url } = await a.json(`${path}/links`, { json: { person }, status: 201 });
      return String(url).split('/l/')[1] ?? '';
    };
    const throughLink = async (person: string | undefined, saying: object) => {
      const { head } = await a.json(path);
      const headers = { 'if-match': `"${head}"`, 'x-entente-link': await link(person) };
      const answer = await server.request('/api/guest/acts', { method: 'POST', json: { saying }, headers });
      expect([answer.status, answer.status === 201 ? '' : await answer.text()]).toEqual([201, '']);
    };
    const newcomer = await a.json(`${other.base}/people`, {
      json: { name: 'Eva Roca', email: 'eva@instituto.example', side: 'newcomer', newcomerName: 'Instituto Sur' },
      status: 201,
    });
    await throughLink(other.people[0]?.id, { kind: 'agree' });
    const handOver = { kind: 'hand-over', newcomer: newcomer.newcomerId, text: 'Our sister institute' };
    await throughLink(other.people[0]?.id, { kind: 'propose', proposal: handOver });
    await say(a, other.id, id, { kind: 'consent' });
    const token = await offer(a, other.id, b.email);
    await throughLink(newcomer.id, { kind: 'consent' });
    await b.json(`/api/claims/${token}`, { json: { organization: b.organization.id } });
    clock.advance(11 * day);
    for (const who of [a, b]) {
      const { ours, theirs } = await both(who, other.id);
      expect([ours.now.promises.due, theirs.now.promises.due]).toEqual([0, 0]);
    }
  });

  it('are for those two alone', async () => {
    const { a, partnership } = await twoPartners(server);
    const outsider = await signUp(server, { organization: 'Ajena' });
    expect((await outsider.request(`${outsider.base}/partnerships/${partnership}/mirror`)).status).toBe(404);
    expect((await outsider.request(`${a.base}/partnerships/${partnership}/mirror`)).status).toBe(404);
    expect((await outsider.request(`${a.base}/mirror`)).status).toBe(404);
    expect((await outsider.request(`${a.base}/mirror/review`)).status).toBe(404);
  });

  it('count a question whose answer is late until it comes', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await ask(a, partnership);
    clock.advance(4 * day);
    expect((await both(b, partnership)).ours.now.answers).toMatchObject({ asked: 0, unanswered: 0 });
    clock.advance(2 * day);
    const late = (await both(b, partnership)).ours.now.answers;
    expect(late).toMatchObject({ asked: 1, unanswered: 1, unansweredIn: [{ conversationId: id }] });
    expect((await both(a, partnership)).ours.now.answers.unanswered).toBe(0);
    await say(b, partnership, id, { kind: 'decline', text: 'No room' });
    clock.advance(1);
    expect((await both(b, partnership)).ours.now.answers).toMatchObject({ asked: 1, unanswered: 0, unansweredIn: [] });
  });

  it('count a question in a conversation while it waits, and once it is answered', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await ask(a, partnership, { replyBy: soon(20), due: soon(30) });
    await say(b, partnership, id, { kind: 'say', text: 'Which floor?', question: true });
    clock.advance(10 * day);
    expect((await both(a, partnership)).ours.now.answers).toMatchObject({ asked: 1, unanswered: 1 });
    await say(a, partnership, id, { kind: 'say', text: 'The second' });
    clock.advance(1);
    expect((await both(a, partnership)).ours.now.answers).toMatchObject({ asked: 1, unanswered: 0 });
    expect((await both(b, partnership)).theirs.now.answers).toMatchObject({ asked: 1, unanswered: 0 });
  });

  it('know of what a partner without an account owes us', async () => {
    const a = await signUp(server);
    const other = await recordPartner(a);
    await ask(a, other.id);
    clock.advance(6 * day);
    const { ours, theirs } = await both(a, other.id);
    expect([ours.now.answers.unanswered, theirs.now.answers.unanswered]).toEqual([0, 1]);
    expect(ours.now.rhythm).toEqual({ partnerships: 0, share: null, longestDays: null });
  });

  it('compare with the stretch of the same length before', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(5, () => broken(clock, a, b, partnership, { days: 2 }));
    clock.set(new Date(Date.parse(start) + 40 * day));
    await times(5, () => kept(clock, a, b, partnership, { days: 2 }));
    clock.set(new Date(Date.parse(start) + 60 * day));
    const { from, to, theirs, ours } = await both(a, partnership, '?days=30');
    expect([from, to]).toEqual(['2026-04-01T09:00:00.000Z', '2026-05-01T09:00:00.000Z']);
    expect([counts(theirs.now), counts(theirs.before)]).toMatchObject([
      { due: 5, kept: 5 },
      { due: 5, kept: 0 },
    ]);
    expect(theirs.trends).toMatchObject({ promises: 'better', customer: null });
    expect(ours.trends).toMatchObject({ promises: null });
  });
});

describe('showing up', () => {
  const local = (days: number) => new Date(clock.now().getTime() + days * day).toISOString().slice(0, 16);
  const about = { purpose: 'A visit', way: 'in-person', place: 'Their office', zone: 'UTC', lasts: 60 };

  it('counts accepted meetings that a side came to, or did not, and those it called off, the same for both who look', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const [ofA, ofB] = [a, b].map((each) => `${each.base}/partnerships/${partnership}/meetings`) as [string, string];
    await kept(clock, a, b, partnership);
    const people: { id: string; side: string }[] = await a.json(`${a.base}/partnerships/${partnership}/people`);
    const [ana, bruno] = ['a', 'b'].map((side) => people.find((one) => one.side === side)!.id) as [string, string];
    const meeting = async (days: number): Promise<{ id: string; occurrence: string }> => {
      const json = { ...about, ask: 'fixed', start: local(days), people: [{ person: bruno }] };
      const { id, occurrences } = await a.json(ofA, { json, status: 201 });
      return { id, occurrence: occurrences[0].occurrence };
    };
    const yes = (id: string) => b.json(`${ofB}/${id}/answers`, { json: { answer: 'accepted' } });
    const came = async (by: SignedUp, base: string, one: { id: string; occurrence: string }, said: object) =>
      by.json(`${base}/${one.id}/attendance`, {
        method: 'PUT',
        json: { occurrence: one.occurrence, attendance: [said] },
      });
    const [held, missed, unanswered, off] = [await meeting(2), await meeting(3), await meeting(4), await meeting(5.5)];
    await yes(held.id);
    await yes(missed.id);
    await yes(off.id);
    clock.advance(4.75 * day);
    await b.json(`${ofB}/${off.id}/cancel`, { json: { reason: 'Ill' } });
    for (const one of [held, missed, unanswered]) await came(a, ofA, one, { person: ana, attended: true });
    await came(b, ofB, held, { person: bruno, attended: true });
    await came(b, ofB, missed, { person: bruno, attended: false });
    await came(b, ofB, unanswered, { person: bruno, attended: false });
    const [first, second] = [await both(a, partnership), await both(b, partnership)];
    expect(first.ours.now.showing).toMatchObject({ meetings: 3, came: 3, calledOff: 0, missedIn: [] });
    // Nobody of theirs had said yes to the one that was not answered.
    expect(first.theirs.now.showing).toMatchObject({
      meetings: 2,
      came: 1,
      share: null,
      calledOff: 1,
      calledOffLate: 1,
    });
    expect(first.theirs.now.showing.missedIn).toMatchObject([
      { meetingId: off.id },
      { meetingId: missed.id, occurrence: missed.occurrence, partnershipId: partnership, title: 'A visit' },
    ]);
    expect([second.theirs, second.ours]).toEqual([first.ours, first.theirs]);
  });

  it('leaves out a visit that was written down afterwards: nobody had said that they come', async () => {
    const a = await signUp(server);
    const { base, people } = await recordPartner(a);
    const json = { on: '2026-03-01', zone: 'UTC', people: [people[0]?.id] };
    await a.json(`${base}/visits`, { json, status: 201 });
    expect((await own(a)).ours.now.showing).toMatchObject({ meetings: 0 });
    // But it is contact.
    expect((await own(a)).ours.now.rhythm.partnerships).toBe(1);
  });
});

describe('our own mirror', () => {
  it('adds up all partners, and leaves out what we only recorded between two others', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await kept(clock, b, a, partnership);
    await kept(clock, a, b, partnership);
    const second = await recordPartner(a, 'Taller', 'otra@taller.example');
    const c = await signUp(server, { organization: 'Taller', name: 'Carla' });
    const token = await offer(a, second.id, c.email);
    await c.json(`/api/claims/${token}`, { json: { organization: c.organization.id } });
    await kept(clock, c, a, second.id);
    clock.advance(12 * day);
    const before = await own(a);
    expect(counts(before.ours.now)).toMatchObject({ due: 2, kept: 2, reviews: 1 });
    expect(before.ours.now.rhythm.partnerships).toBe(2);
    expect(before.ours.now.promises.keptIn.map((one) => one.partnershipId).toSorted()).toEqual(
      [partnership, second.id].toSorted(),
    );
    await importHistory(a, [
      'customer,performer,what,promised at,due,done',
      'Norte,Sur,Beds,2026-03-02,2026-03-05,2026-03-04',
      'Norte,Sur,Chairs,2026-03-02,2026-03-06,2026-03-09',
    ]);
    expect(await own(a)).toEqual(before);
  });

  it('opens every count into its conversations, at most twenty', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await times(22, () => promise(clock, b, a, partnership, { days: 1 }));
    clock.advance(2 * day);
    const { promises } = (await own(a)).ours.now;
    expect(promises).toMatchObject({ due: 22, silent: 22, kept: 0 });
    expect(promises.missedIn).toHaveLength(20);
    expect(promises.missedIn[0]).toMatchObject({ partnershipId: partnership, title: 'Lend us a room' });
  });

  it('of an organization that has done nothing holds nothing', async () => {
    const a = await signUp(server);
    const { ours } = await own(a);
    expect(ours.trends).toEqual({ answers: null, rhythm: null, promises: null, customer: null, showing: null });
    expect(ours.now).toEqual(ours.before);
    expect(counts(ours.now)).toEqual({ due: 0, kept: 0, asked: 0, unanswered: 0, reviews: 0 });
  });

  it('is asked for over a week at least and two years at most', async () => {
    const a = await signUp(server);
    for (const days of ['6', '731', 'x']) expect((await a.request(`${a.base}/mirror?days=${days}`)).status).toBe(400);
  });
});
