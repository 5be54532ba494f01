import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** What a link carries, and the only thing of it that is stored. */
export interface RoomToken {
  token: string;
  hash: string;
}

/** A secret for one room: it begins with the partnership, so that the look-up names its key (scale.md, rule 7). */
export function newRoomToken(partnership: string): RoomToken {
  const token = Buffer.concat([
    Buffer.from(partnership.replaceAll('-', ''), 'hex'),
    randomBytes(SECRET_BYTES),
  ]).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The partnership and the hash of a token, or nothing if it cannot be one. */
export function readRoomToken(token: string): { partnership: string; hash: string } | undefined {
  if (!/^[\w-]{64}$/.test(token)) return undefined;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  const partnership = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { partnership, hash: hashToken(token) };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
