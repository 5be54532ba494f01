import { join } from 'node:path';
import type { Config } from '../server/config.ts';
import type { Start } from '../server/features/identity/schema.ts';
import { type Clock, type FixedClock, fixedClock, runningClock } from '../server/platform/clock.ts';
import { atGate, type Database, inScope } from '../server/platform/database.ts';
import type { Log } from '../server/platform/log.ts';
import type { Platform } from '../server/platform/platform.ts';
import { mintScope } from '../server/platform/scope.ts';
import { openPlatform } from '../server/process.ts';
import { buildDemo } from './build.ts';
import { NOW } from './calendar.ts';
import { organizations, PASSWORD, people } from './cast.ts';
import { DEMO_ANSWERS } from './mailed.ts';
import { clearFolder, demoStamp, finishFolder, isBuilt } from './folder.ts';

/** The demo world lives apart: its own folder and database; no mail leaves it, and none that is meant for the real server is read. */
function demoConfig(config: Config): Config {
  return {
    ...config,
    dataFolder: join(config.dataFolder, 'demo'),
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailInUrl: undefined,
    answerAddress: DEMO_ANSWERS,
    role: 'both',
  };
}

/**
 * The parts of the house on the demo world, which is built first where it is missing or has changed. Its clock starts on its own
 * morning, or after whatever happened last, and then runs as clocks do: acts need times that follow one another.
 */
export async function openDemo(given: Config, log: Log, options: { onDeath?: () => void } = {}): Promise<Platform> {
  const config = demoConfig(given);
  const folder = config.dataFolder;
  const stamp = await demoStamp();
  const built = await isBuilt(folder, stamp);
  if (!built) await clearFolder(folder, stamp);
  const clock = storyClock();
  const platform = await openPlatform(config, log, { clock, ...options });
  try {
    if (!built) {
      log.info({ folder }, 'building the demo world');
      await buildDemo(platform, clock);
      await finishFolder(folder, signInList());
    }
    clock.run(await lastMoment(platform.db));
    return platform;
  } catch (error) {
    await platform.db.close();
    throw error;
  }
}

/** A clock that is set to the moments of the stories, and runs once the world is entered. */
function storyClock(): FixedClock & { run(from: string): void } {
  const told = fixedClock(NOW);
  let clock: Clock = told;
  return {
    ...told,
    now: () => clock.now(),
    run: (from) => {
      clock = runningClock(from);
    },
  };
}

/** Those who work in an organization of the demo world, as the sign-in page shows them. */
export function signInList(): NonNullable<Start['demo']> {
  const listed = Object.values(people).flatMap(({ name, email, at }) => {
    const [organization, work] = Object.entries(at)[0] ?? [];
    if (!organization || !work || work.left) return [];
    return [
      { name, email, organization: organizations[organization]?.name ?? '', role: work.role, password: PASSWORD },
    ];
  });
  return { now: NOW, people: listed };
}

/** The moment after everything that was said, so that what follows is not said earlier; at first, the morning itself. */
async function lastMoment(db: Database): Promise<string> {
  const { rows } = await atGate(db, (tx) =>
    tx.query<{ id: string }>('select id from organizations where claimed_at is not null'),
  );
  const moments = [NOW];
  for (const { id } of rows) {
    const last = await inScope(db, mintScope(id), (tx) =>
      tx.query<{ at: string | null }>(
        'select max(at) as at from (select max(last_at) as at from conversations union all select max(last_at) from threads) l',
      ),
    );
    if (last.rows[0]?.at) moments.push(last.rows[0].at);
  }
  return moments.toSorted().at(-1) ?? NOW;
}
