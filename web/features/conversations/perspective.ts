import type { Side, Speaker } from '@entente/protocol';
import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';

function otherSide(side: Side): Side {
  return side === 'customer' ? 'performer' : 'customer';
}

/** The side the reader speaks for, as a side of the conversation; null for a newcomer or one who only watches. */
export function readerSide(page: Pick<ConversationPage, 'speaker'>): Side | null {
  const { speaker } = page.speaker;
  return speaker === 'customer' || speaker === 'performer' ? speaker : null;
}

/** Name of the organization that speaks. */
export function speakerName(page: ConversationPage, speaker: Speaker): string {
  return speaker === 'newcomer' ? (page.newcomer?.name ?? '…') : page.sides[speaker].name;
}

/** The other organization as the reader thinks of it: who is written to. */
export function partnerOf(page: ConversationPage): ConversationPage['sides'][Side] {
  const mine = readerSide(page);
  if (mine) return page.sides[otherSide(mine)];
  return page.sides[page.conversation.openedBy];
}

/** Words behind a commitment; nothing where they were erased or a file stands there. */
export function textOf(page: ConversationPage, commit: string | undefined): string | undefined {
  return commit === undefined ? undefined : page.texts[commit]?.text;
}

/** How words are looked up in forms that start from terms: never undefined. */
export function wordingOf(page: ConversationPage): (commit: string) => string {
  return (commit) => page.texts[commit]?.text ?? '';
}

export interface Voice {
  /** Name of the person if known, else of the organization. */
  name: string;
  organization: string;
  via: ActShape['via'];
  /** Who wrote it down, where it is not the speaker's own doing. */
  writer?: string;
}

/** Who said an act, and how. A recorded act names who wrote it down: the person if known, else the other side. */
export function voiceOf(page: ConversationPage, act: ActShape): Voice {
  const organization = speakerName(page, act.speaker);
  const author = page.people[act.author];
  if (act.via !== 'recorded') return { name: author?.name ?? organization, organization, via: act.via };
  const spokenFor = act.speaker === 'newcomer' ? 'newcomer' : page.sides[act.speaker].side;
  const holder =
    act.speaker === 'newcomer' ? page.sides[page.conversation.openedBy] : page.sides[otherSide(act.speaker)];
  const writer = page.people[act.recordedBy ?? '']?.name ?? holder.name;
  const bySpeaker = author?.side === spokenFor && act.author !== act.recordedBy;
  return { name: (bySpeaker && author.name) || organization, organization, via: 'recorded', writer };
}
