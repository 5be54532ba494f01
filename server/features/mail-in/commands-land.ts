import { allowedActs, type Conversation } from '@entente/protocol';
import { Readable } from 'node:stream';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { type RoomRow, seatsOf, standingOf } from '../conversations/model.ts';
import type { LinkScope, mintedLink } from '../links/gate.ts';
import { speak } from '../acts/commands.ts';
import { watchHeldMail, watchMail } from '../follow-ups/commands-watch.ts';
import { keepFile } from '../files/commands.ts';
import { mediaOf, safeName } from '../files/policy.ts';
import { fileLimit } from '../files/schema.ts';
import { ensureRoomPerson } from '../people/commands.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addWords } from '../threads/commands.ts';
import { guestVoice, memberVoice, type Voice } from '../voices/model.ts';
import { offerByMail, tellLimits } from './commands-answer.ts';
import { markMailed } from '../mailed-words/commands.ts';
import { MOST_MAIL_BYTES, type ReadMail } from './model-read.ts';
import { routeMail, senderChecked, type Route } from './model-route.ts';
import { suggest } from './model-suggest.ts';
import { type AddressOwner, addressOf, knownAbout } from './queries-known.ts';
import type { MailInReason, MailSuggestion, MeetingMail, MeetingMailTaken } from './schema.ts';

/** What other features do with mails that are theirs; `undefined`: it could not be taken, and is held. */
export interface Receivers {
  meeting?: (tx: Tx, mail: MeetingMail) => Promise<MeetingMailTaken | undefined>;
}

/** `standing`: how a guest stands in a conversation, which only the gate of links can say. */
export type LandingParts = Pick<Platform, 'clock' | 'storage' | 'config' | 'secrets'> & { standing: typeof mintedLink };
type Parts = LandingParts;

export interface StoredMail {
  organization: string;
  id: string;
  token: string | null;
  /** Bytes of the whole mail; of one that is larger than we take, only the head is here. */
  size: number;
}

/** Where it ended. */
export interface Landing {
  state: Route['state'];
  reason?: MailInReason;
  actId?: string;
  messageId?: string;
  peopleId?: string;
  aboutMail?: string;
  direction?: 'in' | 'out';
  kind?: string;
  partnership?: string;
  subject?: string;
  suggestion?: MailSuggestion;
}

/** Words that an act holds. What is longer is put beside it as a file, whole. */
const LONGEST_SAYING = 10_000;

/**
 * Does with a stored mail what follows from what is known about it: in one transaction with the row, so that it happens once. In
 * the scope of the organization the mail came for.
 */
export async function landMail(
  tx: Tx,
  parts: Parts,
  receivers: Receivers,
  stored: StoredMail,
  mail: ReadMail,
): Promise<Landing> {
  const { rowCount } = await tx.query(
    "select 1 from mails_in where organization_id = $1 and id = $2 and state = 'new' for update",
    [stored.organization, stored.id],
  );
  if (rowCount === 0) return { state: 'ignored' };
  const now = parts.clock.now();
  const address = await addressOf(tx, stored.organization, stored.token);
  const sender = senderChecked(mail.authentication, parts.config.mailInTrusted);
  const known = await knownAbout(tx, stored.organization, mail, address, sender, now);
  const large = stored.size > MOST_MAIL_BYTES;
  const route = routeMail(large ? { ...mail, words: mail.subject || '…' } : mail, known);
  const landing =
    route.state === 'landed' && address
      ? await landOrTell(tx, parts, receivers, { stored, mail, address, large })
      : await leave(tx, now, stored, mail, large && route.state === 'held' ? TOO_LARGE : route, known.ours);
  await settle(tx, stored, landing, now);
  return landing;
}

const TOO_LARGE = { state: 'refused', reason: 'too-large' } as const;

interface Landable {
  stored: StoredMail;
  mail: ReadMail;
  address: AddressOwner;
  large: boolean;
}

/** Whoever wrote it, and is who they say, is told where the mail or a file of it was too much to be taken. */
async function landOrTell(
  tx: Tx,
  parts: Parts,
  receivers: Receivers,
  { stored, mail, address, large }: Landable,
): Promise<Landing> {
  const landing: Landing = large ? TOO_LARGE : await land(tx, parts, receivers, stored, mail, address);
  if (large || (mail.filesLeftOut > 0 && landing.state === 'landed')) {
    const link = await linkOf(tx, parts, stored.organization, address);
    const took = large ? ('nothing' as const) : ('words' as const);
    if (link?.state !== 'revoked') await tellLimits(tx, parts, stored, mail, address, { took, link });
  }
  return landing;
}

/** How a guest stands in the conversation that their address was given for. */
async function linkOf(
  tx: Tx,
  { standing }: Parts,
  organization: string,
  { kind, partnership, subject, peopleId }: AddressOwner,
): Promise<LinkScope | undefined> {
  if (!peopleId || kind !== 'conversation') return undefined;
  return standing(tx, organization, { partnership, conversation: subject, person: peopleId });
}

