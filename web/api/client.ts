import { Problem, problemOf } from './problem.ts';

/** A page of a long list. `next` is the cursor of the page after it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** Version the writer has seen: sent as If-Match. */
  ifMatch?: string;
  /** Token of a guest's link. */
  link?: string;
  signal?: AbortSignal;
}

/** Path under /api with a query string; empty and undefined parameters are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function headersOf(options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch) headers.set('if-match', `"${options.ifMatch}"`);
  if (options.link) {
    headers.set('x-entente-link', options.link);
    // A guest has no settings: the days they name end in the zone of their device.
    headers.set('x-time-zone', Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
  return headers;
}

/** One request with JSON in and out. Throws a `Problem` for every answer that is not 2xx and when there is no connection. */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(apiUrl(path, options.query), {
      method,
      headers: headersOf(options),
      credentials: 'same-origin',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem('offline', 0, '');
  }
  const body = await bodyOf(response);
  if (!response.ok) throw problemOf(response.status, body, response.headers.get('x-request-id'));
  return body as T;
}

/** The verbs. Paths begin after /api; ids in them must be encoded by the caller if they may hold anything but letters, digits, - and _. */
export const api = {
  get: <T>(path: string, query?: Query, options?: RequestOptions) => request<T>('GET', path, { ...options, query }),
  post: <T>(path: string, body: unknown = {}, options?: RequestOptions) =>
    request<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: RequestOptions) => request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: RequestOptions) => request<T>('PATCH', path, { ...options, body }),
  delete: <T = void>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
