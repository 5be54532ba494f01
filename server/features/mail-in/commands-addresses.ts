import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { addressFor, enqueue, type Post } from '../mail/commands.ts';

/** Sends a mail to an address of our own, which comes back the way every answer does. */
export async function sendProbe(
  tx: Tx,
  post: Post,
  organization: { id: string; url: string },
  now: Date,
): Promise<void> {
  const to = await addressFor(tx, post, {
    organization: organization.id,
    to: { email: 'probe' },
    answers: { kind: 'copy', partnership: organization.id, subject: 'probe' },
    now,
  });
  if (!to) throw new AppError('conflict', 'No mail is read on this server: set MAIL_IN_URL first.');
  const { rows } = await tx.query<{ name: string }>('select name from organizations where id = $1', [organization.id]);
  await enqueue(tx, {
    organization: organization.id,
    to: { email: to },
    facts: { kind: 'probe', url: organization.url, organization: rows[0]?.name ?? '' },
    post,
    now,
  });
}
