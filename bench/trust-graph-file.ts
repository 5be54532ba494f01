import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Rating } from '@entente/trust';
import { parse } from 'csv-parse/sync';

/** What cannot be measured: a file or an argument. The message says what is wrong with it and what would be right. */
export class UnusableInput extends Error {}

export interface RatingFile {
  /** The file's name without its extensions. */
  data: string;
  /** In the file's order, scaled to -1..1 by its largest absolute rating. */
  ratings: Rating[];
}

/**
 * Reads source, target, rating and, if there is one, time: CSV or gzipped CSV, with or without a line that names the columns, spaces
 * around cells ignored. Other columns are not looked at.
 * @throws {UnusableInput} for a file that is not there, is damaged, has no ratings, or has a line that is not a rating.
 */
export function readRatings(path: string): RatingFile {
  const bytes = bytesOf(path);
  const records = recordsOf(path, bytes);
  const [first] = records;
  // Names over the columns: the third is a number everywhere else, and so is the fourth.
  const rows = first && first.cells.slice(2, 4).every((cell) => !isNumber(cell)) ? records.slice(1) : records;
  const raw = rows.map(({ line, cells }) => ratingOf(path, line, cells));
  if (raw.length === 0) throw new UnusableInput(`${path} holds no ratings. A line is: source,target,rating[,time].`);
  const largest = raw.reduce((most, { rating }) => Math.max(most, Math.abs(rating)), 0) || 1;
  return {
    data: basename(path).replace(/\..*$/, ''),
    ratings: raw.map((one) => ({ ...one, rating: one.rating / largest })),
  };
}

function bytesOf(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new UnusableInput(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new UnusableInput(`${path} is packed but damaged: ${(cause as Error).message}`, { cause });
  }
}

function recordsOf(path: string, bytes: Buffer): { line: number; cells: string[] }[] {
  try {
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    };
    const records = parse(bytes, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    throw new UnusableInput(`${path} cannot be read as CSV: ${(cause as Error).message}`, { cause });
  }
}

const isNumber = (cell: string): boolean => cell !== '' && Number.isFinite(Number(cell));

function ratingOf(path: string, line: number, [source = '', target = '', rating = '', time = '']: string[]): Rating {
  if (source === '' || target === '' || !isNumber(rating) || (time !== '' && !isNumber(time)))
    throw new UnusableInput(
      `${path}, line ${line}: not a rating. A line is: source,target,rating[,time], comma between.`,
    );
  return { source, target, rating: Number(rating), ...(time !== '' && { time: Number(time) }) };
}
