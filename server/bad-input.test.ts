import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRoute, furnishedWorld, type Route, type World } from './testing/access.ts';
import { testServer, type TestServer } from './testing/server.ts';

let server: TestServer;
let world: World;
let routes: Route[];
beforeAll(async () => {
  server = await testServer();
  world = await furnishedWorld(server);
  routes = await everyRoute(server);
});
afterAll(() => server.close());

const words = ['%00', '%ff', '..%2f..', "'%20or%201=1--", '%F0%9F%92%A9', 'null', '-1', '9'.repeat(400), '{}'];
const bodies = [
  'null',
  '[]',
  '"text"',
  '{}',
  '{"',
  '{"name":"a\\u0000","text":"a\\u0000","subject":"a\\u0000","email":"a\\u0000@b.c","key":"\\u0000","content":{"\\u0000":1}}',
  '{"name":"a\\ud800","text":"a\\ud800","subject":"a\\udfff","title":"\\ud800","content":{"a":"\\ud800"}}',
  '{"name":{},"text":[],"people":7,"saying":{"kind":"__proto__"},"role":"constructor","limit":1e400}',
  `{"text":"${'x'.repeat(900_000)}"}`,
  `${'{"saying":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
];

/** The path of a route with the ids of the furnished world, but for the parameters that are replaced. */
function pathOf(route: Route, replaced: Record<string, string> = {}): string {
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => replaced[name] ?? world.ids[name] ?? 'x');
}

async function broken(route: Route, path: string, init: RequestInit = {}): Promise<string | undefined> {
  const headers = { 'if-match': `"${'f'.repeat(64)}"`, ...(init.headers as object) };
  const answer = await world.a.request(path, { method: route.method.toUpperCase(), ...init, headers });
  const text = await answer.text();
  if (answer.status < 500 && !/\n {4}at |syntax error|invalid input syntax/.test(text)) return undefined;
  return `${route.method} ${path.slice(0, 160)} ${String(init.body ?? '').slice(0, 80)}: ${answer.status} ${text.slice(0, 200)}`;
}

/** Signing out or leaving would end the test for the routes behind. */
const tested = () => routes.filter((route) => !/\/auth\//.test(route.path) && route.method.toLowerCase() !== 'delete');

describe('no route breaks', () => {
  it('whatever stands where an id belongs', { timeout: 240_000 }, async () => {
    const found: (string | undefined)[] = [];
    for (const route of tested())
      for (const parameter of route.parameters)
        for (const word of words) found.push(await broken(route, pathOf(route, { [parameter]: word })));
    expect(found.filter(Boolean)).toEqual([]);
  });

  it('whatever is asked for in the query', { timeout: 240_000 }, async () => {
    const names = ['limit', 'cursor', 'search', 'state', 'partnership', 'person', 'outcome', 'role', 'conversation'];
    const found: (string | undefined)[] = [];
    for (const route of tested().filter((one) => one.method.toLowerCase() === 'get'))
      for (const word of words)
        found.push(await broken(route, `${pathOf(route)}?${names.map((name) => `${name}=${word}`).join('&')}`));
    for (const route of tested().filter((one) => one.method.toLowerCase() === 'get'))
      for (const name of names)
        for (const word of words) found.push(await broken(route, `${pathOf(route)}?${name}=${word}`));
    expect(found.filter(Boolean)).toEqual([]);
  });

  it('whatever is sent', { timeout: 240_000 }, async () => {
    const found: (string | undefined)[] = [];
    for (const route of tested().filter((one) => one.method.toLowerCase() !== 'get'))
      for (const body of bodies)
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
          found.push(await broken(route, pathOf(route), { body, headers: { 'content-type': type } }));
    expect(found.filter(Boolean)).toEqual([]);
  });
});
