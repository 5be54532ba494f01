/** What is wrong with a value that came from outside, and where (a JSON pointer). */
export interface Problem {
  path: string;
  problem: string;
}

/** Finds the first problem of a value, or none. */
export type Shape = (value: unknown, path: string) => Problem | undefined;
export type Members = Record<string, Shape>;

const wrong = (path: string, problem: string): Problem => ({ path, problem });

export const pattern =
  (expression: RegExp, what: string): Shape =>
  (value, path) =>
    typeof value === 'string' && expression.test(value) ? undefined : wrong(path, `must be ${what}`);

export const integer =
  (least: number, most: number): Shape =>
  (value, path) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : wrong(path, `must be a whole number from ${least} to ${most}`);

export const flag: Shape = (value, path) =>
  typeof value === 'boolean' ? undefined : wrong(path, 'must be true or false');

export const oneOf =
  (...values: (string | number)[]): Shape =>
  (value, path) =>
    values.includes(value as string) ? undefined : wrong(path, `must be one of ${values.join(', ')}`);

export const list =
  (item: Shape, most: number, least = 0): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'must be a list');
    if (value.length < least || value.length > most) return wrong(path, `must have ${least} to ${most} entries`);
    for (const [index, entry] of value.entries()) {
      const problem = item(entry, `${path}/${index}`);
      if (problem) return problem;
    }
    return undefined;
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A closed object: every required member, any optional one, nothing else. */
export const object =
  (required: Members, optional: Members = {}): Shape =>
  (value, path) => {
    if (!isObject(value)) return wrong(path, 'must be an object');
    for (const name of Object.keys(required)) {
      if (!Object.hasOwn(value, name)) return wrong(`${path}/${name}`, 'is missing');
    }
    for (const name of Object.keys(value)) {
      const shape = Object.hasOwn(required, name)
        ? required[name]
        : Object.hasOwn(optional, name)
          ? optional[name]
          : undefined;
      const at = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!shape) return wrong(at, 'is not known here');
      const problem = shape(value[name], at);
      if (problem) return problem;
    }
    return undefined;
  };

/** A closed object whose members depend on its `kind`. */
export const byKind =
  (kinds: Record<string, Shape>): Shape =>
  (value, path) => {
    const kind = isObject(value) ? value.kind : undefined;
    const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return shape ? shape(value, path) : wrong(`${path}/kind`, `must be one of ${Object.keys(kinds).join(', ')}`);
  };

/** One shape or another; the problem of the second is told. */
export const either =
  (first: Shape, second: Shape): Shape =>
  (value, path) =>
    first(value, path) === undefined ? undefined : second(value, path);

/** Entries with distinct keys. */
export const distinct =
  (shape: Shape, keyOf: (entry: never) => string, what: string): Shape =>
  (value, path) => {
    const problem = shape(value, path);
    if (problem) return problem;
    const keys = (value as never[]).map(keyOf);
    return new Set(keys).size === keys.length ? undefined : wrong(path, `must not repeat ${what}`);
  };
