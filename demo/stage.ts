import { openConversation, speak, type Spoken } from '../server/features/acts/commands.ts';
import type { ActInput, SayingInput } from '../server/features/acts/schema.ts';
import { asMember, type MemberScope } from '../server/features/identity/gate.ts';
import type { Membership } from '../server/features/identity/policy.ts';
import { issueLink } from '../server/features/links/commands.ts';
import { findLink, resolveLink } from '../server/features/links/gate.ts';
import { type MailPort, mailPort } from '../server/features/mail/commands.ts';
import { ensureRoomPerson } from '../server/features/people/commands.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import { guestVoice, memberVoice } from '../server/features/voices/model.ts';
import type { FixedClock } from '../server/platform/clock.ts';
import { inScope, type Tx } from '../server/platform/database.ts';
import type { Platform } from '../server/platform/platform.ts';
import { mintScope } from '../server/platform/scope.ts';
import { people } from './cast.ts';
import { rooms } from './rooms.ts';
import type { Opening, Told } from './script.ts';

interface PlayedRoom {
  id: string;
  /** Pseudonyms of the contacts, by their key. */
  contacts: Map<string, string>;
  /** Parties to name in a proposal, by the newcomer's key. */
  newcomers: Map<string, string>;
}

interface PlayedConversation {
  id: string;
  room: string;
  head: string;
  acts: string[];
  /** The newest link of a guest. */
  tokens: Map<string, string>;
}

/** Where the stories are played: what exists so far, and everything that can happen, each through the product's own commands. */
export class Stage {
  readonly platform: Platform;
  readonly clock: FixedClock;
  readonly mail: MailPort;
  readonly organizations = new Map<string, { id: string; slug: string }>();
  readonly persons = new Map<string, string>();
  readonly rooms = new Map<string, PlayedRoom>();
  readonly conversations = new Map<string, PlayedConversation>();
  readonly threads = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** Talks in which somebody listened, with their points in order. */
  readonly heard = new Map<string, { interview: string; points: string[] }>();

  /** Meetings, by their key. */
  readonly meetings = new Map<string, string>();

  /** Mails were written that nobody has delivered yet. */
  mailed = false;

  constructor(platform: Platform, clock: FixedClock) {
    this.platform = platform;
    this.clock = clock;
    const port = mailPort(platform);
    this.mail = {
      ...port,
      deliver: (...mail) => {
        this.mailed = true;
        return port.deliver(...mail);
      },
    };
  }

  get now(): Date {
    return this.clock.now();
  }

  organization(key: string): { id: string; slug: string } {
    return found(this.organizations, key, 'organization');
  }

  /** One transaction as a member of an organization, with the membership checked as for a request. */
  as<T>(who: string, organization: string, work: (tx: Tx, membership: Membership) => Promise<T>): Promise<T> {
    const { id } = this.organization(organization);
    const scope: MemberScope = {
      organization: id,
      person: found(this.persons, who, 'person'),
      unchecked: mintScope(id),
    };
    return asMember(this.platform.db, scope, (tx, membership) => work(quickly(tx), membership));
  }

  /** The organization for which a person speaks in a room: of several, the one they mainly work for. */
  sideOf(who: string, room: string): string {
    const { organization, claim } = found(new Map(Object.entries(rooms)), room, 'room');
    const own = Object.keys(people[who]?.at ?? {}).find((one) => one === organization || one === claim?.organization);
    if (!own) throw new Error(`${who} has no part in ${room}`);
    return own;
  }

  async open(
    key: string,
    opening: Opening,
    first: { who: string; saying: ActInput['saying']; recordedBy?: string },
  ): Promise<void> {
    const room = found(this.rooms, opening.room, 'room');
    const to = opening.to && (await this.pseudonym(opening.room, opening.to));
    const thread = opening.thread && found(this.threads, opening.thread, 'thread');
    const said = await this.asVoice(first.recordedBy ?? first.who, opening.room, (tx, voice) =>
      openConversation(tx, this.now, voice, room.id, {
        saying: first.saying as Extract<SayingInput, { kind: 'request' | 'offer' }>,
        ...(to && { to }),
        ...(thread && { threadId: thread }),
        ...(first.recordedBy && { recorded: { person: found(room.contacts, first.who, 'contact') } }),
      }),
    );
    const { conversation, head } = said;
    this.conversations.set(key, { id: conversation, room: opening.room, head, acts: [head], tokens: new Map() });
  }

