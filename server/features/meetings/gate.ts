/** The gate of a meeting's links: who holds a live one sees one meeting and answers for one person, in the scope of whoever holds that side. */
import type { MiddlewareHandler } from 'hono';
import { atGate } from '../../platform/database.ts';
import type { AppEnv } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope, type Scope } from '../../platform/scope.ts';
import { readRoomToken } from '../../platform/token.ts';
import type { Letter } from '../rooms/policy.ts';
import { meetingLinkGone, type MeetingLinkState, meetingLinkState } from './policy.ts';

/** What one link opens. */
export interface MeetingLink {
  readonly scope: Scope;
  readonly partnership: string;
  readonly meeting: string;
  /** Pseudonym of the person it was made for. */
  readonly person: string;
  readonly side: Letter;
  readonly state: MeetingLinkState;
  readonly expiresAt: string;
}

declare module '../../platform/http.ts' {
  interface RequestVariables {
    meetingLink: MeetingLink;
  }
}

interface LinkRow {
  meeting_id: string;
  person: string;
  side: Letter;
  expires_at: string;
  revoked_at: string | null;
  holder: string;
}

/** The link of a token in whatever state it is; `gone` only where there is none. For asking for the next one; all else goes through the gate. */
export async function findMeetingLink(
  platform: Pick<Platform, 'db' | 'clock'>,
  token: string | undefined,
): Promise<MeetingLink> {
  const read = readRoomToken(token ?? '');
  if (!read) throw meetingLinkGone('unknown');
  const { rows } = await atGate(platform.db, (tx) =>
    tx.query<LinkRow>(
      `select meeting_id, person, side, expires_at, revoked_at, case side when 'a' then holder_a else holder_b end as holder
       from meeting_links where partnership_id = $1 and token_hash = $2`,
      [read.partnership, read.hash],
    ),
  );
  const row = rows[0];
  if (!row) throw meetingLinkGone('unknown');
  return {
    scope: mintScope(row.holder),
    partnership: read.partnership,
    meeting: row.meeting_id,
    person: row.person,
    side: row.side,
    state: meetingLinkState(row, platform.clock.now()),
    expiresAt: row.expires_at,
  };
}

/** Lets a request through that carries a live link to a meeting, as `c.var.meetingLink`. */
export function meetingGate(platform: Pick<Platform, 'db' | 'clock'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const link = await findMeetingLink(platform, c.req.header('x-entente-link'));
    if (link.state !== 'live') throw meetingLinkGone(link.state);
    c.set('meetingLink', link);
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    await next();
  };
}
