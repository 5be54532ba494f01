import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { isZone } from '../../platform/zone.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { briefPdf } from './model-pdf.ts';
import { briefOf } from './queries.ts';
import { briefQuery, briefShape } from './schema.ts';

const path = '/organizations/{organization}/partnerships/{partnership}/brief';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const tags = ['Partnerships'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const pageRoute = createRoute({
  method: 'get',
  path,
  summary: 'One page for a leader before a meeting',
  tags,
  request: { params, query: briefQuery },
  responses: {
    200: { description: 'The brief', content: { 'application/json': { schema: briefShape } } },
    ...problems,
  },
});
const pdfRoute = createRoute({
  method: 'get',
  path: `${path}.pdf`,
  summary: 'The same as a PDF of at most two pages',
  tags,
  request: { params, query: briefQuery },
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } },
    ...problems,
  },
});

export function briefRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const { locale } = c.req.valid('query');
    const brief = await asMember(db, scope, (tx, actor) =>
      briefOf(tx, scope.organization, actor, partnership, locale, clock.now()),
    );
    return c.json(brief, 200);
  });

  app.openapi(pdfRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const { locale, zone } = c.req.valid('query');
    const brief = await asMember(db, scope, (tx, actor) =>
      briefOf(tx, scope.organization, actor, partnership, locale, clock.now()),
    );
    const file = await briefPdf(brief, locale, isZone(zone) ? zone : 'UTC');
    const name = encodeURIComponent(`${brief.partner.name}.pdf`);
    c.header('content-disposition', `inline; filename="brief.pdf"; filename*=UTF-8''${name}`);
    c.header('content-type', 'application/pdf');
    return c.body(new Uint8Array(file), 200);
  });

  return app;
}
