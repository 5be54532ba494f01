import type { TestProject } from 'vitest/node';
import { findPostgresServer, startEngine } from './engine.ts';

/** Global set-up of the project `server-postgresql15`: the oldest supported PostgreSQL server of this machine. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = findPostgresServer();
  if (!binaries) throw new Error('no PostgreSQL server of version 15 to 17 in /usr/lib/postgresql');
  const { engine, stop } = await startEngine(binaries);
  project.provide('engine', engine);
  return stop;
}
