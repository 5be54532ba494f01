import { isTest, type Import, type Finding, type SourceFile } from './source.ts';

const TEST_LIBRARIES = /^(vitest|fast-check|node:.*|fast-check\/.*)$/;

/** The area a path belongs to: `packages/<name>`, `server/platform`, or the first folder. */
function areaOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (first === 'packages') return `packages/${second}`;
  return path.startsWith('server/platform/') ? 'server/platform' : first;
}

/** Areas of this tree that each area may import. Type-only imports of the server are allowed to the web. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'packages/protocol': [],
  'packages/trust': ['@entente/protocol'],
  'packages/matching': ['@entente/protocol'],
  messages: ['@entente/protocol'],
  web: ['messages', '@entente/protocol'],
  'server/platform': ['@entente/protocol', 'messages'],
  server: ['server/platform', 'messages', '@entente/protocol', '@entente/trust', '@entente/matching'],
  tools: ['server', 'server/platform', 'packages/protocol', '@entente/protocol', 'messages'],
};

/** Files that wire areas together and may therefore reach further. */
const WIRING: Record<string, readonly string[]> = {
  'server/main.ts': ['demo'],
  'server/cli.ts': ['demo', 'bench'],
  'tools/provide.ts': ['e2e'],
  'tools/screenshots.ts': ['e2e'],
};

function forbidden(file: SourceFile, found: Import): string | undefined {
  const area = areaOf(file.path);
  const allowed = MAY_IMPORT[area];
  if (!allowed) return undefined;
  if (found.path === undefined) return forbiddenPackage(file, area, allowed, found.from);
  const target = areaOf(found.path);
  if (target === area || allowed.includes(target)) return undefined;
  if (area === 'server/platform' && found.path === 'server/config.ts') return undefined;
  if (area === 'server/platform' && isTest(file.path) && found.path.startsWith('server/testing/')) return undefined;
  if (area === 'web' && target.startsWith('server') && found.typeOnly) return undefined;
  if (area.startsWith('server') && isTest(file.path) && target === 'demo') return undefined;
  if (WIRING[file.path]?.includes(target)) return undefined;
  return `${area} may not import ${target} (${found.from})`;
}

function forbiddenPackage(
  file: SourceFile,
  area: string,
  allowed: readonly string[],
  from: string,
): string | undefined {
  if (from.startsWith('@entente/')) {
    const own = area.startsWith('packages/') && from === `@entente/${area.slice(9)}`;
    return own || allowed.includes(from) || area === 'web'
      ? webPackage(area, allowed, from)
      : `${area} may not import ${from}`;
  }
  if (!area.startsWith('packages/')) return undefined;
  const tests = isTest(file.path) || /^packages\/[^/]+\/testing\//.test(file.path);
  return tests && TEST_LIBRARIES.test(from) ? undefined : `${area} has no dependencies, but imports ${from}`;
}

function webPackage(area: string, allowed: readonly string[], from: string): string | undefined {
  return area === 'web' && !allowed.includes(from) ? `${area} may not import ${from}` : undefined;
}

/** Rule 1 and the first half of rule 3: which area may import which. */
export function importsBetweenAreas(files: SourceFile[]): Finding[] {
  return files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const message = forbidden(file, found);
      return message ? [{ path: file.path, message }] : [];
    }),
  );
}
