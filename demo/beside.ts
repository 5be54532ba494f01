import { Readable } from 'node:stream';
import type { TermsInput } from '../server/features/acts/schema.ts';
import { requestClaim } from '../server/features/claims/commands.ts';
import { managersOf, namedOrganization } from '../server/features/claims/queries.ts';
import { keepDraft } from '../server/features/drafts/commands.ts';
import { keepFile } from '../server/features/files/commands.ts';
import { makeLink } from '../server/features/links/commands.ts';
import { addNote } from '../server/features/notes/commands.ts';
import { addPerson } from '../server/features/people/commands.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import { addMessage, startThread } from '../server/features/threads/commands.ts';
import { inScope } from '../server/platform/database.ts';
import { newId } from '../server/platform/id.ts';
import { newcomers } from './rooms.ts';
import { found, type Stage } from './stage.ts';

const FILE_LIMIT = 1_000_000;

/** A member mails a guest a link to the conversation. */
export async function link(stage: Stage, key: string, who: string, guest: string): Promise<void> {
  const played = found(stage.conversations, key, 'conversation');
  const room = found(stage.rooms, played.room, 'room');
  const organization = stage.sideOf(who, played.room);
  await stage.as(who, organization, async (tx, membership) => {
    const scope = stage.organization(organization).id;
    const here = await loadRoom(tx, scope, room.id);
    const person = found(room.contacts, guest, 'contact');
    const made = await makeLink(tx, scope, here, played.id, person, stage.now);
    played.tokens.set(guest, made.link.token);
    const { rows } = await tx.query<{ name: string }>('select name from organizations where id = $1', [scope]);
    await stage.mail.deliver(tx, scope, {
      to: { email: made.person.email ?? '', name: made.person.name },
      facts: {
        kind: 'guest-link',
        url: `${stage.platform.config.publicUrl}${made.link.path}`,
        expiresAt: made.link.expiresAt,
        from: { name: membership.name, organization: rows[0]?.name ?? '' },
        conversation: { id: played.id, partnershipId: room.id, title: made.conversation.title, people: made.person.id },
      },
    });
  });
}

/** A guest asks for a home of their organization's own; the partner's managers are told, as by the page. */
export async function askForHome(stage: Stage, key: string, guest: string): Promise<void> {
  const { platform, mail } = stage;
  const played = found(stage.conversations, key, 'conversation');
  const link = await stage.usableLink(played, guest);
  const { organization } = link.scope;
  await inScope(platform.db, link.scope, async (tx) => {
    const room = await loadRoom(tx, organization, link.partnershipId);
    const asked = await requestClaim(tx, link, room, undefined, stage.now);
    const { slug } = await namedOrganization(tx, organization);
    for (const to of await managersOf(tx, organization)) {
      const facts = {
        kind: 'claim-request' as const,
        url: `${platform.config.publicUrl}/o/${slug}/partners/${room.id}`,
        partner: room.sides[asked.side].name,
        requestedBy: { name: asked.name, email: asked.email },
        partnershipId: room.id,
      };
      await mail.deliver(tx, organization, { to, facts });
    }
  });
}

/** Somebody of a third organization becomes known in the room. */
export async function introduce(stage: Stage, key: string, who: string, newcomer: string): Promise<void> {
  const played = found(stage.conversations, key, 'conversation');
  const room = found(stage.rooms, played.room, 'room');
  const cast = newcomers[newcomer];
  if (!cast) throw new Error(`there is no newcomer ${newcomer}`);
  const organization = stage.sideOf(who, played.room);
  await stage.as(who, organization, async (tx) => {
    const scope = stage.organization(organization).id;
    const here = await loadRoom(tx, scope, room.id);
    const { organization: newcomerName, ...person } = cast;
    const added = await addPerson(tx, scope, here, { ...person, side: 'newcomer', newcomerName }, stage.now);
    room.contacts.set(newcomer, added.id);
    room.newcomers.set(newcomer, added.newcomerId ?? '');
  });
}

