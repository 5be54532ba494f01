import type { Act } from './act.ts';
import { actShape } from './act-shape.ts';
import { canonicalText, NotCanonical } from './canonical.ts';
import { limits } from './limits.ts';
import type { Problem } from './shape.ts';

export type Parsed = { act: Act; problem?: undefined } | { act?: undefined; problem: Problem };

const failed = (problem: string, path = ''): Parsed => ({ problem: { path, problem } });
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function canonicalForm(value: unknown): string | Problem {
  try {
    return canonicalText(value);
  } catch (error) {
    if (error instanceof NotCanonical) return { path: error.path, problem: error.message };
    throw error;
  }
}

/**
 * The first problem in the shape of an act (without its `id`), or none: unknown or missing members, sizes, limits. Whether it fits the
 * conversation is for `apply` to say.
 */
export function checkAct(value: unknown): Problem | undefined {
  const problem = actShape(value, '');
  if (problem) return problem;
  const text = canonicalForm(value);
  if (typeof text !== 'string') return text;
  return encoder.encode(text).length > limits.actBytes
    ? { path: '', problem: `must not be larger than ${limits.actBytes} bytes` }
    : undefined;
}

function decode(input: string | Uint8Array): string | Parsed {
  const size = typeof input === 'string' ? encoder.encode(input).length : input.length;
  if (size > limits.actBytes) return failed(`must not be larger than ${limits.actBytes} bytes`);
  if (typeof input === 'string') return input;
  try {
    return decoder.decode(input);
  } catch {
    return failed('must be UTF-8');
  }
}

/**
 * Reads one act, strictly: the text must be its own canonical form, byte for byte. That one comparison refuses duplicate members,
 * numbers JavaScript cannot hold, other spellings and white space, so that one act has one text and one id.
 */
export function parseAct(input: string | Uint8Array): Parsed {
  const text = decode(input);
  if (typeof text !== 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('must be JSON');
  }
  const problem = actShape(value, '');
  if (problem) return { problem };
  const canonical = canonicalForm(value);
  if (typeof canonical !== 'string') return { problem: canonical };
  return canonical === text ? { act: value as Act } : failed('must be in canonical form (RFC 8785)');
}
