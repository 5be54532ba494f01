/** For the test of who may do what: a furnished world, and every route of the application with the ids of that world. */
import { expect } from 'vitest';
import { newId } from '../platform/id.ts';
import { arrivedMail } from './mails-in.ts';
import type { Browser, Call, SignedUp } from './people.ts';
import { colleagueOf, signUp } from './people.ts';
import { offer, recordPartner, request, twoPartners } from './rooms.ts';
import type { TestServer } from './server.ts';
import { readBack } from './stages.ts';

/** Stands in everything that only one side, or only the room, may read. */
export const PRIVATE = 'PRIVATE-OF-A';
export const SHARED = 'SHARED-IN-THE-ROOM';

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
];

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
  const file = await a.json(`${room}/files`, {
    method: 'POST',
    body: `${PRIVATE} file`,
    headers: { 'content-type': 'text/plain', 'x-file-name': 'plan.txt' },
  });
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
  const mailIn = await arrivedMail(server.platform, a.organization.id, {
    state: 'held',
    reason: 'unknown-sender',
    kind: 'conversation',
    partnership,
    subjectId: conversation,
    subject: `${PRIVATE} mail`,
    words: `${PRIVATE} words`,
  });
  const pair = await furnishPeople(a, { room, partnership, recorded: recorded.base, person: person.id });
  const claim = (await a.json(`${recorded.base}/claims`))[0];
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
      pair,
      mailIn,
    },
    own: new Set(OWN),
    recorded: { partnership: recorded.id, conversation: about, link: guest.url.split('/l/')[1] },
  };
}

/** A pair, a duty, who of `a` knows whom, and somebody who went to another partner. Answers the pair. */
async function furnishPeople(
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
async function furnishBook(a: SignedUp, room: string): Promise<Record<string, string>> {
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
async function furnishTalk(a: SignedUp, room: string): Promise<Record<string, string>> {
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
const POINT = { base: 0, writer: newId(), version: 1, spare: newId(), position: 1 };

/** A step up that `a` proposed and `b` has not answered, with the read-back it rests on. */
async function proposedStep(
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

export interface Route {
  method: string;
  path: string;
  parameters: string[];
  /** What its query must hold, each with the first value that it may have. */
  query?: string;
}

interface Documented {
  parameters?: { in: string; name: string; required?: boolean; schema: { enum?: string[] } }[];
}

function neededQuery({ parameters = [] }: Documented): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  return new URLSearchParams(needed.map((one) => [one.name, one.schema.enum?.[0] ?? ''])).toString();
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
    'POST /stage/moves': { from: 'prospect', to: 'awareness' },
    'POST /stage/moves/{move}/answer': { answer: 'agreed' },
    'POST /views': { title: 'Stolen', look: {} },
    'PATCH /views/{view}': { title: 'Stolen' },
    'POST /mails-in/{mailIn}/decision': { do: 'discard' },
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
