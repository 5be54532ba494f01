import type { Messages } from '../../../messages/catalogue.ts';
import { Problem } from '../../api/problem.ts';

/** The words beside a field that the server did not take, found by the last part of its path; nothing for all others. */
export function fieldIssue(error: unknown, field: string, words: Messages['errors']): string | undefined {
  if (!(error instanceof Problem) || error.code !== 'invalid' || !Array.isArray(error.data.issues)) return undefined;
  const named = error.data.issues.some((issue: unknown) => {
    const path = typeof issue === 'object' && issue !== null && 'path' in issue ? String(issue.path) : '';
    return path === field || path.endsWith(`.${field}`);
  });
  if (!named) return undefined;
  const last = field.split('.').at(-1) ?? field;
  return (words.fields as Partial<Record<string, string>>)[last] ?? words.fields.other;
}
