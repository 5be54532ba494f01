import { gunzipSync } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../platform/problem.ts';
import type { Column } from './model-mapping.ts';
import type { Line } from './model-plan.ts';
import { importLimit, lineLimit } from './schema.ts';

/** A file as a table: the header, and every line below it with its number in the file. */
export interface Table {
  columns: Column[];
  lines: { line: number; cells: string[] | undefined }[];
}

/** Reads CSV, or gzipped CSV: comma, semicolon or tab; UTF-8, or what spreadsheets on Windows write. */
export function readTable(bytes: Buffer): Table {
  const text = decode(unpack(bytes));
  const damaged: number[] = [];
  const delimiter = delimiterOf(text);
  const records = parseAll(text, delimiter, (line) => damaged.push(line));
  const header = records[0]?.cells;
  if (!header || header.every((name) => name.trim() === ''))
    throw new AppError('invalid', 'The file is empty. Its first line has to name the columns.');
  if (records.length - 1 > lineLimit)
    throw new AppError(
      'too_large',
      `The file has more than ${lineLimit} lines. Split it and import the parts one after the other.`,
    );
  const names = uniqueNames(header);
  const lines: Table['lines'] = records.slice(1).filter((one) => one.cells.some((cell) => cell !== ''));
  for (const line of damaged) lines.push({ line, cells: undefined });
  lines.sort((a, b) => a.line - b.line);
  return { columns: names.map((name, index) => ({ name, examples: examplesOf(lines, index) })), lines };
}

/** The lines with their cells by column name, as `plan` takes them. */
export function* namedLines(table: Table): Generator<Line> {
  for (const { line, cells } of table.lines) {
    yield {
      line,
      cells: cells && Object.fromEntries(table.columns.map((column, index) => [column.name, cells[index] ?? ''])),
    };
  }
}

function unpack(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: importLimit });
  } catch (cause) {
    const large = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (large)
      throw new AppError(
        'too_large',
        'Unpacked, the file is larger than 50 MB. Split it and import the parts one after the other.',
        {},
        { cause },
      );
    throw new AppError('invalid', 'The file is packed but damaged. Pack it again, or send it unpacked.', {}, { cause });
  }
}

function decode(bytes: Buffer): string {
  if (bytes.includes(0))
    throw new AppError('invalid', 'This is not a text file. Save the table as CSV (UTF-8) and try again.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function parseAll(
  text: string,
  delimiter: string,
  damaged: (line: number) => void,
): { line: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 1_000_000,
      on_skip: (error: CsvError | undefined) => {
        damaged(Number(error?.lines ?? 0));
        return undefined;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    throw new AppError('invalid', `The file cannot be read as a table: ${(cause as Error).message}`, {}, { cause });
  }
}

/** Two columns of one name are told apart by a number, so that a mapping names exactly one. */
function uniqueNames(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((given, index) => {
    const name = given.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function examplesOf(lines: Table['lines'], index: number): string[] {
  const found = new Set<string>();
  for (const { cells } of lines) {
    const cell = cells?.[index]?.trim();
    if (cell) found.add(cell.slice(0, 100));
    if (found.size === 20) break;
  }
  return [...found];
}
