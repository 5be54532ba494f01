import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from './http.ts';
import { staticPages } from './static.ts';

let folder = '';
let app: Hono;
const script = 'console.log("hello");'.repeat(100);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Entente</title>');
  await writeFile(join(folder, 'assets/app-abc123.js'), script);
  await writeFile(join(folder, 'icon.png'), 'png');
  app = new Hono();
  app.use(securityHeaders(true));
  app.use(staticPages(folder));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the index page answers every screen, and is asked for again each time', async () => {
  for (const path of ['/', '/o/acme/today', '/l/secret-token', '/sign-in']) {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toMatch(/no-cache|no-store/);
    expect(await response.text()).toContain('<title>Entente</title>');
  }
});

test('assets are kept for ever, and come compressed as the browser likes', async () => {
  const path = '/assets/app-abc123.js';
  const plain = await app.request(path);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await plain.text()).toBe(script);
  const br = await app.request(path, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(script);
  const gzip = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script);
});

test('a missing asset is missing, not the index page, and nothing outside of the folder is served', async () => {
  for (const path of ['/assets/gone.js', '/gone.png', '/api/x', '/..%2fsecret.txt']) {
    expect((await app.request(path)).status, path).not.toBe(200);
  }
});

test('every page is closed to strangers, and a page behind a token is not kept and not named', async () => {
  const page = await app.request('/l/secret-token');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('strict-transport-security')).toContain('max-age');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect((await app.request('/')).headers.get('referrer-policy')).toBe('same-origin');
});

test('a new build is served without a restart', async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>New</title>');
  expect(await (await app.request('/')).text()).toContain('New');
});

test('without a build it says what to do', async () => {
  const empty = new Hono().use(staticPages(join(folder, 'nothing')));
  const response = await empty.request('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm start');
});
