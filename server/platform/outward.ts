/**
 * Requests to servers whose address somebody typed in. They must not become a way into the network this server stands in:
 * private addresses are refused unless the settings name the host, at every redirect, on the address that is connected to.
 */
import { lookup as resolve } from 'node:dns';
import { request as insecure, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why a server could not be asked. */
export type OutwardProblem = 'address' | 'private' | 'unreachable' | 'slow' | 'too-big' | 'redirects';

export class OutwardError extends Error {
  readonly problem: OutwardProblem;
  constructor(problem: OutwardProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutwardError';
    this.problem = problem;
  }
}

export interface OutwardOptions {
  /** Hosts that may lie on private addresses and be spoken to without TLS. */
  allowed: readonly string[];
  /** For one answer with everything that leads to it. */
  milliseconds?: number;
  bytes?: number;
}

const MAX_REDIRECTS = 5;
const SECONDS_20 = 20_000;
const MEGABYTES_10 = 10 * 1024 * 1024;

// Two lists: one alone would take every IPv4 address for one of those IPv6 addresses that contain it.
const closed4 = new BlockList();
const closed6 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed4.addSubnet(net, bits, 'ipv4');
// Only global unicast (2000::/3) is open, less what leads into IPv4 or is for documents.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed6.addSubnet(net, bits, 'ipv6');

/** Whether an address belongs to a network that not everybody can reach. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  const family = isIP(address);
  if (family === 6) return closed6.check(address, 'ipv6');
  return family === 0 || closed4.check(address, 'ipv4');
}

/** A `fetch` for such servers: within its limits, never to a private address, with a password only for the server it was given for. */
export function outwardFetch(options: OutwardOptions): typeof fetch {
  return async (input, init = {}) => {
    const request = typeof input === 'string' || input instanceof URL ? String(input) : input.url;
    const until = AbortSignal.timeout(options.milliseconds ?? SECONDS_20);
    let url = checkedUrl(request, options);
    const headers = new Headers(init.headers);
    let method = init.method ?? 'GET';
    let body = typeof init.body === 'string' ? init.body : undefined;
    for (let redirects = 0; ; redirects++) {
      const answer = await ask(url, { method, headers, body }, options, until);
      const to = answer.headers.get('location');
      if (init.redirect === 'manual' || answer.status < 300 || answer.status > 399 || answer.status === 304 || !to)
        return answer;
      if (redirects >= MAX_REDIRECTS || !URL.canParse(to, url))
        throw new OutwardError('redirects', 'The server sends from one address to the next without end.');
      const next = checkedUrl(new URL(to, url).href, options);
      if (next.origin !== url.origin) headers.delete('authorization');
      if (answer.status === 303) [method, body] = ['GET', undefined];
      url = next;
    }
  };
}

function checkedUrl(text: string, { allowed }: OutwardOptions): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = hostOf(url);
  if (!url || !/^https?:$/.test(url.protocol) || host === '')
    throw new OutwardError('address', 'This is no address of a server. It begins with https://.');
  if (allowed.includes(host)) return url;
  if (url.protocol !== 'https:')
    throw new OutwardError('address', 'The address must begin with https://, so that nobody reads the password.');
  if (isIP(host) !== 0 && isPrivateAddress(host)) throw privateAddress(host);
  return url;
}

function hostOf(url: URL | undefined): string {
  return (url?.hostname ?? '').replace(/^\[|\]$/g, '').toLowerCase();
}

function privateAddress(host: string): OutwardError {
  return new OutwardError(
    'private',
    `${host} lies in a private network. Whoever runs Entente can allow it with the setting PRIVATE_HOSTS.`,
  );
}

/** Refuses private addresses at the moment of connecting: a name may lead elsewhere than it did when it was looked at. */
function guarded(host: string): LookupFunction {
  return (name, lookupOptions, done) => {
    resolve(name, { ...lookupOptions, all: true }, (error, found) => {
      const open = error ? [] : found.filter(({ address }) => !isPrivateAddress(address));
      if (!error && open.length === 0) error = privateAddress(host);
      if (error) return done(error, '', 4);
      if (lookupOptions.all) return done(null, open);
      done(null, open[0]?.address ?? '', open[0]?.family ?? 4);
    });
  };
}

interface Ask {
  method: string;
  headers: Headers;
  body: string | undefined;
}

function ask(url: URL, { method, headers, body }: Ask, options: OutwardOptions, until: AbortSignal): Promise<Response> {
  const host = hostOf(url);
  const how: RequestOptions = {
    method,
    headers: {
      ...Object.fromEntries(headers),
      'user-agent': 'Entente',
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
    signal: until,
    agent: false,
    ...(!options.allowed.includes(host) && { lookup: guarded(host) }),
  };
  return new Promise((fulfil, reject) => {
    const failed = (error: Error) => reject(outward(error, until));
    const sent = (url.protocol === 'https:' ? secure : insecure)(url, how, (answer) => {
      collect(answer, options.bytes ?? MEGABYTES_10).then(
        (bytes) => fulfil(responseOf(url, answer, bytes)),
        (error: Error) => {
          sent.destroy();
          failed(error);
        },
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

function outward(error: Error, until: AbortSignal): OutwardError {
  if (error instanceof OutwardError) return error;
  if (until.aborted) return new OutwardError('slow', 'The server did not answer in time.', { cause: error });
  const { code } = error as { code?: string };
  return new OutwardError('unreachable', `The server cannot be reached (${code ?? error.message}).`, { cause: error });
}

async function collect(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new OutwardError('too-big', 'The server answers with more than can be taken.');
    chunks.push(chunk);
  }
  if (!answer.complete) throw new OutwardError('unreachable', 'The server broke off in the middle of its answer.');
  return Buffer.concat(chunks);
}

function responseOf(url: URL, answer: IncomingMessage, bytes: Buffer): Response {
  const status = answer.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  const empty = [204, 205, 304].includes(status);
  const made = new Response(empty ? null : new Uint8Array(bytes), {
    status: status < 200 || status > 599 ? 502 : status,
    statusText: answer.statusMessage ?? '',
    headers,
  });
  Object.defineProperty(made, 'url', { value: url.href });
  return made;
}