  async speak(
    key: string,
    who: string,
    saying: SayingInput | ((told: Told) => SayingInput),
    recorded?: { whose: string; at?: string },
  ): Promise<void> {
    const played = found(this.conversations, key, 'conversation');
    const room = found(this.rooms, played.room, 'room');
    const input: ActInput = {
      saying: this.#filled(played, saying),
      ...(recorded && {
        recorded: { person: found(room.contacts, recorded.whose, 'contact'), ...(recorded.at && { at: recorded.at }) },
      }),
    };
    const target = { partnership: room.id, conversation: played.id, expected: played.head };
    this.#keep(
      played,
      await this.asVoice(who, played.room, (tx, voice) => speak(tx, this.now, voice, target, input)).catch(
        (error: unknown) => {
          throw new Error(`${key}: ${who} cannot say ${input.saying.kind} at ${this.now.toISOString()}`, {
            cause: error,
          });
        },
      ),
    );
  }

  async speakByLink(key: string, guest: string, saying: SayingInput | ((told: Told) => SayingInput)): Promise<void> {
    const played = found(this.conversations, key, 'conversation');
    const link = await this.usableLink(played, guest);
    const target = { partnership: link.partnershipId, conversation: played.id, expected: played.head };
    const voice = guestVoice(link, 'America/New_York');
    const said = await inScope(this.platform.db, link.scope, (tx) =>
      speak(quickly(tx), this.now, voice, target, { saying: this.#filled(played, saying) }),
    ).catch((error: unknown) => {
      throw new Error(`${key}: ${guest} cannot say that by link at ${this.now.toISOString()}`, { cause: error });
    });
    this.#keep(played, said);
  }

  /** The link in the newest mail; those of long ago had one too, though their mails are not kept. */
  async usableLink(played: PlayedConversation, guest: string) {
    const link = await resolveLink(this.platform, found(played.tokens, guest, 'link')).catch(() => undefined);
    if (link?.canAct) return link;
    const known = await findLink(this.platform, played.tokens.get(guest));
    const { token } = await inScope(this.platform.db, known.scope, (tx) =>
      issueLink(
        tx,
        {
          partnershipId: known.partnershipId,
          conversationId: known.conversationId,
          person: known.person,
          side: known.side,
          speaker: known.speaker,
          beside: true,
        },
        this.now,
      ),
    );
    played.tokens.set(guest, token);
    return resolveLink(this.platform, token);
  }

  /** As `as`, with the voice in which somebody speaks in a room. */
  async asVoice<T>(
    who: string,
    room: string,
    work: (tx: Tx, voice: ReturnType<typeof memberVoice>) => Promise<T>,
  ): Promise<T> {
    const organization = this.sideOf(who, room);
    const { id } = this.organization(organization);
    const timeZone = people[who]?.timeZone ?? 'UTC';
    return this.as(who, organization, (tx, member) =>
      work(tx, memberVoice(id, { id: member.personId, timeZone }, member)),
    );
  }

  /** The pseudonym of a contact, or of a member, whom the room gets to know by it. */
  async pseudonym(room: string, who: string): Promise<string> {
    const played = found(this.rooms, room, 'room');
    if (!this.persons.has(who)) return found(played.contacts, who, 'contact');
    const organization = this.sideOf(who, room);
    return this.as(who, organization, async (tx, { personId, name, email }) => {
      const { mySide } = await loadRoom(tx, this.organization(organization).id, played.id);
      if (!mySide) throw new Error(`${who} stands on no side of ${room}`);
      return ensureRoomPerson(tx, played.id, mySide, { personId, name, email }, this.now);
    });
  }

  #filled(played: PlayedConversation, saying: SayingInput | ((told: Told) => SayingInput)): SayingInput {
    if (typeof saying !== 'function') return saying;
    const room = found(this.rooms, played.room, 'room');
    return saying({
      acts: played.acts,
      conversation: (key) => found(this.conversations, key, 'conversation').id,
      newcomer: (key) => found(room.newcomers, key, 'newcomer'),
      file: (key) => found(this.files, key, 'file'),
    });
  }

  #keep(played: PlayedConversation, { head }: Spoken): void {
    played.head = head;
    played.acts.push(head);
  }
}

/** A world that was not finished is built anew, so no commit has to wait for the disk. Travels with the next statement. */
function quickly(tx: Tx): Tx {
  void tx.query('set local synchronous_commit = off');
  return tx;
}

/** What a story names, once it exists. */
export function found<K, V>(map: Map<K, V>, key: K, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${what} ${String(key)} in the demo world yet`);
  return value;
}
