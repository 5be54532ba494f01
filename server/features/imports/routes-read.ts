import { createRoute, z } from '@hono/zod-openapi';
import type { Database } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import { foreseeUndo, listImports, listRows, presentImport, readImport } from './queries.ts';
import { importList, importRows, importShape, type ImportShape, outcome, undoForeseen } from './schema.ts';

const base = '/organizations/{organization}/imports';
const inOrganization = z.object({ organization: z.uuid() });
export const one = inOrganization.extend({ import: z.uuid() });
const tags = ['Imports'];
const answer = { content: { 'application/json': { schema: importShape } } };
export const problems = problemResponses(
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
);

const listRoute = createRoute({
  method: 'get',
  path: base,
  summary: 'Imports, newest first',
  tags,
  request: { params: inOrganization },
  responses: {
    200: { description: 'The newest hundred', content: { 'application/json': { schema: importList } } },
    ...problems,
  },
});
const readRoute = createRoute({
  method: 'get',
  path: `${base}/{import}`,
  summary: 'One import and how far it is',
  tags,
  request: { params: one },
  responses: { 200: { description: 'The import', ...answer }, ...problems },
});
const rowsRoute = createRoute({
  method: 'get',
  path: `${base}/{import}/rows`,
  summary: 'What happens with each line, and why',
  tags,
  request: {
    params: one,
    query: z.object({
      outcome: outcome.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
    }),
  },
  responses: {
    200: { description: 'A page of lines', content: { 'application/json': { schema: importRows } } },
    ...problems,
  },
});
const foreseeRoute = createRoute({
  method: 'get',
  path: `${base}/{import}/undo`,
  summary: 'How many commitments taking it back would remove, and how many would stay',
  tags,
  request: { params: one },
  responses: {
    200: { description: 'As things stand now', content: { 'application/json': { schema: undoForeseen } } },
    ...problems,
  },
});
/** An import as the screen sees it. */
export function showImport(db: Database, scope: MemberScope, id: string): Promise<ImportShape> {
  return asMember(db, scope, async (tx) => presentImport(await readImport(tx, scope.organization, id)));
}

/** What every member may look at. */
export function importReadRoutes({ db }: Pick<Platform, 'db'>): App {
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json({ items: await asMember(db, scope, (tx) => listImports(tx, scope.organization)) }, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await showImport(db, scope, c.req.valid('param').import), 200);
  });

  app.openapi(rowsRoute, async (c) => {
    const { scope } = await requireMember(c);
    const id = c.req.valid('param').import;
    const { cursor, ...filter } = c.req.valid('query');
    const page = await asMember(db, scope, async (tx) => {
      await readImport(tx, scope.organization, id);
      return listRows(tx, scope.organization, id, { ...filter, after: cursor });
    });
    return c.json(page as never, 200);
  });

  app.openapi(foreseeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const id = c.req.valid('param').import;
    return c.json(await asMember(db, scope, (tx) => foreseeUndo(tx, scope.organization, id)), 200);
  });

  return app;
}
