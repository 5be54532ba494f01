const LONGEST = 48;

/** The word that stands for an organization in addresses: "Universidad de Córdoba" becomes universidad-de-cordoba. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug || 'organization';
}

/** The slug to try when earlier ones were taken: name, name-2, name-3. */
export function nthSlug(slug: string, attempt: number): string {
  return attempt === 1 ? slug : `${slug}-${attempt}`;
}
