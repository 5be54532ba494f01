import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { termsOfItem } from './model.ts';

/** A point of a talk in which the partner named a need or an offer. */
export interface HeardPoint {
  id: string;
  interview: string;
  nature: 'need' | 'offer';
  kind: string | null;
  certainty: 'heard' | 'assumed';
  text: string;
}

interface Understanding {
  organization: string;
  /** Who keeps it. */
  person: string;
  partnership: string;
}

const LONGEST_TITLE = 200;

/** The first line, shortened at a whole character. */
function titleOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= LONGEST_TITLE) return line;
  return `${line.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Keeps needs and offers that were heard as our own understanding of a partner: each point once, however often it is kept. */
export async function keepUnderstanding(
  tx: Tx,
  { organization, person, partnership }: Understanding,
  points: readonly HeardPoint[],
  now: Date,
): Promise<void> {
  if (points.length === 0) return;
  const rows = points.map((point) => ({
    id: newId(),
    nature: point.nature,
    kind: point.kind ?? 'other',
    title: titleOf(point.text),
    terms: termsOfItem({ title: point.text, detail: '', skills: [] }),
    certainty: point.certainty,
    interview: point.interview,
    point: point.id,
    words: point.text,
  }));
  await tx.query(
    `insert into needs_offers (organization_id, id, partnership_id, nature, kind, title, certainty, source_interview, source_point,
       source_words, terms, created_by, created_at, updated_at)
     select $1, h.id, $2, h.nature, h.kind, h.title, h.certainty, h.interview, h.point, h.words, h.terms, $3, $4, $4
     from jsonb_to_recordset($5) as h (id uuid, nature text, kind text, title text, certainty text, interview uuid, point uuid, words text, terms text[])
     where not exists (select 1 from needs_offers n where n.organization_id = $1 and n.partnership_id = $2 and n.source_point = h.point)`,
    [organization, partnership, person, now, JSON.stringify(rows)],
  );
}
