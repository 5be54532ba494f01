import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { safeName } from '../files/policy.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import { canManagePartners } from '../organizations/policy.ts';
import { beginImport, beginUndo, changeMapping, createImport, previewImport } from './commands.ts';
import { importJob } from './jobs.ts';
import { listImports, listRows, presentImport, readImport } from './queries.ts';
import { importLimit, importList, importRows, importShape, mapping, outcome } from './schema.ts';

const base = '/organizations/{organization}/imports';
const inOrganization = z.object({ organization: z.uuid() });
const one = inOrganization.extend({ import: z.uuid() });
const tags = ['Imports'];
const answer = { content: { 'application/json': { schema: importShape } } };
const problems = problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'too_large');

const uploadRoute = createRoute({
  method: 'post',
  path: base,
  summary: 'Bring a CSV file (or its gzip) with a history of commitments',
  tags,
  request: {
    params: inOrganization,
    headers: z.object({
      'x-file-name': z.string().max(4000).optional().openapi({ description: 'File name, percent-encoded' }),
    }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 201: { description: 'Read; look at the mapping', ...answer }, ...problems },
});
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
const mapRoute = createRoute({
  method: 'patch',
  path: `${base}/{import}`,
  summary: 'Say which column holds what, and see what would happen',
  tags,
  request: { params: one, body: { content: { 'application/json': { schema: mapping.partial() } }, required: true } },
  responses: { 200: { description: 'With the counts of the dry run', ...answer }, ...problems },
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
const runRoute = createRoute({
  method: 'post',
  path: `${base}/{import}/run`,
  summary: 'Import it, in the background',
  tags,
  request: { params: one },
  responses: { 202: { description: 'Running', ...answer }, ...problems },
});
const undoRoute = createRoute({
  method: 'post',
  path: `${base}/{import}/undo`,
  summary: 'Take it back, in the background',
  tags,
  request: { params: one },
  responses: { 202: { description: 'Being undone', ...answer }, ...problems },
});

export function importRoutes(platform: Platform): App {
  const { db, clock, storage, jobs } = platform;
  const app = newRouter();

  /** Importing writes down what others said: whoever manages partners may do it. */
  async function atDesk(c: Context<AppEnv>) {
    const { person, scope } = await requireMember(c);
    const membership = await asMember(db, scope, async (_tx, found) => found);
    if (!canManagePartners(membership))
      throw new AppError('forbidden', 'Ask a manager or an administrator of your organization to import histories.');
    return { personId: person.id, scope, desk: { db, storage, scope: scope.unchecked, now: clock.now() } };
  }

  const show = (scope: MemberScope, id: string) =>
    asMember(db, scope, async (tx) => presentImport(await readImport(tx, scope.organization, id)));

  async function start(c: Context<AppEnv>, id: string, task: 'run' | 'undo') {
    const { personId, scope, desk } = await atDesk(c);
    await (task === 'run' ? beginImport(desk, id, personId) : beginUndo(desk, id));
    await jobs.send(importJob, { organization: scope.organization, importId: id, personId, task });
    jobs.nudge(importJob.name);
    return show(scope, id);
  }

  app.openapi(uploadRoute, async (c) => {
    const { personId, scope, desk } = await atDesk(c);
    const body = c.req.raw.body;
    if (!body) throw new AppError('invalid', 'There was no file in the request.');
    const stored = await storage.put(body, { limit: importLimit });
    try {
      const name = c.req.header('x-file-name');
      const id = await createImport(desk, {
        fileName: safeName(name && decodeName(name)),
        storageKey: stored.key,
        personId,
      });
      return c.json(await show(scope, id), 201);
    } catch (error) {
      await storage.remove(stored.key);
      throw error;
    }
  });

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json({ items: await asMember(db, scope, (tx) => listImports(tx, scope.organization)) }, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await show(scope, c.req.valid('param').import), 200);
  });

  app.openapi(mapRoute, async (c) => {
    const { scope, desk } = await atDesk(c);
    const id = c.req.valid('param').import;
    await changeMapping(desk, id, c.req.valid('json'));
    await previewImport(desk, id);
    return c.json(await show(scope, id), 200);
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

  app.openapi(runRoute, async (c) => c.json(await start(c, c.req.valid('param').import, 'run'), 202));
  app.openapi(undoRoute, async (c) => c.json(await start(c, c.req.valid('param').import, 'undo'), 202));

  return app;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
