import type { Tx } from '../../platform/database.ts';
import type { MailPort } from '../mail/commands.ts';
import { mailIdFor } from '../mail/model.ts';
import { dayIn, monthAfter } from './model-month.ts';
import { reviewOfMonth } from './queries.ts';
import type { ReviewItem } from './schema.ts';

/** Days of a new month in which the review of the last one still goes out: a server that was down catches up. */
const lastDay = 7;

interface Reviewed {
  id: string;
  slug: string;
  name: string;
  time_zone: string;
  publicUrl: string;
}

/** Writes the review of the month that is over to whoever leads the organization: once each, and only where something happened. */
export async function mailReviews(tx: Tx, mail: MailPort, organization: Reviewed, now: Date): Promise<void> {
  const today = dayIn(now, organization.time_zone);
  if (Number(today.slice(8)) > lastDay) return;
  const month = monthAfter(today.slice(0, 7), -1);
  const { well, mend } = await reviewOfMonth(tx, organization.id, month, now);
  if (well.length === 0 && mend.length === 0) return;
  const { rows } = await tx.query<{ person_id: string; name: string; email: string }>(
    `select person_id, name, email from memberships
     where organization_id = $1 and ended_at is null and role in ('administrator', 'manager')
       and not exists (select from reminder_settings r where r.organization_id = memberships.organization_id
         and r.person_id = memberships.person_id and not r.review_mail)`,
    [organization.id],
  );
  const base = `${organization.publicUrl}/o/${organization.slug}`;
  const addressed = <T extends ReviewItem>(item: T) => ({
    ...item,
    links: item.links.slice(0, 3).map((link) => ({
      title: link.title,
      url: `${base}/partners/${link.partnershipId}/${
        'meetingId' in link
          ? `meetings/${link.meetingId}?${new URLSearchParams({ time: link.occurrence })}`
          : `conversations/${link.conversationId}`
      }`,
    })),
  });
  for (const { person_id, name, email } of rows) {
    await mail.deliver(tx, organization.id, {
      id: mailIdFor(organization.id, `review ${month}`, email),
      to: { email, name, personId: person_id },
      facts: {
        kind: 'review',
        url: `${base}/mirror/${month}`,
        organization: organization.name,
        month,
        well: well.map(addressed),
        mend: mend.map(addressed),
      },
    });
  }
}
