import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colleagueOf, join, type SignedUp, signUp } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { draftLimit, draftsLimit } from './schema.ts';

let server: TestServer;
let ana: SignedUp;
beforeAll(async () => {
  server = await testServer();
  ana = await signUp(server);
});
afterAll(() => server.close());

const path = (who: SignedUp, key: string) => `${who.base}/drafts/${encodeURIComponent(key)}`;
const keep = (who: SignedUp, key: string, content: unknown) =>
  who.request(path(who, key), { method: 'PUT', json: { content } });
const read = async (who: SignedUp, key: string) => {
  const answer = await who.request(path(who, key));
  return answer.status === 200 ? (await answer.json()).content : answer.status;
};

describe('a draft', () => {
  it('is kept, replaced and thrown away', async () => {
    expect((await keep(ana, 'k', { text: 'Dear' })).status).toBe(204);
    expect((await keep(ana, 'k', { text: 'Dear all', n: [1, { deep: true }] })).status).toBe(204);
    expect(await read(ana, 'k')).toEqual({ text: 'Dear all', n: [1, { deep: true }] });
    for (let times = 0; times < 2; times += 1)
      expect((await ana.request(path(ana, 'k'), { method: 'DELETE' })).status).toBe(204);
    expect(await read(ana, 'k')).toBe(204);
  });

  it('is one person’s, in one organization', async () => {
    const colleague = await colleagueOf(server, ana);
    const other = await signUp(server, { organization: 'Otra' });
    await join(server, ana, other.organization.id);
    const elsewhere: SignedUp = { ...ana, organization: other.organization, base: other.base };
    await keep(ana, 'same key', { whose: 'ana' });
    expect(await read(colleague, 'same key')).toBe(204);
    expect(await read(elsewhere, 'same key')).toBe(204);
    expect((await other.request(path(ana, 'same key'))).status).toBe(404);
    await keep(colleague, 'same key', { whose: 'colleague' });
    await keep(elsewhere, 'same key', { whose: 'ana elsewhere' });
    expect(await read(ana, 'same key')).toEqual({ whose: 'ana' });
    await colleague.request(path(colleague, 'same key'), { method: 'DELETE' });
    expect(await read(ana, 'same key')).toEqual({ whose: 'ana' });
  });

  it('keeps odd keys and odd text, and refuses what cannot be kept', async () => {
    for (const key of ['a/b/../c', 'clé ✓', '%2e%2e', 'x'.repeat(200)]) {
      expect((await keep(ana, key, { key })).status, key).toBe(204);
      expect(await read(ana, key)).toEqual({ key });
    }
    expect((await keep(ana, 'x'.repeat(201), {})).status).toBe(400);
    expect((await keep(ana, 'k\u0000', {})).status).toBe(400);
    expect((await keep(ana, 'k', { text: 'a\u0000' })).status).toBe(400);
    expect((await keep(ana, 'k', { text: 'a\ud83d' })).status).toBe(400);
    expect((await keep(ana, 'k', 'text')).status).toBe(400);
    expect((await keep(ana, 'k', [1])).status).toBe(400);
    expect((await ana.request(path(ana, 'k'), { method: 'PUT', json: { content: {}, more: 1 } })).status).toBe(400);
  });

  it('is not endless, and there are not endlessly many', async () => {
    expect((await keep(ana, 'long', { text: 'x'.repeat(draftLimit) })).status).toBe(413);
    expect((await keep(ana, 'long', { text: 'x'.repeat(draftLimit - 20) })).status).toBe(204);
    const many = await signUp(server, { organization: 'Viele' });
    await keep(many, 'first', {});
    await server.database.owner.query(
      `insert into drafts (organization_id, person_id, key, content, updated_at)
       select $1, $2, 'n' || n, '{}', now() from generate_series(1, $3) n`,
      [many.organization.id, many.id, draftsLimit - 1],
    );
    const one = await keep(many, 'one more', {});
    expect(one.status).toBe(429);
    expect(await one.json()).toMatchObject({ code: 'too_many' });
    expect((await keep(many, 'first', { still: 'kept' })).status).toBe(204);
  });

  it('survives two windows that keep it at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => keep(ana, 'race', { n })));
    expect(answers.map((one) => one.status)).toEqual([204, 204, 204, 204, 204, 204]);
    expect([1, 2, 3, 4, 5, 6]).toContain((await read(ana, 'race')).n);
  });
});
