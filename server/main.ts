import { readConfig } from './config.ts';
import { createLog } from './platform/log.ts';
import { AppError } from './platform/problem.ts';
import { openPlatform, startProcess, type Running } from './process.ts';

async function start(): Promise<Running> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel });
  const onDeath = () => {
    log.fatal('PostgreSQL ended by itself; Entente stops');
    process.exit(1);
  };
  const demo = process.argv.includes('--demo');
  const open = demo ? (await import('../demo/open.ts')).openDemo : openPlatform;
  const platform = await open(config, log, { onDeath });
  try {
    const running = await startProcess(platform);
    const { role, dataFolder } = platform.config;
    log.info({ role, data: dataFolder }, 'Entente is ready');
    if (running.address) console.log(`\n  Entente is ready at ${running.address}${demo ? ' (demo world)' : ''}\n`);
    return running;
  } catch (error) {
    await platform.db.close();
    throw error;
  }
}

/** A first signal waits for what was begun and stops it in order; a second one ends the process at once. */
function stopOnSignals(started: Promise<Running>): void {
  let asked = false;
  const stop = async () => {
    if (asked) process.exit(1);
    asked = true;
    const running = await started.catch(() => undefined);
    await running?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // npm hands a signal to its shell, not to what the shell runs: a server whose npm is gone has been asked to stop.
  if (process.env.npm_lifecycle_event) stopWithoutParent(stop);
}

function stopWithoutParent(stop: () => Promise<void>): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    void stop();
  }, 500);
  look.unref();
}

try {
  const started = start();
  stopOnSignals(started);
  await started;
} catch (error) {
  console.error(error instanceof AppError ? `\n${error.message}\n` : error);
  process.exit(1);
}
