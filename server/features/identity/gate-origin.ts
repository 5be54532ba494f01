import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../platform/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something was started by our own pages. Browsers say so in Sec-Fetch-Site or, older
 * ones, in Origin; a program that sends neither has no browser's cookies to misuse.
 */
export function isSameOrigin(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  if (origin === publicOrigin) return true;
  if (!URL.canParse(origin)) return false;
  // Reached by another name than PUBLIC_URL says, such as the machine's address in the local network.
  return new URL(origin).host === headers.get('host');
}

/** Refuses requests that another site made a browser send. */
export function sameOriginOnly(publicUrl: string): MiddlewareHandler {
  const publicOrigin = new URL(publicUrl).origin;
  return async (c, next) => {
    if (!SAFE.has(c.req.method) && !isSameOrigin(c.req.raw.headers, publicOrigin)) {
      throw new AppError('forbidden', 'This request came from another site. Open Entente itself and try again.');
    }
    await next();
  };
}
