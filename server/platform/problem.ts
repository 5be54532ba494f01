/** Every way a request can fail, with its HTTP status and its title: the one table (RFC 9457). */
const PROBLEMS = {
  invalid: [400, 'What was sent is not valid'],
  unauthenticated: [401, 'Please sign in'],
  forbidden: [403, 'You may not do this'],
  not_found: [404, 'There is nothing here'],
  conflict: [409, 'This cannot be done as things stand'],
  does_not_fit: [422, 'This act does not fit the state of the conversation'],
  gone: [410, 'This is no longer available'],
  stale: [409, 'Somebody else was faster'],
  too_large: [413, 'That is too large'],
  unsupported: [415, 'This kind of content is not supported'],
  precondition_required: [428, 'Say which version you saw'],
  too_many: [429, 'Too many requests'],
  internal: [500, 'Something broke on our side'],
  misconfigured: [500, 'Entente is not set up correctly'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** All problem codes, for the OpenAPI document and for tests that walk the table. */
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** The HTTP status of a code. */
export function statusOf<C extends ProblemCode>(code: C): (typeof PROBLEMS)[C][0] {
  return PROBLEMS[code][0];
}

/** The body of an error answer; `data` of the error lies beside the standard members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  [extra: string]: unknown;
}

/** A fault with a code: thrown anywhere in a request, rendered in one place. `detail` says what happened and what to do. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly data: Record<string, unknown>;

  constructor(code: ProblemCode, detail: string, data: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

/** The problem document of an error; what is not an AppError says nothing about its inside. */
export function problemOf(error: unknown): Problem {
  const known = error instanceof AppError ? error : new AppError('internal', 'The fault was logged. Please try again.');
  const [status, title] = PROBLEMS[known.code];
  return {
    ...known.data,
    type: `/problems/${known.code}`,
    title,
    status,
    code: known.code,
    detail: known.message,
  };
}

/** The problem as an answer. */
export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
