import type { Act, ActId } from './act.ts';

/** A value that has no canonical form. `path` says where, as a JSON pointer. */
export class NotCanonical extends TypeError {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${problem} at ${path === '' ? 'the root' : path}`);
    this.name = 'NotCanonical';
    this.path = path;
  }
}

const step = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function text(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(path, 'A lone surrogate');
  return JSON.stringify(value);
}

function object(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'Not a plain object');
  const members: string[] = [];
  // The default sort compares UTF-16 code units, as RFC 8785 demands.
  for (const key of Object.keys(value).sort()) {
    const at = step(path, key);
    members.push(`${text(key, at)}:${write((value as Record<string, unknown>)[key], at, depth)}`);
  }
  return `{${members.join(',')}}`;
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > 500) throw new NotCanonical(path, 'Nested too deeply');
  switch (typeof value) {
    case 'string':
      return text(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(path, 'A number that JSON does not know');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (!Array.isArray(value)) return object(value, path, depth + 1);
      return `[${Array.from(value, (item, index) => write(item, step(path, index), depth + 1)).join(',')}]`;
    default:
      throw new NotCanonical(path, `A value of type ${typeof value}`);
  }
}

/** RFC 8785: one text for one value. Throws `NotCanonical` for what I-JSON does not allow. */
export const canonicalText = (value: unknown): string => write(value, '', 0);

const encoder = new TextEncoder();

export const canonicalBytes = (value: unknown): Uint8Array => encoder.encode(canonicalText(value));

/** The id of an act: SHA-256, as lower-case hex, of its canonical bytes. An `id` it already carries is not part of them. */
export function actId(act: Act, sha256: (bytes: Uint8Array) => string): ActId {
  const { id: _id, ...rest } = act as Act & { id?: ActId };
  return sha256(canonicalBytes(rest));
}
