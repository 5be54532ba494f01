/** What Today shows, as its address says it. Absent is the ordinary choice: mine, every partner, every kind. */
export interface TodaySearch {
  /** `everyone`, or the id of one colleague. */
  person?: string;
  partnership?: string;
  role?: 'customer' | 'performer';
  /** The entry that is unfolded, `section:conversation`. */
  entry?: string;
  /** How many entries of a section are wanted, where the first page is not enough. */
  limit?: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ENTRY = /^(mine|theirs|quiet|soon):[0-9a-f]{64}$/;

/** Reads the address; whatever does not fit is as if it were not there. */
export function readTodaySearch(search: Record<string, unknown>): TodaySearch {
  const { person, partnership, role, entry, limit } = search;
  const found: TodaySearch = {};
  if (typeof person === 'string' && (person === 'everyone' || UUID.test(person))) found.person = person;
  if (typeof partnership === 'string' && UUID.test(partnership)) found.partnership = partnership;
  if (role === 'customer' || role === 'performer') found.role = role;
  if (typeof entry === 'string' && ENTRY.test(entry)) found.entry = entry;
  if (Number(limit) === 100) found.limit = 100;
  return found;
}

/** True when the reader narrowed or widened what is shown. */
export function isFiltered(search: TodaySearch): boolean {
  return search.person !== undefined || search.partnership !== undefined || search.role !== undefined;
}
