import type { Conversation, Instant, Side, Speaker, Via } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { guestSpeaker, type Letter, type RoomRow, seatsOf, standingOf } from '../conversations/model.ts';
import { ensureRoomPerson } from '../people/commands.ts';
import type { LinkScope } from '../links/gate.ts';
import type { Voice } from './model.ts';

/** For which side an act is spoken, by whom, and how. */
export interface Role {
  speaker: Speaker;
  letter: Letter;
  /** Pseudonym of the person whose words these are. */
  pseudonym: string;
  via: Via;
  /** Pseudonym of the person who wrote them down, where somebody else did. */
  recorder: string | null;
  /** When recorded words were spoken; otherwise they are spoken now. */
  at?: Instant;
}

interface Recorded {
  speaker?: Speaker | undefined;
  person?: string | undefined;
  at?: string | undefined;
}

/** A request or an offer, spoken or written down. */
interface Opening {
  saying: { kind: 'request' | 'offer' };
  recorded?: Recorded | undefined;
}

interface Here extends RoomRow {
  partnership_id: string;
  /** The speaker's pseudonyms in this room, if they have them already: one person may work for both organizations. */
  pseudonym_a: string | null;
  pseudonym_b: string | null;
  now: Date;
}

const letterOf = (room: RoomRow, side: Side): Letter =>
  side === 'customer' ? room.customer_side : room.customer_side === 'a' ? 'b' : 'a';

/** The role a voice takes in a conversation that is under way. */
export async function roleIn(
  tx: Tx,
  voice: Voice,
  found: Here & { conversation: Conversation },
  recorded?: Recorded,
): Promise<Role> {
  const { link } = voice;
  if (link) {
    if (recorded) throw new AppError('forbidden', 'Through a link you speak for yourself only.');
    const speaker = guestSpeaker(
      link.speaker,
      await newcomerOf(tx, found.partnership_id, link),
      found.conversation,
      seatsOf(found, found.conversation),
    );
    if (!speaker)
      throw new AppError('forbidden', 'This side has been handed over: you can read on here, and others speak now.');
    const letter = speaker === 'newcomer' ? link.side : letterOf(found, speaker);
    return { speaker, letter, pseudonym: link.person, via: 'link', recorder: null };
  }
  const standing = standingOf(seatsOf(found, found.conversation), found.conversation, voice.organization);
  if (recorded) {
    const speaker = recorded.speaker ?? standing.recordable[0];
    if (!speaker || !standing.recordable.includes(speaker)) {
      throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
    }
    const { pending, parties } = found.conversation;
    const letter = letterOf(found, speaker === 'newcomer' ? (pending?.by ?? 'customer') : speaker);
    const asked = pending && 'newcomer' in pending.proposal ? pending.proposal.newcomer : null;
    const party = speaker === 'newcomer' ? asked : parties[speaker];
    return spokenBy(tx, voice, found, { speaker, letter, party }, recorded);
  }
  if (!standing.speaker) throw new AppError('forbidden', 'You can only write down what the others said here.');
  const letter = letterOf(found, standing.speaker);
  return {
    speaker: standing.speaker,
    letter,
    pseudonym: await ownPseudonym(tx, voice, found, letter),
    via: 'session',
    recorder: null,
  };
}

/** The role a voice takes when it opens a conversation. */
export async function roleOpening(
  tx: Tx,
  voice: Voice,
  room: Omit<Here, 'customer_side'>,
  input: Opening,
): Promise<Role> {
  const { member } = voice;
  if (!member) throw new AppError('forbidden', 'Through a link you can answer, not open something new.');
  const speaker: Side = input.saying.kind === 'request' ? 'customer' : 'performer';
  const claimedBy = { a: room.claimed_a, b: room.claimed_b };
  const own = (['a', 'b'] as const).find((letter) => claimedBy[letter] === voice.organization);
  if (!input.recorded) {
    if (!own) throw new AppError('forbidden', 'You can only write down what the others said here.');
    const here = { ...room, customer_side: own };
    return {
      speaker,
      letter: own,
      pseudonym: await ownPseudonym(tx, voice, here, own),
      via: 'session',
      recorder: null,
    };
  }
  const holder = { a: room.holder_a, b: room.holder_b };
  const silent = (['a', 'b'] as const).filter((one) => claimedBy[one] === null && holder[one] === voice.organization);
  const letter = silent.length > 1 ? await sideOf(tx, room.partnership_id, input.recorded.person) : silent[0];
  if (!letter)
    throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
  const party = letter === 'a' ? room.organization_a : room.organization_b;
  return spokenBy(tx, voice, { ...room, customer_side: letter }, { speaker, letter, party }, input.recorded);
}

