/** The claim gate: who holds the token of an offer may enter the side it offers, which its new holder could not enter otherwise. */
import { atGate } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope, type Scope } from '../../platform/scope.ts';
import { readRoomToken } from '../../platform/token.ts';
import type { MemberScope } from '../identity/gate.ts';
import { isProof } from '../organizations/policy-token.ts';
import { nthSlug, slugOf } from '../organizations/policy-slug.ts';
import { claimGone, type ClaimMarks, claimState } from './policy.ts';
import type { OpenClaim } from './schema.ts';

/** An offer that can be accepted now. */
export interface FoundClaim extends OpenClaim {
  id: string;
  partnershipId: string;
  tokenHash: string;
  /** The recorded organization, as the log knows it. */
  party: string;
  /** The organization that really stands on the other side, if one does. */
  otherClaimedBy: string | null;
  /** The token came by mail to the address of the offer, not by a copied link. */
  proven: boolean;
}

interface ClaimRow extends ClaimMarks {
  id: string;
  email: string;
  party: string;
  recorded_name: string;
  recorded_domain: string | null;
  partner: string;
  other_claimed: string | null;
  offered_by: string;
  account_exists: boolean;
}

/** The open offer of a token; `gone` with the reason for any other. */
export async function findClaim(
  platform: Pick<Platform, 'db' | 'clock' | 'secrets'>,
  text: string,
): Promise<FoundClaim> {
  const [token = '', proof = null] = text.split('.', 2);
  const read = readRoomToken(token);
  if (!read) throw claimGone('unknown');
  const { rows } = await atGate(platform.db, (tx) =>
    tx.query<ClaimRow>(
      `select c.id, c.email, c.requested_at, c.offered_at, c.accepted_at, c.revoked_at, c.expires_at,
         case c.side when 'a' then p.organization_a else p.organization_b end as party,
         case c.side when 'a' then p.name_a else p.name_b end as recorded_name,
         case c.side when 'a' then p.domain_a else p.domain_b end as recorded_domain,
         case c.side when 'a' then p.name_b else p.name_a end as partner,
         case c.side when 'a' then p.claimed_b else p.claimed_a end as other_claimed,
         (select o.name from public.organizations o where o.id = case c.side when 'a' then p.holder_a else p.holder_b end) as offered_by,
         exists (select from auth.persons a where a.email = lower(c.email)) as account_exists
       from public.claims c join public.partnerships p on p.id = c.partnership_id
       where c.partnership_id = $1 and c.token_hash = $2`,
      [read.partnership, read.hash],
    ),
  );
  const row = rows[0];
  if (!row) throw claimGone('unknown');
  const state = claimState(row, platform.clock.now());
  if (state !== 'offered') throw claimGone(state === 'requested' ? 'not-offered' : state);
  return {
    id: row.id,
    partnershipId: read.partnership,
    tokenHash: read.hash,
    party: row.party,
    otherClaimedBy: row.other_claimed,
    recordedName: row.recorded_name,
    recordedDomain: row.recorded_domain,
    offeredBy: row.offered_by,
    partner: row.partner,
    email: row.email,
    accountExists: row.account_exists,
    expiresAt: row.expires_at,
    proven: isProof(platform.secrets.linkKey, row, proof),
  };
}

/** The recorded organization of an offer, before it is its own. `app.claim` lets nothing through but taking this side over. */
export function scopeOfRecorded(claim: FoundClaim): Scope {
  return mintScope(claim.party);
}

/** An organization the person says they administer: `asMember` checks that they belong to it. */
export function scopeOfClaimant(organization: string, person: string): MemberScope {
  return { organization, person, unchecked: mintScope(organization) };
}

/** A word for the addresses of an organization that becomes its own, free at this moment. */
export async function freeSlug(platform: Pick<Platform, 'db'>, name: string): Promise<string> {
  const slug = slugOf(name);
  const { rows } = await atGate(platform.db, (tx) =>
    tx.query<{ slug: string }>('select slug from public.organizations where slug = $1 or starts_with(slug, $2)', [
      slug,
      `${slug}-`,
    ]),
  );
  const taken = new Set(rows.map((row) => row.slug));
  let attempt = 1;
  while (taken.has(nthSlug(slug, attempt))) attempt += 1;
  return nthSlug(slug, attempt);
}
