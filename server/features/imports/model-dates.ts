/** Days as spreadsheets and other systems write them. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (full < 1900 || full > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/**
 * A calendar day `YYYY-MM-DD`, or undefined where the text is none: `2026-06-12` (a time after it is dropped),
 * `12-Jun-26`, `12 June 2026`, `6/12/26` or `12/6/2026` by `dayFirst`, `12.06.2026` (always day first).
 */
export function parseDay(text: string, dayFirst: boolean): string | undefined {
  const value = text.trim();
  let found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
  if (found) return dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ,]+(\d{2}|\d{4})$/.exec(value);
  if (found) return dayOf(Number(found[3]), months.indexOf((found[2] ?? '').toLowerCase()) + 1, Number(found[1]));
  found = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{2}|\d{4})(?: .*)?$/.exec(value);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  return dayFirst || found[2] === '.' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** Whether `1/2/2026` means the first of February here: told by values that can only be read one way. */
export function looksDayFirst(values: Iterable<string>): boolean {
  for (const value of values) {
    const found = /^(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(value.trim());
    if (found && Number(found[1]) > 12) return true;
    if (found && Number(found[2]) > 12) return false;
  }
  return false;
}
