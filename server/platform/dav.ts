/** Calendars on a server that speaks CalDAV (RFC 4791): finding them, asking what is in them, writing and taking away. */
import { davRequest, type DAVResponse, fetchHomeUrl, fetchPrincipalUrl, propfind, serviceDiscovery } from 'tsdav';
import { OutwardError, outwardFetch, type OutwardOptions } from './outward.ts';

/** Why a calendar server did not do what it was asked. `conflict`: what is there is not what was there. */
export type DavProblem =
  | OutwardError['problem']
  | 'secret'
  | 'password'
  | 'forbidden'
  | 'gone'
  | 'conflict'
  | 'full'
  | 'broken';

export class DavError extends Error {
  readonly problem: DavProblem;
  constructor(problem: DavProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DavError';
    this.problem = problem;
  }
}

export interface DavAccess {
  url: string;
  username: string;
  password: string;
}

export interface DavCalendar {
  url: string;
  name: string;
}

/** One event of a calendar, with all its exceptions: what lies at one address. */
export interface DavItem {
  href: string;
  etag: string;
  /** Absent where only the tag was asked for. */
  data?: string | undefined;
}

export interface DavServer {
  /** The calendars of this person that hold events. */
  calendars(): Promise<DavCalendar[]>;
  /** Changes whenever anything in the calendar does; empty where the server does not tell. */
  mark(calendar: string): Promise<string>;
  /** What lies at these addresses; what is gone is left out. */
  items(calendar: string, hrefs: readonly string[], withData: boolean): Promise<DavItem[]>;
  /** Where an event with this UID lies. */
  findUid(calendar: string, uid: string): Promise<DavItem | undefined>;
  /** Everything that takes place in this stretch of time. */
  between(calendar: string, from: Date, to: Date): Promise<DavItem[]>;
  /** Writes; without `etag` only where nothing lies yet. Answers the new tag, empty where the server keeps it to itself. */
  put(href: string, data: string, etag?: string): Promise<string>;
  remove(href: string, etag: string): Promise<void>;
}

const MOST_AT_ONCE = 100;
const MOST_CALENDARS = 200;

/** Opens nothing yet: each call is a request of its own. */
export function davServer(access: DavAccess, options: OutwardOptions): DavServer {
  const parts = partsOf(access, options);
  return {
    calendars: () => findCalendars(access.url, parts),
    async mark(calendar) {
      const props = { 'cs:getctag': {}, 'd:sync-token': {} };
      const [found] = checked(await propfind({ url: calendar, props, depth: '0', ...parts }));
      return textOf(found?.props?.getctag) || textOf(found?.props?.syncToken);
    },
    items: (calendar, hrefs, withData) => listItems(calendar, hrefs, withData, parts),
    async findUid(calendar, uid) {
      const match = { _attributes: { collation: 'i;octet' }, _text: uid };
      const property = { _attributes: { name: 'UID' }, 'text-match': match };
      const found = await query(calendar, { _attributes: { name: 'VEVENT' }, 'prop-filter': property }, parts);
      // Servers match parts of a text; some do not filter at all.
      return found.find(({ data }) =>
        data
          ?.replace(/\r?\n[ \t]/g, '')
          .split(/\r?\n/)
          .includes(`UID:${uid}`),
      );
    },
    between(calendar, from, to) {
      const range = { _attributes: { start: utc(from), end: utc(to) } };
      return query(calendar, { _attributes: { name: 'VEVENT' }, 'time-range': range }, parts);
    },
    async put(href, data, etag) {
      const condition: Record<string, string> = etag ? { 'if-match': etag } : { 'if-none-match': '*' };
      const headers = { ...parts.headers, ...condition, 'content-type': 'text/calendar; charset=utf-8' };
      const answer = await parts.fetch(href, { method: 'PUT', body: data, headers });
      await mustSucceed(answer);
      return answer.headers.get('etag') ?? '';
    },
    async remove(href, etag) {
      const answer = await parts.fetch(href, { method: 'DELETE', headers: { ...parts.headers, 'if-match': etag } });
      if (answer.status !== 404 && answer.status !== 410) await mustSucceed(answer);
    },
  };
}

interface Parts {
  headers: Record<string, string>;
  fetch: typeof globalThis.fetch;
}

function partsOf(access: DavAccess, options: OutwardOptions): Parts {
  const raw = outwardFetch(options);
  const secret = Buffer.from(`${access.username}:${access.password}`).toString('base64');
  return {
    headers: { authorization: `Basic ${secret}` },
    async fetch(input, init) {
      try {
        return await raw(input, init);
      } catch (error) {
        if (error instanceof OutwardError) throw new DavError(error.problem, error.message, { cause: error });
        throw error;
      }
    },
  };
}

async function report(url: string, body: Record<string, unknown>, { headers, fetch }: Parts): Promise<DAVResponse[]> {
  const init = { method: 'REPORT', headers: { depth: '1', ...headers }, namespace: 'c', body } as const;
  return checked(await davRequest({ url, init, fetch }));
}

const wanted = (withData: boolean) => ({ 'd:getetag': {}, ...(withData && { 'c:calendar-data': {} }) });

