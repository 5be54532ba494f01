import { expect, test } from 'vitest';
import { createLog, withoutTokens } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ destination: { write: (line: string) => lines.push(line) } }));
  return lines.join('');
}

test('a line is JSON with a level by name and an ISO time', () => {
  const line: unknown = JSON.parse(logged((log) => log.info({ count: 1 }, 'ready')));
  expect(line).toMatchObject({ level: 'info', msg: 'ready', count: 1, time: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('passwords, tokens and cookies never reach the log', () => {
  const text = logged((log) =>
    log.info({
      password: 'p1',
      user: { token: 'p2' },
      headers: { cookie: 'p3', 'set-cookie': 'p4' },
      a: { b: { secret: 'p5' } },
    }),
  );
  expect(text).not.toMatch(/p[1-5]/);
});

test('links that open something are cut out of paths, addresses and messages', () => {
  expect(withoutTokens('/l/abc-DEF_1/answer?x=1')).toBe('/l/[token]/answer?x=1');
  expect(withoutTokens('https://a.example/api/auth/verify?token=abc&x=1')).toBe(
    'https://a.example/api/auth/verify?token=[token]&x=1',
  );
  const text = logged((log) => log.warn({ path: '/claim/abc123', url: '/invite/abc123' }, 'dead link /l/abc123'));
  expect(text).not.toContain('abc123');
});
