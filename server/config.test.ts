import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSecrets, readConfig } from './config.ts';
import { AppError } from './platform/problem.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-config-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('starts with no settings at all', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    dataFolder: resolve('data'),
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Entente <entente@localhost>',
    mailInUrl: undefined,
    answerAddress: undefined,
    mailInTrusted: undefined,
    privateHosts: [],
    publicUrl: 'http://localhost:3000',
    role: 'both',
    logLevel: 'info',
  });
});

test('the public address follows the port and loses its last slash', () => {
  expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readConfig({ PUBLIC_URL: 'https://entente.example.org/' })).toMatchObject({
    publicUrl: 'https://entente.example.org',
    mailFrom: 'Entente <entente@entente.example.org>',
  });
});

test('answers are read only where mails for us are fetched, and go to the sender unless told otherwise', () => {
  const imap = { MAIL_IN_URL: 'imaps://entente:secret@mail.example.org/INBOX' };
  expect(readConfig({ MAIL_FROM: 'Entente <Hello@Example.org>' }).answerAddress).toBeUndefined();
  expect(readConfig({ ...imap, MAIL_FROM: 'Entente <Hello@Example.org>' }).answerAddress).toBe('hello@example.org');
  expect(readConfig({ ...imap, ANSWER_ADDRESS: '@answers.example.org' }).answerAddress).toBe('@answers.example.org');
  expect(() => readConfig({ ANSWER_ADDRESS: '@answers.example.org' })).toThrow(/MAIL_IN_URL/);
  expect(() => readConfig({ ...imap, ANSWER_ADDRESS: 'two words@example.org' })).toThrow(/ANSWER_ADDRESS/);
  expect(() => readConfig({ ...imap, MAIL_FROM: 'a-mailbox-that-is-too-long@example.org' })).toThrow(/ANSWER_ADDRESS/);
});

test('hosts on private addresses are named with commas or spaces between, and without https://', () => {
  expect(readConfig({ PRIVATE_HOSTS: 'Calendar.intern, 10.0.0.5' }).privateHosts).toEqual([
    'calendar.intern',
    '10.0.0.5',
  ]);
  expect(() => readConfig({ PRIVATE_HOSTS: 'https://calendar.intern' })).toThrow(/PRIVATE_HOSTS/);
});

test('all problems are reported at once, each with what to do', () => {
  const wrong = {
    PORT: 'abc',
    ENTENTE_ROLE: 'boss',
    DATABASE_URL: 'mysql://x',
    SMTP_URL: 'nonsense',
    MAIL_IN_URL: 'pop3://x',
    MAIL_FROM: 'me',
    LOG_LEVEL: 'loud',
  };
  const error = (() => {
    try {
      readConfig(wrong);
    } catch (caught) {
      return caught;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(AppError);
  for (const name of Object.keys(wrong)) expect((error as AppError).message).toContain(name);
  expect((error as AppError).message).not.toContain('PUBLIC_URL');
});

test('secrets are made once, for this user only', async () => {
  const data = join(folder, 'first');
  const made = await loadSecrets(data);
  expect(await loadSecrets(data)).toEqual(made);
  expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(['secrets.json']);
});

test('two first starts at once agree on the secrets', async () => {
  const data = join(folder, 'race');
  const all = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(data)));
  for (const each of all) expect(each).toEqual(all[0]);
});

test('damaged secrets are reported, never replaced', async () => {
  const data = join(folder, 'damaged');
  await loadSecrets(data);
  await writeFile(join(data, 'secrets.json'), '{"auth":');
  await expect(loadSecrets(data)).rejects.toThrow(/damaged/);
  expect(await readFile(join(data, 'secrets.json'), 'utf8')).toBe('{"auth":');
});

test('secrets that became readable for others are closed again', async () => {
  const data = join(folder, 'open');
  await loadSecrets(data);
  await chmod(join(data, 'secrets.json'), 0o644);
  await loadSecrets(data);
  expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600);
});
