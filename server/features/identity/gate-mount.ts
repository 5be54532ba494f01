import { type App, newRouter } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Gate } from './gate.ts';
import { sameOriginOnly } from './gate-origin.ts';

/** Mounted first: every route behind it can ask who is there, and none is reached by a request that another site started. */
export function gateMiddleware(platform: Platform, gate: Gate): App {
  const app = newRouter();
  app.use(sameOriginOnly(platform.config.publicUrl));
  app.use(async (c, next) => {
    c.set('gate', gate);
    await next();
  });
  return app;
}
