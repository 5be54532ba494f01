import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inScope } from '../../platform/database.ts';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Storage } from '../../platform/storage.ts';
import { AppError } from '../../platform/problem.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate } from '../links/gate.ts';
import { keepFile, type Upload } from './commands.ts';
import { mayShowInPlace, mediaOf, safeName } from './policy.ts';
import { findFile, findFileOf, type StoredFile } from './queries.ts';
import { fileLimit, fileShape, type FileShape } from './schema.ts';

const inRoom = z.object({ organization: z.uuid(), partnership: z.uuid() });
const one = z.object({ file: z.uuid() });
const tags = ['Files'];
const uploadRequest = {
  headers: z.object({
    'x-file-name': z.string().max(4000).optional().openapi({ description: 'File name, percent-encoded' }),
  }),
  body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
};
const uploaded = {
  201: { description: 'Stored; attach it by its id', content: { 'application/json': { schema: fileShape } } },
  ...problemResponses('invalid', 'unauthenticated', 'not_found', 'too_large', 'too_many'),
};
const content = {
  200: {
    description: 'The file',
    content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
  },
  ...problemResponses('unauthenticated', 'not_found'),
};
const uploadRoute = createRoute({
  method: 'post',
  path: '/organizations/{organization}/partnerships/{partnership}/files',
  summary: 'Upload a file of at most 25 MB, to be attached by an act',
  tags,
  request: { params: inRoom, ...uploadRequest },
  responses: uploaded,
});
const readRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/files/{file}',
  summary: 'Read a file of the room',
  tags,
  request: { params: inRoom.extend(one.shape) },
  responses: content,
});
const guestUploadRoute = createRoute({
  method: 'post',
  path: '/guest/files',
  summary: 'Upload a file through a link',
  tags,
  request: uploadRequest,
  responses: uploaded,
});
const guestReadRoute = createRoute({
  method: 'get',
  path: '/guest/files/{file}',
  summary: 'Read a file of the conversation a link shows',
  tags,
  request: { params: one },
  responses: content,
});

export function fileRoutes(platform: Platform): App {
  const { db, clock, storage } = platform;
  const app = newRouter();

  /** Stores the body first, outside any transaction; a file nobody comes to know of is removed again. */
  async function receive(
    c: Context<AppEnv>,
    keep: (upload: Omit<Upload, 'partnership' | 'uploader'>) => Promise<FileShape>,
  ): Promise<FileShape> {
    const body = c.req.raw.body;
    if (!body) throw new AppError('invalid', 'There was no file in the request.');
    const stored = await storage.put(body, { limit: fileLimit });
    try {
      if (stored.bytes === 0) throw new AppError('invalid', 'The file is empty.');
      const name = safeName(decode(c.req.header('x-file-name')));
      return await keep({
        id: newId(),
        name,
        media: mediaOf(c.req.header('content-type')),
        size: stored.bytes,
        sha256: stored.sha256,
        storageKey: stored.key,
      });
    } catch (error) {
      await storage.remove(stored.key);
      throw error;
    }
  }

  app.openapi(uploadRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    await asMember(db, scope, async () => undefined);
    const file = await receive(c, (upload) =>
      asMember(db, scope, (tx) => keepFile(tx, { ...upload, partnership, uploader: scope.organization }, clock.now())),
    );
    return c.json(file, 201);
  });

  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, file } = c.req.valid('param');
    const found = await asMember(db, scope, (tx) => findFile(tx, scope.organization, partnership, file));
    return send(c, storage, found);
  });

  app.use('/guest/files', linkGate(platform));
  app.use('/guest/files/*', linkGate(platform));
  app.openapi(guestUploadRoute, async (c) => {
    const { link } = c.var;
    const file = await receive(c, (upload) =>
      inScope(db, link.scope, (tx) =>
        keepFile(tx, { ...upload, partnership: link.partnershipId, uploader: link.scope.organization }, clock.now()),
      ),
    );
    return c.json(file, 201);
  });

  app.openapi(guestReadRoute, async (c) => {
    const { link } = c.var;
    const { file } = c.req.valid('param');
    const found = await inScope(db, link.scope, (tx) =>
      findFileOf(tx, link.scope.organization, link.partnershipId, link.conversationId, file),
    );
    return send(c, storage, found);
  });

  return app;
}

function decode(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** As RFC 8187 writes a name: encodeURIComponent leaves four characters that it does not allow. */
function inHeader(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A file as a download, or shown in place where nothing in it can run. */
async function send(c: Context<AppEnv>, storage: Storage, file: StoredFile) {
  const { stream, bytes } = await storage.open(file.storageKey);
  c.header('content-length', String(bytes));
  c.header('content-type', mayShowInPlace(file.media) ? file.media : 'application/octet-stream');
  c.header(
    'content-disposition',
    `${mayShowInPlace(file.media) ? 'inline' : 'attachment'}; filename*=UTF-8''${inHeader(file.name)}`,
  );
  c.header('content-security-policy', "sandbox; default-src 'none'");
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'private, no-store');
  return c.body(stream, 200);
}
