import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

const history = git('rev-parse', '--is-shallow-repository') === 'false';
if (!history) console.warn('SKIPPED: whether a migration ever changed. There is no full git history here.');

describe.skipIf(!history)('the migrations (skipped without the full history)', () => {
  it('only grow: none was ever changed, renamed or removed, so that a database of any earlier commit can be upgraded', () => {
    const changed = git('log', '--diff-filter=MDR', '--name-only', '--format=%h', '--', 'server/migrations/[0-9]*.sql');
    expect(changed).toBe('');
  });
});
