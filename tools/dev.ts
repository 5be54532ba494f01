// `npm run dev`: the server with the demo world, restarted when its sources change, and the web built again beside it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const watched = ['server', 'packages', 'messages', 'demo'].filter((folder) => existsSync(join(root, folder)));
const configFile = join(root, 'web/vite.config.ts');
if (existsSync(configFile)) {
  const { build } = await import('vite');
  await build({ configFile, logLevel: 'warn', build: { watch: {} } });
}
const server = spawn(
  process.execPath,
  [...watched.map((folder) => `--watch-path=${folder}`), 'server/main.ts', '--demo', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
