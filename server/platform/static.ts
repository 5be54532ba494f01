import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt']);
const HASHED = /^\/assets\//;
const NOT_BUILT = '<!doctype html><title>Entente</title><p>The pages are not built yet: run <code>npm start</code>.';

interface Page {
  type: string;
  plain: Buffer<ArrayBuffer>;
  br?: Buffer<ArrayBuffer>;
  gzip?: Buffer<ArrayBuffer>;
}

/** Serves the built pages from memory, read again when the build changes: assets for ever, everything else fresh. */
export function staticPages(folder: string): MiddlewareHandler {
  let pages = new Map<string, Page>();
  let since = -1;
  const refresh = () => {
    const index = statSync(join(folder, 'index.html'), { throwIfNoEntry: false });
    const modified = index?.mtimeMs ?? 0;
    if (modified === since) return;
    since = modified;
    pages = index ? readPages(folder) : new Map();
  };
  return async (c, next) => {
    if ((c.req.method !== 'GET' && c.req.method !== 'HEAD') || c.req.path.startsWith('/api/')) return next();
    refresh();
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const exact = pages.get(path);
    // A screen's address is answered with the index page; what looks like a file and is none is not there.
    if (!exact && path === c.req.path && (HASHED.test(path) || extname(path) in TYPES)) return next();
    const page = exact ?? pages.get('/index.html');
    if (!page) return c.html(NOT_BUILT, 503);
    const encoding = page.br && chosenEncoding(c.req.header('accept-encoding') ?? '');
    c.header('content-type', page.type);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (encoding) c.header('content-encoding', encoding);
    return c.body((encoding && page[encoding === 'br' ? 'br' : 'gzip']) || page.plain);
  };
}

function chosenEncoding(accepted: string): 'br' | 'gzip' | undefined {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function readPages(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    const packed = COMPRESSED.has(extname(entry.name)) ? compressed(path, plain) : {};
    pages.set(`/${path.slice(folder.length + 1).replaceAll('\\', '/')}`, { type, plain, ...packed });
  }
  return pages;
}

/** The build leaves a `.br` and a `.gz` beside each text; where it did not, a quicker compression is made here. */
function compressed(path: string, plain: Buffer<ArrayBuffer>): Pick<Page, 'br' | 'gzip'> {
  const beside = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
  return {
    br: beside('.br') ?? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: beside('.gz') ?? gzipSync(plain),
  };
}
