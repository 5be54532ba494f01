import { createHash } from 'node:crypto';
import type { WorkKind } from '@entente/protocol';
import { readDay } from './model-mapping.ts';
import { readWork } from './model-work.ts';
import type { ImportCounts, Mapping, Outcome, Reason } from './schema.ts';

/** One line of the file; `cells` is undefined where it could not be read at all. */
export interface Line {
  line: number;
  cells: Record<string, string> | undefined;
}

export interface PlannedRow {
  line: number;
  outcome: Outcome;
  reason: Reason | null;
  detail: string | null;
  key: string | null;
}

/** A commitment as the file tells it: one line, or several that share a reference. */
export interface Planned {
  key: string;
  customer: string;
  performer: string;
  what: string;
  /** One condition for each line. */
  conditions: string[];
  promised: string;
  due: string;
  done: string | null;
  /** Sum of the lines, as a decimal string; null where none is given. */
  stake: string | null;
  /** The first that a line names. */
  work: WorkKind | null;
  outcome: 'create' | 'update' | 'skip';
}

export interface Plan {
  rows: PlannedRow[];
  commitments: Planned[];
  counts: ImportCounts;
}

interface Read {
  line: number;
  customer: string;
  performer: string;
  what: string;
  reference: string | undefined;
  promised: string;
  due: string;
  done: string | null;
  stake: number | null;
  work: WorkKind | null;
  note: Reason | null;
  detail: string | null;
}

const nameLimit = 200;
const textLimit = 1_000;
/** Conditions of one commitment; what a file has beyond is joined into the last. */
const conditionLimit = 50;

const refused = (line: number, reason: Reason, detail: string | null = null): PlannedRow => ({
  line,
  outcome: 'skip',
  reason,
  detail,
  key: null,
});

/** What the organization knows already. */
export interface Knowledge {
  /** Commitments imported before, and whether they are settled. */
  imported: ReadonlyMap<string, boolean>;
  /** Lower-case names of partners with an account here: nobody else writes down their words. */
  speaking: ReadonlySet<string>;
}

/** What importing these lines would do. Pure: the same lines, mapping and knowledge give the same plan. */
export function plan(lines: Iterable<Line>, mapping: Mapping, knowledge: Knowledge): Plan {
  const rows: PlannedRow[] = [];
  const groups = new Map<string, Read[]>();
  for (const line of lines) {
    const read = readLine(line, mapping, knowledge.speaking);
    if ('outcome' in read) {
      rows.push(read);
      continue;
    }
    const key = keyOf(read);
    const group = groups.get(key);
    if (group && !read.reference) rows.push({ ...refused(read.line, 'joined', `line ${group[0]?.line}`), key });
    else if (group) group.push(read);
    else groups.set(key, [read]);
  }
  const commitments = [...groups].map(([key, group]) => commitmentOf(key, group, knowledge.imported));
  for (const commitment of commitments) {
    for (const read of groups.get(commitment.key) ?? []) {
      const skipped = commitment.outcome === 'skip';
      rows.push({
        line: read.line,
        outcome: commitment.outcome,
        reason: skipped ? 'already-imported' : read.note,
        detail: skipped ? null : read.detail,
        key: commitment.key,
      });
    }
  }
  rows.sort((a, b) => a.line - b.line);
  return { rows, commitments, counts: count(rows, commitments) };
}

