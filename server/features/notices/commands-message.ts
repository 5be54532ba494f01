import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchPartnership } from '../follow-ups/commands-watch.ts';
import { tellingsOf } from '../follow-ups/queries-reminders.ts';
import { enqueue, postOf } from '../mail/commands.ts';
import { mailIdFor } from '../mail/model.ts';
import type { Letter } from '../rooms/policy.ts';
import type { MessageNotice } from './schema.ts';

interface MessageRow {
  subject: string;
  text: string;
  at: string;
  side: Letter;
  via: string;
  author_name: string | null;
  author_person: string | null;
  claimed_a: string | null;
  claimed_b: string | null;
  name_a: string;
  name_b: string;
  slug: string;
}

/**
 * Tells the other side of a message in a plain thread: whoever of them wrote in it or is asked to the meeting it is about, else their
 * managers and administrators.
 * A side without an account reads only what is said about a meeting (`tellMeetingWords`), and is told of the rest in person.
 */
export async function tellMessage(
  tx: Tx,
  parts: Pick<Platform, 'config' | 'clock' | 'secrets'>,
  organization: string,
  notice: MessageNotice,
): Promise<void> {
  await watchPartnership(tx, organization, notice.partnershipId, parts.clock.now());
  const { rows } = await tx.query<MessageRow>(
    `select t.subject, m.text, m.at, m.side, m.via, w.name as author_name, w.person_id as author_person, p.claimed_a, p.claimed_b, p.name_a, p.name_b,
       o.slug
     from messages m
     join threads t on t.partnership_id = m.partnership_id and t.id = m.thread_id
     join partnerships p on p.id = m.partnership_id
     join organizations o on o.id = $4
     left join people w on w.partnership_id = m.partnership_id and w.id = m.author
     where m.partnership_id = $1 and m.thread_id = $2 and m.id = $3`,
    [notice.partnershipId, notice.threadId, notice.messageId, organization],
  );
  const message = rows[0];
  if (!message || message.via === 'recorded') return;
  const theirs = message.side === 'a' ? message.claimed_b : message.claimed_a;
  if (theirs !== organization) return;
  const { rows: hearers } = await tx.query<{ person_id: string; name: string; email: string }>(
    `with talked as (
       select distinct w.person_id from messages m join people w on w.partnership_id = m.partnership_id and w.id = m.author
       where m.partnership_id = $1 and m.thread_id = $2 and w.person_id is not null and m.side <> $4
       union
       select w.person_id from meetings g join meeting_people i on i.partnership_id = g.partnership_id and i.meeting_id = g.id
         join people w on w.partnership_id = i.partnership_id and w.id = i.person
       where g.partnership_id = $1 and g.thread_id = $2 and w.person_id is not null and i.side <> $4
     )
     select person_id, name, email from memberships
     where organization_id = $3 and ended_at is null and person_id is distinct from $5
       and (person_id in (select person_id from talked)
         or (role <> 'member' and not exists (
           select 1 from memberships k join talked using (person_id) where k.organization_id = $3 and k.ended_at is null)))`,
    [notice.partnershipId, notice.threadId, organization, message.side, message.author_person],
  );
  const partner = message.side === 'a' ? message.name_a : message.name_b;
  const tellingOf = await tellingsOf(
    tx,
    organization,
    hearers.map((one) => one.person_id),
  );
  for (const to of hearers) {
    const telling = tellingOf(to.person_id);
    if (!telling.atOnce) continue;
    const morning = telling.notBefore(parts.clock.now());
    await enqueue(tx, {
      organization,
      id: mailIdFor(organization, notice.messageId, to.email),
      to: { email: to.email, name: to.name, personId: to.person_id },
      facts: {
        kind: 'message',
        url: `${parts.config.publicUrl}/o/${message.slug}/partners/${notice.partnershipId}/threads/${notice.threadId}`,
        subject: message.subject,
        partner,
        who: { name: message.author_name, organization: partner },
        text: message.text,
        at: message.at,
      },
      post: postOf(parts),
      now: parts.clock.now(),
      ...(morning && { notBefore: morning }),
      thread: notice.threadId,
      answers: { kind: 'thread', partnership: notice.partnershipId, subject: notice.threadId },
      partnership: notice.partnershipId,
    });
  }
}
