import { pathToFileURL } from 'node:url';
import { importsBetweenAreas } from './rules/areas.ts';
import { featureFiles, featureImports } from './rules/features.ts';
import { guardedNames, purity } from './rules/purity.ts';
import { names, sizes } from './rules/shape.ts';
import { readTree, type Finding, type Rule, type SourceFile } from './rules/source.ts';
import { sqlRules } from './rules/sql.ts';

const RULES: readonly Rule[] = [
  importsBetweenAreas,
  featureFiles,
  featureImports,
  sizes,
  names,
  purity,
  guardedNames,
  sqlRules,
];

/** Every finding of every rule of docs/architecture.md on the given files. */
export function checkRules(files: SourceFile[]): Finding[] {
  return RULES.flatMap((rule) => rule(files));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const findings = checkRules(readTree(process.cwd()));
  for (const each of findings) console.log(`${each.soft ? 'note ' : 'error'}  ${each.path}: ${each.message}`);
  const errors = findings.filter((each) => !each.soft).length;
  console.log(errors === 0 ? 'The rules of the house hold.' : `${errors} broken rules.`);
  process.exitCode = errors === 0 ? 0 : 1;
}
