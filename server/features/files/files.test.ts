import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, SignedUp } from '../../testing/people.ts';
import { type Partners, type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { fileLimit, looseLimit } from './schema.ts';

let server: TestServer;
let room: Partners;
let recorded: RecordedPartner;
beforeAll(async () => {
  server = await testServer();
  room = await twoPartners(server);
  recorded = await recordPartner(room.a, 'Taller Sur');
});
afterAll(() => server.close());

const of = (who: SignedUp, partnership = room.partnership) => `${who.base}/partnerships/${partnership}`;

interface Sent {
  body?: string | Uint8Array<ArrayBuffer>;
  name?: string;
  media?: string;
}
const call = ({ body = 'content', name = 'plan.txt', media = 'text/plain' }: Sent): Call => ({
  method: 'POST',
  body,
  headers: { 'x-file-name': name, 'content-type': media },
});
const upload = (who: SignedUp, sent: Sent = {}, base = of(who)) =>
  who.json(`${base}/files`, { ...call(sent), status: 201 });
const statusOf = async (who: SignedUp, path: string) => (await who.request(path)).status;

async function attach(by: SignedUp, conversation: string, file: string, base = of(by)): Promise<void> {
  const path = `${base}/conversations/${conversation}`;
  const { head } = await by.json(path);
  await by.json(`${path}/acts`, {
    json: { saying: { kind: 'say', text: 'See here', files: [file] } },
    headers: { 'if-match': `"${head}"` },
    status: 201,
  });
}

async function guestOf(conversation: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const { url } = await room.a.json(`${recorded.base}/conversations/${conversation}/links`, {
    json: { person: recorded.people[0]?.id },
    status: 201,
  });
  const token = String(url).split('/l/')[1] ?? '';
  return (path, init = {}) =>
    server.request(path, { ...init, headers: { ...(init.headers as object), 'x-entente-link': token } });
}

describe('a file', () => {
  it('is its uploader’s until an act attaches it, and the room’s from then on', async () => {
    const { a, b } = room;
    const conversation = await request(server, a, room.partnership);
    const file = await upload(a);
    expect(await statusOf(a, `${of(a)}/files/${file.id}`)).toBe(200);
    expect(await statusOf(b, `${of(b)}/files/${file.id}`)).toBe(404);
    await attach(a, conversation, file.id);
    const seen = await b.request(`${of(b)}/files/${file.id}`);
    expect(seen.status).toBe(200);
    expect(await seen.text()).toBe('content');
    expect(await statusOf(a, `${recorded.base}/files/${file.id}`)).toBe(404);
  });

  it('comes to a guest only with the conversation their link shows', async () => {
    const here = await request(server, room.a, recorded.id);
    const beside = await request(server, room.a, recorded.id);
    const [shown, hidden, loose] = await Promise.all([1, 2, 3].map(() => upload(room.a, {}, recorded.base)));
    await attach(room.a, here, shown.id, recorded.base);
    await attach(room.a, beside, hidden.id, recorded.base);
    const guest = await guestOf(here);
    const status = async (id: string) => (await guest(`/api/guest/files/${id}`)).status;
    expect([await status(shown.id), await status(hidden.id), await status(loose.id)]).toEqual([200, 404, 404]);
    expect((await server.request(`/api/guest/files/${shown.id}`)).status).toBe(410);

    const own = await (await guest('/api/guest/files', call({ name: 'answer.txt' }))).json();
    expect(await status(own.id)).toBe(404);
    const { head } = await (await guest('/api/guest/conversation')).json();
    const said = await guest('/api/guest/acts', {
      method: 'POST',
      body: JSON.stringify({ saying: { kind: 'say', text: 'Here', files: [own.id] } }),
      headers: { 'content-type': 'application/json', 'if-match': `"${head}"` },
    });
    expect(said.status).toBe(201);
    expect(await status(own.id)).toBe(200);
    expect(await statusOf(room.a, `${recorded.base}/files/${own.id}`)).toBe(200);
  });

  it('never runs in a browser: what could is downloaded, and everything is shut in', async () => {
    for (const media of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/javascript',
      'nonsense',
      '../x',
    ]) {
      const file = await upload(room.a, { body: '<script>alert(1)</script>', name: 'page.html', media });
      const answer = await room.a.request(`${of(room.a)}/files/${file.id}`);
      expect(answer.headers.get('content-type'), media).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition'), media).toMatch(/^attachment; filename\*=UTF-8''page\.html$/);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toContain('no-store');
      await answer.body?.cancel();
    }
    const picture = await upload(room.a, { media: 'image/png; charset=x', name: 'p.png' });
    const shown = await room.a.request(`${of(room.a)}/files/${picture.id}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    await shown.body?.cancel();
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['a%0d%0aSet-Cookie:%20x=1', 'aSet-Cookie: x=1'],
    ['%00.pdf', '.pdf'],
    ['%E2%80%AEfdp.exe', 'fdp.exe'],
    ['%E2%80%8B', 'file'],
    ['..', 'file'],
    ['', 'file'],
    ['%zz', '%zz'],
    [encodeURIComponent('acta "final"; x=y.pdf'), 'acta "final"; x=y.pdf'],
    [encodeURIComponent("l'été (1)*.txt"), "l'été (1)*.txt"],
    [encodeURIComponent('計画 👩‍🔬.txt'), '計画 👩‍🔬.txt'],
    [encodeURIComponent('計'.repeat(260)), '計'.repeat(255)],
  ])('is named safely, whatever name it comes with: %s', async (sent, kept) => {
    const file = await upload(room.a, { name: sent });
    expect(file.name).toBe(kept);
    expect([...file.name].length).toBeLessThanOrEqual(255);
    const answer = await room.a.request(`${of(room.a)}/files/${file.id}`);
    expect(answer.status).toBe(200);
    const header = answer.headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^inline; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(file.name);
    expect(answer.headers.get('set-cookie')).toBeNull();
    await answer.body?.cancel();
  });

  it('is refused where it is empty or larger than 25 MB, and nothing of it is kept', async () => {
    const count = async () => {
      const { rows } = await server.database.owner.query<{ n: number }>('select count(*)::int as n from files');
      return rows[0]?.n;
    };
    const before = await count();
    expect((await room.a.request(`${of(room.a)}/files`, call({ body: '' }))).status).toBe(400);
    const large = await room.a.request(`${of(room.a)}/files`, call({ body: new Uint8Array(fileLimit + 1) }));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: 'too_large', detail: expect.stringContaining('25 MB') });
    expect(await count()).toBe(before);
    const whole = await upload(room.a, { body: new Uint8Array(fileLimit), media: 'application/octet-stream' });
    expect(whole.size).toBe(fileLimit);
  });

  it('cannot be brought into a room of others', async () => {
    const outsider = await recordPartner(room.b, 'De B');
    expect((await room.a.request(`${of(room.a, outsider.id)}/files`, call({}))).status).toBe(404);
    expect((await room.a.request(`${of(room.b)}/files`, call({}))).status).toBe(404);
    const nobody = await server.request(`${of(room.a)}/files`, { method: 'POST', body: 'x' });
    expect(nobody.status).toBe(401);
  });

  it('may wait unattached only so often', async () => {
    const { id } = await recordPartner(room.a, 'Voll');
    await server.database.owner.query(
      `insert into files (partnership_id, id, uploader, name, media, size, sha256, storage_key, created_at, holder_a, holder_b)
       select p.id, gen_random_uuid(), $2, 'x', 'text/plain', 1, 'x', 'x', now(), p.holder_a, p.holder_b
       from partnerships p, generate_series(1, $3) where p.id = $1`,
      [id, room.a.organization.id, looseLimit],
    );
    const answer = await room.a.request(`${of(room.a, id)}/files`, call({}));
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ code: 'too_many' });
  });
});
