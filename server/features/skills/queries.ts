import type { Tx } from '../../platform/database.ts';
import { joined, starterSkills, typed } from './model.ts';
import type { SkillFilter, SkillFound, SkillList } from './schema.ts';

interface Row {
  source: 'esco' | 'onet';
  id: string;
  name: string;
  found: string;
  here: string | null;
}

/** Several names of one skill may answer; so many are read for each skill that is wanted. */
const NAMES = 6;
/** Above every character that a folded name can hold. */
const LAST = '\u{10ffff}';

/** Skills for what was typed so far: the starter vocabulary first, then what was imported. The same text gives the same list. */
export async function findSkills(tx: Tx, filter: SkillFilter): Promise<SkillList> {
  const text = typed(filter.search);
  const sources = await tx.query<{ source: string; attribution: string }>(
    'select source, attribution from vocabularies order by source limit 10',
  );
  const ours = starterSkills(text, filter.locale, filter.limit);
  const more = text === '' || sources.rows.length === 0 ? [] : await importedSkills(tx, text, filter);
  const items = joined(ours, more, filter.limit);
  const shown = sources.rows.filter(({ source }) => items.some((item) => item.source === source));
  return { items, attributions: shown.map(({ attribution }) => attribution) };
}

async function importedSkills(tx: Tx, text: string, { locale, limit }: SkillFilter): Promise<SkillFound[]> {
  const { rows } = await tx.query<Row>(
    `select s.source, s.id, s.name, f.name as found,
       (select l.name from skill_names l where l.source = s.source and l.skill_id = s.id and l.locale = $4 and l.kind = 'preferred' order by l.n limit 1) as here
     from (
       select source, skill_id, n, ending, word, length from skill_words where ending >= $1 and ending < $2
       order by (case when word > 0 then 2 when ending = $1 then 0 else 1 end), length, ending, source, skill_id, n limit $3
     ) w
     join skill_names f on f.source = w.source and f.skill_id = w.skill_id and f.n = w.n
     join skills s on s.source = w.source and s.id = w.skill_id
     order by (case when w.word > 0 then 2 when w.ending = $1 then 0 else 1 end), w.length, w.ending, w.source, w.skill_id, w.n`,
    [text, `${text}${LAST}`, limit * NAMES, locale],
  );
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const id = `${row.source}:${row.id}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const name = row.here ?? row.name;
    return [{ id, name, also: typed(row.found) === typed(name) ? null : row.found, source: row.source }];
  });
}
