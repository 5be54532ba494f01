// Everything that can be said about the tree without running it; all of it is said, even when the first part fails.
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--type-aware', '--quiet'],
  ['format', 'biome', 'format', '--reporter=summary'],
  ['rules', 'node', 'tools/check-rules.ts'],
  ['unused', 'knip', '--no-progress'],
];

const failed: string[] = [];
for (const [title, command, ...args] of CHECKS) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`);
  if (status !== 0) failed.push(title);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}. "npm run format" repairs the format.`);
  process.exitCode = 1;
}
