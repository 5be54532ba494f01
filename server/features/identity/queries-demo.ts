import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import { type Start, startSchema } from './schema.ts';

/** The people of the demo world, from the file `demo.json` that its builder leaves in the data folder; null everywhere else. */
export async function readDemo(dataFolder: string, clock: Clock): Promise<Start['demo']> {
  const text = await readFile(join(dataFolder, 'demo.json'), 'utf8').catch(() => null);
  return text === null ? null : startSchema.shape.demo.parse({ ...JSON.parse(text), now: clock.now().toISOString() });
}