/** A note for one's own colleagues, about a partnership or one of its conversations. */
export async function note(
  stage: Stage,
  who: string,
  about: { room: string } | { conversation: string },
  text: string,
): Promise<void> {
  const played = 'conversation' in about ? found(stage.conversations, about.conversation, 'conversation') : undefined;
  const key = played?.room ?? ('room' in about ? about.room : '');
  const organization = stage.sideOf(who, key);
  await stage.as(who, organization, (tx, actor) =>
    addNote(
      tx,
      { organization: stage.organization(organization).id, partnership: found(stage.rooms, key, 'room').id, actor },
      { text, ...(played && { conversationId: played.id }) },
      stage.now,
    ),
  );
}

/** A file is uploaded, to be attached to what is said next. */
export async function upload(
  stage: Stage,
  key: string,
  who: string,
  name: string,
  file: { name: string; media: string; text: string },
): Promise<void> {
  const played = found(stage.conversations, key, 'conversation');
  const organization = stage.sideOf(who, played.room);
  const content = Readable.from([Buffer.from(file.text)]);
  const stored = await stage.platform.storage.put(content, { limit: FILE_LIMIT });
  const id = newId();
  await stage.as(who, organization, (tx) =>
    keepFile(
      tx,
      {
        id,
        partnership: found(stage.rooms, played.room, 'room').id,
        uploader: stage.organization(organization).id,
        name: file.name,
        media: file.media,
        size: stored.bytes,
        sha256: stored.sha256,
        storageKey: stored.key,
      },
      stage.now,
    ),
  );
  stage.files.set(name, id);
}

/** Words and terms as the composer keeps them while they are being written. */
export async function draft(
  stage: Stage,
  key: string,
  who: string,
  { act, text, terms }: { act: string; text: string; terms: TermsInput },
): Promise<void> {
  const played = found(stage.conversations, key, 'conversation');
  const organization = stage.sideOf(who, played.room);
  const content = {
    v: 1,
    act,
    recorded: '',
    person: '',
    saidAt: '',
    values: { text, terms: termsDraft(terms) },
    savedAt: stage.now.toISOString(),
  };
  await stage.as(who, organization, (tx, { personId }) =>
    keepDraft(
      tx,
      { organization: stage.organization(organization).id, personId },
      `conversation:${played.id}`,
      content,
      stage.now,
    ),
  );
}

/** A word in a thread, which begins with the first one. `whose`: a contact whose words are written down. */
export async function message(
  stage: Stage,
  key: string,
  where: { room: string; subject: string },
  who: string,
  text: string,
  whose?: string,
): Promise<void> {
  const room = found(stage.rooms, where.room, 'room');
  const organization = stage.sideOf(who, where.room);
  const said = { text, ...(whose && { as: 'recorded' as const, person: found(room.contacts, whose, 'contact') }) };
  await stage.as(who, organization, async (tx, member) => {
    const scope = stage.organization(organization).id;
    const here = await loadRoom(tx, scope, room.id);
    const colleague = { personId: member.personId, name: member.name, email: member.email };
    const thread = stage.threads.get(key);
    if (thread) return addMessage(tx, scope, here, thread, colleague, said, stage.now);
    stage.threads.set(
      key,
      await startThread(tx, scope, here, colleague, { subject: where.subject, ...said }, stage.now),
    );
  });
}

/** Terms as the fields of the composer hold them. */
function termsDraft({ what, conditions, due, work, effort, price, antecedent, replyBy }: TermsInput): object {
  const day = (deadline?: object) => ({ date: deadline && 'date' in deadline ? deadline.date : '', time: '' });
  const nothing = { amount: '', unit: '' };
  return {
    what,
    conditions: conditions.map((condition, n) => ({ key: String(n + 1), ...condition })),
    dueBy: due ? 'date' : 'open',
    due: day(due),
    days: '',
    ...(work && { work }),
    effort: effort ?? nothing,
    price: price ?? nothing,
    antecedent: { wanted: antecedent !== undefined, text: antecedent?.text ?? '', by: day(antecedent?.by) },
    replyBy: day(replyBy),
  };
}
