/** The gate of feeds: whoever has the secret address reads one person's meetings, and nothing else. */
import { atGate } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { mintScope, type Scope } from '../../platform/scope.ts';
import { readRoomToken } from '../../platform/token.ts';
import type { Owner } from './queries.ts';

/** What one secret address opens. */
export interface FeedScope {
  readonly scope: Scope;
  readonly owner: Owner;
  readonly organizationName: string;
  readonly locale: string;
}

/** The feed of a token; `not_found` where it was revoked, renewed, or its person no longer belongs to the organization. */
export async function resolveFeed({ db }: Pick<Platform, 'db'>, token: string): Promise<FeedScope> {
  const read = readRoomToken(token);
  const { rows } = read
    ? await atGate(db, (tx) =>
        tx.query<{ person: string; name: string; locale: string }>(
          `select f.person_id as person, o.name, p.locale from calendar_feeds f
             join memberships m on m.organization_id = f.organization_id and m.person_id = f.person_id and m.ended_at is null
             join organizations o on o.id = f.organization_id join auth.persons p on p.id = f.person_id
           where f.organization_id = $1 and f.token_hash = $2`,
          // The first part of such a token names whose it is; here that is the organization.
          [read.partnership, read.hash],
        ),
      )
    : { rows: [] };
  const row = rows[0];
  if (!read || !row)
    throw new AppError(
      'not_found',
      'There is no calendar at this address any more. Its owner can make a new one in Entente.',
    );
  return {
    scope: mintScope(read.partnership),
    owner: { organization: read.partnership, person: row.person },
    organizationName: row.name,
    locale: row.locale,
  };
}
