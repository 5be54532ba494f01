import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { davServer } from './dav.ts';
import { isPrivateAddress, type OutwardError, outwardFetch } from './outward.ts';

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: OutwardError) => error.problem,
  );
const allowed = ['127.0.0.1'];

describe('a server whose address somebody typed in', () => {
  test('is not asked on a private address, however it is written', async () => {
    const ask = outwardFetch({ allowed: [] });
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '10.1.2.3',
      '169.254.169.254',
      '[::ffff:10.0.0.1]',
      '2130706433',
      '0x7f.1',
      'localhost',
      '[fd00::1]',
      '0.0.0.0',
    ])
      expect(await problem(ask(`https://${host}/`)), host).toBe('private');
    expect(await problem(ask('http://example.org/'))).toBe('address');
    for (const address of ['file:///etc/passwd', 'ftp://x', 'x', '', 'https://'])
      expect(await problem(ask(address)), address).toBe('address');
    for (const open of ['8.8.8.8', '2606:4700::1111', '172.32.0.1']) expect(isPrivateAddress(open), open).toBe(false);
    for (const closed of ['172.31.0.1', '100.64.1.1', 'fe80::1', '::', '64:ff9b::a00:1', '2002:a00:1::', 'nonsense'])
      expect(isPrivateAddress(closed), closed).toBe(true);
  });

  test('leads nowhere private by sending on, and never takes the password along to another server', async () => {
    const away = await serve((_, answer) => answer.writeHead(302, { location: 'http://10.0.0.1/' }).end());
    expect(await problem(outwardFetch({ allowed })(away))).toBe('address');
    const secure = await serve((_, answer) => answer.writeHead(307, { location: 'https://192.168.0.1/' }).end());
    expect(await problem(outwardFetch({ allowed })(secure))).toBe('private');
    const heard: (string | undefined)[] = [];
    const other = await serve((request, answer) => {
      heard.push(request.headers.authorization);
      answer.end('there');
    });
    const sending = await serve((_, answer) => answer.writeHead(301, { location: other }).end());
    const answer = await outwardFetch({ allowed })(sending, { headers: { authorization: 'Basic secret' } });
    expect([await answer.text(), heard]).toEqual(['there', [undefined]]);
    const circle = await serve((request, answer) => answer.writeHead(302, { location: request.url ?? '/' }).end());
    expect(await problem(outwardFetch({ allowed })(circle))).toBe('redirects');
  });

  test('is given up where it is slow, says too much or breaks off', async () => {
    const slow = await serve(() => undefined);
    expect(await problem(outwardFetch({ allowed, milliseconds: 100 })(slow))).toBe('slow');
    const dripping = await serve((_, answer) => {
      answer.write('x');
      setInterval(() => answer.write('x'), 20).unref();
    });
    expect(await problem(outwardFetch({ allowed, milliseconds: 200 })(dripping))).toBe('slow');
    const big = await serve((_, answer) => answer.end('x'.repeat(2000)));
    expect(await problem(outwardFetch({ allowed, bytes: 1000 })(big))).toBe('too-big');
    const broken = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('half');
      setTimeout(() => answer.destroy(), 20);
    });
    expect(await problem(outwardFetch({ allowed })(broken))).toBe('unreachable');
    expect(await problem(outwardFetch({ allowed })('http://127.0.0.1:1/'))).toBe('unreachable');
  });
});

describe('what is no calendar server', () => {
  const calendars = (url: string) => problem(davServer({ url, username: 'a', password: 'b' }, { allowed }).calendars());

  test('is told from one that refuses, is full or has a problem of its own', async () => {
    expect(await calendars(await serve((_, answer) => answer.end('<html>Welcome</html>')))).toBe('broken');
    expect(await calendars(await serve((_, answer) => answer.writeHead(401).end()))).toBe('password');
    expect(await calendars(await serve((_, answer) => answer.writeHead(503).end('later')))).toBe('unreachable');
    const xml = { 'content-type': 'application/xml' };
    for (const nonsense of [
      '<a',
      '',
      '<multistatus xmlns="DAV:"/>',
      '<multistatus xmlns="DAV:"><response/></multistatus>',
      `${'<a>'.repeat(5000)}`,
    ])
      expect(
        await calendars(await serve((_, answer) => answer.writeHead(207, xml).end(nonsense))),
        nonsense.slice(0, 60),
      ).toBe('broken');
    const full = await serve((_, answer) => answer.writeHead(507).end());
    expect(
      await problem(davServer({ url: full, username: 'a', password: 'b' }, { allowed }).put(`${full}x.ics`, 'x')),
    ).toBe('full');
  });
});
