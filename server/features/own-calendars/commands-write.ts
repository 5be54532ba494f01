import { DavError, type DavServer } from '../../platform/dav.ts';
import type { Tx } from '../../platform/database.ts';
import { dropCopy, keepCopy, type Taken } from './commands-look.ts';
import type { PersonMeeting } from './queries-meetings.ts';
import { changesBetween, digestOf, lastEnd, withTheirs } from './model-copies.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { writeCalendar } from '../calendars/model-ics-write.ts';
import type { Account, Copy, Owner } from './queries.ts';

/** What became of writing. `again`: there is more to do, or something changed meanwhile. */
export interface Written {
  titles: string[];
  again: boolean;
}

const MOST_WRITES = 50;
const PAST_DAYS = 14;

/** Runs work in a transaction of its own. */
export type InTx = (work: (tx: Tx) => Promise<void>) => Promise<void>;

/** Writes whatever of a person's meetings lies in their calendar otherwise than here, each written down as soon as it is. */
export async function writeOut(
  server: DavServer,
  account: Account,
  { meetings, copies }: Taken,
  { owner, inTx, now }: { owner: Owner; inTx: InTx; now: Date },
): Promise<Written> {
  const written: Written = { titles: [], again: false };
  const of = new Map(copies.map((copy) => [copy.meeting, copy]));
  let writes = 0;
  for (const meeting of meetings) {
    const copy = of.get(meeting.meeting);
    const text = textFor(meeting);
    const digest = digestOf(text);
    if (copy?.gone || copy?.digest === digest || (!copy && meeting.calendar.status === 'cancelled')) continue;
    if (++writes > MOST_WRITES) return { ...written, again: true };
    try {
      const made = copy
        ? await rewrite(server, copy, text)
        : ((await adopt(server, account, meeting, text)) ?? (await create(server, account, meeting, text)));
      await inTx((tx) => keepCopy(tx, owner, { ...made, digest: made.digest || digest }, now));
      written.titles.push(meeting.title);
    } catch (error) {
      if (!isConflict(error)) throw error;
      written.again = true;
    }
  }
  for (const copy of copies) if (!(await tidy(server, copy, meetings, { owner, inTx, now }))) written.again = true;
  return written;
}

/** Of the people only the calendar's owner, as in the invitations: nobody's address goes to somebody else's provider. */
function textFor({ calendar, me }: PersonMeeting): string {
  const attendees = calendar.attendees.filter(({ email }) => email.toLowerCase() === me);
  return writeCalendar({ ...calendar, attendees }, undefined);
}

function isConflict(error: unknown): boolean {
  return error instanceof DavError && error.problem === 'conflict';
}

async function rewrite(server: DavServer, copy: Copy, text: string): Promise<Copy> {
  const content = withTheirs(text, copy.content);
  return { ...copy, content, digest: '', etag: await put(server, copy.href, content, copy.etag) };
}

/** Some servers keep the tag of what was written to themselves: they are asked. */
async function put(server: DavServer, href: string, text: string, etag?: string): Promise<string> {
  const told = await server.put(href, text, etag);
  return told || ((await server.items(href, [href], false))[0]?.etag ?? '');
}

async function create(server: DavServer, account: Account, meeting: PersonMeeting, text: string): Promise<Copy> {
  const name = `${meeting.calendar.uid.replace(/[^\w.@-]/g, '-').slice(0, 150)}.ics`;
  const href = new URL(encodeURIComponent(name), withSlash(account.calendarUrl)).href;
  const etag = await put(server, href, text);
  return copyOf(meeting, { href, etag, content: text });
}

/**
 * An invitation that came by mail and was accepted lies in the calendar already, under the same UID: it is taken as the copy, so
 * that the meeting is there once. What was changed in it since is seen by the next look.
 */
async function adopt(
  server: DavServer,
  account: Account,
  meeting: PersonMeeting,
  text: string,
): Promise<Copy | undefined> {
  const item = await server.findUid(account.calendarUrl, meeting.calendar.uid);
  if (!item) return undefined;
  const found = copyOf(meeting, { href: item.href, etag: item.etag, content: item.data ?? '' });
  const [ours, theirs] = [readCalendar(text), readCalendar(item.data ?? '')];
  const zone = meeting.calendar.start.zone;
  const newer = theirs.ok && theirs.events.some(({ sequence }) => sequence >= meeting.calendar.sequence);
  const same =
    ours.ok && theirs.ok && changesBetween(ours.events, theirs.events, { zone, me: meeting.me }).length === 0;
  if (!newer) return rewrite(server, found, text);
  // What differs was done there. A tag that is no tag has the next look read it and compare it with what is here.
  return same ? { ...found, digest: '' } : { ...found, etag: '?', content: text };
}

function copyOf(meeting: PersonMeeting, at: { href: string; etag: string; content: string }): Copy {
  return {
    meeting: meeting.meeting,
    partnership: meeting.partnership,
    uid: meeting.calendar.uid,
    digest: '',
    gone: false,
    ...at,
  };
}

/** Takes a meeting that is no longer theirs out of the calendar; what is past stays. False where it changed meanwhile. */
async function tidy(
  server: DavServer,
  copy: Copy,
  meetings: readonly PersonMeeting[],
  { owner, inTx, now }: { owner: Owner; inTx: InTx; now: Date },
): Promise<boolean> {
  if (meetings.some(({ meeting }) => meeting === copy.meeting)) return true;
  const read = readCalendar(copy.content);
  const end = read.ok ? lastEnd(read.events) : new Date(0);
  if (end && end.getTime() < now.getTime() - PAST_DAYS * 86_400_000) return true;
  try {
    if (!copy.gone) await server.remove(copy.href, copy.etag);
  } catch (error) {
    if (!isConflict(error)) throw error;
    return false;
  }
  await inTx((tx) => dropCopy(tx, owner, copy.meeting));
  return true;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
