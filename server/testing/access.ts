/** For the test of who may do what: a furnished world, and every route of the application with the ids of that world. */
import { expect } from 'vitest';
import type { Browser, Call, SignedUp } from './people.ts';
import { furnishMeeting, meetingBodies } from './meetings.ts';
import { colleagueOf, signUp } from './people.ts';
import { offer, recordPartner, request, twoPartners } from './rooms.ts';
import {
  CALENDAR,
  furnishCalendar,
  heldMail,
  furnishFollowUp,
  furnishPeople,
  furnishBook,
  furnishTalk,
  proposedStep,
  PRIVATE,
  SHARED,
  FREE_DAYS,
  HOUSE,
  POINT,
  REMINDERS,
} from './furnish.ts';
import type { TestServer } from './server.ts';

export interface World {
  a: SignedUp;
  b: SignedUp;
  /** Has nothing to do with either. */
  outsider: SignedUp;
  /** Values of path parameters: things of `a`, in its room with `b` or its own. */
  ids: Record<string, string>;
  /** A partner that `a` recorded, and a live link of one of its people. */
  recorded: { partnership: string; conversation: string; link: string };
  /** A private file, note, draft and so on of `a`, by parameter name: what not even `b` may reach. */
  own: Set<string>;
}

const OWN = [
  'note',
  'item',
  'view',
  'link',
  'file',
  'claim',
  'invitation',
  'personId',
  'role',
  'import',
  'mail',
  'mailIn',
  'interview',
  'point',
  'guide',
  'question',
  'followUp',
  'freeDays',
];

/** A file of `a`'s that no act has attached yet. */
const uploaded = (a: SignedUp, room: string) =>
  a.json(`${room}/files`, {
    method: 'POST',
    body: `${PRIVATE} file`,
    headers: { 'content-type': 'text/plain', 'x-file-name': 'plan.txt' },
  });

/** Two partners who are here, an outsider, and one of everything. */
export async function furnishedWorld(server: TestServer): Promise<World> {
  const { a, b, partnership } = await twoPartners(server);
  const outsider = await signUp(server, { organization: 'Ajena', name: 'Olga' });
  await recordPartner(outsider, 'Suyo');
  const room = `${a.base}/partnerships/${partnership}`;
  const conversation = await request(server, a, partnership, `${SHARED} twelve places`);
  const person = await a.json(`${room}/people`, { json: { name: `${SHARED} Decana`, side: 'a' }, status: 201 });
  const link = await a.json(`${room}/conversations/${conversation}/links`, {
    json: { person: person.id },
    status: 201,
  });
  const note = await a.json(`${room}/notes`, { json: { text: `${PRIVATE} note` }, status: 201 });
  const thread = await a.json(`${room}/threads`, { json: { subject: SHARED, text: `${SHARED} hello` }, status: 201 });
  const file = await uploaded(a, room);
  await a.json(`${a.base}/drafts/k`, { method: 'PUT', json: { content: { text: `${PRIVATE} draft` } }, status: 204 });
  const colleague = await colleagueOf(server, a, { name: `${PRIVATE} colleague` });
  const role = await a.json(`${a.base}/people/${colleague.id}/roles`, {
    json: { title: `${PRIVATE} title`, startsOn: '2026-01-01' },
  });
  const invitation = await a.json(`${a.base}/invitations`, {
    json: { email: 'invited@a.example', role: 'member' },
    status: 201,
  });
  const heard = await furnishTalk(a, room);
  const told = await furnishBook(a, room);
  const stepped = await proposedStep(server, a, partnership, conversation);
  const recorded = await recordPartner(a, `${PRIVATE} Partner`);
  const about = await request(server, a, recorded.id, `${PRIVATE} request`);
  const guest = await a.json(`${recorded.base}/conversations/${about}/links`, {
    json: { person: recorded.people[0]?.id },
    status: 201,
  });
  await offer(a, recorded.id);
  const mailIn = await heldMail(server, a, partnership, conversation);
  const pair = await furnishPeople(a, { room, partnership, recorded: recorded.base, person: person.id });
  const met = await furnishMeeting(a, room, { shared: SHARED, secret: PRIVATE });
  const claim = (await a.json(`${recorded.base}/claims`))[0];
  const followed = await furnishFollowUp(server, a);
  return {
    a,
    b,
    outsider,
    ids: {
      organization: a.organization.id,
      partnership,
      conversation,
      person: person.id,
      personId: colleague.id,
      role: role.id,
      link: link.id,
      note: note.id,
      thread: thread.id,
      file: file.id,
      key: 'k',
      invitation: invitation.id,
      claim: claim.id,
      ...heard,
      ...told,
      move: stepped,
      question: await furnishCalendar(server, a, partnership),
      pair,
      mailIn,
      ...met,
      ...followed,
    },
    own: new Set(OWN),
    recorded: { partnership: recorded.id, conversation: about, link: guest.url.split('/l/')[1] },
  };
}

