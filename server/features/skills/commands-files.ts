import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse';
import { AppError } from '../../platform/problem.ts';
import type { FilePlan, Shape } from './model-source.ts';

/** The most that one line of a file may hold. */
const RECORD = 1_000_000;

export interface FoundFile {
  path: string;
  /** Its name without the folder, for what is said about it. */
  name: string;
  shape: Shape;
}

/** Where a file of the plan lies in a folder: the official name or its conversion, packed or not. */
export async function findFile(folder: string, plan: FilePlan): Promise<FoundFile | undefined> {
  for (const shape of plan.shapes)
    for (const name of [shape.file, `${shape.file}.gz`]) {
      const path = join(folder, name);
      if ((await stat(path).catch(() => undefined))?.isFile()) return { path, name, shape };
    }
  return undefined;
}

/** A line of a file: its number, and its cells by the names of the first line. */
export interface ReadLine {
  line: number;
  cell(column: string): string;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** The lines of a file, one after the other. Refuses whatever is not whole: packing, encoding, header, number of cells. */
export async function* readLines({ path, name, shape }: FoundFile): AsyncGenerator<ReadLine> {
  const csv = shape.separator === ',';
  const parser = parse({
    delimiter: shape.separator,
    quote: csv ? '"' : null,
    escape: csv ? '"' : null,
    info: true,
    skip_empty_lines: true,
    max_record_size: RECORD,
  });
  const bytes = createReadStream(path);
  const whole = name.endsWith('.gz') ? [bytes, createGunzip()] : [bytes];
  // What fails on the way reaches the loop below, which reads the parser.
  pipeline([...whole, asText(name), parser], () => undefined);
  let columns: Map<string, number> | undefined;
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (!columns) {
        columns = headerOf(record, name, shape);
        continue;
      }
      rows += 1;
      const at = columns;
      yield { line: info.lines, cell: (column) => record[at.get(column) ?? -1] ?? '' };
    }
  } catch (error) {
    throw refusal(error, name);
  }
  if (!columns || rows === 0) throw bad(name, 'is empty: it has no lines below its header. Download it again.');
}

const bad = (name: string, what: string, cause?: unknown): AppError =>
  new AppError('invalid', `${name} ${what}`, {}, { cause });

/** UTF-8 or nothing: a wrong encoding would be stored for good. */
function asText(name: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (chunk?: Buffer): string => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      if (text.includes('\0')) throw new Error('a NUL character');
      return text;
    } catch (cause) {
      throw bad(
        name,
        'is not UTF-8 text. Take the official file as it is downloaded, without opening and saving it elsewhere.',
        cause,
      );
    }
  };
  const attempt = (done: (error: Error | null, text?: string) => void, chunk?: Buffer): void => {
    try {
      done(null, decoded(chunk));
    } catch (error) {
      done(error as Error);
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => attempt(done, chunk),
    flush: (done) => attempt(done),
  });
}

function headerOf(record: readonly string[], name: string, shape: Shape): Map<string, number> {
  const columns = new Map(record.map((column, index) => [column.trim(), index]));
  const missing = shape.columns.filter((column) => !columns.has(column));
  if (missing.length === 0) return columns;
  throw bad(
    name,
    `lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}. It is another file, or of a version that this Entente does not know; its columns are ${record.join(', ').slice(0, 300)}.`,
  );
}

function refusal(error: unknown, name: string): unknown {
  if (error instanceof AppError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR')
    return bad(name, 'is packed, and cut off or damaged. Download it again.', error);
  const { lines, code: problem } = error as CsvError & { lines?: number };
  if (problem?.startsWith('CSV_'))
    return bad(
      name,
      `is cut off or damaged at line ${lines ?? '?'} (${(error as Error).message}). Download it again.`,
      error,
    );
  return error;
}
