/** Mails that answer a mail that came in. Never to a program, a doubtful sender or a stranger: only to whom the address was given. */
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { issueLink } from '../links/commands.ts';
import type { LinkScope } from '../links/gate.ts';
import { enqueue, postOf, type Recipient } from '../mail/commands.ts';
import { mailIdFor } from '../mail/model.ts';
import type { LimitsFacts } from '../mail/schema.ts';
import { MOST_FILE_BYTES, MOST_FILES, MOST_MAIL_BYTES, type ReadMail } from './model-read.ts';
import type { AddressOwner } from './queries-known.ts';
import type { MailSuggestion } from './schema.ts';

type Parts = Pick<Platform, 'clock' | 'config' | 'secrets'>;
type Taken = { organization: string; id: string };

const DAY = 86_400_000;
/** Mails that are too large, from one address in a day, of which the sender is told; a program that sends more reads no answer. */
const MOST_TOLD = 3;

interface Guest {
  email: string | null;
  name: string | null;
  title: string;
  partner: string;
}

async function guestOf(tx: Tx, link: LinkScope): Promise<(Guest & { email: string }) | undefined> {
  const { rows } = await tx.query<Guest>(
    `select w.email, w.name, c.title, case $4 when 'a' then p.name_b else p.name_a end as partner
     from people w join partnerships p on p.id = w.partnership_id
     join conversations c on c.partnership_id = w.partnership_id and c.id = $2
     where w.partnership_id = $1 and w.id = $3 and w.ended_at is null`,
    [link.partnershipId, link.conversationId, link.person, link.side],
  );
  const { email, ...rest } = rows[0] ?? { email: null };
  return email && 'title' in rest ? { ...rest, email } : undefined;
}

const ownLink = (tx: Tx, { partnershipId, conversationId, person, side, speaker }: LinkScope, now: Date) =>
  issueLink(tx, { partnershipId, conversationId, person, side, speaker, beside: true }, now);

/**
 * Asks somebody without an account whether their answer is meant as the act it reads like: they are on no page where it could be offered.
 * Once for a mail, and once a day about a conversation, so that answering the question by mail asks no further one.
 */
export async function offerByMail(
  tx: Tx,
  parts: Parts,
  mail: Taken,
  link: LinkScope,
  suggestion: MailSuggestion,
): Promise<void> {
  const now = parts.clock.now();
  const { partnershipId: partnership, conversationId: conversation } = link;
  const guest = await guestOf(tx, link);
  if (!guest) return;
  const { rowCount } = await tx.query(
    `select 1 from mails where organization_id = $1 and thread_key = $2 and to_email = $3 and kind = 'suggestion' and created_at > $4 limit 1`,
    [mail.organization, conversation, guest.email, new Date(now.getTime() - DAY)],
  );
  if (rowCount > 0) return;
  const { path, expiresAt } = await ownLink(tx, link, now);
  await enqueue(tx, {
    organization: mail.organization,
    id: mailIdFor(mail.organization, `suggestion ${mail.id}`, guest.email),
    to: { email: guest.email, name: guest.name },
    facts: {
      kind: 'suggestion',
      url: `${parts.config.publicUrl}${path}`,
      expiresAt,
      guest: true,
      title: guest.title,
      partner: guest.partner,
      role: link.speaker === 'newcomer' ? null : link.speaker,
      words: suggestion.words,
      action: { kind: suggestion.kind, atRisk: suggestion.atRisk },
      date: suggestion.date,
    },
    post: postOf(parts),
    now,
    thread: conversation,
    partnership,
    conversation,
    answers: { kind: 'conversation', partnership, subject: conversation, people: link.person },
  });
}

interface Told {
  to: Recipient;
  page: string | null;
  expiresAt?: string;
  guest: boolean;
}

const PLACES = { conversation: 'conversations', thread: 'threads', meeting: 'meetings' } as const;

/** Who is told of a mail that was not taken whole, and where they could go instead. Copied mails concern our own people alone. */
async function toldOf(
  tx: Tx,
  { clock, config }: Parts,
  organization: string,
  mail: ReadMail,
  address: AddressOwner,
  link: LinkScope | undefined,
): Promise<Told | undefined> {
  if (address.personId || address.kind === 'copy') {
    const { rows } = await tx.query<{ personId: string; name: string; email: string; slug: string }>(
      `select m.person_id as "personId", m.name, m.email, o.slug from memberships m join organizations o on o.id = m.organization_id
       where m.organization_id = $1 and m.ended_at is null and (m.person_id = $2 or ($2 is null and lower(m.email) = $3)) limit 1`,
      [organization, address.personId, mail.from.email],
    );
    const member = rows[0];
    if (!member) return undefined;
    const { slug, ...to } = member;
    const room = `${config.publicUrl}/o/${slug}/partners/${address.partnership}`;
    const page = address.kind === 'copy' ? null : `${room}/${PLACES[address.kind]}/${address.subject}`;
    return { to, page, guest: false };
  }
  const guest = link && (await guestOf(tx, link));
  if (!link || !guest) return undefined;
  const { path, expiresAt } = await ownLink(tx, link, clock.now());
  return { to: { email: guest.email, name: guest.name }, page: `${config.publicUrl}${path}`, expiresAt, guest: true };
}

/** Tells the sender what of their mail was not taken in: their mail program believes that everything arrived. */
export async function tellLimits(
  tx: Tx,
  parts: Parts,
  stored: Taken & { size: number },
  mail: ReadMail,
  address: AddressOwner,
  how: { took: LimitsFacts['took']; link: LinkScope | undefined },
): Promise<void> {
  const { organization, id, size } = stored;
  const now = parts.clock.now();
  const { rows } = await tx.query<{ large: number }>(
    `select count(*)::int as large from mails_in where organization_id = $1 and token = $2 and received_at > $3 and reason = 'too-large'`,
    [organization, address.token, new Date(now.getTime() - DAY)],
  );
  if ((rows[0]?.large ?? 0) >= MOST_TOLD) return;
  const told = await toldOf(tx, parts, organization, mail, address, how.link);
  if (!told) return;
  const { to, page, expiresAt, guest } = told;
  const placed = address.kind === 'copy' ? {} : { partnership: address.partnership };
  await enqueue(tx, {
    organization,
    id: mailIdFor(organization, `limits ${id}`, to.email),
    to,
    facts: {
      kind: 'limits',
      page,
      url: page ?? parts.config.publicUrl,
      ...(expiresAt && { expiresAt }),
      guest,
      took: how.took,
      subject: mail.subject,
      size,
      filesTaken: mail.files.length,
      filesLeft: mail.filesLeftOut,
      most: { mail: MOST_MAIL_BYTES, file: MOST_FILE_BYTES, files: MOST_FILES },
    },
    post: postOf(parts),
    now,
    ...placed,
    ...(address.kind === 'conversation' && { conversation: address.subject }),
    ...(address.kind !== 'copy' && {
      answers: {
        kind: address.kind,
        partnership: address.partnership,
        subject: address.subject,
        people: address.peopleId ?? undefined,
      },
    }),
  });
}
