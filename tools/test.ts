// `npm test`: the checks, then every test; `npm test -- <vitest arguments>` runs only the tests asked for.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const steps: [command: string, args: string[]][] =
  args.length > 0
    ? [['vitest', ['run', ...args]]]
    : [
        ['node', ['tools/check.ts']],
        ['node', ['tools/build-web.ts', '--if-stale']],
        ['node', ['tools/provide.ts']],
        ['vitest', ['run']],
      ];
for (const [command, stepArgs] of steps) {
  if (spawnSync(command, stepArgs, { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}