export interface Route {
  method: string;
  path: string;
  parameters: string[];
  /** What its query must hold, each with the first value that it may have. */
  query?: string;
}

interface Documented {
  parameters?: { in: string; name: string; required?: boolean; schema: { enum?: string[]; format?: string } }[];
}

function neededQuery({ parameters = [] }: Documented): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const first = ({ enum: words, format }: { enum?: string[]; format?: string }) =>
    words?.[0] ?? (format === 'date' ? '2026-12-01' : '');
  return new URLSearchParams(needed.map((one) => [one.name, first(one.schema)])).toString();
}

/** Routes that answer with an endless stream, which a test of statuses cannot read. */
const STREAMS = /\/live$/;

/** Every route of the OpenAPI document. */
export async function everyRoute(server: TestServer): Promise<Route[]> {
  const document = (await (await server.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Documented>>;
  };
  return Object.entries(document.paths)
    .filter(([path]) => !STREAMS.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, documented]) => ({
        method: method.toUpperCase(),
        path,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
        query: neededQuery(documented),
      })),
    );
}

const NOBODY = '01a20b73-ad6d-716e-87c7-84cf72a4d726';

/** Bodies with which a route would do its work for whoever may: so that a refusal is about the caller, not the body. */
export function bodyFor(route: Route, world: World): unknown {
  const name = `${route.method} ${route.path.replace('/organizations/{organization}', '').replace('/partnerships/{partnership}', '')}`;
  const terms = {
    what: 'x',
    conditions: [{ text: 'x' }],
    due: { date: '2027-06-01' },
    replyBy: { date: '2027-05-01' },
  };
  const bodies: Record<string, unknown> = {
    'PATCH ': { name: 'Stolen' },
    'POST /partnerships': { name: 'Stolen' },
    'POST /people': { name: 'Stolen', side: 'a' },
    'PUT /people/{person}/duties': { duties: ['sponsor'] },
    'PUT /people/{person}/acquaintances/{personId}': { courtesy: 'feel-free' },
    'PUT /people/{person}/move': { partnership: world.recorded.partnership },
    'POST /people/{person}/merge': { into: world.ids.person },
    'POST /people/{person}/apart': { than: world.ids.person },
    'POST /pairs': { people: [world.ids.person, world.ids.person] },
    'POST /pairs/{pair}/answer': { agree: true },
    'POST /api/guest/pairs/{pair}/answer': { agree: true },
    'PATCH /people/{person}': { title: 'Stolen' },
    'PATCH /people/{personId}': { role: 'member' },
    'POST /people/{personId}/roles': { title: 'Stolen', startsOn: '2026-01-01' },
    'PATCH /people/{personId}/roles/{role}': { title: 'Stolen' },
    'POST /invitations': { email: 'stolen@example.org', role: 'administrator' },
    'POST /notes': { text: 'Stolen' },
    'PATCH /notes/{note}': { text: 'Stolen' },
    'POST /needs': { nature: 'need', kind: 'data', title: 'Stolen' },
    'PATCH /needs/{item}': { title: 'Stolen' },
    'PUT /needs/{item}/level': { level: 'full' },
    'POST /readbacks': {
      heldOn: '2026-11-20',
      way: 'phone',
      subject: 'Stolen',
      replyBy: '2099-01-01',
      points: [{ tag: 'need', text: 'Stolen' }],
    },
    'POST /readbacks/{readback}/answer': { points: [{ id: world.ids.readback, verdict: 'confirmed' }] },
    'POST /threads': { subject: 'Stolen', text: 'Stolen' },
    'POST /threads/{thread}/messages': { text: 'Stolen' },
    'POST /conversations': { saying: { kind: 'request', terms } },
    'POST /conversations/{conversation}/acts': { saying: { kind: 'say', text: 'Stolen' } },
    'POST /conversations/{conversation}/links': { person: world.ids.person },
    'POST /claims': { email: 'stolen@example.org' },
    'POST /guides': { title: 'Stolen', questions: ['Stolen'] },
    'PUT /guides/{guide}': { title: 'Stolen', questions: ['Stolen'], seen: '2026-01-01T00:00:00.000Z' },
    'POST /interviews': { heldOn: '2026-01-01', way: 'phone', guideTitle: 'Stolen', questions: [] },
    'PUT /interviews/{interview}': { heldOn: '2026-01-01', way: 'phone' },
    'PUT /interviews/{interview}/points/{point}': { ...POINT, text: 'Stolen' },
    'PUT /follow-ups/{point}': { done: true },
    ...meetingBodies(world.ids),
    'PATCH /follow-ups/{followUp}': { do: 'done' },
    'POST /follow-ups/{followUp}/nudge': { text: 'Stolen', subject: 'Stolen' },
    'PUT /reminders': REMINDERS,
    'PUT /follow-up-settings': HOUSE,
    'POST /free-days': { ...FREE_DAYS, from: '2026-08-03', to: '2026-08-03' },
    'PUT /draft-wordings/{draft}/{locale}': { words: null, seen: null },
    'POST /stage/moves': { from: 'prospect', to: 'awareness' },
    'POST /stage/moves/{move}/answer': { answer: 'agreed' },
    'POST /views': { title: 'Stolen', look: {} },
    'PATCH /views/{view}': { title: 'Stolen' },
    'POST /mails-in/{mailIn}/decision': { do: 'discard' },
    'POST /calendar/find': CALENDAR,
    'PUT /calendar/account': { ...CALENDAR, calendar: CALENDAR.url },
    'POST /calendar/questions/{question}': { answer: 'left' },
    'PUT /drafts/{key}': { content: { text: 'Stolen' } },
  };
  return bodies[name];
}

