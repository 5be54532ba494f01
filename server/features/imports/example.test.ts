import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import { exampleFile } from '../../../messages/import-example.ts';
import { namedLines, readTable } from './model-csv.ts';
import { mappingProblems, suggestMapping } from './model-mapping.ts';
import { plan } from './model-plan.ts';
import { type Mapping, reason } from './schema.ts';

describe('what the screen says about an import', () => {
  it('has words for every reason, in every language', () => {
    for (const locale of ['en', 'es'] as const)
      expect(Object.keys(messagesFor(locale).imports.reasons).sort()).toEqual([...reason.options].sort());
  });

  it('offers an example file that needs no correction, in every language', () => {
    for (const locale of ['en', 'es'] as const) {
      const table = readTable(Buffer.from(exampleFile('Universidad, "Norte"', messagesFor(locale).imports.example)));
      const mapping = suggestMapping(table.columns);
      expect(mappingProblems(mapping, table.columns)).toEqual([]);
      expect(Object.keys(mapping)).toHaveLength(10);
      const { counts } = plan(namedLines(table), mapping as Mapping, { imported: new Map(), speaking: new Set() });
      expect(counts, locale).toMatchObject({ lines: 4, commitments: 3, create: 4, skip: 0, reasons: {} });
    }
  });
});
