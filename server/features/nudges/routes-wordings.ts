import { createRoute, z } from '@hono/zod-openapi';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { wordDraft } from './commands-wordings.ts';
import { listWordings } from './queries-wordings.ts';
import { newWording, wording, wordingKey, wordingList } from './schema-wordings.ts';

const path = '/organizations/{organization}/draft-wordings';
const params = z.object({ organization: z.uuid() });
const tags = ['Follow-ups'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'How courteous drafts begin, in each language: the product’s words and your organization’s own',
  tags,
  request: { params },
  responses: {
    200: { description: 'Every draft', content: { 'application/json': { schema: wordingList } } },
    ...problems,
  },
});
const wordRoute = createRoute({
  method: 'put',
  path: `${path}/{draft}/{locale}`,
  summary: 'Word a draft your organization’s own way, or go back to the product’s words; administrators only',
  tags,
  request: {
    params: params.extend(wordingKey.shape),
    body: { content: { 'application/json': { schema: newWording } }, required: true },
  },
  responses: {
    200: { description: 'Worded', content: { 'application/json': { schema: wording } } },
    ...problems,
    ...problemResponses('forbidden', 'stale'),
  },
});

/** How drafts are worded, beside the drafts themselves. */
export function wordingRoutes(app: App, { db, clock }: Platform): void {
  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json({ items: await asMember(db, scope, (tx) => listWordings(tx, scope.organization)) }, 200);
  });

  app.openapi(wordRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { draft, locale } = c.req.valid('param');
    const input = c.req.valid('json');
    const saved = await asMember(db, scope, (tx, membership) =>
      wordDraft(tx, scope.organization, membership, { draft, locale }, input, clock.now()),
    );
    return c.json(saved, 200);
  });
}
