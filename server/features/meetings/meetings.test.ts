import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { inScope } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { takeResponse } from './commands-changes.ts';
import { calendarMeetings } from './queries-calendar.ts';
import type { Meeting } from './schema.ts';

const HOUR = 3_600_000;
const START = '2026-11-24T09:00:00Z';
const clock = fixedClock(START);
let server: TestServer;
let ana: SignedUp;
let partner: RecordedPartner;
let marta: string;

beforeAll(async () => {
  server = await testServer({ clock });
  ana = await signUp(server, { name: 'Ana Prieto' });
});
afterAll(() => server.close());
beforeEach(async () => {
  clock.set(START);
  partner = await recordPartner(ana, `Taller ${Math.trunc(performance.now())}`);
  marta = partner.people[0]?.id ?? '';
});

const basics = {
  purpose: 'A first meeting',
  way: 'in-person',
  place: 'Calle Mayor 1',
  placeSide: 'b',
  zone: 'Europe/Madrid',
  lasts: 60,
} as const;
const options = ['2026-12-01T10:00', '2026-12-02T10:00', '2026-12-03T16:00'];
const propose = (more: object, by: SignedUp = ana, base = partner.base): Promise<Meeting> =>
  by.json(`${base}/meetings`, { json: { ...basics, people: [{ person: marta }], ...more }, status: 201 });
const one = (id: string, base = partner.base): Promise<Meeting> => ana.json(`${base}/meetings/${id}`);
const act = (id: string, what: string, json: object, status = 200): Promise<any> =>
  ana.json(`${partner.base}/meetings/${id}/${what}`, { json, status });

const inCalendar = async (id: string) => {
  const { id: organization } = ana.organization;
  const all = await inScope(server.platform.db, mintScope(organization), (tx) =>
    calendarMeetings(tx, organization, ana.id),
  );
  return all.find((each) => each.meeting === id);
};