async function query(calendar: string, filter: object, parts: Parts): Promise<DavItem[]> {
  const body = {
    'calendar-query': {
      _attributes: NAMES,
      'd:prop': wanted(true),
      filter: { 'comp-filter': { _attributes: { name: 'VCALENDAR' }, 'comp-filter': filter } },
    },
  };
  return itemsOf(calendar, await report(calendar, body, parts));
}

async function listItems(
  calendar: string,
  hrefs: readonly string[],
  withData: boolean,
  parts: Parts,
): Promise<DavItem[]> {
  const found: DavItem[] = [];
  for (let at = 0; at < hrefs.length; at += MOST_AT_ONCE) {
    const some = hrefs.slice(at, at + MOST_AT_ONCE).map((href) => new URL(href, calendar).pathname);
    const body = { 'calendar-multiget': { _attributes: NAMES, 'd:prop': wanted(withData), 'd:href': some } };
    found.push(...itemsOf(calendar, await report(calendar, body, parts)));
  }
  return found;
}

const NAMES = {
  'xmlns:c': 'urn:ietf:params:xml:ns:caldav',
  'xmlns:d': 'DAV:',
  'xmlns:cs': 'http://calendarserver.org/ns/',
};

/** By the address that was given if it is a calendar or a home of some, else by what the server says about the person. */
async function findCalendars(url: string, parts: Parts): Promise<DavCalendar[]> {
  const direct = await listed(url, parts).catch((error: unknown) => {
    if (
      error instanceof DavError &&
      error.problem !== 'gone' &&
      error.problem !== 'broken' &&
      error.problem !== 'forbidden'
    )
      throw error;
    return [];
  });
  if (direct.length > 0) return direct;
  let lastError: unknown;
  const account = { serverUrl: url, accountType: 'caldav' as const };
  for (const rootUrl of new Set([await serviceDiscovery({ account, ...parts }), url])) {
    try {
      const principalUrl = await fetchPrincipalUrl({ account: { ...account, rootUrl }, ...parts });
      const homeUrl = await fetchHomeUrl({ account: { ...account, rootUrl, principalUrl }, ...parts });
      return await listed(homeUrl, parts);
    } catch (error) {
      lastError = error;
    }
  }
  if (lastError instanceof DavError) throw lastError;
  const refused = lastError instanceof Error && lastError.message.includes('401');
  throw refused
    ? new DavError('password', 'The server refuses the name or the password.')
    : new DavError('broken', 'No calendar was found at this address.', { cause: lastError });
}

async function listed(url: string, parts: Parts): Promise<DavCalendar[]> {
  const props = { 'd:displayname': {}, 'd:resourcetype': {}, 'c:supported-calendar-component-set': {} };
  const found = checked(await propfind({ url, props, depth: '1', ...parts }));
  return found
    .filter(({ href, props: known }) => {
      const kind = known?.resourcetype as object | undefined;
      const parts = JSON.stringify(known?.supportedCalendarComponentSet ?? 'VEVENT');
      return href && kind && Object.keys(kind).includes('calendar') && parts.includes('VEVENT');
    })
    .slice(0, MOST_CALENDARS)
    .map(({ href = '', props: known }) => {
      const address = new URL(href, url).href;
      const last = decodeURIComponent(address.replace(/\/$/, '').split('/').at(-1) ?? '');
      return { url: address, name: (textOf(known?.displayname) || last).slice(0, 200) };
    });
}

/** The answers, if the request as a whole was done; what one address answers for itself is left to whoever asked. */
function checked(answers: DAVResponse[]): DAVResponse[] {
  const whole = answers.find(({ ok, status, props }) => !ok && !props && (status ?? 0) >= 400);
  if (whole) throw refusal(whole.status ?? 0, typeof whole.raw === 'string' ? whole.raw : '');
  // A page instead of an answer: the address is some other server's.
  if (answers.some(({ raw, props }) => !props && typeof raw === 'string' && raw !== ''))
    throw new DavError('broken', 'What answers at this address is no calendar server.');
  return answers.filter(({ href }) => typeof href === 'string');
}

function itemsOf(calendar: string, answers: DAVResponse[]): DavItem[] {
  return answers.flatMap(({ href, ok, props }) => {
    const etag = textOf(props?.getetag);
    if (!ok || !href || !etag) return [];
    const data = textOf(props?.calendarData);
    return [{ href: new URL(href, calendar).href, etag, ...(data && { data }) }];
  });
}

/** The parser gives texts as texts, numbers, or objects with CDATA in them. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const { _cdata, _text } = value as { _cdata?: unknown; _text?: unknown };
  return textOf(_cdata) || textOf(_text);
}

async function mustSucceed(answer: Response): Promise<void> {
  if (!answer.ok) throw refusal(answer.status, await answer.text());
}

function refusal(status: number, text: string): DavError {
  if (status === 401) return new DavError('password', 'The server refuses the name or the password.');
  if (status === 412 || status === 409 || text.includes('no-uid-conflict'))
    return new DavError('conflict', 'The calendar was changed by somebody else at the same time.');
  if (status === 403) return new DavError('forbidden', 'The server does not let this person write here.');
  if (status === 404 || status === 410) return new DavError('gone', 'There is no calendar at this address any more.');
  if (status === 507 || status === 413) return new DavError('full', 'The server has no room for more.');
  if (status === 429 || status >= 500)
    return new DavError('unreachable', `The server has a problem of its own (${status}).`);
  return new DavError('broken', `The server answered with ${status}, which is not understood.`);
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
