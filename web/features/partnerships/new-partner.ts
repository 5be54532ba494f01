import type { NewPartnership } from '../../../server/features/partnerships/schema.ts';

export interface PersonRow {
  /** Only tells rows apart. */
  key: string;
  name: string;
  email: string;
  title: string;
}

/** The form of a new partner, as typed. */
export interface PartnerForm {
  name: string;
  domain: string;
  people: PersonRow[];
}

export type PartnerProblem = 'nameMissing' | 'personNameMissing' | 'emailWrong' | 'domainWrong';
/** Problems by field: `name`, `domain`, `<row key>.name`, `<row key>.email`. */
export type PartnerProblems = Record<string, PartnerProblem>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

export function emptyRow(key: string): PersonRow {
  return { key, name: '', email: '', title: '' };
}

export function emptyPartner(): PartnerForm {
  return { name: '', domain: '', people: [emptyRow('1')] };
}

/** A domain as people paste it: with https://, www. or a path. */
export function plainDomain(typed: string): string {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '');
  return text.split(/[/?#:]/)[0] ?? '';
}

function isEmpty(row: PersonRow): boolean {
  return !row.name.trim() && !row.email.trim() && !row.title.trim();
}

/** The partner as the API takes it, or what keeps it from being sent. Empty rows are not people. */
export function readPartner(
  form: PartnerForm,
): { input: NewPartnership; problems?: undefined } | { input?: undefined; problems: PartnerProblems } {
  const problems: PartnerProblems = {};
  const domain = plainDomain(form.domain);
  const people = form.people.filter((row) => !isEmpty(row));
  if (!form.name.trim()) problems.name = 'nameMissing';
  if (domain && !DOMAIN.test(domain)) problems.domain = 'domainWrong';
  for (const row of people) {
    if (!row.name.trim()) problems[`${row.key}.name`] = 'personNameMissing';
    if (row.email.trim() && !EMAIL.test(row.email.trim())) problems[`${row.key}.email`] = 'emailWrong';
  }
  if (Object.keys(problems).length > 0) return { problems };
  const input: NewPartnership = {
    name: form.name.trim(),
    ...(domain ? { domain } : {}),
    people: people.map(({ name, email, title }) => ({
      name: name.trim(),
      ...(email.trim() ? { email: email.trim().toLowerCase() } : {}),
      ...(title.trim() ? { title: title.trim() } : {}),
    })),
    force: false,
  };
  return { input };
}

/** Partners found under the same name or domain, as a refusal of the API carries them. */
export function sameAs(data: Readonly<Record<string, unknown>>): { id: string; name: string }[] {
  if (data.reason !== 'same-partner' || !Array.isArray(data.existing)) return [];
  return data.existing.filter(
    (each): each is { id: string; name: string } =>
      typeof each === 'object' && each !== null && typeof each.id === 'string' && typeof each.name === 'string',
  );
}
