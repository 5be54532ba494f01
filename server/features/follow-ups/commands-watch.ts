import type { Tx } from '../../platform/database.ts';
import type { Watched } from './queries-facts.ts';

/** Has something looked at as soon as may be, because it is new or has changed. */
export async function watch(tx: Tx, organization: string, watched: readonly Watched[], now: Date): Promise<void> {
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select distinct $1::uuid, w.kind, w.subject, w.partnership, $2::timestamptz
     from unnest($3::text[], $4::text[], $5::uuid[]) as w(kind, subject, partnership)
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [
      organization,
      now,
      watched.map((one) => one.kind),
      watched.map((one) => one.subject),
      watched.map((one) => one.partnership),
    ],
  );
}

/** Something was said or settled in a partnership: whatever counts from the last word there is looked at again. */
export async function watchPartnership(
  tx: Tx,
  organization: string,
  partnership: string,
  now: Date,
  conversation?: string,
): Promise<void> {
  const more: Watched[] = conversation ? [{ kind: 'conversation', subject: conversation, partnership }] : [];
  await watch(tx, organization, [{ kind: 'partnership', subject: partnership, partnership }, ...more], now);
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select $1::uuid, 'pair', r.id::text, r.partnership_id, $3::timestamptz from pairs r
     where r.partnership_id = $2 and r.agreed_at is not null and r.ended_at is null
     union all
     select $1::uuid, 'readback', r.id::text, r.partnership_id, $3 from readbacks r where r.partnership_id = $2 and r.answered_at is null
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [organization, partnership, now],
  );
  await tx.query(
    `update watched set look_at = $3 where organization_id = $1 and partnership_id = $2 and kind in ('pair', 'readback', 'talk')`,
    [organization, partnership, now],
  );
}

/** A point of a talk was written, changed or done. */
export async function watchPoint(tx: Tx, organization: string, point: string, now: Date): Promise<void> {
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select p.organization_id, 'point', p.id::text, i.partnership_id, $3::timestamptz
     from points p join interviews i on i.organization_id = p.organization_id and i.id = p.interview_id
     where p.organization_id = $1 and p.id = $2
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [organization, point, now],
  );
}

/** Something of a meeting changed: each time of it is looked at, and it may be contact. */
export async function watchMeeting(
  tx: Tx,
  organization: string,
  { partnershipId, meetingId }: { partnershipId: string; meetingId: string },
  now: Date,
): Promise<void> {
  await watch(tx, organization, [{ kind: 'partnership', subject: partnershipId, partnership: partnershipId }], now);
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select $1::uuid, 'meeting', o.meeting_id || ' ' || o.occurrence, o.partnership_id, $4::timestamptz
     from meeting_occurrences o where o.partnership_id = $2 and o.meeting_id = $3
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [organization, partnershipId, meetingId, now],
  );
  // Thanks for a meeting are thanks for the talk that was held in it.
  await tx.query(
    `update watched set look_at = $3 where organization_id = $1 and partnership_id = $2 and kind = 'talk'`,
    [organization, partnershipId, now],
  );
}

/** A mail of ours could not be delivered, or is on its way again. */
export async function watchMail(tx: Tx, organization: string, mail: string, now: Date): Promise<void> {
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select organization_id, 'mail', id::text, partnership_id, $3::timestamptz from mails
     where organization_id = $1 and id = $2 and partnership_id is not null
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [organization, mail, now],
  );
}

/** A mail that arrived is held for somebody to decide, or was decided about. */
export async function watchHeldMail(tx: Tx, organization: string, mail: string, now: Date): Promise<void> {
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select organization_id, 'held-mail', id::text, partnership_id, $3::timestamptz from mails_in
     where organization_id = $1 and id = $2
     on conflict on constraint watched_pkey do update set look_at = excluded.look_at`,
    [organization, mail, now],
  );
}

/** A talk was begun, changed or taken away: it may be owed a read-back, and is contact. */
export async function watchTalk(
  tx: Tx,
  at: { organization: string; partnership: string },
  talk: string,
  now: Date,
): Promise<void> {
  const { organization, partnership } = at;
  await watch(
    tx,
    organization,
    [
      { kind: 'talk', subject: talk, partnership },
      { kind: 'partnership', subject: partnership, partnership },
    ],
    now,
  );
}

/** Everybody of an organization has a row that says how they are told; where their clocks stand is kept in it. */
export async function keepReminders(
  tx: Tx,
  organization: string,
  zones: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into reminder_settings (organization_id, person_id, time_zone, next_at)
     select m.organization_id, m.person_id, z.zone, $4 from memberships m
     join unnest($2::uuid[], $3::text[]) as z(person, zone) on z.person = m.person_id
     where m.organization_id = $1 and m.ended_at is null
     on conflict on constraint reminder_settings_pkey do update set time_zone = excluded.time_zone
     where reminder_settings.time_zone is distinct from excluded.time_zone`,
    [organization, [...zones.keys()], [...zones.values()], now],
  );
}

/** Watches what was found to be missing; what somebody began to watch meanwhile stays as it is. */
export async function watchMissing(
  tx: Tx,
  organization: string,
  missing: readonly Watched[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into watched (organization_id, kind, subject_id, partnership_id, look_at)
     select $1::uuid, w.kind, w.subject, w.partnership, $2 from unnest($3::text[], $4::text[], $5::uuid[]) as w(kind, subject, partnership)
     on conflict on constraint watched_pkey do nothing`,
    [
      organization,
      now,
      missing.map((one) => one.kind),
      missing.map((one) => one.subject),
      missing.map((one) => one.partnership),
    ],
  );
}

/** Where the last page of a sweep ended. */
export interface SweptTo {
  kind: string;
  subject: string;
}

/** Has the next so many things looked at anew, whatever they were to wait for. Answers where it ended; undefined at the end. */
export async function lookAgainFrom(
  tx: Tx,
  organization: string,
  after: SweptTo,
  limit: number,
  now: Date,
): Promise<SweptTo | undefined> {
  const { rows } = await tx.query<SweptTo>(
    `select kind, subject_id as subject from watched where organization_id = $1 and (kind, subject_id) > ($2, $3)
     order by kind, subject_id limit $4`,
    [organization, after.kind, after.subject, limit],
  );
  const last = rows.at(-1);
  if (!last) return undefined;
  await tx.query(
    `update watched set look_at = $2 where organization_id = $1 and (kind, subject_id) > ($3, $4) and (kind, subject_id) <= ($5, $6)
       and (look_at is null or look_at > $2)`,
    [organization, now, after.kind, after.subject, last.kind, last.subject],
  );
  return rows.length < limit ? undefined : last;
}