export interface Answer {
  route: string;
  status: number;
  text: string;
}

/** Calls a route as somebody, with the given ids in its path. */
export async function call(
  who: Pick<Browser, 'request'>,
  route: Route,
  world: World,
  ids: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? NOBODY);
  const json = route.method === 'GET' || route.method === 'DELETE' ? undefined : (bodyFor(route, world) ?? {});
  const init: Call = {
    method: route.method,
    headers: { 'if-match': `"${world.ids.conversation}"`, ...headers },
    ...(json !== undefined && { json }),
  };
  const response = await who.request(route.query ? `${path}?${route.query}` : path, init);
  return { route: `${route.method} ${route.path}`, status: response.status, text: await response.text() };
}

/** What all organizations' tables hold, as one digest for each table. */
export async function digest(server: TestServer): Promise<Record<string, string>> {
  const { owner } = server.database;
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: content } = await owner.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
    );
    found[name] = content[0].sum;
  }
  return found;
}

/** Refused with one of these statuses, and saying nothing of what it refused. */
export function expectRefused(answer: Answer, statuses: number[]): void {
  expect({
    route: answer.route,
    status: answer.status,
    refused: statuses.includes(answer.status),
    said: answer.text,
  }).toMatchObject({ refused: true });
  expect(answer.text).not.toContain(PRIVATE);
  expect(answer.text).not.toContain(SHARED);
}
