import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { atGate, inScope } from '../../platform/database.ts';
import { type App, type AppEnv, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { createPerson } from '../identity/commands.ts';
import { asMember } from '../identity/gate.ts';
import type { Identity } from '../identity/gate-identity.ts';
import type { Person } from '../identity/schema.ts';
import { acceptClaim } from './commands-accept.ts';
import { findClaim, type FoundClaim, freeSlug, scopeOfClaimant, scopeOfRecorded } from './gate.ts';
import { namedOrganization } from './queries.ts';
import { type AcceptClaim, type AcceptedClaim, acceptClaimSchema, acceptedClaim, openClaim } from './schema.ts';

const path = '/claims/{token}';
const params = z.object({ token: z.string().max(200) });
const tags = ['Claims'];

const openRoute = createRoute({
  method: 'get',
  path,
  summary: 'What an offer says',
  tags,
  request: { params },
  responses: {
    200: { description: 'It is open', content: { 'application/json': { schema: openClaim } } },
    ...problemResponses('gone'),
  },
});
const acceptRoute = createRoute({
  method: 'post',
  path,
  summary: 'Take the side over, history included',
  description:
    'Signed in: for an organization you administer, or a new one. Not signed in: `person` makes the account of the address the offer was sent to, and a new organization.',
  tags,
  request: { params, body: { content: { 'application/json': { schema: acceptClaimSchema } }, required: true } },
  responses: {
    200: { description: 'It is yours now', content: { 'application/json': { schema: acceptedClaim } } },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'gone'),
  },
});

/** Opening and accepting an offer. */
export function acceptRoutes(app: App, platform: Platform, identity: Identity): void {
  app.openapi(openRoute, async (c) => {
    const { recordedName, recordedDomain, offeredBy, partner, email, accountExists, expiresAt } = await findClaim(
      platform,
      c.req.valid('param').token,
    );
    return c.json({ recordedName, recordedDomain, offeredBy, partner, email, accountExists, expiresAt }, 200);
  });

  app.openapi(acceptRoute, async (c) => {
    const input = c.req.valid('json');
    const claim = await findClaim(platform, c.req.valid('param').token);
    const session = await identity.gate.sessionOf(c);
    const person = session?.person ?? (await newPerson(c, platform, identity, claim, input));
    const { newOrganization, organization } = input;
    const accepted = newOrganization
      ? await acceptAsNew(platform, claim, person, newOrganization)
      : await acceptAsExisting(platform, claim, person, organization ?? '');
    return c.json(accepted, 200);
  });
}

/** For somebody who has no account: the address of the offer gets one. Only the mailed link proves that they read it. */
async function newPerson(
  c: Context<AppEnv>,
  { db, clock }: Platform,
  identity: Identity,
  claim: FoundClaim,
  input: AcceptClaim,
): Promise<Person> {
  if (!input.person || !input.newOrganization) {
    throw new AppError('unauthenticated', 'Sign in to accept, or give a name and a password to make an account.', {
      accountExists: claim.accountExists,
    });
  }
  const { name, password, locale = 'en', timeZone = 'UTC' } = input.person;
  const { email } = claim;
  const passwordHash = await identity.hashPassword(password);
  const id = await atGate(db, (tx) =>
    createPerson(tx, clock, { name, email, passwordHash, locale, timeZone, emailVerified: claim.proven }),
  );
  await identity.beginSession(c, id);
  return { id, name, email, locale, timeZone, theme: 'system' };
}

async function acceptAsNew(
  platform: Platform,
  claim: FoundClaim,
  person: Person,
  wanted: NonNullable<AcceptClaim['newOrganization']>,
): Promise<AcceptedClaim> {
  const slug = await freeSlug(platform, wanted.name);
  const { locale, timeZone, name: personName, email: personEmail } = person;
  const becomes = { name: wanted.name, domain: wanted.domain ?? null, slug, locale, timeZone, personName, personEmail };
  return inScope(platform.db, scopeOfRecorded(claim), async (tx) => {
    await acceptClaim(tx, claim, { organization: claim.party, personId: person.id, becomes }, platform.clock.now());
    return { organization: await namedOrganization(tx, claim.party), partnershipId: claim.partnershipId };
  });
}

async function acceptAsExisting(
  platform: Platform,
  claim: FoundClaim,
  person: Person,
  organization: string,
): Promise<AcceptedClaim> {
  return asMember(platform.db, scopeOfClaimant(organization, person.id), async (tx, membership) => {
    if (membership.role !== 'administrator')
      throw new AppError('forbidden', 'Only an administrator of an organization can take a side over for it.');
    await acceptClaim(tx, claim, { organization, personId: person.id, becomes: null }, platform.clock.now());
    return { organization: await namedOrganization(tx, organization), partnershipId: claim.partnershipId };
  });
}
