import type { Tx } from '../../platform/database.ts';
import { enqueue, type Post } from '../mail/commands.ts';
import type { Membership } from '../identity/policy.ts';
import { mailIdFor } from '../mail/model.ts';
import { type DigestWish, digestStep } from './model-digest.ts';
import type { Settings } from './model-facts.ts';
import { hiddenRules } from './policy.ts';
import { digestOf } from './queries-digest.ts';

interface WishRow {
  how: DigestWish['how'];
  hour: number;
  weekday: number;
  quiet_from: number | null;
  quiet_to: number | null;
  digest_day: string | null;
  digest_at: string | null;
  name: string;
  email: string;
  slug: string;
  role: Membership['role'];
  organization: string;
}

interface Telling {
  settings: Settings;
  post: Post;
  publicUrl: string;
  now: Date;
}

const DAY = 86_400_000;
const LONGEST: Record<DigestWish['how'], number> = { 'at-once': DAY, daily: DAY, weekly: 7 * DAY, off: DAY };

/**
 * Writes the digest of one person, if it is time and there is something to tell, and says when to look again. Once for each of their days:
 * the mail has an id of that day, and the row is held while it is written.
 */
export async function tellDigest(tx: Tx, organization: string, person: string, telling: Telling): Promise<void> {
  const { settings, post, publicUrl, now } = telling;
  const { rows } = await tx.query<WishRow>(
    `select r.how, r.hour, r.weekday, r.quiet_from, r.quiet_to, r.digest_day, r.digest_at, m.name, m.email, m.role, o.slug, o.name as organization
     from reminder_settings r
     join memberships m on m.organization_id = r.organization_id and m.person_id = r.person_id and m.ended_at is null
     join organizations o on o.id = r.organization_id
     where r.organization_id = $1 and r.person_id = $2 and r.next_at <= $3 for update of r skip locked`,
    [organization, person, now],
  );
  const row = rows[0];
  if (!row) return forget(tx, organization, person, now);
  const quiet = row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to };
  const { day, nextAt } = digestStep(row.digest_day, now.getTime(), { ...row, quiet }, settings.calendar(person));
  // Whoever has only just come is told of what is new from now on.
  const since = row.digest_at === null ? null : new Date(Math.max(Date.parse(row.digest_at), now.getTime() - 30 * DAY));
  const facts =
    day === null
      ? null
      : await digestOf(
          tx,
          {
            organization,
            personId: person,
            hidden: hiddenRules(row),
            name: row.organization,
            base: `${publicUrl}/o/${row.slug}`,
          },
          since ?? new Date(now.getTime() - LONGEST[row.how]),
          now,
          row.how === 'at-once' ? null : { until: new Date((nextAt ?? now.getTime() + LONGEST[row.how]) + DAY) },
        );
  if (facts) {
    const to = { email: row.email, name: row.name, personId: person };
    await enqueue(tx, { organization, id: mailIdFor(organization, `digest ${day}`, row.email), to, facts, post, now });
  }
  await tx.query(
    `update reminder_settings set next_at = $3, digest_day = coalesce($4, digest_day),
       digest_at = case when $4::date is null then digest_at else $5 end
     where organization_id = $1 and person_id = $2`,
    [organization, person, nextAt === null ? null : new Date(nextAt), day, now],
  );
}

/** Who is no longer of the organization is not looked at again. */
async function forget(tx: Tx, organization: string, person: string, now: Date): Promise<void> {
  await tx.query(
    `update reminder_settings r set next_at = null where r.organization_id = $1 and r.person_id = $2 and r.next_at <= $3
       and not exists (select from memberships m where m.organization_id = $1 and m.person_id = $2 and m.ended_at is null)`,
    [organization, person, now],
  );
}