/** Between two others, whose words it is shows in who spoke; the first side where nobody is named. */
async function sideOf(tx: Tx, partnership: string, person: string | undefined): Promise<Letter> {
  if (!person) return 'a';
  const { rows } = await tx.query<{ side: Letter }>(
    "select side from people where partnership_id = $1 and id = $2 and side in ('a', 'b')",
    [partnership, person],
  );
  return rows[0]?.side ?? 'a';
}

/** For whom words are written down: the party is the newcomer's where a side was, or may be, handed over. */
interface Spoken {
  speaker: Speaker;
  letter: Letter;
  party: string | null;
}

async function spokenBy(
  tx: Tx,
  voice: Voice,
  here: Here,
  { speaker, letter, party }: Spoken,
  recorded: Recorded,
): Promise<Role> {
  if (recorded.at && Date.parse(recorded.at) > here.now.getTime()) {
    throw new AppError('invalid', 'Words can be written down once they were said: choose a moment that has passed.');
  }
  const pseudonym = recorded.person ?? (await somebody(tx, here.partnership_id, letter, here.now));
  if (recorded.person) {
    const organization = letter === 'a' ? here.organization_a : here.organization_b;
    const { rowCount } = await tx.query(
      `select 1 from people where partnership_id = $1 and id = $2
         and case when $3 = $4::uuid then side = $5 else newcomer_id = $3 end`,
      [here.partnership_id, recorded.person, party, organization, letter],
    );
    if (rowCount === 0)
      throw new AppError('not_found', 'That person is not known on that side of this partnership. Add them first.');
  }
  const own: Letter = letter === 'a' ? 'b' : 'a';
  const claimed = own === 'a' ? here.claimed_a : here.claimed_b;
  const recorder = claimed === voice.organization ? await ownPseudonym(tx, voice, here, own) : null;
  return {
    speaker,
    letter,
    pseudonym,
    via: 'recorded',
    recorder,
    ...(recorded.at && { at: new Date(recorded.at).toISOString() }),
  };
}

async function ownPseudonym(tx: Tx, voice: Voice, here: Here, letter: Letter): Promise<string> {
  const known = letter === 'a' ? here.pseudonym_a : here.pseudonym_b;
  if (known) return known;
  if (!voice.member) throw new AppError('internal', 'A voice without a member needs no pseudonym.');
  return ensureRoomPerson(tx, here.partnership_id, letter, voice.member, here.now);
}

/** A side about whose person nothing is known speaks through one nameless pseudonym. */
async function somebody(tx: Tx, partnership: string, letter: Letter, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from people where partnership_id = $1 and side = $2 and name is null and email is null and person_id is null order by id limit 1',
    [partnership, letter],
  );
  if (rows[0]) return rows[0].id;
  const id = newId();
  await tx.query(
    `insert into people (partnership_id, id, side, created_at, holder_a, holder_b)
     select p.id, $2, $3, $4, p.holder_a, p.holder_b from partnerships p where p.id = $1 for share of p`,
    [partnership, id, letter, now],
  );
  return id;
}

/** The third organization a guest is from, if they were asked to take a side over. */
async function newcomerOf(tx: Tx, partnership: string, link: LinkScope): Promise<string | null> {
  const { rows } = await tx.query<{ newcomer_id: string | null }>(
    'select newcomer_id from people where partnership_id = $1 and id = $2',
    [partnership, link.person],
  );
  return rows[0]?.newcomer_id ?? null;
}
