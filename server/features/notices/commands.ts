import { view } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchPartnership } from '../follow-ups/commands-watch.ts';
import { tellingsOf } from '../follow-ups/queries-reminders.ts';
import { issueLink } from '../links/commands.ts';
import { enqueue, postOf, type Recipient } from '../mail/commands.ts';
import { mailIdFor } from '../mail/model.ts';
import { type ConversationFacts, mailFacts } from '../mail/schema.ts';
import { factsFor } from './model.ts';
import { type Hearer, hearers } from './policy.ts';
import { loadTold, type Told } from './queries.ts';
import type { ActNotice } from './schema.ts';

/** What comes within a minute of the last mail about a conversation is told in one more, not in one each. */
export const TOGETHER_MILLISECONDS = 60_000;
const MOST_EVENTS = 20;

type Parts = Pick<Platform, 'config' | 'clock' | 'secrets'>;

interface Earlier {
  id: string;
  facts: unknown;
  acts: string[];
  state: string;
  attempts: number;
  created_at: string;
}

/**
 * Writes the mails one act is worth, for the people of the organization that `tx` has entered. Doing it twice changes nothing.
 * `id` is the outbox row's: ids sort by time.
 */
export async function tellAct(
  tx: Tx,
  parts: Parts,
  organization: string,
  notice: ActNotice & { id: string },
): Promise<void> {
  const now = parts.clock.now();
  await watchPartnership(tx, organization, notice.partnershipId, now, notice.conversationId);
  const told = await loadTold(tx, organization, notice, now);
  if (!told) return;
  const seen = view(told.conversation, now.toISOString());
  const hearing = hearers(told, seen.moves);
  const members = hearing.flatMap((one) => (one.kind === 'member' ? [one.member.person_id] : []));
  const tellingOf = await tellingsOf(tx, organization, members);
  for (const hearer of hearing) {
    const telling = hearer.kind === 'member' ? tellingOf(hearer.member.person_id) : undefined;
    // Whoever wants one mail a day or a week, or none, reads of it there, or on Today.
    if (telling && !telling.atOnce) continue;
    // Whoever was invited after the act was told of it with their first link.
    if (hearer.kind === 'guest' && hearer.guest.first > notice.id) continue;
    const to = recipientOf(hearer);
    const earlier = await earlierMails(tx, organization, notice.conversationId, to.email);
    if (earlier.some((mail) => mail.acts.includes(notice.actId))) continue;
    const open = earlier.find((mail) => mail.state === 'queued' && mail.attempts === 0);
    const facts = (url: { url: string; expiresAt?: string }) => factsFor(told, hearer, seen, url, now);
    if (open && (await join(tx, organization, open, facts, notice.actId, now))) continue;
    // Where no mail leaves the server there is nobody to spare a second one.
    const last = parts.config.smtpUrl && earlier[0] ? new Date(earlier[0].created_at).getTime() : undefined;
    const link = await linkFor(tx, parts, told, hearer, notice, now);
    await enqueue(tx, {
      organization,
      id: mailIdFor(organization, notice.actId, to.email),
      to,
      facts: facts(link),
      post: postOf(parts),
      now,
      ...notBefore(now, last, telling?.notBefore(now)),
      thread: notice.conversationId,
      partnership: notice.partnershipId,
      conversation: notice.conversationId,
      answers: {
        kind: 'conversation',
        partnership: notice.partnershipId,
        subject: notice.conversationId,
        people: hearer.kind === 'guest' ? hearer.guest.person : undefined,
      },
      acts: [notice.actId],
    });
  }
}

/** Not within a minute of the last one, and not in somebody's night. */
function notBefore(now: Date, last: number | undefined, morning: Date | undefined): { notBefore?: Date } {
  const together = last === undefined ? 0 : last + TOGETHER_MILLISECONDS;
  const at = Math.max(together, morning?.getTime() ?? 0);
  return at > now.getTime() ? { notBefore: new Date(at) } : {};
}

function recipientOf(hearer: Hearer): Recipient {
  if (hearer.kind === 'guest') return { email: hearer.guest.email, name: hearer.guest.name };
  const { email, name, person_id } = hearer.member;
  return { email, name, personId: person_id };
}

async function earlierMails(tx: Tx, organization: string, conversation: string, email: string): Promise<Earlier[]> {
  const { rows } = await tx.query<Earlier>(
    `select id, facts, acts, state, attempts, created_at from mails
     where organization_id = $1 and thread_key = $2 and to_email = $3 and kind = 'conversation'
     order by created_at desc, id desc limit 20`,
    [organization, conversation, email],
  );
  return rows;
}

/** Adds an act to a mail that has not left yet; false if it left meanwhile, is full, or its link would not last. */
async function join(
  tx: Tx,
  organization: string,
  open: Earlier,
  facts: (link: { url: string; expiresAt?: string }) => ConversationFacts,
  act: string,
  now: Date,
): Promise<boolean> {
  const found = mailFacts.safeParse(open.facts);
  if (!found.success || found.data.kind !== 'conversation' || found.data.events.length >= MOST_EVENTS) return false;
  const { url, expiresAt, events } = found.data;
  if (expiresAt && new Date(expiresAt) <= now) return false;
  const next = facts({ url, ...(expiresAt && { expiresAt }) });
  const { rowCount } = await tx.query(
    `update mails set facts = $3, acts = acts || $4::text
     where organization_id = $1 and id = $2 and state = 'queued' and attempts = 0`,
    [organization, open.id, { ...next, events: [...events, ...next.events] }, act],
  );
  return rowCount > 0;
}

/** Members come to the page as themselves; guests get a link with each mail, so that one that was used up never leaves them outside. */
async function linkFor(
  tx: Tx,
  { config }: Parts,
  told: Told,
  hearer: Hearer,
  { partnershipId, conversationId }: ActNotice,
  now: Date,
): Promise<{ url: string; expiresAt?: string }> {
  if (hearer.kind === 'member') {
    return {
      url: `${config.publicUrl}/o/${told.organization.slug}/partners/${partnershipId}/conversations/${conversationId}`,
    };
  }
  const { person, side, speaker } = hearer.guest;
  const link = await issueLink(tx, { partnershipId, conversationId, person, side, speaker, beside: true }, now);
  return { url: `${config.publicUrl}${link.path}`, expiresAt: link.expiresAt };
}