/** Writes down where a mail ended. What is held waits for somebody, who is to be told. */
export async function settle(tx: Tx, stored: StoredMail, to: Landing, now: Date): Promise<void> {
  await tx.query(
    `update mails_in set state = $3, reason = $4, act_id = $5, people_id = $6, about_mail = $7, direction = $8, suggestion = $9,
       kind = coalesce(kind, $10), partnership_id = coalesce(partnership_id, $11), subject_id = coalesce(subject_id, $12), message_row = $13
     where organization_id = $1 and id = $2`,
    [
      stored.organization,
      stored.id,
      to.state,
      to.reason ?? null,
      to.actId ?? null,
      to.peopleId ?? null,
      to.aboutMail ?? null,
      to.direction ?? null,
      to.suggestion ?? null,
      to.kind ?? null,
      to.partnership ?? null,
      to.subject ?? null,
      to.messageId ?? null,
    ],
  );
  if (to.state === 'held') await watchHeldMail(tx, stored.organization, stored.id, now);
}

/** A mail that is nobody's words, or that somebody has to look at. A mail of ours that came back says so from now on. */
async function leave(
  tx: Tx,
  now: Date,
  stored: StoredMail,
  mail: ReadMail,
  route: Route,
  ours: { mail: string; conversation: string | null; partnership: string | null } | undefined,
): Promise<Landing> {
  if (route.state === 'landed') throw new AppError('internal', 'A mail that lands has an address.');
  if (route.reason === 'bounce' && ours) {
    await tx.query(
      `update mails set state = 'failed', last_error = $3, next_try_at = null where organization_id = $1 and id = $2 and state = 'sent'`,
      [stored.organization, ours.mail, mail.report?.reason || 'The mail came back.'],
    );
    await watchMail(tx, stored.organization, ours.mail, now);
  }
  return {
    state: route.state,
    reason: route.reason,
    ...(ours && { aboutMail: ours.mail }),
    ...(route.state === 'held' &&
      ours?.conversation &&
      ours.partnership && { kind: 'conversation', partnership: ours.partnership, subject: ours.conversation }),
  };
}

async function land(
  tx: Tx,
  parts: Parts,
  receivers: Receivers,
  stored: StoredMail,
  mail: ReadMail,
  address: AddressOwner,
): Promise<Landing> {
  switch (address.kind) {
    case 'conversation':
      return say(tx, parts, stored, mail, address);
    case 'thread':
      return message(tx, parts, stored, mail, address);
    case 'meeting': {
      const done = await receivers.meeting?.(tx, {
        organization: stored.organization,
        partnership: address.partnership,
        meeting: address.subject,
        from: mail.from,
        to: address.email,
        text: mail.words,
        calendar: mail.calendar?.text,
        at: mail.at ?? parts.clock.now(),
      });
      if (!done) return { state: 'held', reason: 'not-taken' };
      const { people, words, suggestion } = done;
      if (words) await mark(tx, parts, stored, mail, { partnership: address.partnership, ...words });
      return {
        state: 'landed',
        ...(people && { peopleId: people }),
        ...(words && { messageId: words.message }),
        ...(suggestion && { suggestion }),
      };
    }
    case 'copy': {
      const { rowCount } = await tx.query(
        'select 1 from memberships where organization_id = $1 and ended_at is null and lower(email) = $2',
        [stored.organization, mail.from.email],
      );
      return { state: 'landed', direction: rowCount > 0 ? 'out' : 'in' };
    }
  }
}

interface Member {
  personId: string;
  name: string;
  email: string;
  mayPromise: boolean;
}

async function memberOf(tx: Tx, organization: string, person: string): Promise<Member | undefined> {
  const { rows } = await tx.query<Member>(
    `select person_id as "personId", name, email, may_promise as "mayPromise" from memberships
     where organization_id = $1 and person_id = $2 and ended_at is null`,
    [organization, person],
  );
  return rows[0];
}

interface Here extends RoomRow {
  head: string;
  folded: string;
  zone: string;
}

/** Says the words in the conversation, as the person the address was given to. Only ever words: acts are pressed. */
async function say(tx: Tx, parts: Parts, stored: StoredMail, mail: ReadMail, address: AddressOwner): Promise<Landing> {
  const { organization } = stored;
  const now = parts.clock.now();
  const { rows } = await tx.query<Here>(
    `select c.head, c.folded, c.customer_side, c.holder_a, c.holder_b, p.organization_a, p.organization_b, p.claimed_a, p.claimed_b, o.time_zone as zone
     from conversations c join partnerships p on p.id = c.partnership_id, organizations o
     where c.partnership_id = $1 and c.id = $2 and o.id = $3`,
    [address.partnership, address.subject, organization],
  );
  const here = rows[0];
  if (!here) return { state: 'held', reason: 'not-taken' };
  const voice = await voiceOf(tx, parts, organization, address, here.zone);
  if (!voice || 'reason' in voice) return { state: 'held', reason: voice?.reason ?? 'unknown-sender' };
  const files = await keepFiles(tx, parts, organization, address.partnership, mail);
  const spoken = await speak(
    tx,
    now,
    voice,
    { partnership: address.partnership, conversation: address.subject, expected: here.head },
    { saying: { kind: 'say', text: sayable(mail), ...(files.length > 0 && { files }) } },
  );
  await markMailed(
    tx,
    {
      organization,
      mail: stored.id,
      partnership: address.partnership,
      subject: address.subject,
      said: spoken.head,
    },
    now,
  );
  const suggestion = suggestFor(here, voice, mail, now);
  if (suggestion && voice.link) await offerByMail(tx, parts, stored, voice.link, suggestion);
  return {
    state: 'landed',
    actId: spoken.head,
    ...(address.peopleId && { peopleId: address.peopleId }),
    ...(suggestion && { suggestion }),
  };
}

