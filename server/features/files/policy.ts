/** Media types a browser may show in place without running anything; everything else is only ever downloaded. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain']);

export function mayShowInPlace(media: string): boolean {
  return shown.has(media);
}

const plausible = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/;

/** The media type a sender claims, if it is one; parameters are dropped. */
export function mediaOf(claimed: string | undefined): string {
  const media = claimed?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return plausible.test(media) ? media : 'application/octet-stream';
}

/** A file name as people may see it: no path, no control or direction-changing characters, at most 255 characters; never empty. */
export function safeName(claimed: string | undefined): string {
  const last = (claimed ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  const cut = [...clean].slice(0, 255).join('');
  // Marks without width join emoji, but alone they are a name nobody sees.
  const seen = cut.replace(/\p{Cf}/gu, '').trim();
  return seen === '' || seen === '.' || seen === '..' ? 'file' : cut;
}
