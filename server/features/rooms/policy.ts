/** One of the two sides of a room. */
export type Letter = 'a' | 'b';

/** `recorded`: written down by the other side; `guest`: their people have live links; `claimed`: the organization itself is here. */
export type Presence = 'recorded' | 'guest' | 'claimed';

export interface RoomSide {
  /** The party as the log knows it; never changes. */
  organizationId: string;
  /** Who acts for this side in this server now. */
  holder: string;
  /** The organization that really stands here; null while it is only recorded. */
  claimedBy: string | null;
  name: string;
  domain: string | null;
}

/** What both sides of a partnership share, as one organization sees it. */
export interface Room {
  id: string;
  createdAt: string;
  /** The side the organization itself stands on; null in a room recorded between two others. */
  mySide: Letter | null;
  sides: Record<Letter, RoomSide>;
}

export const letters = ['a', 'b'] as const;

export function otherSide(side: Letter): Letter {
  return side === 'a' ? 'b' : 'a';
}

/** An organization speaks for its own side, and for the sides it recorded. */
export function holds(organization: string, room: Room, side: Letter): boolean {
  return room.sides[side].holder === organization;
}

/** Only the words of a side without an account can be written down for it. */
export function mayRecordFor(organization: string, room: Room, side: Letter): boolean {
  return holds(organization, room, side) && room.sides[side].claimedBy === null;
}

export function presenceOf(side: RoomSide, liveLinks: boolean): Presence {
  if (side.claimedBy !== null) return 'claimed';
  return liveLinks ? 'guest' : 'recorded';
}

/** The partner as a reader sees it: the other side, or both where the reader is neither. */
export function partnerName(room: Room): string {
  const { mySide, sides } = room;
  return mySide ? sides[otherSide(mySide)].name : `${sides.a.name} · ${sides.b.name}`;
}

/** The side that is meant when nobody says which: the partner's. */
export function partnerSide(room: Room): Letter {
  return room.mySide ? otherSide(room.mySide) : 'b';
}
