import { hasLooseBrace, unknownBlanks } from '../../../messages/draft-text.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { canChangeOrganization } from '../organizations/policy.ts';
import { listWordings } from './queries-wordings.ts';
import type { NewWording, Wording, WordingKey } from './schema-wordings.ts';

/** A draft that asks for what nobody can fill in would be sent with its braces. */
function checkBlanks(draft: WordingKey['draft'], words: string): void {
  const unknown = unknownBlanks(words, draft);
  if (unknown.length > 0)
    throw new AppError('invalid', `Nobody can fill in ${unknown.join(', ')}. Take it out, or use another.`, {
      draft,
      unknown,
    });
  if (hasLooseBrace(words))
    throw new AppError('invalid', 'A brace stands alone and would be sent as it is. Close it, or take it out.', {
      draft,
    });
}

/** Gives a draft the organization's own words, or the product's again. */
export async function wordDraft(
  tx: Tx,
  organization: string,
  actor: Membership,
  { draft, locale }: WordingKey,
  { words, seen }: NewWording,
  now: Date,
): Promise<Wording> {
  if (!canChangeOrganization(actor))
    throw new AppError('forbidden', 'Only an administrator can change this for everybody.');
  if (words !== null) checkBlanks(draft, words);
  const { rowCount } = await tx.query(
    `insert into draft_wordings as d (organization_id, draft, locale, words, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint draft_wordings_pkey do update set words = excluded.words, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by
     where d.changed_at = $7`,
    [organization, draft, locale, words, now, actor.personId, seen],
  );
  if (rowCount === 0)
    throw new AppError('stale', 'A colleague changed these words meanwhile. Load the page again to see theirs.');
  const all = await listWordings(tx, organization);
  const saved = all.find((one) => one.draft === draft && one.locale === locale);
  if (!saved) throw new AppError('internal', 'What was saved is there.');
  return saved;
}
