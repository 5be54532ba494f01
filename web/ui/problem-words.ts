import type { Messages } from '../../messages/catalogue.ts';
import type { Problem } from '../api/problem.ts';

export interface ProblemSaid {
  title: string;
  detail?: string;
  next: string;
  /** Something was sent: say that it is still there. */
  nothingLost: boolean;
  /** Number of the request, where whoever runs the server may need it. */
  number?: string;
}

/** Problems of looking something up or coming in: nothing was typed that could be lost. */
const NOTHING_SENT = new Set<string>(['not_found', 'gone', 'unauthenticated', 'credentials', 'forbidden']);

/** A problem in the reader's words. The protocol's reason says more than the code; the server's own English detail is not shown. */
export function problemSaid(problem: Problem, words: Messages['errors']): ProblemSaid {
  const byCode =
    (words.codes as Partial<Record<string, { title: string; next: string }>>)[problem.code] ?? words.codes.internal;
  const reason = problem.data.reason;
  const detail = typeof reason === 'string' ? (words.reasons as Partial<Record<string, string>>)[reason] : undefined;
  const number =
    problem.code === 'internal' && typeof problem.data.requestId === 'string' ? problem.data.requestId : undefined;
  return { title: byCode.title, detail, next: byCode.next, nothingLost: !NOTHING_SENT.has(problem.code), number };
}
