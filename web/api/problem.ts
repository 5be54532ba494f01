import type { ProblemCode } from '../../server/platform/problem.ts';

/** Codes of the server, and two that only a client knows. */
export type ClientProblemCode = ProblemCode | 'offline' | 'credentials';

/** A refusal or fault of the API (RFC 9457), or a broken connection. `data` holds the members beside the standard ones. */
export class Problem extends Error {
  readonly code: ClientProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ClientProblemCode, status: number, detail: string, data: Record<string, unknown> = {}) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.data = data;
  }
}

const BY_STATUS: Record<number, ClientProblemCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  412: 'stale',
  413: 'too_large',
  415: 'unsupported',
  422: 'invalid',
  429: 'too_many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Makes a Problem of any error answer, ours or a proxy's. `requestId` is the number the server's log knows it by. */
export function problemOf(status: number, body: unknown, requestId?: string | null): Problem {
  const number = requestId ? { requestId } : {};
  if (typeof body === 'object' && body !== null) {
    const { type: _type, title, status: _status, code, detail, message, ...data } = body as Record<string, unknown>;
    const known = typeof code === 'string' && /^[a-z_]+$/.test(code) ? (code as ClientProblemCode) : BY_STATUS[status];
    const words = [detail, message, title].find((each) => typeof each === 'string' && each !== '');
    return new Problem(known ?? 'internal', status, String(words ?? ''), { ...data, ...number });
  }
  return new Problem(BY_STATUS[status] ?? 'internal', status, '', number);
}

/** Any thrown thing as a Problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('internal', 0, error instanceof Error ? error.message : String(error));
}
