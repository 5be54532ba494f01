import pg from 'pg';

const { builtins } = pg.types;

/** timestamptz arrives as '2026-11-24 10:00:00.123456+00' and leaves as ISO 8601 in UTC with milliseconds. */
function isoMoment(text: string): string {
  if (text === 'infinity' || text === '-infinity') return text;
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 value ${text} does not fit a JavaScript number`);
  return value;
}

/** An array type's parser from its element's: PostgreSQL's array text is unpacked by pg and then mapped. */
function arrayOf<T>(textArray: number, parse: (text: string) => T): (text: string) => (T | null)[] {
  const unpack = pg.types.getTypeParser(textArray) as (text: string) => (string | null)[];
  return (text) => unpack(text).map((each) => (each === null ? null : parse(each)));
}

const TEXT_ARRAY = 1009;

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoMoment],
  [builtins.DATE, String],
  [builtins.INT8, safeInteger],
  [1185, arrayOf(TEXT_ARRAY, isoMoment)],
  [1182, arrayOf(TEXT_ARRAY, String)],
  [1016, arrayOf(TEXT_ARRAY, safeInteger)],
]);

/** How values come out of the database: see `Tx` in database.ts. Given to every connection, never set globally. */
export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};
