/** One of everything for the test of who may do what, kept apart by feature. */
import { sweepAll, tick } from '../features/follow-ups/jobs.ts';
import { ask, connectAccount } from '../features/own-calendars/commands.ts';
import { inScope } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { mintScope } from '../platform/scope.ts';
import { TEST_SECRETS } from './engine.ts';
import { arrivedMail } from './mails-in.ts';
import type { SignedUp } from './people.ts';
import type { TestServer } from './server.ts';
import { readBack } from './stages.ts';

/** Stands in everything that only one side, or only the room, may read. */
export const PRIVATE = 'PRIVATE-OF-A';
export const SHARED = 'SHARED-IN-THE-ROOM';
export const CALENDAR = { url: 'https://calendar.example.org/', username: 'x', password: 'x' };

/** A calendar of `a`'s own, a feed, and something it says of a meeting. Answers the question. */
export async function furnishCalendar(server: TestServer, a: SignedUp, partnership: string): Promise<string> {
  const owner = { organization: a.organization.id, person: a.id };
  const now = server.platform.clock.now();
  await a.json(`${a.base}/calendar/feed`, { method: 'PUT' });
  return inScope(server.platform.db, mintScope(owner.organization), async (tx) => {
    const account = { ...CALENDAR, username: PRIVATE, calendar: CALENDAR.url, calendarName: PRIVATE };
    await connectAccount(tx, owner, account, { secret: TEST_SECRETS.linkKey, now });
    await ask(tx, owner, { kind: 'decline', partnership, meeting: newId(), words: PRIVATE }, now);
    const { rows } = await tx.query<{ id: string }>('select id from calendar_questions where organization_id = $1', [
      owner.organization,
    ]);
    return rows[0]?.id ?? '';
  });
}

/** A mail that waits for a decision of `a`. */
export function heldMail(server: TestServer, a: SignedUp, partnership: string, conversation: string): Promise<string> {
  return arrivedMail(server.platform, a.organization.id, {
    state: 'held',
    reason: 'unknown-sender',
    kind: 'conversation',
    partnership,
    subjectId: conversation,
    subject: `${PRIVATE} mail`,
    words: `${PRIVATE} words`,
  });
}
/** Something `a` has to follow up, and what it decided of that for all and for one of its people. */
export async function furnishFollowUp(
  server: TestServer,
  a: SignedUp,
): Promise<{ followUp: string; freeDays: string; draft: string; locale: string }> {
  await a.json(`${a.base}/reminders`, { method: 'PUT', json: REMINDERS });
  await a.json(`${a.base}/follow-up-settings`, {
    method: 'PUT',
    json: HOUSE,
  });
  await a.json(`${a.base}/draft-wordings/cadence/en`, {
    method: 'PUT',
    json: { words: `${PRIVATE} words`, seen: null },
  });
  await sweepAll(server.platform, server.platform.clock.now());
  await tick(server.platform, server.platform.clock.now());
  const { items } = await a.json(`${a.base}/follow-ups?person=everyone`);
  const closed = await a.json(`${a.base}/free-days`, {
    json: { ...FREE_DAYS, name: `${PRIVATE} closing` },
    status: 201,
  });
  return { followUp: items[0].id, freeDays: closed.id, draft: 'cadence', locale: 'en' };
}

export const REMINDERS = {
  how: 'daily',
  hour: 9,
  weekday: 1,
  workingDays: [1, 2, 3, 4, 5],
  quiet: { from: 20, to: 7 },
  country: null,
  region: null,
  reviewMail: true,
};
export const HOUSE = {
  cadence: { early: [56, 84], middle: [42, 63], late: [30, 45] },
  country: null,
  region: null,
};
export const FREE_DAYS = { from: '2026-12-24', to: '2026-12-31', name: 'Stolen' };

