import type { Tx } from '../../platform/database.ts';
import { endingsOf } from './model.ts';
import type { Rows, Source, TableName } from './model-source.ts';

const BATCH = 4000;

/** How a batch becomes rows; $1 is the vocabulary, $2 the rows as JSON. Skills that several lines name are kept once. */
const INSERTS: Record<TableName | 'skill_words', string> = {
  skills: `insert into skills (source, id, kind, name, part_of, description)
    select $1, r.id, r.kind, r.name, r.part_of, r.description
    from jsonb_to_recordset($2::jsonb) as r(id text, kind text, name text, part_of text, description text)`,
  skill_names: `insert into skill_names (source, skill_id, n, locale, kind, name)
    select $1, r.skill_id, r.n, r.locale, r.kind, r.name
    from jsonb_to_recordset($2::jsonb) as r(skill_id text, n integer, locale text, kind text, name text)`,
  skill_words: `insert into skill_words (ending, word, length, source, skill_id, n)
    select r.ending, r.word, r.length, $1, r.skill_id, r.n
    from jsonb_to_recordset($2::jsonb) as r(ending text, word smallint, length smallint, skill_id text, n integer)`,
  occupations: `insert into occupations (source, id, code, name, description)
    select $1, r.id, r.code, r.name, r.description
    from jsonb_to_recordset($2::jsonb) as r(id text, code text, name text, description text)`,
  occupation_names: `insert into occupation_names (source, occupation_id, n, locale, kind, name)
    select $1, r.occupation_id, r.n, r.locale, r.kind, r.name
    from jsonb_to_recordset($2::jsonb) as r(occupation_id text, n integer, locale text, kind text, name text)`,
  occupation_skills: `insert into occupation_skills (source, occupation_id, skill_id, relation, rating)
    select $1, r.occupation_id, r.skill_id, r.relation, r.rating
    from jsonb_to_recordset($2::jsonb) as r(occupation_id text, skill_id text, relation text, rating real)`,
  occupation_tasks: `insert into occupation_tasks (source, occupation_id, id, kind, text)
    select $1, r.occupation_id, r.id, r.kind, r.text
    from jsonb_to_recordset($2::jsonb) as r(occupation_id text, id text, kind text, text text)`,
};

/** Parents before what points at them. */
const ORDER = Object.keys(INSERTS) as (keyof typeof INSERTS)[];

/** Gathers rows and stores them many at a time, all within the transaction of the import. */
export class Batches {
  /** Under which name lines are counted that point at something that is not there. */
  readonly leftOut = 'left out';
  readonly #tx: Tx;
  readonly #source: Source;
  readonly #waiting = new Map<keyof typeof INSERTS, object[]>();
  readonly #skills = new Map<string, string>();
  readonly #occupations = new Set<string>();
  /** How many names each occupation and each skill has so far. */
  readonly #named = new Map<string, number>();

  constructor(tx: Tx, source: Source) {
    this.#tx = tx;
    this.#source = source;
  }

  put<T extends TableName>(table: T, row: Rows[T], count: (what: string) => void): void {
    if (table === 'skills') return this.#putSkill(row as Rows['skills']);
    if (table === 'occupations') this.#occupations.add((row as Rows['occupations']).id);
    else if (!this.#known(row as { occupation_id?: string; skill_id?: string })) return count(this.leftOut);
    if (table === 'skill_names') return this.#putSkillName(row as Rows['skill_names']);
    if (table === 'occupation_names') {
      const { occupation_id: id } = row as Rows['occupation_names'];
      return this.#wait(table, { ...row, n: this.#next(`occupation ${id}`) });
    }
    this.#wait(table, row);
  }

  #known({ occupation_id: occupation, skill_id: skill }: { occupation_id?: string; skill_id?: string }): boolean {
    return (
      (occupation === undefined || this.#occupations.has(occupation)) &&
      (skill === undefined || this.#skills.has(skill))
    );
  }

  /** O*NET names a skill on every line that rates it, and a technology has only that one name. */
  #putSkill(row: Rows['skills']): void {
    if (this.#skills.has(row.id)) {
      if (this.#source === 'esco') this.#wait('skills', row);
      return;
    }
    this.#skills.set(row.id, row.kind);
    this.#wait('skills', row);
    if (this.#source === 'onet')
      this.#putSkillName({ skill_id: row.id, locale: 'en', kind: 'preferred', name: row.name });
  }

  /** Tools are kept, but nobody is offered a screwdriver while typing a skill. */
  #putSkillName(row: Rows['skill_names']): void {
    const n = this.#next(`skill ${row.skill_id}`);
    this.#wait('skill_names', { ...row, n });
    if (this.#skills.get(row.skill_id) === 'tool') return;
    endingsOf(row.name).forEach((ending, word, all) =>
      this.#wait('skill_words', { ending, word, length: all[0]?.length ?? 0, skill_id: row.skill_id, n }),
    );
  }

  #next(key: string): number {
    const n = this.#named.get(key) ?? 0;
    this.#named.set(key, n + 1);
    return n;
  }

  #wait(table: keyof typeof INSERTS, row: object): void {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  }

  /** Stores everything once a table has a batch of rows. */
  async storeFull(): Promise<void> {
    for (const rows of this.#waiting.values()) if (rows.length >= BATCH) return this.store();
  }

  async store(): Promise<void> {
    for (const table of ORDER) {
      const rows = this.#waiting.get(table);
      if (!rows) continue;
      await this.#tx.query(INSERTS[table], [this.#source, JSON.stringify(rows)]);
    }
    this.#waiting.clear();
  }
}
