import { isTest, withoutComments, type Finding, type SourceFile } from './source.ts';

/** The closed vocabulary of a feature's files; `commands-append.ts` and `commands/append.ts` are parts of `commands.ts`. */
const VOCABULARY = ['schema', 'routes', 'policy', 'model', 'commands', 'queries', 'jobs', 'gate', 'link-gate'];
const IMPORTABLE = new Set(['schema', 'policy', 'model', 'commands', 'queries', 'jobs', 'gate', 'link-gate']);
const WRITES = /\b(insert\s+into|update\s+[\w.]+\s+set|delete\s+from|merge\s+into)\b/i;
const SQL = /\b(insert\s+into|update\s+[\w.]+\s+set|delete\s+from|select\s+[\s\S]+?\sfrom)\s/i;

interface Place {
  feature: string;
  word?: string;
}

function placeOf(path: string): Place | undefined {
  const match = /^server\/features\/([^/]+)\/(.+)\.ts$/.exec(path);
  if (!match?.[1] || !match[2]) return undefined;
  const name = match[2];
  const word = VOCABULARY.find((each) => name === each || name.startsWith(`${each}-`) || name.startsWith(`${each}/`));
  return { feature: match[1], word };
}

/** The file vocabulary, and what each kind of file never does. */
export function featureFiles(files: SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const place = placeOf(file.path);
    if (!place || isTest(file.path)) return [];
    if (!place.word)
      return [
        {
          path: file.path,
          message: `a feature holds only ${VOCABULARY.join(', ')} (and parts such as commands-append.ts)`,
        },
      ];
    return forbiddenWork(file, place.word).map((message) => ({ path: file.path, message }));
  });
}

function forbiddenWork(file: SourceFile, word: string): string[] {
  const code = withoutComments(file.text);
  const reachesDatabase = file.imports.some((each) => !each.typeOnly && each.path === 'server/platform/database.ts');
  const found: string[] = [];
  if ((word === 'schema' || word === 'policy' || word === 'model') && reachesDatabase)
    found.push(`${word} never touches the database`);
  if (word === 'routes' && SQL.test(code)) found.push('routes hold no SQL: move it to commands or queries');
  if (word === 'queries' && WRITES.test(code)) found.push('queries never write');
  if (
    word === 'commands' &&
    file.imports.some((each) => /\/(link-)?gate\.ts$/.test(each.path ?? '') && !each.typeOnly)
  ) {
    found.push('commands never read the session: take the actor as an argument');
  }
  return found;
}

/** The second half of rule 3: features import only each other's commands, queries and policy (and their shapes), without cycles. */
export function featureImports(files: SourceFile[]): Finding[] {
  const findings: Finding[] = [];
  const graph = new Map<string, Map<string, string>>();
  for (const file of files) {
    const place = placeOf(file.path);
    if (!place || isTest(file.path)) continue;
    for (const found of file.imports) {
      const target = placeOf(found.path ?? '');
      if (!target || target.feature === place.feature) continue;
      if (!IMPORTABLE.has(target.word ?? '')) {
        findings.push({
          path: file.path,
          message: `imports ${found.from}: only ${[...IMPORTABLE].join(', ')} of another feature`,
        });
      }
      const edges = graph.get(place.feature) ?? new Map<string, string>();
      graph.set(place.feature, edges.set(target.feature, file.path));
    }
  }
  return [...findings, ...cycles(graph)];
}

function cycles(graph: Map<string, Map<string, string>>): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const visit = (feature: string, trail: string[]): void => {
    if (trail.includes(feature)) {
      const circle = [...trail.slice(trail.indexOf(feature)), feature];
      const path = graph.get(trail.at(-1) ?? '')?.get(feature) ?? feature;
      findings.push({ path, message: `features import each other in a circle: ${circle.join(' -> ')}` });
      return;
    }
    if (done.has(feature)) return;
    for (const next of graph.get(feature)?.keys() ?? []) visit(next, [...trail, feature]);
    done.add(feature);
  };
  for (const feature of graph.keys()) visit(feature, []);
  return findings;
}
