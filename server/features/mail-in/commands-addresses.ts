import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { addressFor, enqueue, type Post } from '../mail/commands.ts';

/** Stands where an address is given to an organization, not to a person. */
const NOBODY = 'copy';

/** The address at which an organization takes copies of its mails with a partner: the same one every time. Null where no mail is read. */
export async function copyAddressOf(
  tx: Tx,
  post: Post,
  organization: string,
  partnership: string,
  now: Date,
): Promise<string | null> {
  const address = await addressFor(tx, post, {
    organization,
    to: { email: NOBODY },
    answers: { kind: 'copy', partnership, subject: partnership },
    now,
  });
  return address ?? null;
}

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
