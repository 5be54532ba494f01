import { isTest, withoutComments, type Finding, type SourceFile } from './source.ts';

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'reads the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'reads the clock (new Date())'],
  [/\bperformance\./, 'reads the clock (performance)'],
  [/\bMath\.random\b/, 'reads randomness (Math.random)'],
  [/\bcrypto\.(getRandomValues|randomUUID|randomBytes)\b/, 'reads randomness (crypto)'],
  [/\bprocess\./, 'reads the environment (process)'],
  [/\bfetch\(/, 'uses the network (fetch)'],
];

/** Rule 2: pure packages take clock, randomness, environment and network as arguments or not at all. */
export function purity(files: SourceFile[]): Finding[] {
  return files
    .filter((file) => file.path.startsWith('packages/') && /\.tsx?$/.test(file.path) && !isTest(file.path))
    .flatMap((file) => {
      const code = withoutComments(file.text);
      return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => ({ path: file.path, message: what }));
    });
}

/** Files that may mint a scope: the two gates, what works on behalf of the system, and the tests' own tools. */
const SCOPE_MINTERS = [
  /^server\/platform\/scope\.ts$/,
  /^server\/platform\/.*\.test\.ts$/,
  /^server\/testing\//,
  /^server\/features\/identity\/gate(-\w+)?\.ts$/,
  /^server\/features\/(links|claims|meetings|own-calendars)\/gate\.ts$/,
  /^server\/features\/[^/]+\/jobs(-[\w-]+)?\.ts$/,
  /^server\/cli(-[\w-]+)?\.ts$/,
  /^server\/cli\//,
  /^server\/.*\.test\.ts$/,
  /^(demo|bench|e2e)\//,
];

/** Only the gates mint scopes, and only config.ts reads the environment. */
export function guardedNames(files: SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    if (!/\.tsx?$/.test(file.path) || file.path.startsWith('tools/')) return [];
    const code = withoutComments(file.text);
    const findings: Finding[] = [];
    if (/\bmintScope\b/.test(code) && !SCOPE_MINTERS.some((pattern) => pattern.test(file.path))) {
      findings.push({
        path: file.path,
        message: 'mints a scope: only the gates may (tools/rules/purity.ts, SCOPE_MINTERS)',
      });
    }
    const server = file.path.startsWith('server/') && !file.path.startsWith('server/testing/') && !isTest(file.path);
    if (server && /\bprocess\.env\b/.test(code) && !/^server\/(config|main|cli(-[\w-]+)?)\.ts$/.test(file.path)) {
      findings.push({ path: file.path, message: 'reads the environment: only server/config.ts does, and hands it on' });
    }
    return findings;
  });
}
