import { AppError } from './problem.ts';

/** Where a page ended, as opaque text for the next request. */
export function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position in a cursor this server made; `invalid` for anything else. */
export function readCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(position) && position.length === parts && position.every((one) => typeof one === 'string'))
      return position;
  } catch {
    // Not ours: said below.
  }
  throw new AppError('invalid', 'This cursor is not one of ours. Start again from the first page.');
}