async function guestOf(meeting: string, person = marta) {
  const { url } = await ana.json(`${partner.base}/meetings/${meeting}/links`, { json: { person }, status: 201 });
  const token = String(url).split('/m/')[1] ?? '';
  const made = browser(server);
  return async (path: string, json?: object, method = json ? 'POST' : 'GET') => {
    const answer = await made.request(`/api/guest/meeting${path}`, {
      method,
      headers: { 'x-entente-link': token },
      ...(json && { json }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}

describe('a poll', () => {
  test('is voted on by link, settled by who invites, and whoever said yes comes', async () => {
    const made = await propose({ ask: 'poll', options });
    expect(made).toMatchObject({ state: 'poll', start: null, occurrences: [], may: { settle: true, change: true } });
    expect(made.people.map((each) => [each.side, each.organizer])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    const guest = await guestOf(made.id);
    const seen = await guest('');
    expect(seen).toMatchObject({ status: 200, body: { own: expect.stringContaining('Taller'), person: marta } });
    expect(JSON.stringify(seen.body)).not.toContain('@');
    const [first, second] = made.options.map((each) => each.id);
    const votes = [
      { option: first, vote: 'no' },
      { option: second, vote: 'yes' },
    ];
    expect((await guest('/votes', { votes }, 'PUT')).status).toBe(200);
    expect((await guest('/settle', { option: second })).status).toBe(403);
    const settled = await act(made.id, 'settle', { option: second });
    expect(settled).toMatchObject({ state: 'agreed', start: { local: '2026-12-02T10:00' }, sequence: 1 });
    expect(settled.people[1].answer).toMatchObject({ answer: 'accepted', via: 'link', outdated: false });
    expect(settled.occurrences).toMatchObject([{ startsAt: '2026-12-02T09:00:00.000Z', held: null }]);
    await act(made.id, 'settle', { option: first }, 409);
  });

  test('is voted on for a partner without an account by who writes it down', async () => {
    const made = await propose({ ask: 'poll', options });
    const votes = [{ option: made.options[0]?.id, vote: 'if-needed' }];
    const voted = await ana.json(`${partner.base}/meetings/${made.id}/votes`, {
      method: 'PUT',
      json: { votes, person: marta },
    });
    expect(voted.options[0].votes).toMatchObject([{ person: marta, vote: 'if-needed', via: 'recorded' }]);
  });
});

test('of free slots the other side takes one, and that settles it', async () => {
  const made = await propose({ ask: 'slots', options });
  await act(made.id, 'settle', { option: made.options[0]?.id }, 403);
  const guest = await guestOf(made.id);
  const settled = await guest('/settle', { option: made.options[2]?.id });
  expect(settled.body.meeting).toMatchObject({ state: 'agreed', start: { local: '2026-12-03T16:00' } });
  expect((await guest('/settle', { option: made.options[1]?.id })).status).toBe(409);
});

describe('a meeting at a time', () => {
  test('is proposed until somebody of the other side says yes', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-12-04T10:00' });
    expect(made.state).toBe('proposed');
    const guest = await guestOf(made.id);
    const counter = { answer: 'declined', words: 'I travel', counter: '2026-12-07T09:00' };
    const answered = await guest('/answers', counter);
    expect(answered.body.meeting.people[1].answer).toMatchObject({
      answer: 'declined',
      words: 'I travel',
      counter: { local: '2026-12-07T09:00', startsAt: '2026-12-07T08:00:00.000Z' },
    });
    const moved = await act(made.id, 'move', { start: '2026-12-07T09:00' });
    expect(moved).toMatchObject({ state: 'proposed', sequence: 1, start: { local: '2026-12-07T09:00' } });
    expect(moved.people[1].answer.outdated).toBe(true);
    expect((await guest('/answers', { answer: 'accepted' })).body.meeting.state).toBe('agreed');
  });

  test('keeps its UID and its one inviter whatever happens', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-12-04T10:00' });
    await act(made.id, 'move', { start: '2026-12-08T10:00', zone: 'Europe/Lisbon' });
    const mine = await inCalendar(made.id);
    expect(mine).toMatchObject({
      meeting: made.id,
      inviting: true,
      calendar: {
        uid: `${made.id}@entente.example`,
        sequence: 1,
        start: { local: '2026-12-08T10:00', zone: 'Europe/Lisbon' },
      },
    });
  });

  test('is called off with who did it and why', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-12-04T10:00' });
    const off = await act(made.id, 'cancel', { reason: 'Marta is ill', person: marta });
    expect(off).toMatchObject({
      state: 'cancelled',
      cancelled: { side: 'b', via: 'recorded', reason: 'Marta is ill', by: { name: 'Marta Gil' } },
      may: { change: false, cancel: false, answer: false },
    });
    await act(made.id, 'answers', { answer: 'accepted' }, 409);
    await act(made.id, 'move', { start: '2026-12-08T10:00' }, 409);
    // It stands among those to come until its hour is over: somebody may look for it there.
    const listed = async (when: string) => (await ana.json(`${partner.base}/meetings?when=${when}`)).items;
    expect(await listed('upcoming')).toMatchObject([{ id: made.id, cancelled: true }]);
    expect(await listed('past')).toEqual([]);
    const summary = await ana.json(`${partner.base}/meetings/summary`);
    expect(summary).toMatchObject({ cancelled: { a: 0, b: 1 }, upcoming: 0, next: null });
    clock.set('2026-12-04T10:30:00Z');
    expect(await listed('past')).toMatchObject([{ id: made.id, cancelled: true }]);
  });

  test.each([
    [{ ask: 'fixed' }, 'Say when'],
    [{ ask: 'poll', options: ['2026-12-01T10:00'] }, 'options'],
    [{ ask: 'poll', options: ['2026-12-01T10:00', '2026-12-01T10:00'] }, 'same'],
    [{ ask: 'fixed', start: '2026-12-01T25:00' }, 'start'],
    [{ ask: 'fixed', start: '2026-02-30T10:00' }, 'There is no 2026-02-30'],
    [{ ask: 'fixed', start: '2026-11-20T10:00' }, 'past'],
    [{ ask: 'fixed', start: '2027-03-28T02:30' }, 'go forward'],
    [{ ask: 'fixed', start: '2027-10-31T02:30' }, 'twice'],
    [{ ask: 'fixed', start: '2026-12-01T10:00', zone: 'Mars/Olympus' }, 'time zone'],
    [{ ask: 'fixed', start: '2026-12-01T10:00', repeat: { unit: 'week', times: 61 } }, 'repeat'],
    [{ ask: 'fixed', start: '2026-12-01T10:00', repeat: { unit: 'week' } }, 'one of the two'],
    [{ ask: 'fixed', start: '2026-12-01T10:00', repeat: { unit: 'week', until: '2030-01-01' } }, '2 to 60'],
  ])('is refused with what to do: %j', async (more, said) => {
    const answer = await ana.request(`${partner.base}/meetings`, { json: { ...basics, ...more } });
    expect([answer.status, (await answer.json()).detail]).toEqual([400, expect.stringContaining(said)]);
  });

  test('asks nobody of another room, and nobody who is not known', async () => {
    const other = await recordPartner(ana, `Otra ${Math.trunc(performance.now())}`);
    await ana.json(`${partner.base}/meetings`, {
      json: { ...basics, ask: 'fixed', start: '2026-12-01T10:00', people: [{ person: other.people[0]?.id }] },
      status: 404,
    });
  });
});

describe('a recurring meeting', () => {
  const weekly = { ask: 'fixed', start: '2026-12-01T10:00', repeat: { unit: 'week', every: 1, times: 4 } };

  test('has exceptions: one time moved, one called off, the others as they were', async () => {
    const made = await propose(weekly);
    expect(made.repeat).toEqual({ unit: 'week', every: 1, times: 4 });
    const guest = await guestOf(made.id);
    await guest('/answers', { answer: 'accepted' });
    await act(made.id, 'move', { occurrence: '2026-12-08T10:00', start: '2026-12-09T12:00' });
    const changed = await act(made.id, 'cancel', { occurrence: '2026-12-15T10:00', reason: 'Holiday' });
    expect(changed).toMatchObject({ state: 'agreed', sequence: 2 });
    expect(changed.people[1].answer.outdated).toBe(false);
    expect(changed.occurrences.map((time: any) => [time.local, time.moved, time.cancelled?.reason ?? null])).toEqual([
      ['2026-12-01T10:00', false, null],
      ['2026-12-09T12:00', true, null],
      ['2026-12-15T10:00', false, 'Holiday'],
      ['2026-12-22T10:00', false, null],
    ]);
    const mine = await inCalendar(made.id);
    expect(mine?.calendar.moved).toEqual([
      { occurrence: '2026-12-08T10:00', start: '2026-12-09T12:00', minutes: 60 },
      { occurrence: '2026-12-15T10:00', start: '2026-12-15T10:00', minutes: 60, cancelled: true },
    ]);
  });

  test('moved as a whole keeps what is over and what was called off', async () => {
    const made = await propose(weekly);
    await act(made.id, 'cancel', { occurrence: '2026-12-15T10:00', reason: 'Holiday' });
    clock.set('2026-12-01T12:00:00Z');
    await act(made.id, 'outcome', { occurrence: '2026-12-01T10:00', held: true });
    const moved = await act(made.id, 'move', { start: '2026-12-10T11:00' });
    expect(moved.occurrences.map((time: any) => [time.local, time.held, time.cancelled !== null])).toEqual([
      ['2026-12-01T10:00', true, false],
      ['2026-12-10T11:00', null, false],
      ['2026-12-17T11:00', null, true],
      ['2026-12-24T11:00', null, false],
    ]);
    const off = await act(made.id, 'cancel', { reason: 'Over' });
    expect(off.state).not.toBe('cancelled');
    expect(off.occurrences[0]).toMatchObject({ held: true, cancelled: null });
    expect(off.occurrences[1].cancelled).toMatchObject({ reason: 'Over' });
  });

  test('is answered for one time', async () => {
    const made = await propose(weekly);
    const guest = await guestOf(made.id);
    const answered = await guest('/answers', { answer: 'declined', occurrence: '2026-12-08T10:00', words: 'Away' });
    expect(answered.body.meeting.occurrences[1].answers).toMatchObject([{ person: marta, answer: 'declined' }]);
    expect((await guest('/answers', { answer: 'declined', occurrence: '2026-12-09T10:00' })).status).toBe(404);
  });

  test('is asked again about one time that moved, and about no other', async () => {
    const made = await propose(weekly);
    const guest = await guestOf(made.id);
    const away = { answer: 'declined', occurrence: '2026-12-08T10:00', counter: '2026-12-09T10:00' };
    await guest('/answers', away);
    await guest('/answers', { answer: 'accepted', occurrence: '2026-12-15T10:00' });
    const moved: Meeting = await act(made.id, 'move', { start: '2026-12-09T10:00', occurrence: away.occurrence });
    const answersTo = (meeting: Meeting, n: number) => meeting.occurrences[n]?.answers;
    expect(answersTo(moved, 1)).toMatchObject([{ answer: 'declined', outdated: true }]);
    expect(answersTo(moved, 2)).toMatchObject([{ answer: 'accepted', outdated: false }]);
    const { body } = await guest('/answers', { answer: 'accepted', occurrence: away.occurrence });
    expect(answersTo(body.meeting, 1)).toMatchObject([{ answer: 'accepted', outdated: false }]);
  });
});

describe('an answer by mail', () => {
  const by = (meeting: string, email: string, given: Parameters<typeof takeResponse>[2], when = clock.now()) =>
    inScope(server.platform.db, mintScope(ana.organization.id), (tx) =>
      takeResponse(
        tx,
        { organization: ana.organization.id, partnership: partner.id, meeting, email, via: 'mail', at: when },
        given,
      ),
    );

  test('counts for whoever has the address, later over earlier, and for nobody else', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-12-04T10:00' });
    expect(await by(made.id, 'stranger@example.org', { answer: 'accepted' })).toBeUndefined();
    const later = new Date(clock.now().getTime() + HOUR);
    const counter = { local: '2026-12-04T10:30', zone: 'Europe/Lisbon' };
    await by(made.id, 'MARTA@taller.example', { answer: 'declined', counter }, later);
    await by(made.id, 'marta@taller.example', { answer: 'accepted' });
    const seen = await one(made.id);
    expect(seen.state).toBe('proposed');
    expect(seen.people[1]?.answer).toMatchObject({
      answer: 'declined',
      via: 'mail',
      counter: { local: '2026-12-04T11:30' },
    });
    expect(
      await by(
        made.id,
        'marta@taller.example',
        { answer: 'accepted', occurrence: '2026-01-01T10:00' },
        new Date(later.getTime() + HOUR),
      ),
    ).toBeDefined();
    expect((await one(made.id)).state).toBe('agreed');
  });

  test('to an older state of the meeting says no to none that came later', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-12-04T10:00' });
    await act(made.id, 'move', { start: '2026-12-05T10:00' });
    await by(made.id, 'marta@taller.example', { answer: 'accepted', sequence: 0 });
    expect(await one(made.id)).toMatchObject({ state: 'proposed', people: [{}, { answer: { outdated: true } }] });
  });
});

