import { join } from 'node:path';
import { HTTPException } from 'hono/http-exception';
import { featureRoutes } from './features.ts';
import { sqlState } from './platform/database.ts';
import { limitBodies, newRouter, requestLog, securityHeaders, type App } from './platform/http.ts';
import type { Platform } from './platform/platform.ts';
import { AppError, problemResponse } from './platform/problem.ts';
import { staticPages } from './platform/static.ts';
import { VERSION } from './platform/version.ts';

const ROOT = join(import.meta.dirname, '..');

/** The whole application as one function from a request to a response. */
export function createApp(platform: Platform): App {
  const app = newRouter();
  app.use(requestLog(platform.log));
  app.use(securityHeaders(platform.config.publicUrl.startsWith('https:')));
  app.use('/api/*', limitBodies());
  app.get('/api/health', (c) => c.json({ status: 'ok', version: VERSION }));
  for (const routes of featureRoutes(platform)) app.route('/api', routes);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version: VERSION,
      description: 'Everything the screens do. Errors are problem+json (RFC 9457) with a closed `code`.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: platform.config.publicUrl }],
  });
  app.use(staticPages(join(ROOT, 'web/dist')));
  app.notFound(() => problemResponse(new AppError('not_found', 'There is nothing at this address.')));
  app.onError((error, c) => {
    const known = asAppError(error);
    if (!known || known.code === 'internal') c.var.log.error({ err: error }, 'a request failed');
    return problemResponse(known ?? error);
  });
  return app;
}

/** What PostgreSQL says of a NUL character, in text and in JSON: no text can hold one. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** JSON.stringify writes half a surrogate pair as an escape, and PostgreSQL takes none. */
const isHalfCharacter = (error: Error): boolean => sqlState(error) === '22P02' && /\bjson\b/.test(error.message);

/** Hono's own refusals (a body that is no JSON) carry a status; ours carry a code. */
function asAppError(error: Error): AppError | undefined {
  if (error instanceof AppError) return error;
  if (UNSTORABLE.has(sqlState(error) ?? '') || isHalfCharacter(error)) {
    return new AppError(
      'invalid',
      'The text holds a character that cannot be kept (NUL, or half of one). Remove it and send it again.',
    );
  }
  if (sqlState(error) === 'EN409') {
    return new AppError('stale', 'This has changed since you opened it. Load it again; what you wrote is kept.');
  }
  if (!(error instanceof HTTPException)) return undefined;
  if (error.status === 413) return new AppError('too_large', 'The request is too large.');
  if (error.status === 415) return new AppError('unsupported', 'Send JSON, with the content type application/json.');
  return error.status < 500 ? new AppError('invalid', error.message || 'The request could not be read.') : undefined;
}
