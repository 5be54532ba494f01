import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addNote, changeNote, dropNote } from './commands.ts';
import { type Desk, listNotes } from './queries.ts';
import { changeNoteSchema, newNoteSchema, noteFilter, noteList, noteShape } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/notes';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const oneParams = params.extend({ note: z.uuid() });
const tags = ['Notes'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const note = (description: string) => ({ description, content: { 'application/json': { schema: noteShape } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Your own organization’s notes, newest first; nobody else ever sees them',
  tags,
  request: { params, query: noteFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: noteList } } }, ...problems },
});
const addRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Note something for your own organization',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newNoteSchema } }, required: true } },
  responses: { 201: note('Noted'), ...problems },
});
const changeRoute = createRoute({
  method: 'patch',
  path: `${all}/{note}`,
  summary: 'Change a note',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: changeNoteSchema } }, required: true },
  },
  responses: { 200: note('Changed'), ...problems, ...problemResponses('forbidden') },
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${all}/{note}`,
  summary: 'Throw a note away',
  tags,
  request: { params: oneParams },
  responses: { 204: { description: 'Gone' }, ...problems, ...problemResponses('forbidden') },
});

export function noteRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  const atDesk = <T>(scope: MemberScope, partnership: string, work: (tx: Tx, desk: Desk) => Promise<T>): Promise<T> =>
    asMember(db, scope, async (tx, actor) => {
      const { organization } = scope;
      await loadRoom(tx, organization, partnership);
      return work(tx, { organization, partnership, actor });
    });

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    return c.json(
      await atDesk(scope, c.req.valid('param').partnership, (tx, desk) => listNotes(tx, desk, filter)),
      200,
    );
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    return c.json(
      await atDesk(scope, c.req.valid('param').partnership, (tx, desk) => addNote(tx, desk, input, clock.now())),
      201,
    );
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, note: id } = c.req.valid('param');
    const { text } = c.req.valid('json');
    return c.json(await atDesk(scope, partnership, (tx, desk) => changeNote(tx, desk, id, text, clock.now())), 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, note: id } = c.req.valid('param');
    await atDesk(scope, partnership, (tx, desk) => dropNote(tx, desk, id));
    return c.body(null, 204);
  });

  return app;
}
