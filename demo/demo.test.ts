import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../server/platform/clock.ts';
import { testServer, type TestServer } from '../server/testing/server.ts';
import { buildDemo } from './build.ts';
import { NOW } from './calendar.ts';

const clock = fixedClock(NOW);
let server: TestServer;

beforeAll(async () => {
  server = await testServer({ clock });
  const start = performance.now();
  await buildDemo(server.platform, clock);
  console.log('built in', Math.round(performance.now() - start));
});
afterAll(() => server?.close());

test('it builds', async () => {
  expect(clock.now().toISOString()).toBe(NOW);
});
