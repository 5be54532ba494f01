import type { Tx } from '../../platform/database.ts';
import type { ByMail } from './schema.ts';

interface MarkRow extends ByMail {
  said: string;
}

/**
 * Which words of a conversation or a thread came by mail, by the id of the act or message. `organization`: the reader's, who may look
 * for the mail as it came if it took it; none for a guest.
 */
export async function mailedWords(
  tx: Tx,
  partnership: string,
  subject: string,
  organization: string | undefined,
): Promise<Map<string, ByMail>> {
  const { rows } = await tx.query<MarkRow>(
    `select w.said_id as said, m.id as mail, coalesce(m.folded <> '', false) as more, coalesce((
       select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media', f.media, 'size', f.size) order by f.id)
       from files f where f.partnership_id = w.partnership_id and f.id = any(w.files)), '[]') as files
     from mailed_words w left join mails_in m on m.organization_id = $3 and w.taken_by = $3 and m.id = w.mail_id
     where w.partnership_id = $1 and w.subject_id = $2 limit 1000`,
    [partnership, subject, organization ?? null],
  );
  return new Map(rows.map(({ said, ...mark }) => [said, mark]));
}
