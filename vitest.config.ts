import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findBrowser } from './e2e/browser.ts';
import { findPostgresServer } from './server/testing/engine.ts';
import { findRadicale } from './server/testing/servers.ts';

/** Tests that never ask the engine anything: once is enough. */
const WITHOUT_ENGINE = [
  'server/config.test.ts',
  'server/platform/{embedded-postgres,static,storage,log,id,clock,problem,outward,dav}.test.ts',
  'server/features/calendars/{ics,ics-samples,mail}.test.ts',
  'bench/trust*.test.ts',
];
const SERVER_TESTS = ['server/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts'];

function project(name: string, include: string[], more: object = {}): TestProjectInlineConfiguration {
  return { test: { name, include, environment: 'node', pool: 'forks', ...more } };
}

const database = { testTimeout: 30_000, hookTimeout: 60_000 };
const projects = [
  project('pure', ['packages/**/*.test.ts', 'messages/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tools/**/*.test.ts']),
  project('server-embedded', SERVER_TESTS, { ...database, globalSetup: ['server/testing/embedded-setup.ts'] }),
];

if (findPostgresServer()) {
  projects.push(
    project('server-postgresql15', SERVER_TESTS, {
      ...database,
      exclude: [...WITHOUT_ENGINE, '**/node_modules/**'],
      globalSetup: ['server/testing/postgresql15-setup.ts'],
    }),
  );
} else {
  console.warn('SKIPPED: server-postgresql15. There is no PostgreSQL server of version 15 to 17 on this machine.');
}

if (findBrowser()) {
  projects.push(
    project('stories', ['e2e/**/*.test.ts'], {
      testTimeout: 120_000,
      hookTimeout: 120_000,
      fileParallelism: false,
      globalSetup: ['e2e/setup.ts'],
    }),
  );
} else {
  console.warn('SKIPPED: stories. There is no Chromium or Chrome on this machine.');
}

if (!findRadicale()) console.warn('SKIPPED: whatever asks a calendar server. There is no radicale on this machine.');

export default defineConfig({
  test: {
    projects,
    maxWorkers: 2,
    passWithNoTests: true,
  },
});
