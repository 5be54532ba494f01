import { nudgeSubjects as englishSubjects, starterDrafts as english } from '../../../messages/en/drafts.ts';
import { nudgeSubjects as spanishSubjects, starterDrafts as spanish } from '../../../messages/es/drafts.ts';
import type { Tx } from '../../platform/database.ts';
import type { DraftKey } from '../follow-ups/model-drafts.ts';
import { draftKeys } from '../follow-ups/schema-settings.ts';
import type { Locale } from '../identity/schema.ts';
import type { Wording, WordingKey } from './schema-wordings.ts';

/** The drafts that come with the product, and what a thread is called that begins with one. */
export const productWords = {
  en: { drafts: english, subjects: englishSubjects },
  es: { drafts: spanish, subjects: spanishSubjects },
};

/** The words an organization gave a draft in a language; undefined where it uses the product's. */
export async function ownWords(
  tx: Tx,
  organization: string,
  { draft, locale }: WordingKey,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ words: string | null }>(
    'select words from draft_wordings where organization_id = $1 and draft = $2 and locale = $3',
    [organization, draft, locale],
  );
  return rows[0]?.words ?? undefined;
}

interface Row {
  draft: DraftKey;
  locale: Locale;
  own: string | null;
  changedAt: string;
  changedBy: string | null;
}

/** Every draft in every language, with the organization's own words where it has some. */
export async function listWordings(tx: Tx, organization: string): Promise<Wording[]> {
  const { rows } = await tx.query<Row>(
    `select d.draft, d.locale, d.words as own, d.changed_at as "changedAt", m.name as "changedBy" from draft_wordings d
     left join memberships m on m.organization_id = d.organization_id and m.person_id = d.changed_by
     where d.organization_id = $1`,
    [organization],
  );
  return (['en', 'es'] as const).flatMap((locale) =>
    draftKeys.map((draft) => {
      const row = rows.find((one) => one.draft === draft && one.locale === locale);
      const { drafts, subjects } = productWords[locale];
      return {
        draft,
        locale,
        product: drafts[draft],
        subject: subjects[draft],
        own: row?.own ?? null,
        changedAt: row?.changedAt ?? null,
        changedBy: row?.changedBy ?? null,
      };
    }),
  );
}
