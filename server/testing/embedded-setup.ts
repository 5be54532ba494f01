import type { TestProject } from 'vitest/node';
import { startEngine } from './engine.ts';

/** Global set-up of the project `server-embedded`: the PostgreSQL that comes with Entente. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { engine, stop } = await startEngine();
  project.provide('engine', engine);
  return stop;
}
