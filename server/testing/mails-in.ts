/** Mails that arrived, for tests of what is done with them afterwards. */
import { inScope } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import type { Platform } from '../platform/platform.ts';
import { mintScope } from '../platform/scope.ts';

export interface Arrived {
  state: 'landed' | 'held' | 'ignored' | 'refused';
  reason?: string;
  kind?: 'conversation' | 'thread' | 'copy';
  partnership?: string;
  subjectId?: string;
  from?: string;
  name?: string;
  subject?: string;
  words?: string;
  folded?: string;
  direction?: 'in' | 'out';
  messageId?: string;
  actId?: string;
  token?: string;
  suggestion?: object;
}

/** Writes a mail down as the worker would have done. Answers its id. */
export async function arrivedMail(
  platform: Pick<Platform, 'db' | 'clock'>,
  organization: string,
  mail: Arrived,
): Promise<string> {
  const id = newId();
  const now = platform.clock.now();
  await inScope(platform.db, mintScope(organization), (tx) =>
    tx.query(
      `insert into mails_in (organization_id, id, state, reason, kind, partnership_id, subject_id, from_email, from_name, subject, words,
         folded, direction, message_id, act_id, token, suggestion, recipients, size, written_at, received_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,'{entente@entente.example}',1000,$18,$18)`,
      [
        organization,
        id,
        mail.state,
        mail.reason ?? null,
        mail.kind ?? null,
        mail.partnership ?? null,
        mail.subjectId ?? null,
        mail.from ?? 'marta@taller.example',
        mail.name ?? null,
        mail.subject ?? 'Re: Twelve places for interns',
        mail.words ?? '',
        mail.folded ?? '',
        mail.direction ?? null,
        mail.messageId ?? null,
        mail.actId ?? null,
        mail.token ?? null,
        mail.suggestion ?? null,
        now,
      ],
    ),
  );
  return id;
}