/** What an act can hold of the words; where they are longer, or there are only files, it says so. */
export function sayable(mail: { words: string; subject: string; files: { name: string }[] }): string {
  if (mail.words === '') return mail.subject || mail.files.map((file) => file.name).join(', ');
  return mail.words.length <= LONGEST_SAYING
    ? mail.words
    : `${mail.words.slice(0, LONGEST_SAYING - 1).toWellFormed()}…`;
}

/** Whose words these are: the member's, or the guest's as if through the last link they were given. */
async function voiceOf(
  tx: Tx,
  parts: Parts,
  organization: string,
  address: AddressOwner,
  zone: string,
): Promise<Voice | { reason: MailInReason } | undefined> {
  if (address.personId) {
    const member = await memberOf(tx, organization, address.personId);
    return member && memberVoice(organization, { id: member.personId, timeZone: zone }, member);
  }
  if (!address.peopleId) return undefined;
  const link = await linkOf(tx, parts, organization, address);
  if (!link) return { reason: 'handed-over' };
  return link.state === 'revoked' ? { reason: 'link-withdrawn' } : guestVoice(link, zone);
}

/** What the words read like, among what their writer may say next. */
function suggestFor(here: Here, voice: Voice, mail: ReadMail, now: Date): MailSuggestion | null {
  const conversation = JSON.parse(here.folded) as Conversation;
  const speaker =
    voice.link?.speaker ?? standingOf(seatsOf(here, conversation), conversation, voice.organization).speaker;
  if (!speaker) return null;
  const allowed = new Set<string>(allowedActs(conversation, speaker, now.toISOString()).map((each) => each.kind));
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: here.zone, dateStyle: 'short' }).format(mail.at ?? now);
  return suggest(mail.words, allowed, today);
}

async function message(
  tx: Tx,
  parts: Parts,
  stored: StoredMail,
  mail: ReadMail,
  address: AddressOwner,
): Promise<Landing> {
  const member = address.personId ? await memberOf(tx, stored.organization, address.personId) : undefined;
  const text = (mail.words || sayable(mail)).slice(0, 20_000).toWellFormed();
  if (!member || text === '') return { state: 'held', reason: member ? 'not-taken' : 'unknown-sender' };
  const now = parts.clock.now();
  const { partnership, subject } = address;
  const { mySide: side } = await loadRoom(tx, stored.organization, partnership);
  if (side === null) return { state: 'held', reason: 'not-taken' };
  const person = await ensureRoomPerson(tx, partnership, side, member, now);
  const writer = { person, side, via: 'mail' as const, personId: member.personId };
  const { message } = await addWords(tx, partnership, { thread: subject }, writer, text, now);
  await mark(tx, parts, stored, mail, { partnership, thread: subject, message });
  return { state: 'landed', messageId: message };
}

/** Says of words in a thread that they came by mail, and puts its files beside them. */
async function mark(
  tx: Tx,
  parts: Parts,
  { organization, id }: StoredMail,
  mail: ReadMail,
  { partnership, thread, message }: { partnership: string; thread: string; message: string },
): Promise<void> {
  const files = await keepFiles(tx, parts, organization, partnership, mail);
  const mailed = { organization, mail: id, partnership, subject: thread, said: message, files };
  await markMailed(tx, mailed, parts.clock.now());
}

/** What was attached, as files of the room; the words too where an act cannot hold them whole. */
export async function keepFiles(
  tx: Tx,
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  organization: string,
  partnership: string,
  mail: ReadMail,
): Promise<string[]> {
  const whole = { name: 'mail.txt', type: 'text/plain', content: Buffer.from(mail.words) };
  const files = mail.words.length > LONGEST_SAYING ? [whole, ...mail.files] : mail.files;
  const kept: string[] = [];
  for (const file of files.filter((each) => each.content.length > 0).slice(0, 20)) {
    const put = await storage.put(Readable.from([file.content]), { limit: fileLimit });
    const upload = {
      id: newId(),
      partnership,
      uploader: organization,
      name: safeName(file.name),
      media: mediaOf(file.type),
      size: put.bytes,
      sha256: put.sha256,
      storageKey: put.key,
    };
    kept.push((await keepFile(tx, upload, clock.now())).id);
  }
  return kept;
}
