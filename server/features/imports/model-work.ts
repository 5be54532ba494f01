import { type WorkKind, workKinds } from '@entente/protocol';
import { messagesFor } from '../../../messages/catalogue.ts';
import { LOCALES } from '../../../messages/locale.ts';
import { plain } from './model-mapping.ts';

const longestDetail = 200;

/** A kind of work under its name in the API, and as the screen says it in any language. */
const known = new Map<string, WorkKind>(
  workKinds.flatMap((kind) => {
    const said = LOCALES.map((locale) => messagesFor(locale).conversation.work[kind]);
    return [kind, ...said.flatMap(({ short, label }) => [short, label])].map((name) => [plain(name), kind] as const);
  }),
);

/** The kind of work from a cell: the kind, nothing written, or text that names none of ours. */
export function readWork(text: string): { work: WorkKind | null; unknown?: string } {
  if (!text) return { work: null };
  const work = known.get(plain(text));
  return work ? { work } : { work: null, unknown: text.slice(0, longestDetail) };
}
