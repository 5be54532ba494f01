import { looksDayFirst, parseDay } from './model-dates.ts';
import { importField, type ImportField, type Mapping } from './schema.ts';

/** Column names that mean a field, most telling first; compared without case and punctuation. */
const names: Record<ImportField, RegExp[]> = {
  customer: [/^customer$/, /^(client|buyer|requester|requested by|country)$/, /^(cliente|solicitante|comprador)$/],
  performer: [/^performer$/, /^(supplier|vendor|provider|seller|contractor|promised by)$/, /^(proveedor|vendedor)$/],
  what: [/^what$/, /^(title|subject|description|item description|commitment)$/, /^(que|titulo|descripcion)$/],
  promisedAt: [
    /^promised( at| on)?$/,
    /^(agreed|ordered|order date|po sent to vendor date)( at| on)?$/,
    /^(prometido|acordado)( el)?$/,
  ],
  due: [/^due( at| on| date)?$/, /^(deadline|scheduled delivery date|promised for)$/, /^(para|plazo|vence)( el)?$/],
  done: [
    /^done( at| on)?$/,
    /^(delivered( at| on)?|completed( at| on)?|delivered to client date|finished)$/,
    /^(hecho|entregado)( el)?$/,
  ],
  stake: [/^stake$/, /^(value|amount|line item value|price)$/, /^(valor|importe|precio)$/],
  reference: [/^(reference|id|number|order|order number)$/, /^asn dn$/, /^(referencia|numero|pedido)$/],
  work: [/^(kind of work|type of work|work)$/, /^tipo de trabajo$/],
};

export interface Column {
  name: string;
  examples: string[];
}

/** Without case, accents and punctuation. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A first guess at what the columns mean; the person corrects it. */
export function suggestMapping(columns: readonly Column[]): Partial<Mapping> {
  const taken = new Set<string>();
  const guess: Partial<Record<ImportField, string>> = {};
  for (const field of Object.keys(names) as ImportField[]) {
    const column = names[field].flatMap((name) =>
      columns.filter((one) => !taken.has(one.name) && name.test(plain(one.name))),
    )[0];
    if (!column) continue;
    taken.add(column.name);
    guess[field] = column.name;
  }
  const dates = [guess.promisedAt, guess.due, guess.done];
  const examples = columns.filter((one) => dates.includes(one.name)).flatMap((one) => one.examples);
  return { ...guess, dayFirst: looksDayFirst(examples) };
}

/** What a mapping still lacks, or names wrongly; empty when it can be used. */
export function mappingProblems(mapping: Partial<Mapping>, columns: readonly Column[]): string[] {
  const known = new Set(columns.map((one) => one.name));
  const missing = (['customer', 'performer', 'due'] as const)
    .filter((field) => !mapping[field])
    .map((field) => `Choose the column that holds “${field}”.`);
  const unknown = importField.options
    .filter((field) => mapping[field] && !known.has(mapping[field]))
    .map((field) => `There is no column “${mapping[field]}”.`);
  return [...missing, ...unknown];
}

/** A day from a cell: the day, nothing written, or text that is no day. */
export function readDay(text: string | undefined, dayFirst: boolean): { day?: string; bad?: string } {
  const value = text?.trim();
  if (!value) return {};
  const day = parseDay(value, dayFirst);
  return day ? { day } : { bad: value };
}
