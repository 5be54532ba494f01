import { isUuid } from './id.ts';
import { AppError } from './problem.ts';

/** Where a page ended, as opaque text for the next request. */
export function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** What stands at a place of a cursor, so that a damaged one is refused before the database stumbles over it. */
const kinds = {
  id: isUuid,
  moment: (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  text: () => true,
} as const;

/** The position in a cursor this server made; `invalid` for anything else. */
export function readCursor(cursor: string | undefined, ...parts: (keyof typeof kinds)[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (one: unknown, n: number) => typeof one === 'string' && kinds[parts[n] ?? 'text'](one);
    if (Array.isArray(position) && position.length === parts.length && position.every(fits)) return position;
  } catch {
    // Not ours: said below.
  }
  throw new AppError('invalid', 'This cursor is not one of ours. Start again from the first page.');
}
