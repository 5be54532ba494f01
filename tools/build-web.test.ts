import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compress, isStale } from './build-web.ts';

const root = mkdtempSync(join(tmpdir(), 'entente-build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, age: number): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), 'text');
  const moment = Date.now() / 1000 - age;
  utimesSync(join(root, path), moment, moment);
}

test('the web is built again only when a source is newer than the build', () => {
  write('web/main.tsx', 100);
  write('messages/en/today.ts', 100);
  expect(isStale(root)).toBe(true);
  write('web/dist/index.html', 50);
  expect(isStale(root)).toBe(false);
  write('messages/en/today.ts', 10);
  expect(isStale(root)).toBe(true);
  write('web/dist/index.html', 5);
  write('web/main.test.tsx', 0);
  expect(isStale(root)).toBe(false);
});

test('texts of the build are compressed beside themselves', () => {
  compress(join(root, 'web/dist'));
  expect(gunzipSync(readFileSync(join(root, 'web/dist/index.html.gz'))).toString()).toBe('text');
});
