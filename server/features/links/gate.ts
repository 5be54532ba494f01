/** The link gate: who holds a live signed link acts in one conversation, for one side, and in the scope of whoever holds that side. */
import type { Speaker } from '@entente/protocol';
import type { MiddlewareHandler } from 'hono';
import { atGate, type Tx } from '../../platform/database.ts';
import type { AppEnv } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope, type Scope } from '../../platform/scope.ts';
import { readRoomToken } from '../../platform/token.ts';
import type { Letter } from '../rooms/policy.ts';
import { canView, linkGone, type LinkMarks, type LinkState, stateOf } from './policy.ts';

/** What one signed link opens. */
export interface LinkScope {
  readonly id: string;
  readonly scope: Scope;
  readonly partnershipId: string;
  readonly conversationId: string;
  /** Pseudonym of the person it was made for. */
  readonly person: string;
  readonly side: Letter;
  readonly speaker: Speaker;
  readonly state: LinkState;
  /** False once a binding act used it up: it still shows. */
  readonly canAct: boolean;
  readonly expiresAt: string;
}

declare module '../../platform/http.ts' {
  interface RequestVariables {
    link: LinkScope;
  }
}

interface LinkRow extends LinkMarks {
  id: string;
  conversation_id: string;
  person: string;
  side: Letter;
  speaker: Speaker;
  holder: string;
}

/** The link of a token in whatever state it is; `gone` only where there is none. For asking again; all else uses `resolveLink`. */
export async function findLink(
  platform: Pick<Platform, 'db' | 'clock'>,
  token: string | undefined,
): Promise<LinkScope> {
  const read = readRoomToken(token ?? '');
  if (!read) throw linkGone('unknown');
  const { rows } = await atGate(platform.db, (tx) =>
    tx.query<LinkRow>(
      `select id, conversation_id, person, side, speaker, expires_at, used_at, replaced_at, revoked_at,
         case side when 'a' then holder_a else holder_b end as holder
       from links where partnership_id = $1 and token_hash = $2`,
      [read.partnership, read.hash],
    ),
  );
  const row = rows[0];
  if (!row) throw linkGone('unknown');
  const state = stateOf(row, platform.clock.now());
  return {
    id: row.id,
    scope: mintScope(row.holder),
    partnershipId: read.partnership,
    conversationId: row.conversation_id,
    person: row.person,
    side: row.side,
    speaker: row.speaker,
    state,
    canAct: state === 'live',
    expiresAt: row.expires_at,
  };
}

/** The link of a token; `gone` with the reason and what to do when it shows nothing any more. */
export async function resolveLink(
  platform: Pick<Platform, 'db' | 'clock'>,
  token: string | undefined,
): Promise<LinkScope> {
  const link = await findLink(platform, token);
  if (!canView(link.state)) throw linkGone(link.state);
  return link;
}

/**
 * The standing somebody has in a conversation through the newest link they were given, whatever became of it: for words that come
 * by mail instead. `undefined` where they were given none, or another organization holds their side by now.
 */
export async function mintedLink(
  tx: Tx,
  organization: string,
  who: { partnership: string; conversation: string; person: string },
): Promise<LinkScope | undefined> {
  const { rows } = await tx.query<LinkRow>(
    `select id, conversation_id, person, side, speaker, expires_at, used_at, replaced_at, revoked_at,
       case side when 'a' then holder_a else holder_b end as holder
     from links where partnership_id = $1 and conversation_id = $2 and person = $3 order by created_at desc, id desc limit 1`,
    [who.partnership, who.conversation, who.person],
  );
  const row = rows[0];
  if (!row || row.holder !== organization) return undefined;
  return {
    id: row.id,
    scope: mintScope(organization),
    partnershipId: who.partnership,
    conversationId: row.conversation_id,
    person: row.person,
    side: row.side,
    speaker: row.speaker,
    state: row.revoked_at === null ? 'live' : 'revoked',
    canAct: row.revoked_at === null,
    expiresAt: row.expires_at,
  };
}

/** Lets a request through that carries a link which still shows its conversation, as `c.var.link`. */
export function linkGate(platform: Pick<Platform, 'db' | 'clock'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('link', await resolveLink(platform, c.req.header('x-entente-link')));
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    await next();
  };
}

/** Refuses a link that a binding act has used up. */
export function mustBeUnused(link: LinkScope): void {
  if (link.canAct) return;
  throw linkGone('used');
}
