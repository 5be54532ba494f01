import type { ChangeItem, Item, ItemKind, Nature, NewItem } from '../../../server/features/needs/schema.ts';

/** A need or an offer while it is being written. */
export interface ItemDraft {
  nature: Nature;
  kind: ItemKind;
  title: string;
  detail: string;
  skills: string[];
  amount: string;
  startsOn: string;
  endsOn: string;
  urgency: NonNullable<Item['urgency']> | '';
  owner: string;
  certainty: 'heard' | 'assumed';
}

export function draftOf(nature: Nature, item?: Item): ItemDraft {
  return {
    nature: item?.nature ?? nature,
    kind: item?.kind ?? 'talent',
    title: item?.title ?? '',
    detail: item?.detail ?? '',
    skills: item?.skills ?? [],
    amount: item?.amount ?? '',
    startsOn: item?.startsOn ?? '',
    endsOn: item?.endsOn ?? '',
    urgency: item?.urgency ?? '',
    owner: item?.owner?.personId ?? '',
    certainty: item?.certainty ?? 'heard',
  };
}

export type ItemProblem = 'title' | 'dates';

type Fields = Omit<NewItem, 'nature' | 'about' | 'sourceWords'>;

/** What is sent, or what is missing. */
export function finishItem(draft: ItemDraft): Fields | ItemProblem {
  if (draft.title.trim() === '') return 'title';
  if (draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn) return 'dates';
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    detail: draft.detail.trim(),
    skills: draft.skills,
    amount: draft.amount.trim() || null,
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    urgency: draft.urgency || null,
    owner: draft.owner || null,
  };
}

/** A new item: our own, or a partner's as we understand it. */
export function newItem(draft: ItemDraft, fields: Fields, about: string | undefined): NewItem {
  return { ...fields, nature: draft.nature, ...(about && { about, certainty: draft.certainty }) };
}

/** The change of one that is there. */
export function itemChange(draft: ItemDraft, fields: Fields, item: Item): ChangeItem {
  return { ...fields, ...(item.about && { certainty: draft.certainty }) };
}
