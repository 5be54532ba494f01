import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { newId } from './id.ts';
import { withoutTokens, type Log } from './log.ts';
import { AppError, PROBLEM_CODES, statusOf, type ProblemCode } from './problem.ts';

/** What middleware hands to the routes; a feature adds its own by augmenting this interface. */
export interface RequestVariables {
  log: Log;
  requestId: string;
}

/** The Hono environment of every router. `Bindings` are absent when a test calls the app without a socket. */
export interface AppEnv {
  Variables: RequestVariables;
  Bindings: Partial<HttpBindings>;
}

export type App = OpenAPIHono<AppEnv>;

/** JSON and form bodies beyond this are refused; uploads are streamed and have limits of their own. */
const LARGEST_BODY = 1024 * 1024;

/** A router on which invalid input becomes one AppError `invalid`, with `issues: [{path, message}]`. */
export function newRouter(): App {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
      const named = issues.map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message));
      throw new AppError('invalid', `${named.slice(0, 5).join('; ')}.`, { issues });
    },
  });
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(PROBLEM_CODES as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
  })
  .catchall(z.unknown())
  .openapi('Problem');

type ProblemResponse = {
  description: string;
  content: { 'application/problem+json': { schema: typeof problemSchema } };
};
type ProblemResponses<C extends ProblemCode> = { [Code in C as ReturnType<typeof statusOf<Code>>]: ProblemResponse };

/** The `responses` of a route for the codes it can answer with: `{ 200: …, ...problemResponses('not_found', 'stale') }`. */
export function problemResponses<C extends ProblemCode>(...codes: C[]): ProblemResponses<C> {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const entries = [...byStatus].map(([status, names]) => [
    status,
    { description: names.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
  ]);
  return Object.fromEntries(entries) as ProblemResponses<C>;
}

/** Gives each request an id and a log, and writes one line about how it ended. */
export function requestLog(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = newId();
    c.set('requestId', requestId);
    c.set('log', log.child({ requestId }));
    const started = performance.now();
    await next();
    c.header('x-request-id', requestId);
    const ms = Math.round(performance.now() - started);
    const level = c.res.status >= 500 ? 'error' : 'debug';
    c.var.log[level]({ method: c.req.method, path: withoutTokens(c.req.path), status: c.res.status, ms }, 'request');
  };
}

/** Refuses bodies that are too large, unless they are uploads. */
export function limitBodies(): MiddlewareHandler<AppEnv> {
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw new AppError('too_large', 'The request is larger than 1 MB. Send less at once, or attach a file.');
    },
  });
  return (c, next) => {
    const type = c.req.header('content-type') ?? '';
    if (UPLOADS.test(c.req.path)) return next();
    return type === '' || /json|form|text\/plain/.test(type) ? limit(c, next) : next();
  };
}

/** Bodies of these are files, whatever type they claim; their routes stream them against a limit of their own. */
const UPLOADS = /\/(files|imports)$/;

const TOKEN_PAGES = /^\/(l|m|invite|claim)\//;

const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. Pages whose address is a secret are neither kept nor named to anybody. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.header(name, value);
    };
    set('content-security-policy', CONTENT_POLICY);
    set('x-content-type-options', 'nosniff');
    set('x-frame-options', 'DENY');
    set('cross-origin-opener-policy', 'same-origin');
    set('cross-origin-resource-policy', 'same-origin');
    set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (secure) set('strict-transport-security', 'max-age=31536000');
    if (TOKEN_PAGES.test(c.req.path)) {
      c.header('referrer-policy', 'no-referrer');
      c.header('cache-control', 'no-store');
    } else set('referrer-policy', 'same-origin');
    if (c.req.path.startsWith('/api/')) set('cache-control', 'no-store');
  };
}
