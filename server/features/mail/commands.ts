import { createHash } from 'node:crypto';
import type { Config, Secrets } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import { atGate, type Database, type Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { mailDomain } from './model.ts';
import { answerAddress, type AnswerKind, answerToken } from './model-address.ts';
import { type MailFacts, SERVER_ORGANIZATION } from './schema.ts';

/** Whom a mail goes to. `personId` where they sign in here: then their own language and time zone count. */
export interface Recipient {
  email: string;
  name?: string | null;
  personId?: string | null;
}

/**
 * The way out for mails of every feature. A mail is a row in the caller's own transaction: it exists if and only if the
 * transaction commits; the worker sends it afterwards, so a mail server that is down never blocks or fails anything.
 */
export interface MailPort {
  /**
   * Enqueues on behalf of the organization whose scope `tx` has entered. `id` makes it idempotent: the same id twice is one
   * mail. Language and zone are the recipient's if `personId` is given, else the organization's.
   */
  deliver(tx: Tx, organization: string, mail: { id?: string; to: Recipient; facts: MailFacts }): Promise<void>;
  /** For somebody who belongs to no organization yet, such as a first magic link: opens its own transaction at the gate. */
  deliverFromServer(mail: { to: Recipient; facts: MailFacts; locale?: string }): Promise<void>;
}

/** Makes the way out. Stateless. */
export function mailPort(platform: { config: Config; secrets: Secrets; db: Database; clock: Clock }): MailPort {
  const post = postOf(platform);
  return {
    async deliver(tx, organization, { id, to, facts }) {
      await enqueue(tx, { organization, id, to, facts, post, now: platform.clock.now(), ...threadOf(facts) });
      // Finds nothing if the transaction is still open; the next poll, a second later at most, does.
      setTimeout(wakeRelay, 20).unref();
    },
    async deliverFromServer({ to, facts, locale }) {
      const mail = { organization: SERVER_ORGANIZATION, to, facts, locale, post, now: platform.clock.now() };
      await atGate(platform.db, (tx) => enqueue(tx, mail));
      wakeRelay();
    },
  };
}

/** From where mails go out: what their own addresses are made of. */
export interface Post {
  /** Domain of the Message-IDs. */
  domain: string;
  /** Address at which answers are read; absent where none are. */
  ours?: string | undefined;
  key: string;
}

export function postOf({ config, secrets }: { config: Config; secrets: Secrets }): Post {
  return { domain: mailDomain(config), ours: config.answerAddress, key: secrets.linkKey };
}

/** What an answer to a mail belongs to. `people`: the recipient's row among the people of the room, where they have one. */
export interface Answers {
  kind: AnswerKind;
  partnership: string;
  subject: string;
  people?: string | undefined;
}

/**
 * The address at which this person answers about this thing, the same one every time; undefined where no answers are read.
 * Written down in the scope that `tx` has entered, in which answers to it are taken.
 */
export async function addressFor(
  tx: Tx,
  post: Post,
  mail: { organization: string; to: Recipient; answers: Answers; now: Date },
): Promise<string | undefined> {
  if (!post.ours) return undefined;
  const { organization, to, answers, now } = mail;
  const email = to.email.trim();
  const token = answerToken(post.key, { organization, email, ...answers });
  await tx.query(
    `insert into answer_addresses (organization_id, token, kind, partnership_id, subject_id, email, person_id, people_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint answer_addresses_pkey do nothing`,
    [
      organization,
      token,
      answers.kind,
      answers.partnership,
      answers.subject,
      email,
      to.personId ?? null,
      answers.people ?? null,
      now,
    ],
  );
  return answerAddress(post.ours, token);
}

/** All mails about one conversation or thread to one person belong together in their mail program. */
export interface ThreadKey {
  thread?: string;
  partnership?: string;
  conversation?: string;
}

function threadOf(facts: MailFacts): ThreadKey & { answers?: Answers } {
  if (facts.kind === 'guest-link') {
    const { id, partnershipId } = facts.conversation;
    return {
      thread: id,
      partnership: partnershipId,
      conversation: id,
      answers: { kind: 'conversation', partnership: partnershipId, subject: id, people: facts.conversation.people },
    };
  }
  return facts.kind === 'claim-request' ? { partnership: facts.partnershipId } : {};
}

export interface NewMail extends ThreadKey {
  organization: string;
  id?: string;
  to: Recipient;
  facts: MailFacts;
  locale?: string;
  post: Post;
  /** Given where an answer by mail can be taken. */
  answers?: Answers | undefined;
  now: Date;
  /** Held back until then, so that what follows soon can join it. */
  notBefore?: Date;
  acts?: string[];
}

/** Root of a thread: a Message-ID no mail has, which every mail of the thread names first among its references. */
function rootOf(mail: NewMail): string {
  const name = createHash('sha256').update(`${mail.organization} ${mail.thread}`).digest('hex').slice(0, 32);
  return `<${name}@${mail.post.domain}>`;
}

/** Writes a mail that is to be sent. The same id twice is one mail. */
export async function enqueue(tx: Tx, mail: NewMail): Promise<void> {
  const id = mail.id ?? newId();
  const email = mail.to.email.trim();
  const earlier = mail.thread
    ? await tx.query<{ message_id: string }>(
        `select message_id from mails where organization_id = $1 and thread_key = $2 and to_email = $3
         order by created_at desc, id desc limit 10`,
        [mail.organization, mail.thread, email],
      )
    : undefined;
  const address = mail.answers && (await addressFor(tx, mail.post, { ...mail, answers: mail.answers }));
  const before = earlier?.rows.map((row) => row.message_id) ?? [];
  await tx.query(
    `insert into mails (organization_id, id, kind, to_email, to_name, person_id, locale, facts, thread_key, partnership_id,
       conversation_id, acts, message_id, reply_to_id, reference_ids, state, next_try_at, created_at, answer_address)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,'queued',$16,$17,$18)
     on conflict on constraint mails_pkey do nothing`,
    [
      mail.organization,
      id,
      mail.facts.kind,
      email,
      mail.to.name ?? null,
      mail.to.personId ?? null,
      mail.locale ?? null,
      mail.facts,
      mail.thread ?? null,
      mail.partnership ?? null,
      mail.conversation ?? null,
      mail.acts ?? [],
      `<${id}@${mail.post.domain}>`,
      before[0] ?? null,
      mail.thread ? [rootOf(mail), ...before.toReversed()] : [],
      mail.notBefore ?? mail.now,
      mail.now,
      address ?? null,
    ],
  );
}

/** Puts a failed mail back into the queue, as somebody who looked at the reason asked. */
export async function retryMail(tx: Tx, organization: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update mails set state = 'queued', attempts = 0, last_error = null, next_try_at = $3, relayed_at = null
     where organization_id = $1 and id = $2 and state in ('failed', 'local') and facts is not null`,
    [organization, id, now],
  );
  return rowCount > 0;
}
