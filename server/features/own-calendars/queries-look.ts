import type { DavItem, DavServer } from '../../platform/dav.ts';
import type { PersonMeeting } from './queries-meetings.ts';
import type { Account, Copy } from './queries.ts';

/** What a look begins with. */
export interface Claimed {
  account: Account;
  meetings: PersonMeeting[];
  copies: Copy[];
}

/** What was found in the calendar, of the meetings that lie there. */
export interface Seen {
  mark: string;
  /** Copies that are other than when they were last read or written, as they are now. */
  changed: { copy: Copy; item: DavItem }[];
  /** Copies that are there no more. */
  missing: Copy[];
}

/** More at once than anybody takes out: rather a calendar that was emptied, or a server that does not tell everything. */
const MOST_MISSING = 20;

/** Compares tags, and reads only what changed. A calendar that did not change at all costs one small request. */
export async function seeCalendar(server: DavServer, account: Account, { copies }: Claimed): Promise<Seen> {
  const calendar = account.calendarUrl;
  const mark = await server.mark(calendar);
  if (mark !== '' && mark === account.mark) return { mark, changed: [], missing: [] };
  const there = copies.filter(({ gone }) => !gone);
  const tags = new Map(
    (
      await server.items(
        calendar,
        there.map(({ href }) => href),
        false,
      )
    ).map((item) => [item.href, item.etag]),
  );
  const other = there.filter(({ href, etag }) => tags.has(href) && tags.get(href) !== etag);
  const items = new Map(
    (
      await server.items(
        calendar,
        other.map(({ href }) => href),
        true,
      )
    ).map((item) => [item.href, item]),
  );
  const changed = other.flatMap((copy) => {
    const item = items.get(copy.href);
    return item ? [{ copy, item }] : [];
  });
  const lost = there.filter(({ href }) => !tags.has(href));
  const missing: Copy[] = [];
  for (const copy of lost.slice(0, MOST_MISSING)) {
    // Some programs move an event by writing it anew at another address.
    const item = await server.findUid(calendar, copy.uid);
    if (item) changed.push({ copy, item });
    else missing.push(copy);
  }
  return { mark, changed, missing };
}
