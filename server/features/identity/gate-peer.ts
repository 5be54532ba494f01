import type { Context } from 'hono';
import type { AppEnv } from '../../platform/http.ts';

/** Addresses of the own machine and of private networks: where a reverse proxy usually is. */
const PRIVATE = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd])/i;

/**
 * The machine a request comes from, for counting tries; null where there is no socket. What a proxy forwards is believed only
 * from a private address, and only the last entry, which that proxy itself has written.
 */
export function peerOf(c: Context<AppEnv>): string | null {
  const direct = c.env?.incoming?.socket.remoteAddress ?? null;
  if (direct === null || !PRIVATE.test(direct)) return direct;
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded && forwarded.length <= 64 ? forwarded : direct;
}
