import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type Commitment, delivered, TrustError } from '@entente/trust';

/** Histories that others recorded; absent on most machines (docs/benchmarks.md). */
export const sharedData = join(import.meta.dirname, '../../shared/data/trust');

const day = 86_400_000;
type Row = Record<string, string>;

/** The rows of a CSV file or its gzip, by the names in its first line. */
export function readRows(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `02-Jun-06` or `6/2/06`; undefined for anything else. */
function scmsDay(text: string | undefined): number | undefined {
  const named = /^(\d\d?)-(\w{3})-(\d\d)$/.exec(text ?? '');
  if (named) return Date.UTC(2000 + Number(named[3]), months.indexOf(named[2]!), Number(named[1]));
  const numbers = /^(\d\d?)\/(\d\d?)\/(\d\d)$/.exec(text ?? '');
  return numbers ? Date.UTC(2000 + Number(numbers[3]), Number(numbers[1]) - 1, Number(numbers[2])) : undefined;
}

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

interface Shipment {
  customer: string;
  performer: string;
  stake: number;
  late: number;
  due: number;
  done: number;
  ordered: number | undefined;
  quoted: number | undefined;
}

/**
 * One commitment for each shipment, vendor and country; kept when every line was. Promised when the order went out, else when the
 * quote did, else sixty days before it was due: the start-up years captured neither.
 */
function scms(outsideOnly: boolean): Commitment[] {
  const shipments = new Map<string, Shipment>();
  for (const row of readRows(join(sharedData, 'scms-delivery-history.csv.gz'))) {
    const [performer, customer] = [row.Vendor!, row.Country!];
    if (outsideOnly && performer === 'SCMS from RDC') continue;
    const due = scmsDay(row['Scheduled Delivery Date'])!;
    const done = scmsDay(row['Delivered to Client Date'])!;
    const ordered = scmsDay(row['PO Sent to Vendor Date']);
    const quoted = scmsDay(row['PQ First Sent to Client Date']);
    const stake = Number(row['Line Item Value']);
    const key = [row['ASN/DN #'], performer, customer].join('|');
    const known = shipments.get(key);
    if (!known) {
      shipments.set(key, { customer, performer, stake, late: done - due, due, done, ordered, quoted });
      continue;
    }
    known.stake += stake;
    known.ordered = earlier(known.ordered, ordered);
    known.quoted = earlier(known.quoted, quoted);
    if (done - due > known.late) Object.assign(known, { late: done - due, due, done });
  }
  return [...shipments].map(([id, { customer, performer, stake, due, done, ordered, quoted }]) => {
    const promisedAt = Math.min(ordered ?? quoted ?? due - 60 * day, due, done);
    return delivered({ id, customer, performer, promisedAt, dueAt: due, stake }, done);
  });
}

const utc = (text: string): number => Date.parse(/T/.test(text) ? `${text}Z` : text);

/** Incidents have no due date: whether the agreed service level was met is known when they are closed. The start-up weeks are left out. */
function uci(customer: 'location' | 'caller', performer: 'last_group' | 'resolved_by'): Commitment[] {
  const rows = readRows(join(sharedData, 'uci-incidents.csv.gz'));
  const start = rows.reduce((first, row) => Math.min(first, utc(row.opened_at!)), Number.POSITIVE_INFINITY) + 21 * day;
  return rows
    .filter((row) => utc(row.opened_at!) >= start && row[customer] && row[performer])
    .map((row) => ({
      id: row.incident!,
      customer: `c${row[customer]}`,
      performer: `p${row[performer]}`,
      promisedAt: utc(row.opened_at!),
      dueAt: utc(row.closed_at!),
      result: row.made_sla === '1' ? ('kept' as const) : ('late' as const),
      settledAt: utc(row.closed_at!),
      recorded: false,
    }));
}

/** People assign work to themselves too; who asks and who does are told apart by name. */
function jira(): Commitment[] {
  return readRows(join(sharedData, 'jira-person-pairs.csv.gz'))
    .filter((row) => row.emse_delaydays !== '' && row.assignee)
    .map((row) => {
      const promisedAt = utc(row.created!);
      const due = row.due || row.rel_last || row.rel;
      const dueAt = due ? utc(due) : promisedAt;
      const kept = Number(row.emse_delaydays) <= 0;
      return {
        id: row.key!,
        customer: `c${row.reporter}`,
        performer: `p${row.assignee}`,
        promisedAt,
        dueAt,
        result: kept ? ('kept' as const) : ('late' as const),
        settledAt: Math.max(promisedAt, kept && row.resolved ? utc(row.resolved) : dueAt),
        recorded: false,
      };
    });
}

/** The sets of docs/benchmarks.md by name. */
export const dataSets: Record<string, () => Commitment[]> = {
  scms: () => scms(false),
  'scms-outside': () => scms(true),
  'uci-groups': () => uci('location', 'last_group'),
  'uci-persons': () => uci('caller', 'resolved_by'),
  jira,
};

export const haveSharedData = (): boolean => existsSync(sharedData);

const columns = ['customer', 'performer', 'promised_at', 'due_at', 'done_at', 'stake'];

/** Somebody's own history: `customer,performer,promised_at,due_at,done_at,stake`, days or instants; `done_at` empty while not done. */
export function readHistory(path: string): { name: string; commitments: Commitment[]; refused: string[] } {
  const rows = readRows(path);
  const missing = columns.filter((column) => rows[0] && !(column in rows[0]));
  if (missing.length > 0)
    throw new Error(`${path} has no column ${missing.join(', ')}; it needs ${columns.join(',')}.`);
  const commitments: Commitment[] = [];
  const refused: string[] = [];
  rows.forEach((row, index) => {
    const line = index + 2;
    try {
      commitments.push(historyRow(row, line));
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      refused.push(`line ${line}: ${error.message}`);
    }
  });
  return { name: basename(path).replace(/(\.csv)?(\.gz)?$/, ''), commitments, refused };
}

function historyRow(row: Row, line: number): Commitment {
  const stake = row.stake ? { stake: Number(row.stake) } : {};
  return delivered(
    {
      id: `line ${line}`,
      customer: row.customer ?? '',
      performer: row.performer ?? '',
      promisedAt: utc(row.promised_at ?? ''),
      dueAt: utc(row.due_at ?? ''),
      ...stake,
    },
    row.done_at ? utc(row.done_at) : undefined,
  );
}