describe('after a meeting', () => {
  const held = async (): Promise<Meeting> => {
    const made = await propose({ ask: 'fixed', start: '2026-11-25T10:00' });
    clock.set('2026-11-25T12:00:00Z');
    return made;
  };
  const occurrence = '2026-11-25T10:00';

  test('it says who came, what was written, what it led to, and that thanks are due', async () => {
    const made = await held();
    expect((await ana.json(`${partner.base}/meetings?when=unsaid`)).items).toHaveLength(1);
    const me = made.people[0]?.id;
    const attendance = [
      { person: me, attended: true },
      { person: marta, attended: false },
    ];
    const said = await act(made.id, 'outcome', { occurrence, held: true, attendance });
    expect(said.occurrences[0]).toMatchObject({
      held: true,
      attendance: expect.arrayContaining([
        expect.objectContaining({ person: marta, attended: false, via: 'recorded' }),
      ]),
      courtesy: { by: '2026-11-27', thanked: false },
    });
    const write = (what: string, json: object, status = 200) =>
      ana.json(`${partner.base}/meetings/${made.id}/${what}`, { method: 'PUT', json, status });
    const minutes = await write('minutes', { occurrence, text: 'We agreed on interns.', seen: null });
    await write('minutes', { occurrence, text: 'Mine instead', seen: null }, 409);
    await write('minutes', { occurrence, text: 'We agreed on five interns.', seen: minutes.occurrences[0].minutesAt });
    await write('note', { occurrence, text: 'They are short of money', seen: null });
    const conversation = await request(server, ana, partner.id, 'Five interns');
    await act(made.id, 'results', { occurrence, kind: 'conversation', conversation });
    await act(made.id, 'results', { occurrence, kind: 'conversation', conversation });
    const withIdea = await act(made.id, 'results', { occurrence, kind: 'idea', text: 'A joint course' });
    const idea = withIdea.occurrences[0].results.find((each: any) => each.kind === 'idea');
    const course = await request(server, ana, partner.id, 'A course');
    await act(made.id, 'results', { occurrence, kind: 'conversation', conversation: course, idea: idea.id });
    await act(made.id, 'results', { occurrence, kind: 'conversation', conversation: course, idea: idea.id }, 409);
    const next = await propose({ ask: 'fixed', start: '2026-12-10T10:00', after: { meeting: made.id, occurrence } });
    expect(next.after).toEqual({ id: made.id, purpose: 'A first meeting' });
    await act(made.id, 'thanks', { occurrence, text: 'Thank you for your time.' });
    const full = await one(made.id);
    expect(full.occurrences[0]).toMatchObject({
      minutes: 'We agreed on five interns.',
      note: 'They are short of money',
      courtesy: { thanked: true },
      results: [
        { kind: 'conversation', conversation: { title: 'Five interns' } },
        { kind: 'idea', text: 'A joint course', conversation: { title: 'A course' } },
        { kind: 'meeting', next: { purpose: 'A first meeting' } },
        { kind: 'thanks', text: 'Thank you for your time.' },
      ],
    });
    expect(full.thread).not.toBeNull();
    expect(await ana.json(`${partner.base}/meetings/summary`)).toMatchObject({
      first: false,
      held: 1,
      inPerson: 1,
      upcoming: 1,
      attendance: { a: { came: 1, of: 1 }, b: { came: 0, of: 1 } },
      ledTo: { conversations: 2, ideas: 1, meetings: 1, promised: 0 },
      last: { id: made.id, results: 3 },
    });
    const guest = await guestOf(made.id);
    const read = await guest('');
    expect(read.body.meeting.occurrences[0]).toMatchObject({
      minutes: 'We agreed on five interns.',
      note: '',
      talk: null,
    });
    expect(JSON.stringify(read.body)).not.toContain('short of money');
    await ana.json(`${partner.base}/meetings/${made.id}/results/${idea.id}`, { method: 'DELETE' });
    const thanks = full.occurrences[0]?.results.at(-1)?.id;
    await ana.json(`${partner.base}/meetings/${made.id}/results/${thanks}`, { method: 'DELETE', status: 403 });
  });

  test('what was heard begins one talk, with its day, way and people', async () => {
    const made = await held();
    const { interview } = await act(made.id, 'talk', { occurrence }, 201);
    expect((await act(made.id, 'talk', { occurrence }, 201)).interview).toBe(interview);
    expect(await ana.json(`${partner.base}/interviews/${interview}`)).toMatchObject({
      heldOn: '2026-11-25',
      way: 'in-person',
      withPeople: [{ id: marta }],
      guideTitle: 'A first meeting',
    });
    expect((await one(made.id)).occurrences[0]?.talk).toEqual({ id: interview, points: 0, readback: 'none' });
  });

  test('nothing is said of one that has not begun, and no thanks are given for one that was not held', async () => {
    const made = await propose({ ask: 'fixed', start: '2026-11-25T10:00' });
    await act(made.id, 'outcome', { occurrence, held: true }, 409);
    clock.set('2026-11-25T12:00:00Z');
    await act(made.id, 'outcome', { occurrence, held: false, words: 'Nobody came' });
    await act(made.id, 'thanks', { occurrence, text: 'Thanks' }, 409);
    await act(made.id, 'minutes/send', { occurrence }, 409);
    expect((await ana.json(`${partner.base}/meetings/summary`)).notHeld).toBe(1);
    await act(made.id, 'outcome', { occurrence: '2026-11-26T10:00', held: true }, 404);
  });
});

