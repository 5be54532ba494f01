// Builds web/ into web/dist with Vite. `--if-stale` does nothing when the build is newer than all of its sources.
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const SOURCES = [
  'web/**/*',
  'messages/**/*.ts',
  'packages/*/src/**/*.ts',
  'server/features/*/schema*.ts',
  'package-lock.json',
];

/** True when web/dist is missing or older than a file it is built from. */
export function isStale(root: string): boolean {
  const built = join(root, 'web/dist/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const files = globSync(SOURCES, { cwd: root, exclude: ['web/dist/**', '**/*.test.*'] });
  return files.some((file) => {
    const stat = statSync(join(root, file));
    return stat.isFile() && stat.mtimeMs > since;
  });
}

/** Leaves a `.br` and a `.gz` beside every text, so that the server has nothing to compress. */
export function compress(folder: string): void {
  for (const file of globSync('**/*.{html,js,css,json,svg,webmanifest,txt}', { cwd: folder })) {
    const path = join(folder, file);
    const plain = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(plain));
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.cwd();
  const configFile = join(root, 'web/vite.config.ts');
  if (!existsSync(configFile)) {
    console.log('There is no web/vite.config.ts yet: nothing to build.');
  } else if (!process.argv.includes('--if-stale') || isStale(root)) {
    console.log('Building the web pages, once…');
    const { build } = await import('vite');
    await build({ configFile, logLevel: 'warn' });
    compress(join(root, 'web/dist'));
  }
}
