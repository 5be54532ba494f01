import type { Tx } from '../../platform/database.ts';

/** Words of the room that came by mail. */
interface Mailed {
  /** Who took the mail, and its row there. */
  organization: string;
  mail: string;
  partnership: string;
  /** Conversation or thread, and the act or message in it. */
  subject: string;
  said: string;
  /** Files of the room, where the words themselves hold none. */
  files?: string[];
}

/**
 * Marks words as come by mail, for both sides, with the files of the mail, which belong to the room from now on. What the mail
 * repeats does not cross over: it may be an inner discussion that nobody meant for the other side.
 */
export async function markMailed(tx: Tx, mailed: Mailed, now: Date): Promise<void> {
  const { files = [] } = mailed;
  await tx.query(
    `insert into mailed_words (partnership_id, subject_id, said_id, taken_by, mail_id, files, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p
     on conflict on constraint mailed_words_pkey do nothing`,
    [mailed.partnership, mailed.subject, mailed.said, mailed.organization, mailed.mail, files],
  );
  if (files.length > 0)
    await tx.query(
      'update files set attached_at = $3 where partnership_id = $1 and id = any($2) and attached_at is null',
      [mailed.partnership, files, now],
    );
}
