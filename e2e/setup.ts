import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The stories walk through the pages as they are built from the sources of now. */
export function setup(): void {
  const root = join(import.meta.dirname, '..');
  const built = spawnSync(process.execPath, ['tools/build-web.ts', '--if-stale'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The web pages could not be built.');
}