function readLine({ line, cells }: Line, mapping: Mapping, speaking: ReadonlySet<string>): Read | PlannedRow {
  if (!cells) return refused(line, 'malformed');
  const cell = (column: string | undefined): string => (column ? (cells[column] ?? '').trim() : '');
  const [customer, performer] = [cell(mapping.customer), cell(mapping.performer)];
  if (!customer) return refused(line, 'missing-customer');
  if (!performer) return refused(line, 'missing-performer');
  if (customer.length > nameLimit || performer.length > nameLimit) return refused(line, 'too-long');
  if (customer.toLowerCase() === performer.toLowerCase()) return refused(line, 'same-organization', customer);
  const spoken = [customer, performer].find((name) => speaking.has(name.toLowerCase()));
  if (spoken) return refused(line, 'speaks-for-itself', spoken);
  const due = readDay(cell(mapping.due), mapping.dayFirst);
  if (!due.day) return refused(line, due.bad ? 'bad-due' : 'missing-due', due.bad ?? null);
  const done = readDay(cell(mapping.done), mapping.dayFirst);
  if (done.bad) return refused(line, 'bad-done', done.bad);
  const stakeText = cell(mapping.stake).replace(/[\s,_](?=\d{3}\b)/g, '');
  const stake = stakeText === '' ? null : Number(stakeText);
  if (stake !== null && (!Number.isFinite(stake) || stake < 0 || stake >= 1e12))
    return refused(line, 'bad-stake', stakeText);
  const promise = readDay(cell(mapping.promisedAt), mapping.dayFirst);
  const what = cell(mapping.what);
  const { work, unknown } = readWork(cell(mapping.work));
  return {
    line,
    customer,
    performer,
    what: what.slice(0, textLimit),
    reference: cell(mapping.reference) || undefined,
    ...promisedOn(promise, due.day, done.day ?? null),
    due: due.day,
    done: done.day ?? null,
    stake,
    work,
    // A line has one note: this one the person can do something about.
    ...(unknown && { note: 'unknown-work' as const, detail: unknown }),
  };
}

/** When it was promised, as far as the file knows; an impossible or missing day becomes the due day, and the row says so. */
function promisedOn(
  promise: { day?: string; bad?: string },
  due: string,
  done: string | null,
): { promised: string; note: Reason | null; detail: string | null } {
  const latest = done !== null && done < due ? done : due;
  if (!promise.day) return { promised: latest, note: 'promise-date-unknown', detail: promise.bad ?? null };
  if (promise.day > due) return { promised: latest, note: 'promise-after-due', detail: promise.day };
  if (done !== null && done < promise.day) return { promised: promise.day, note: 'done-before-promise', detail: done };
  return { promised: promise.day, note: null, detail: null };
}

/** What makes two lines, or two files, speak of the same commitment. */
function keyOf(read: Read): string {
  const same = read.reference ? [read.reference] : [read.what, read.promised, read.due];
  return createHash('sha256')
    .update(JSON.stringify([read.customer.toLowerCase(), read.performer.toLowerCase(), ...same]))
    .digest('base64url');
}

const lateness = (read: Read): number =>
  read.done === null ? Number.POSITIVE_INFINITY : Date.parse(read.done) - Date.parse(read.due);

/** Lines under one reference are one commitment, kept when every line was kept: the line that did worst gives its dates. */
function commitmentOf(key: string, group: Read[], known: ReadonlyMap<string, boolean>): Planned {
  const worst = group.reduce((a, b) => (lateness(b) > lateness(a) ? b : a));
  const stakes = group.flatMap((read) => (read.stake === null ? [] : [read.stake]));
  const texts = group.map((read) => read.what || 'Delivered as agreed');
  const conditions =
    texts.length > conditionLimit
      ? [
          ...texts.slice(0, conditionLimit - 1),
          texts
            .slice(conditionLimit - 1)
            .join('; ')
            .slice(0, textLimit),
        ]
      : texts;
  const settled = known.get(key);
  const first = group[0] as Read;
  return {
    key,
    customer: first.customer,
    performer: first.performer,
    what: first.reference
      ? `${first.reference}: ${first.what || 'delivery'}`.slice(0, textLimit)
      : first.what || 'Delivery',
    conditions,
    promised: group.reduce((a, b) => (b.promised < a ? b.promised : a), worst.promised),
    due: worst.due,
    done: worst.done,
    work: group.find((read) => read.work)?.work ?? null,
    stake: stakes.length === 0 ? null : decimal(stakes.reduce((a, b) => a + b, 0)),
    outcome: settled === undefined ? 'create' : !settled && worst.done !== null ? 'update' : 'skip',
  };
}

const decimal = (value: number): string => value.toFixed(4).replace(/\.?0+$/, '');

function count(rows: PlannedRow[], commitments: Planned[]): ImportCounts {
  const reasons: Record<string, number> = {};
  const outcomes = { create: 0, update: 0, skip: 0 };
  for (const row of rows) {
    outcomes[row.outcome] += 1;
    if (row.reason) reasons[row.reason] = (reasons[row.reason] ?? 0) + 1;
  }
  const organizations = new Set(commitments.flatMap((one) => [one.customer.toLowerCase(), one.performer.toLowerCase()]))
    .size;
  return { lines: rows.length, commitments: commitments.length, ...outcomes, reasons, organizations };
}
