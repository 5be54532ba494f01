import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from './id.ts';
import { localStorage, type Storage } from './storage.ts';

let folder = '';
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-files-'));
  storage = localStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

test('what is stored comes back, with its size and hash', async () => {
  const content = Buffer.from('Grüße an die Partner');
  const stored = await storage.put(chunks(content.subarray(0, 5), content.subarray(5)), { limit: 1000 });
  expect(stored.bytes).toBe(content.length);
  expect(stored.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  const { stream, bytes } = await storage.open(stored.key);
  expect(bytes).toBe(content.length);
  expect(await new Response(stream).text()).toBe('Grüße an die Partner');
});

test('a web stream, as a request brings it, is stored as well', async () => {
  const body = new Response('from a request').body;
  const stored = await storage.put(body as ReadableStream<Uint8Array>, { limit: 1000 });
  expect(stored.bytes).toBe(14);
});

test('more than the limit is refused while it arrives, and nothing of it stays', async () => {
  const before = await readdir(folder, { recursive: true });
  let sent = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      sent += 1;
      yield await Promise.resolve(new Uint8Array(1024));
    }
  }
  await expect(storage.put(endless(), { limit: 10 * 1024 })).rejects.toMatchObject({ code: 'too_large' });
  expect(sent).toBe(11);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('an upload that breaks off leaves nothing', async () => {
  const before = await readdir(folder, { recursive: true });
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new Uint8Array(10));
    throw new Error('connection lost');
  }
  await expect(storage.put(broken(), { limit: 1000 })).rejects.toThrow('connection lost');
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('removing makes it unavailable, and removing again is harmless', async () => {
  const { key } = await storage.put(chunks(new Uint8Array(3)), { limit: 10 });
  await storage.remove(key);
  await storage.remove(key);
  await expect(storage.open(key)).rejects.toMatchObject({ code: 'not_found' });
});

test('keys that are no keys reach no file', async () => {
  for (const key of ['../secrets.json', '..%2f..', '', newId()]) {
    await expect(storage.open(key)).rejects.toMatchObject({ code: 'not_found' });
  }
});
