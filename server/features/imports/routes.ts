import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type App, type AppEnv, newRouter } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { safeName } from '../files/policy.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { canManagePartners } from '../organizations/policy.ts';
import { beginImport, beginUndo, changeMapping, createImport, previewImport } from './commands.ts';
import { importJob } from './jobs.ts';
import { importReadRoutes, one, problems, showImport } from './routes-read.ts';
import { importLimit, importShape, mapping } from './schema.ts';

const base = '/organizations/{organization}/imports';
const inOrganization = z.object({ organization: z.uuid() });
const tags = ['Imports'];
const answer = { content: { 'application/json': { schema: importShape } } };

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
const mapRoute = createRoute({
  method: 'patch',
  path: `${base}/{import}`,
  summary: 'Say which column holds what, and see what would happen',
  tags,
  request: { params: one, body: { content: { 'application/json': { schema: mapping.partial() } }, required: true } },
  responses: { 200: { description: 'With the counts of the dry run', ...answer }, ...problems },
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
  app.route('/', importReadRoutes(platform));

  /** Importing writes down what others said: whoever manages partners may do it. */
  async function atDesk(c: Context<AppEnv>) {
    const { person, scope } = await requireMember(c);
    const membership = await asMember(db, scope, async (_tx, found) => found);
    if (!canManagePartners(membership))
      throw new AppError('forbidden', 'Ask a manager or an administrator of your organization to import histories.');
    return { personId: person.id, scope, desk: { db, storage, scope: scope.unchecked, now: clock.now() } };
  }

  async function start(c: Context<AppEnv>, id: string, task: 'run' | 'undo') {
    const { personId, scope, desk } = await atDesk(c);
    await (task === 'run' ? beginImport(desk, id, personId) : beginUndo(desk, id));
    await jobs.send(importJob, { organization: scope.organization, importId: id, personId, task });
    jobs.nudge(importJob.name);
    return showImport(db, scope, id);
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
      return c.json(await showImport(db, scope, id), 201);
    } catch (error) {
      await storage.remove(stored.key);
      throw error;
    }
  });

  app.openapi(mapRoute, async (c) => {
    const { scope, desk } = await atDesk(c);
    const id = c.req.valid('param').import;
    await changeMapping(desk, id, c.req.valid('json'));
    await previewImport(desk, id);
    return c.json(await showImport(db, scope, id), 200);
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
