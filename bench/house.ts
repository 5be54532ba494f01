import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A real Entente in its own process, on its embedded PostgreSQL, in a folder that goes away with it. */
export interface House {
  address: string;
  port: number;
  dataFolder: string;
  pid: number;
  /** Seconds from the start of the process to its first answer. */
  seconds: number;
  /** Ends the process; the folder stays. */
  stop(): Promise<void>;
}

export async function scratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the product on a data folder and waits for its first page. */
export async function startHouse(dataFolder: string, role: 'web' | 'both' = 'both'): Promise<House> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    env: {
      ...process.env,
      ENTENTE_DATA: dataFolder,
      PORT: String(port),
      PUBLIC_URL: address,
      LOG_LEVEL: 'error',
      ENTENTE_ROLE: role,
      DATABASE_URL: '',
      SMTP_URL: '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await firstAnswer(address, child);
  const seconds = (performance.now() - began) / 1000;
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { address, port, dataFolder, pid: child.pid ?? 0, seconds, stop };
}

async function firstAnswer(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (child.exitCode !== null) throw new Error('the server ended before its first answer');
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the server did not answer within a minute');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A process and everything below it. Linux only: read from /proc. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const child = Number(entry);
    if (!Number.isInteger(child)) continue;
    const fields = statOf(child);
    if (fields) parents.set(child, Number(fields[1]));
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Fields of /proc/PID/stat behind the name: state, parent, … */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

const tick = 10;

/** Milliseconds of processor time used so far by these processes, with their ended children. */
export function cpuMilliseconds(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = statOf(pid);
    return fields ? sum + fields.slice(11, 15).reduce((all, one) => all + Number(one), 0) * tick : sum;
  }, 0);
}

/** Resident memory of these processes in MB; what they share is counted once (proportional set size). */
export function memoryMegabytes(pids: number[]): number {
  const kilobytes = pids.reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
  return kilobytes / 1024;
}

/** One line of JSON, figures with so many digits behind the point at most. */
export function print(figures: Record<string, unknown>, digits = 3): void {
  const scale = 10 ** digits;
  console.log(
    JSON.stringify(figures, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * scale) / scale : value,
    ),
  );
}
