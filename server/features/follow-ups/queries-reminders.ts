import type { Tx } from '../../platform/database.ts';
import { afterQuiet } from './model-time.ts';

interface Telling {
  /** Told by mail of each thing; else by the digest, or not at all. */
  atOnce: boolean;
  /** The first moment that is not in their night. */
  notBefore(now: Date): Date | undefined;
}

const usual: Telling = { atOnce: true, notBefore: () => undefined };

interface TellingRow {
  person_id: string;
  how: string;
  quiet_from: number | null;
  quiet_to: number | null;
  time_zone: string | null;
}

/** How people of the organization that `tx` has entered want to be told of what happens. */
export async function tellingsOf(
  tx: Tx,
  organization: string,
  people: readonly string[],
): Promise<(person: string) => Telling> {
  if (people.length === 0) return () => usual;
  const { rows } = await tx.query<TellingRow>(
    `select person_id, how, quiet_from, quiet_to, time_zone from reminder_settings where organization_id = $1 and person_id = any($2)`,
    [organization, people],
  );
  const found = new Map<string, Telling>();
  for (const { person_id, how, quiet_from: from, quiet_to: to, time_zone: zone } of rows) {
    const quiet = from === null || to === null ? null : { from, to };
    found.set(person_id, {
      atOnce: how === 'at-once',
      notBefore: (now) => {
        const at = afterQuiet(now.getTime(), zone ?? 'UTC', quiet);
        return at > now.getTime() ? new Date(at) : undefined;
      },
    });
  }
  return (person) => found.get(person) ?? usual;
}