/** A pair, a duty, who of `a` knows whom, and somebody who went to another partner. Answers the pair. */
export async function furnishPeople(
  a: SignedUp,
  { room, partnership, recorded, person }: { room: string; partnership: string; recorded: string; person: string },
): Promise<string> {
  const theirs = (await a.json(`${room}/people`)).find((one: { side: string }) => one.side === 'b');
  const { pairs } = await a.json(`${room}/pairs`, { json: { people: [person, theirs.id] }, status: 201 });
  await a.json(`${room}/people/${person}/duties`, { method: 'PUT', json: { duties: ['owner'] } });
  await a.json(`${room}/people/${theirs.id}/acquaintances/${a.id}`, {
    method: 'PUT',
    json: { courtesy: 'ask-first', note: `${PRIVATE} acquaintance` },
  });
  // Where somebody went, who works for another partner now.
  const gone = await a.json(`${recorded}/people`, { json: { name: `${PRIVATE} Gone` }, status: 201 });
  await a.json(`${recorded}/people/${gone.id}/move`, { method: 'PUT', json: { partnership, person: theirs.id } });
  return pairs[0].id;
}

/** An offer of `a` that nobody is told of, something it read back to `b`, and a view of its partners. */
export async function furnishBook(a: SignedUp, room: string): Promise<Record<string, string>> {
  const item = await a.json(`${a.base}/needs`, {
    json: { nature: 'offer', kind: 'data', title: `${PRIVATE} offer` },
    status: 201,
  });
  const readback = await a.json(`${room}/readbacks`, {
    json: {
      heldOn: '2026-11-20',
      way: 'phone',
      subject: SHARED,
      replyBy: '2099-01-01',
      points: [{ tag: 'need', text: `${SHARED} heard` }],
    },
    status: 201,
  });
  const view = await a.json(`${a.base}/views`, {
    json: { title: `${PRIVATE} view`, look: { stage: ['prospect'] } },
    status: 201,
  });
  return { item: item.id, readback: readback.id, view: view.id };
}

/** A talk in which `a` listened, with a point that has a follow-up, and a guide of its own. */
export async function furnishTalk(a: SignedUp, room: string): Promise<Record<string, string>> {
  const guide = await a.json(`${a.base}/guides`, {
    json: { title: `${PRIVATE} guide`, questions: [`${PRIVATE} question`] },
    status: 201,
  });
  const interview = await a.json(`${room}/interviews`, {
    json: {
      heldOn: '2026-03-02',
      way: 'in-person',
      guideTitle: `${PRIVATE} guide`,
      questions: [`${PRIVATE} question`],
    },
    status: 201,
  });
  const point = newId();
  await a.json(`${room}/interviews/${interview.id}/points/${point}`, {
    method: 'PUT',
    json: { ...POINT, text: `${PRIVATE} point`, settled: 'follow-up', settledWords: `${PRIVATE} follow-up` },
  });
  return { guide: guide.id, interview: interview.id, point };
}

/** A delivery of a point that needs only its words. */
export const POINT = { base: 0, writer: newId(), version: 1, spare: newId(), position: 1 };

/** A step up that `a` proposed and `b` has not answered, with the read-back it rests on. */
export async function proposedStep(
  server: TestServer,
  a: SignedUp,
  partnership: string,
  conversation: string,
): Promise<string> {
  const now = server.platform.clock.now();
  const people: { id: string; side: string }[] = await a.json(`${a.base}/partnerships/${partnership}/people`);
  await readBack(
    server,
    { by: a, partnership },
    {
      conversation,
      author: people.find((one) => one.side === 'a')?.id ?? '',
      heldOn: now.toISOString().slice(0, 10),
      sentAt: now.toISOString(),
      answeredAt: now.toISOString(),
    },
  );
  const { pending } = await a.json(`${a.base}/partnerships/${partnership}/stage/moves`, {
    json: { from: 'prospect', to: 'awareness', words: `${SHARED} we know each other` },
    status: 201,
  });
  return pending.id;
}
