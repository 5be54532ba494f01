import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from './testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('says that it is well', async () => {
  const response = await server.request('/api/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ok' });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('describes itself as OpenAPI 3.1', async () => {
  const response = await server.request('/api/openapi.json');
  expect(await response.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Entente' } });
});

test('an unknown address of the API is a problem with a code', async () => {
  const response = await server.request('/api/nothing-here');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

test('a body beyond a megabyte is refused, with or without its length said', async () => {
  const body = JSON.stringify({ text: 'x'.repeat(1_100_000) });
  const headers = { 'content-type': 'application/json' };
  const said = await server.request('/api/nothing-here', {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length) },
    body,
  });
  expect(said.status).toBe(413);
  expect(await said.json()).toMatchObject({ code: 'too_large' });
});