describe('a visit', () => {
  test('is written down in one call, with somebody nobody knew yet', async () => {
    const visit = await ana.json(`${partner.base}/visits`, {
      json: {
        on: '2026-11-24',
        zone: 'Europe/Madrid',
        people: [marta],
        newPeople: [{ name: 'Pep Mas' }],
        minutes: 'They take two interns.',
        note: 'Pep decides',
      },
      status: 201,
    });
    expect(visit).toMatchObject({ state: 'agreed', way: 'in-person', start: { local: '2026-11-24T09:59' } });
    expect(visit.purpose).toContain('Taller');
    expect(visit.occurrences[0]).toMatchObject({ held: true, minutes: 'They take two interns.', note: 'Pep decides' });
    expect(visit.occurrences[0].attendance).toHaveLength(3);
    const { items } = await ana.json(`${partner.base}/meetings?when=held&way=in-person`);
    expect(items).toMatchObject([{ id: visit.id, held: true, mine: 'accepted' }]);
  });

  test('of tomorrow is refused', async () => {
    for (const on of ['2026-11-25', '2026-02-30'])
      await ana.json(`${partner.base}/visits`, { json: { on, zone: 'Europe/Madrid' }, status: 400 });
  });
});

describe('between two who are here', () => {
  test('each side answers, changes and says who came for itself', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const [ofA, ofB] = [a, b].map((each) => `${each.base}/partnerships/${partnership}`) as [string, string];
    await b.json(`${ofB}/people`, { json: { name: 'Doer', side: 'b' }, status: 201 });
    const people: { id: string; side: string; personId: string | null }[] = await a.json(`${ofA}/people`);
    const theirs = people.filter((each) => each.side === 'b').map((each) => ({ person: each.id }));
    const made = await propose({ ask: 'fixed', start: '2026-11-25T10:00', people: theirs }, a, ofA);
    await b.json(`${ofB}/meetings/${made.id}/move`, { json: { start: '2026-11-26T10:00' }, status: 403 });
    await a.json(`${ofA}/meetings/${made.id}/answers`, {
      json: { answer: 'accepted', person: theirs[0]?.person },
      status: 403,
    });
    const luis = await colleagueOf(server, b);
    await luis.json(`${ofB}/meetings/${made.id}/answers`, { json: { answer: 'accepted' }, status: 403 });
    const seen: Meeting = await b.json(`${ofB}/meetings/${made.id}`);
    expect(seen.people.some((each) => each.me)).toBe(true);
    expect(seen.may).toEqual({ change: false, move: false, settle: false, cancel: true, answer: true });
    expect((await b.json(`${ofB}/meetings/${made.id}/answers`, { json: { answer: 'accepted' } })).state).toBe('agreed');
    clock.set('2026-11-25T12:00:00Z');
    const attendance = [{ person: theirs[0]?.person, attended: true }];
    const occurrence = '2026-11-25T10:00';
    await a.json(`${ofA}/meetings/${made.id}/outcome`, { json: { occurrence, held: true, attendance }, status: 403 });
    await a.json(`${ofA}/meetings/${made.id}/outcome`, { json: { occurrence, held: true } });
    await b.json(`${ofB}/meetings/${made.id}/attendance`, { method: 'PUT', json: { occurrence, attendance } });
    expect((await a.json(`${ofA}/meetings/summary`)).attendance.b).toEqual({ came: 1, of: 1 });
    const across = await b.json(`${b.base}/meetings?when=held`);
    expect(across.items).toMatchObject([{ id: made.id, ours: false, mine: 'accepted' }]);
  });

  test('no link is given out for the other side, and one stops when its person leaves', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const [ofA, ofB] = [a, b].map((each) => `${each.base}/partnerships/${partnership}`) as [string, string];
    const doer = await b.json(`${ofB}/people`, { json: { name: 'Doer', side: 'b' }, status: 201 });
    const made = await propose({ ask: 'fixed', start: '2026-11-25T10:00', people: [{ person: doer.id }] }, a, ofA);
    await a.json(`${ofA}/meetings/${made.id}/links`, { json: { person: doer.id }, status: 403 });
    const { url } = await b.json(`${ofB}/meetings/${made.id}/links`, { json: { person: doer.id }, status: 201 });
    const ask = () =>
      server.request('/api/guest/meeting', { headers: { 'x-entente-link': String(url).split('/m/')[1] ?? '' } });
    expect((await ask()).status).toBe(200);
    await b.json(`${ofB}/people/${doer.id}`, { method: 'PATCH', json: { ended: true } });
    expect((await ask()).status).toBe(410);
  });
});

test('lists are paged without losing or repeating a time', async () => {
  await propose({ ask: 'fixed', start: '2026-12-01T10:00', repeat: { unit: 'week', every: 1, times: 5 } });
  await propose({ ask: 'fixed', start: '2026-12-01T10:00' });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = new URLSearchParams({ when: 'upcoming', limit: '2', ...(cursor && { cursor }) });
    const page: { items: { id: string; occurrence: string; startsAt: string }[]; next: string | null } = await ana.json(
      `${partner.base}/meetings?${query}`,
    );
    seen.push(...page.items.map((each) => `${each.startsAt} ${each.id} ${each.occurrence}`));
    cursor = page.next;
  }
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
  expect(seen.map((each) => each.slice(0, 24))).toEqual(seen.map((each) => each.slice(0, 24)).toSorted());
});
