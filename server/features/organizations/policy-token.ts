import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 24;

/**
 * The token of an invitation: the organization, so that it is looked up by its key, and what cannot be guessed. Only its
 * hash is kept.
 */
export function makeToken(organization: string, secret: Buffer): string {
  if (secret.length !== SECRET_BYTES) throw new Error('a token needs 24 random bytes');
  return Buffer.concat([Buffer.from(organization.replaceAll('-', ''), 'hex'), secret]).toString('base64url');
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A token as it came in an address: which organization it names, its hash, and the proof if it came by mail. Null: none of ours. */
export function readToken(text: string): { organization: string; hash: string; proof: string | null } | null {
  const match = /^([A-Za-z0-9_-]{54})(?:\.([A-Za-z0-9_-]{1,64}))?$/.exec(text);
  if (!match?.[1]) return null;
  const hex = Buffer.from(match[1], 'base64url').subarray(0, 16).toString('hex');
  const organization = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { organization, hash: hashOfToken(match[1]), proof: match[2] ?? null };
}

/**
 * What only the mail carries, not the link that the inviting person can copy: whoever has it reads mail to that address. Without
 * it an account's address stays unproven, and a mailed link to sign in takes over whatever was set before.
 */
export function proofOf(key: string, invitationId: string, email: string): string {
  return createHmac('sha256', key).update(`invitation:${invitationId}:${email}`).digest('base64url').slice(0, 22);
}

export function isProof(key: string, invitation: { id: string; email: string }, proof: string | null): boolean {
  const expected = Buffer.from(proofOf(key, invitation.id, invitation.email));
  const given = Buffer.from(proof ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
