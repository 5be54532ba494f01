import type { Messages } from '../../../messages/catalogue.ts';
import type { Found, Kind, SearchAnswer, Snippet } from '../../../server/features/search/schema.ts';
import { paths } from '../../paths.ts';
import type { Recent } from './recent.ts';

/** One line of the palette. */
export interface Entry {
  key: string;
  title: string;
  detail: string | null;
  snippet: Snippet | null;
  href: string;
  /** Things of our own stand on the ground of our own notes. */
  own: boolean;
}

export interface EntryGroup {
  key: string;
  label: string;
  entries: Entry[];
}

/** Where a thing that was found can be read. */
export function hrefOf(slug: string, kind: Kind, item: Found): string {
  const partnership = item.partnershipId ?? '';
  switch (kind) {
    case 'partner':
      return paths.partnership(slug, partnership);
    case 'person':
      return paths.partnerPeople(slug, partnership);
    case 'member':
      return paths.organization(slug);
    case 'conversation':
      return paths.conversation(slug, partnership, item.id);
    case 'thread':
      return paths.thread(slug, partnership, item.id);
    case 'need':
      return item.partnershipId ? paths.roomNeeds(slug, item.partnershipId) : paths.needs(slug);
    case 'note':
      return paths.partnership(slug, partnership);
    case 'interview':
      return paths.talk(slug, partnership, item.id);
    case 'readback':
      return paths.conversation(slug, partnership, item.conversationId ?? '');
  }
}

function detailOf({ search }: Pick<Messages, 'search'>, kind: Kind, item: Found): string | null {
  const { partner, nature, detail } = item;
  if (kind === 'need') {
    const where = partner ? (item.own ? search.thought({ partner }) : search.at({ partner })) : search.ours;
    return `${nature ? search.nature[nature] : ''}, ${where}`;
  }
  if (kind === 'person') return [detail, partner && search.of({ partner })].filter(Boolean).join(', ');
  if (kind === 'note') return null;
  return partner && kind !== 'partner' ? search.at({ partner }) : detail;
}

/** What the server found, as lines. */
export function foundGroups(messages: Pick<Messages, 'search'>, slug: string, answer: SearchAnswer): EntryGroup[] {
  const { search } = messages;
  return answer.groups.map(({ kind, items }) => ({
    key: kind,
    label: search.kinds[kind],
    entries: items.map((item) => ({
      key: `${kind}-${item.id}-${item.partnershipId ?? ''}`,
      title: item.title || (item.partner ? search.about({ partner: item.partner }) : search.kinds[kind]),
      detail: detailOf(messages, kind, item),
      snippet: item.snippet,
      href: hrefOf(slug, kind, item),
      own: item.own,
    })),
  }));
}

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Places and actions whose words begin as every word that was typed; all of them while nothing is typed. */
export function fitting(entries: Entry[], typed: string): Entry[] {
  const asked = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return entries.filter(({ title }) => {
    const own = fold(title).split(/[^\p{L}\p{N}]+/u);
    return asked.every((word) => own.some((each) => each.startsWith(word)));
  });
}

/** A line that only leads somewhere. */
export function plainEntry(key: string, { title, detail, href }: Recent): Entry {
  return { key, title, detail, snippet: null, href, own: false };
}
