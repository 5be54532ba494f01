import type { Messages } from '../../messages/catalogue.ts';
import type { Problem } from '../api/problem.ts';

export interface ProblemSaid {
  title: string;
  detail?: string;
  next: string;
  /** Number of the request, where whoever runs the server may need it. */
  number?: string;
}

/** A problem in the reader's words. The protocol's reason says more than the code; the server's own English detail is not shown. */
export function problemSaid(problem: Problem, words: Messages['errors']): ProblemSaid {
  const byCode =
    (words.codes as Partial<Record<string, { title: string; next: string }>>)[problem.code] ?? words.codes.internal;
  const reason = problem.data.reason;
  const detail = typeof reason === 'string' ? (words.reasons as Partial<Record<string, string>>)[reason] : undefined;
  const number =
    problem.code === 'internal' && typeof problem.data.requestId === 'string' ? problem.data.requestId : undefined;
  return { title: byCode.title, detail, next: byCode.next, number };
}
